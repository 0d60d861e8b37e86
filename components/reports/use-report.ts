import { useCallback } from 'react';
import type { ReportCounts } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { useApp } from '../dashboard/app-context';
import { useReading, type Reading } from '../dashboard/use-reading';
import { rangeBefore as daysBefore, type DayRange } from './report-days';

/** The counts of a report and of the days before. */
export interface ReportReading {
  readonly range: DayRange;
  readonly rangeBefore: DayRange;
  readonly now: ReportCounts;
  readonly before: ReportCounts;
}

// A report says what was, and is not counted again with every message that is sent while it is read.
const never = (): boolean => false;

/** Reads a report: some days, and as many before them. */
export function useReport(range: DayRange, shopId: ShopId | null): Reading<ReportReading> {
  const { api } = useApp();
  return useReading(
    useCallback(async () => {
      const rangeBefore = daysBefore(range);
      const shop = shopId === null ? {} : { shopId };
      const now = await api.reports.read({ ...range, ...shop });
      if (!now.ok) return now;
      const before = await api.reports.read({ ...rangeBefore, ...shop });
      return before.ok ? ok({ range, rangeBefore, now: now.value, before: before.value }) : before;
    }, [api, range, shopId]),
    never,
  );
}
