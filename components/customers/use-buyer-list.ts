import { useCallback, useState } from 'react';
import { useApp } from '../dashboard/app-context';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { readBuyers } from './read-buyers';

/** The list of buyers for what is in the search box, read again after every change. */
export function useBuyerList(pageSize: number) {
  const { buyers } = useApp().api;
  const [query, setQuery] = useState({ search: '', wanted: pageSize });
  const reading = useReading(
    useCallback(() => readBuyers(buyers, query), [buyers, query]),
    isAboutBuyers,
  );
  return {
    ...reading,
    search: query.search,
    setSearch: (search: string) => setQuery({ search, wanted: pageSize }),
    showMore: () => setQuery(({ search, wanted }) => ({ search, wanted: wanted + pageSize })),
  };
}
