import { useCallback, useState } from 'react';
import type { BuyerRow } from '@/utils/domain/records';
import { ok } from '@/utils/domain/result';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { useApp } from '../dashboard/app-context';

/** The beginning of the list of buyers. */
export interface FirstBuyers {
  readonly rows: readonly BuyerRow[];
  readonly hasMore: boolean;
}

/** The first buyers for what is in a search box, read again after every change. */
export function useBuyerList(limit: number) {
  const { buyers } = useApp().api;
  const [search, setSearch] = useState('');
  const reading = useReading(
    useCallback(async () => {
      const page = await buyers.page({ filter: search.trim() === '' ? {} : { search }, limit });
      if (!page.ok) return page;
      const { lines, next } = page.value;
      return ok<FirstBuyers>({ rows: lines.map(({ buyer }) => buyer), hasMore: next !== undefined });
    }, [buyers, search, limit]),
    isAboutBuyers,
  );
  return { ...reading, search, setSearch };
}
