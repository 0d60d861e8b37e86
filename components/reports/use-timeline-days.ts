import { useCallback } from 'react';
import type { CountedDay } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { useApp } from '../dashboard/app-context';
import { useReading } from '../dashboard/use-reading';
import type { ReportReading } from './use-report';

const never = (): boolean => false;

interface Days {
  readonly of: ReportReading;
  readonly product: string | null;
  readonly days: readonly CountedDay[];
}

/** The days a picture over time is drawn from: those of the report, or of one product, which are read when it is chosen. */
export function useTimelineDays(report: ReportReading, shopId: ShopId | null, product: string | null) {
  const { reports } = useApp().api;
  const { value, problem, again } = useReading(
    useCallback(async () => {
      const kept = (days: readonly CountedDay[]): Days => ({ of: report, product, days });
      if (product === null) return ok(kept(report.now.days));
      const found = await reports.productDays({ ...report.range, product, ...(shopId === null ? {} : { shopId }) });
      return found.ok ? ok(kept(found.value)) : found;
    }, [reports, report, shopId, product]),
    never,
  );
  const own = product === null ? report.now.days : undefined;
  // What was read for another choice says nothing about this one.
  const days = own ?? (value?.of === report && value.product === product ? value.days : undefined);
  return { days, problem: own ? undefined : problem, again };
}
