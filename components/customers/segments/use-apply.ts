import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { Progress, SegmentsApi } from '@/utils/app/buyers-api';

/** How the records are being sorted: not now, so far, or what came of it. */
export type Applying =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'done' | 'stopped'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** Sorts the records anew, with progress; it stops when asked, or when nobody looks any more. */
export function useApply(api: SegmentsApi) {
  const [state, set] = useState<Applying>({ kind: 'idle' });
  const job = useRef<AbortController>(undefined);
  useEffect(() => () => job.current?.abort(), []);
  const start = useCallback(async () => {
    const mine = new AbortController();
    job.current?.abort();
    job.current = mine;
    set({ kind: 'running', progress: null });
    const applied = await api.apply({
      signal: mine.signal,
      onProgress: (progress) => job.current === mine && set({ kind: 'running', progress }),
    });
    if (job.current !== mine) return;
    if (!applied.ok) set({ kind: 'failed', problem: applied.error });
    else set({ kind: mine.signal.aborted ? 'stopped' : 'done', progress: applied.value });
  }, [api]);
  const stop = useCallback(() => job.current?.abort(), []);
  return { state, start, stop };
}
