import { useCallback } from 'react';
import type { ReportCounts } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import { withWatched } from '@/utils/domain/reports/glance';
import { ok } from '@/utils/domain/result';
import { useApp } from '../dashboard/app-context';
import { useReading, type Reading } from '../dashboard/use-reading';
import { rangeBefore as daysBefore, type DayRange } from './report-days';

/** The counts of a report and of the days before. */
export interface ReportReading {
  readonly range: DayRange;
  readonly rangeBefore: DayRange;
  readonly now: ReportCounts;
  readonly before: Pick<ReportCounts, 'total'>;
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
      // Together: each waits for the store more than it works.
      const [now, before] = await Promise.all([
        api.reports.read({ ...range, ...shop }),
        api.reports.total({ ...rangeBefore, ...shop }),
      ]);
      if (!now.ok) return now;
      if (!before.ok) return before;
      const total = withWatched(now.value.total, now.value.watched);
      return ok({ range, rangeBefore, now: { ...now.value, total }, before: { total: before.value } });
    }, [api, range, shopId]),
    never,
  );
}
