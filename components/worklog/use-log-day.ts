import { useCallback, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { LogDay, WorklogApi } from '@/utils/app/worklog-api';
import { useApp } from '../dashboard/app-context';
import { isAboutWorklog, useReading } from '../dashboard/use-reading';

/** One day of the work log and what can be done about it. */
export interface LogDayState {
  /** Undefined while it is read; the day before it stays until then. */
  readonly value: LogDay | undefined;
  /** Days with anything in them, the newest first. */
  readonly days: readonly string[];
  readonly problem: ApiProblem | undefined;
  readonly again: () => Promise<void>;
  readonly api: WorklogApi;
  /** What the last change met; null when it was made. */
  readonly failed: ApiProblem | null;
  /** Makes one change and reads again; the outcome, or null when it failed. */
  readonly run: <T>(work: ApiResult<T>) => Promise<{ readonly value: T } | null>;
}

/** Reads one day of the work log, again after every change wherever it was made. */
export function useLogDay(day: string): LogDayState {
  const { worklog: api } = useApp().api;
  const read = useReading(
    useCallback(() => api.day({ day }), [api, day]),
    isAboutWorklog,
  );
  const list = useReading(
    useCallback(() => api.days(), [api]),
    isAboutWorklog,
  );
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const again = useCallback(async () => {
    await Promise.all([read.again(), list.again()]);
  }, [read.again, list.again]);
  const run = useCallback<LogDayState['run']>(
    async (work) => {
      const done = await work;
      setFailed(done.ok ? null : done.error);
      if (!done.ok) return null;
      await again();
      return { value: done.value };
    },
    [again],
  );
  return {
    value: read.value,
    days: list.value ?? [],
    problem: read.problem ?? list.problem,
    again,
    api,
    failed,
    run,
  };
}
