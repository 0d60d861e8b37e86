import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { useApp } from '../../dashboard/app-context';
import { isAboutBuyers } from '../../dashboard/use-reading';
import { openBlocks } from './blocks';

const PAGE_LINES = 50;

// A burst of changes (a list being read, tags for many) is one reading. Units: milliseconds.
const GATHER_MS = 20;

/** The list of buyers for a filter, read again after every change wherever it was made. */
export function useBlocks(filter: BuyerFilter) {
  const { buyers } = useApp().api;
  const { listen } = useApp();
  const list = useMemo(
    () =>
      openBlocks((cursor) => buyers.page({ filter, limit: PAGE_LINES, ...(cursor === undefined ? {} : { cursor }) })),
    [buyers, filter],
  );
  useEffect(() => {
    const page = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (topics: readonly string[]) => {
      if (!topics.some(isAboutBuyers)) return;
      clearTimeout(timer);
      timer = setTimeout(list.again, GATHER_MS);
    };
    listen(heard, page.signal);
    list.look(0, 0);
    return () => {
      page.abort();
      clearTimeout(timer);
      list.close();
    };
  }, [list, listen]);
  const now = useSyncExternalStore(list.subscribe, list.view);
  // While another list is read for the first time the one before stays: no flicker while words are typed.
  const known = useRef(now);
  useEffect(() => {
    if (now.isKnown) known.current = now;
  }, [now]);
  return { list, view: now.isKnown || now.problem ? now : known.current };
}
