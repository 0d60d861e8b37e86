import { useCallback, useRef, useState } from 'react';
import type { BundleApiProblem, ImportEntry } from '@/utils/app/bundles-api';
import type { Progress } from '@/utils/app/buyers-api';
import { useApp } from '../../dashboard/app-context';

/** Where applying stands. */
export type ApplyingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly fileName: string; readonly progress?: Progress }
  | { readonly kind: 'problem'; readonly problem: BundleApiProblem };

/** How applying ended: null when it failed, which the state tells. */
export type AppliedAs = 'applied' | 'stopped' | null;

/** The import that is being applied, and the ways to begin and stop it. */
export interface Applying {
  readonly state: ApplyingState;
  readonly apply: (entry: ImportEntry) => Promise<AppliedAs>;
  /** It goes back to where it began; that takes a moment, and only its end is told. */
  readonly stop: () => void;
}

/**
 * Applies one import at a time. Other than `useJob` it goes on when the component goes: stopping would take back what was
 * written so far, and nobody has asked for that.
 */
export function useApplying(): Applying {
  const { bundles } = useApp().api;
  const [state, setState] = useState<ApplyingState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  const apply = useCallback(
    async ({ id, fileName }: ImportEntry): Promise<AppliedAs> => {
      const mine = new AbortController();
      running.current = mine;
      setState({ kind: 'working', fileName });
      const onProgress = (progress: Progress) => setState({ kind: 'working', fileName, progress });
      const done = await bundles.apply({ importId: id }, { signal: mine.signal, onProgress });
      running.current = null;
      const isStopped = !done.ok && done.error.kind === 'cancelled';
      setState(done.ok || isStopped ? { kind: 'idle' } : { kind: 'problem', problem: done.error });
      if (isStopped) return 'stopped';
      return done.ok ? 'applied' : null;
    },
    [bundles],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, apply, stop };
}
