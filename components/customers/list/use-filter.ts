import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { queryOf, readFilter, writeFilter } from './filter-address';

/** Words are looked for once nothing was typed for this long. Units: milliseconds. */
const SETTLE_MS = 150;

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

const addressWith = (filter: BuyerFilter): string => {
  const [path = ''] = window.location.hash.split('?', 1);
  const query = writeFilter(filter);
  return `${path || '#/buyers'}${query && '?'}${query}`;
};

/**
 * The filter of the list, which lives in the address: choices are steps of the browser's history, words that are being
 * typed are not.
 */
export function useFilter() {
  const query = useSyncExternalStore(subscribe, () => queryOf(window.location.hash));
  const filter = useMemo(() => readFilter(query), [query]);
  const search = filter.search ?? '';
  const [text, setText] = useState(search);
  const written = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // Somebody went back, or chose a saved view: the box follows. Its own words come back late and change nothing.
  useEffect(() => {
    if (search === written.current) return;
    written.current = search;
    clearTimeout(timer.current);
    setText(search);
  }, [search]);

  const setFilter = useCallback((next: BuyerFilter) => {
    clearTimeout(timer.current);
    window.location.hash = addressWith(next);
  }, []);
  const setSearch = useCallback((typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = typed.trim();
      const now = readFilter(queryOf(window.location.hash));
      window.location.replace(addressWith({ ...now, search: typed }));
    }, SETTLE_MS);
  }, []);
  return { filter, query, search: text, setFilter, setSearch };
}
