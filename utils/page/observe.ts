// Trailing calls come at most this often.
const REST_MS = 250;
// A busy page has no idle moments; then the call comes anyway.
const IDLE_LIMIT_MS = 250;

const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  // Component kits keep text and state in attributes; `style` is left out, animations change it all the time.
  attributeFilter: [
    'class',
    'value',
    'label',
    'text',
    'header',
    'description',
    'variant',
    'visible',
    'disabled',
    'hidden',
  ],
};

/** Runs something in the next idle moment of the page. */
export const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: IDLE_LIMIT_MS });
  else setTimeout(run, 1);
};

/**
 * Calls back when something under the roots has changed: in the next idle moment, then at most every 250 ms.
 *
 * After the first mutation the observer is taken off until the callback runs, so that a page with thousands of
 * mutations a second costs no more than one with four. Nothing is missed: observing starts again before the callback
 * looks at the page. The page is never queried here.
 */
export const onQuiet = (roots: readonly Node[], signal: AbortSignal, onChange: () => void): void => {
  const watched = new Set<Node>(roots);
  let lastRun = -Infinity;
  let isDue = false;

  const observe = (): void => {
    for (const root of watched) observer.observe(root, WATCHED);
  };
  const run = (): void => {
    if (signal.aborted) return;
    isDue = false;
    lastRun = performance.now();
    for (const root of watched) if (!root.isConnected) watched.delete(root);
    observe();
    onChange();
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (isDue) return;
    isDue = true;
    const restMs = lastRun + REST_MS - performance.now();
    if (restMs <= 0) whenIdle(run);
    else setTimeout(() => whenIdle(run), restMs);
  });

  if (!signal.aborted) observe();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
};
