import { useCallback, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { DeskView, ListedRules, RulesApi } from '@/utils/app/rules-api';
import { useApp } from '../dashboard/app-context';
import { isAboutRules, useReading } from '../dashboard/use-reading';

const never = (): boolean => false;

/** Everything the page of message rules works with. */
export interface DeskState {
  readonly view: DeskView;
  readonly listed: ListedRules;
  readonly api: RulesApi;
  /** Does one change, shows what went wrong, and answers whether it was made. */
  readonly run: (work: ApiResult<DeskView>) => Promise<boolean>;
}

/** Reads what the desk has decided, again after every change wherever it was made, and every rule there is, once. */
export function useDesk() {
  const { rules: api } = useApp().api;
  const desk = useReading(
    useCallback(() => api.read(), [api]),
    isAboutRules,
  );
  const rules = useReading(
    useCallback(() => api.listed(), [api]),
    never,
  );
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const { again } = desk;
  const run = useCallback(
    async (work: ApiResult<DeskView>): Promise<boolean> => {
      const done = await work;
      setFailed(done.ok ? null : done.error);
      await again();
      return done.ok;
    },
    [again],
  );
  const state: DeskState | null =
    desk.value && rules.value ? { view: desk.value, listed: rules.value, api, run } : null;
  const retry = async (): Promise<void> => {
    await Promise.all([desk.again(), rules.again()]);
  };
  return { state, failed, problem: desk.problem ?? rules.problem, retry };
}
