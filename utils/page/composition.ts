import { listen } from './lifetime';

/** Whether an input method is composing in a field, and when it stops. */
export interface Composition {
  isActive(): boolean;
  /** Resolves to true once nothing is composed any more, to false when that takes longer than the limit. */
  ended(limitMs: number): Promise<boolean>;
}

/** Follows the compositions in a field. */
export const trackComposition = (field: HTMLElement, signal: AbortSignal): Composition => {
  let isComposing = false;
  listen(field, ['compositionstart', 'compositionupdate'], () => (isComposing = true), { signal, capture: true });
  listen(field, ['compositionend'], () => (isComposing = false), { signal, capture: true });

  const ended = (limitMs: number): Promise<boolean> => {
    if (!isComposing) return Promise.resolve(true);
    return new Promise((resolve) => {
      const wait = new AbortController();
      const finish = (hasEnded: boolean): void => {
        wait.abort();
        clearTimeout(timer);
        resolve(hasEnded);
      };
      const timer = setTimeout(() => finish(false), limitMs);
      // A task later: browsers differ in whether the last `input` comes before or after the end.
      listen(field, ['compositionend'], () => setTimeout(() => finish(!isComposing), 0), { signal: wait.signal });
    });
  };
  return { isActive: () => isComposing, ended };
};
