import { useCallback, useEffect, useRef, useState } from 'react';
import type { BundleApiProblem, BundleResult } from '@/utils/app/bundles-api';
import type { JobOptions, Progress } from '@/utils/app/buyers-api';

/** Where a job stands that can take long. */
export type JobState<T> =
  | { readonly kind: 'idle' | 'stopped' }
  /** `progress` is missing until the job has counted what there is to do. */
  | { readonly kind: 'working'; readonly progress?: Progress }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: BundleApiProblem };

/** A job and the ways to start and end it. */
export interface Job<T> {
  readonly state: JobState<T>;
  /** Starts anew, ending one that still runs; its result, or null when it was stopped, overtaken or failed. */
  readonly run: (work: (options: JobOptions) => BundleResult<T>) => Promise<T | null>;
  /** Ends it because the person wants that. */
  readonly stop: () => void;
  /** Ends it and forgets what came of it. */
  readonly clear: () => void;
}

/** Runs one long job at a time, follows it, and ends it when the component goes. */
export function useJob<T>(): Job<T> {
  const [state, setState] = useState<JobState<T>>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async (work: (options: JobOptions) => BundleResult<T>): Promise<T | null> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const isMine = () => running.current === mine && !mine.signal.aborted;
    setState({ kind: 'working' });
    const result = await work({
      signal: mine.signal,
      onProgress: (progress) => void (isMine() && setState({ kind: 'working', progress })),
    });
    // What was stopped or overtaken has said so already.
    if (!isMine()) return null;
    if (result.ok) setState({ kind: 'done', value: result.value });
    else if (result.error.kind === 'cancelled') setState({ kind: 'stopped' });
    else setState({ kind: 'problem', problem: result.error });
    return result.ok ? result.value : null;
  }, []);

  const end = useCallback((next: 'idle' | 'stopped') => {
    running.current?.abort();
    running.current = null;
    setState({ kind: next });
  }, []);
  const stop = useCallback(() => end('stopped'), [end]);
  const clear = useCallback(() => end('idle'), [end]);
  return { state, run, stop, clear };
}
