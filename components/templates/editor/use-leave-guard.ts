import { useEffect, useState } from 'react';

/** A way out that waits for an answer. */
export type WayOut = () => void;

/**
 * While something is unsaved, links to other pages of the dashboard wait: `wayOut` is where somebody wanted to go. The browser's
 * own question is asked as long as there is kept work, wherever in the dashboard somebody is by then.
 */
export function useLeaveGuard(isUnsaved: boolean) {
  const [wayOut, setWayOut] = useState<{ readonly go: WayOut } | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const view = new AbortController();
    const { signal } = view;
    const hold = (event: MouseEvent) => {
      // A new tab takes nothing away from this one.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const href = link?.getAttribute('href');
      if (!href || link?.getAttribute('target') === '_blank') return;
      event.preventDefault();
      event.stopPropagation();
      setWayOut({ go: () => (location.hash = href) });
    };
    document.addEventListener('click', hold, { capture: true, signal });
    return () => view.abort();
  }, [isUnsaved]);
  return {
    wayOut,
    /** Goes at once when nothing is unsaved, else asks. */
    leave: (go: WayOut) => (isUnsaved ? setWayOut({ go }) : go()),
    stay: () => setWayOut(null),
  };
}
