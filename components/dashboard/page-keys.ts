import { useEffect, useRef } from 'react';
import type { NavPage } from './route';

/** The letter that leads to a page, after `g`. */
export const pageKeys: Readonly<Record<NavPage, string>> = {
  today: 't',
  buyers: 'b',
  templates: 'e',
  rules: 'm',
  reports: 'r',
  log: 'w',
  team: 'a',
  converter: 'c',
  practice: 'p',
  settings: 's',
};

/** After `g` the letter has to come within this time. Units: milliseconds. */
const LETTER_WITHIN_MS = 1_500;
const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog';

const pageFor = (letter: string): NavPage | undefined =>
  (Object.keys(pageKeys) as NavPage[]).find((page) => pageKeys[page] === letter);

/** What the keys of the dashboard do. */
export interface DashboardKeys {
  readonly onPage: (page: NavPage) => void;
  readonly onHelp: () => void;
}

/** `g` and a letter for the pages, `?` for help; not while something is typed, and not with another key held. */
export function useDashboardKeys(keys: DashboardKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const life = new AbortController();
    let goUntil = -Infinity;
    const hear = (event: KeyboardEvent) => {
      // Not `target`: of a field inside a shadow root that names the root's host alone.
      const [target] = event.composedPath();
      const isGoing = performance.now() < goUntil;
      if (event.key === 'Shift') return;
      goUntil = -Infinity;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(TYPED_INTO)) return;
      const letter = event.key.toLowerCase();
      const page = isGoing ? pageFor(letter) : undefined;
      if (page !== undefined) now.current.onPage(page);
      else if (event.key === '?') now.current.onHelp();
      else if (letter === 'g' && !event.shiftKey) goUntil = performance.now() + LETTER_WITHIN_MS;
      else return;
      event.preventDefault();
      // The page's own keys have letters of their own.
      event.stopPropagation();
    };
    // Before the keys of the page, so that the letter after `g` means the page alone.
    window.addEventListener('keydown', hear, { capture: true, signal: life.signal });
    return () => life.abort();
  }, []);
}
