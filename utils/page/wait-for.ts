import { err, ok, type Result } from '../domain/result';
import { onQuiet } from './observe';

/** Why waiting ended without anything found. */
export interface WaitProblem {
  readonly kind: 'timeout' | 'aborted';
}

// A shadow root that an element gets later is no mutation: look again now and then.
const POLL_MS = 500;

/**
 * Waits until `find` finds something.
 *
 * Errors: `timeout`; `aborted` when the signal ends first.
 */
export const waitFor = <T>(
  find: () => T | null | undefined,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number; readonly roots: readonly Node[] },
): Promise<Result<T, WaitProblem>> =>
  new Promise((resolve) => {
    const life = new AbortController();
    const finish = (outcome: Result<T, WaitProblem>): void => {
      life.abort();
      clearTimeout(limit);
      clearInterval(poll);
      resolve(outcome);
    };
    const look = (): void => {
      if (life.signal.aborted) return;
      const found = find();
      if (found !== null && found !== undefined) finish(ok(found));
    };
    const limit = setTimeout(() => finish(err({ kind: 'timeout' })), options.timeoutMs);
    const poll = setInterval(look, POLL_MS);
    if (options.signal.aborted) return finish(err({ kind: 'aborted' }));
    options.signal.addEventListener('abort', () => finish(err({ kind: 'aborted' })), { signal: life.signal });
    onQuiet(options.roots, life.signal, look);
    look();
  });
