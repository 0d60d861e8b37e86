import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import { useApp } from './app-context';

/** What was read last and what went wrong last; neither while the first answer is awaited. */
export interface Reading<T> {
  readonly value: T | undefined;
  readonly problem: ApiProblem | undefined;
  /** Reads once more; settled when the answer is on its way to the screen. */
  readonly again: () => Promise<void>;
}

// One change is heard twice, from the signal and from the store: 20 ms make it one reading and nobody sees them.
const GATHER_MS = 20;

/**
 * Reads now, whenever `read` is another function, and after every change whose topics concern it.
 * The last value stays while a newer one is read; answers that were overtaken are dropped.
 */
export function useReading<T>(read: () => ApiResult<T>, concerns: (topic: string) => boolean): Reading<T> {
  const { listen } = useApp();
  const [state, setState] = useState<Pick<Reading<T>, 'value' | 'problem'>>({ value: undefined, problem: undefined });
  const newest = useRef(0);

  const again = useCallback(async () => {
    const mine = (newest.current += 1);
    const result = await read();
    if (mine !== newest.current) return;
    setState(({ value }) =>
      result.ok ? { value: result.value, problem: undefined } : { value, problem: result.error },
    );
  }, [read]);

  useEffect(() => {
    const view = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (topics: readonly string[]) => {
      if (!topics.some(concerns)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void again(), GATHER_MS);
    };
    listen(heard, view.signal);
    void again();
    return () => {
      view.abort();
      clearTimeout(timer);
      newest.current += 1;
    };
  }, [again, concerns, listen]);

  return { ...state, again };
}

/** Topics of buyers' records: rows of the store and single records. */
export const isAboutBuyers = (topic: string): boolean => topic.startsWith('buyer');

/** Topic of the list of shops. */
export const isAboutShops = (topic: string): boolean => topic === 'shops';

/** Topic of the product cards. */
export const isAboutProducts = (topic: string): boolean => topic === 'products';

/** Topics of the work log: its entries, and the lines that count what was done. */
export const isAboutWorklog = (topic: string): boolean => topic === 'worklog' || topic === 'log' || topic === 'entries';

/** Topic of what the desk decides about the message check. */
export const isAboutRules = (topic: string): boolean => topic === 'rules';

/** Topics of what is kept of page profiles. */
export const isAboutProfiles = (topic: string): boolean => topic.startsWith('profiles:');

/** Topic of what the agent has chosen. */
export const isAboutSettings = (topic: string): boolean => topic === 'settings';
