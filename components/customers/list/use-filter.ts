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
 * The filter of the list. Its choices live in the address and are steps of the browser's history; the words that are
 * looked for are gone with the page. `asked` changes when other buyers are asked for.
 */
export function useFilter() {
  const query = useSyncExternalStore(subscribe, () => queryOf(window.location.hash));
  const [text, setText] = useState('');
  const [search, settle] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const filter = useMemo(() => ({ ...readFilter(query), ...(search && { search }) }), [query, search]);

  const setFilter = useCallback((next: BuyerFilter) => {
    clearTimeout(timer.current);
    window.location.hash = addressWith(next);
    setText(next.search ?? '');
    settle(next.search?.trim() ?? '');
  }, []);
  const setSearch = useCallback((typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(typed.trim()), SETTLE_MS);
  }, []);
  return { filter, query, asked: `${query}\n${search}`, search: text, setFilter, setSearch };
}
