import { useEffect, useRef } from 'react';

/** What the keys of the page do. */
export interface LogKeys {
  readonly onNew: () => void;
  /** By how many days: -1 or 1. */
  readonly onStep: (days: -1 | 1) => void;
}

const TYPED_INTO = 'input, textarea, select, [contenteditable], [role="listbox"], dialog';

/**
 * N for a new entry, the arrows for the days; not while something is typed or chosen, and not with another key held.
 * Where lines run from right to left, the left arrow leads on.
 */
export function useLogKeys(keys: LogKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const life = new AbortController();
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      if (target instanceof Element && target.closest(TYPED_INTO)) return;
      const isRtl = getComputedStyle(document.documentElement).direction === 'rtl';
      const step = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 }[event.key] as -1 | 1 | undefined;
      if (step !== undefined) now.current.onStep(step);
      else if (event.key.toLowerCase() === 'n') now.current.onNew();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', hear, { signal: life.signal });
    return () => life.abort();
  }, []);
}
