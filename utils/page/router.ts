import { every, listen } from './lifetime';

// The floor: pages may change their address in ways none of the events report to us.
const POLL_MS = 500;

/** The part of the Navigation API that is used; not every browser has it. */
interface NavigationEvents {
  readonly navigation?: EventTarget;
}

/**
 * Reports the address now and after every change: load, history, hash, query changed in place, return from the
 * back/forward cache. Each change once. Reads one string twice a second; nothing while the tab is hidden.
 */
export const watchRoutes = (signal: AbortSignal, onRoute: (url: URL) => void): void => {
  if (signal.aborted) return;
  let known = '';
  const look = (): void => {
    const href = location.href;
    if (href === known || signal.aborted) return;
    known = href;
    onRoute(new URL(href));
  };
  const { navigation } = window as NavigationEvents;
  if (navigation) listen(navigation, ['currententrychange', 'navigatesuccess'], look, { signal });
  listen(window, ['popstate', 'hashchange', 'pageshow'], look, { signal });
  listen(document, ['visibilitychange'], look, { signal });
  const lookWhenShown = (): void => {
    if (!document.hidden) look();
  };
  every(POLL_MS, lookWhenShown, signal);
  look();
};
