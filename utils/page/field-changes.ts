import type { Composition } from './composition';
import { every, listen } from './lifetime';
import { isActive, readText } from './selection';

// 150 ms: long enough to skip mid-word states, short enough that the underline feels immediate.
const QUIET_MS = 150;
// Pages set `value` without any event (after a send, when the thread changes): the only way to see it is to look.
const POLL_MS = 300;

/** Calls back with the text of a field once it has stopped changing; silent while an input method is composing. */
export const watchText = (
  field: HTMLElement,
  composition: Composition,
  signal: AbortSignal,
  onText: (text: string) => void,
): void => {
  if (signal.aborted) return;
  let known = readText(field);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let focus: AbortController | undefined;

  const settle = (): void => {
    quiet = undefined;
    if (signal.aborted || composition.isActive()) return;
    const text = readText(field);
    if (text === known) return;
    known = text;
    onText(text);
  };
  const wait = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(settle, QUIET_MS);
  };
  const look = (): void => {
    if (quiet === undefined && !composition.isActive() && readText(field) !== known) wait();
  };
  const leave = (): void => {
    focus?.abort();
    focus = undefined;
    look();
  };
  const enter = (): void => {
    leave();
    focus = new AbortController();
    every(POLL_MS, () => (field.isConnected ? look() : focus?.abort()), focus.signal);
  };

  listen(field, ['input', 'compositionend'], wait, { signal });
  listen(field, ['focus'], enter, { signal });
  listen(field, ['blur'], leave, { signal });
  if (isActive(field)) enter();
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(quiet);
      focus?.abort();
    },
    { once: true },
  );
};
