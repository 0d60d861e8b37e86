import { useCallback } from 'react';
import type { LongView } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';
import { useReading, type Reading } from '../dashboard/use-reading';

const never = (): boolean => false;

/** Reads what looks further back than the report. */
export function useLongView(shopId: ShopId | null, to: string): Reading<LongView> {
  const { api } = useApp();
  return useReading(
    useCallback(() => api.reports.longView({ to, ...(shopId === null ? {} : { shopId }) }), [api, shopId, to]),
    never,
  );
}
