import { facetOf, facetRange, pairOf, tagFacet, type Facet } from '../../domain/customers/facets';
import type { BuyerRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { BuyerFilter, BuyerPage, BuyersApi } from '../buyers-api';
import { reading, type RecordDeps } from '../records';
import { archivedPage } from './archived-page';
import { commonPage } from './common-page';
import type { BuyerSearcher } from './search';

const LARGEST_PAGE = 200;

const listsOf = ({ shopId, segment, tag, country }: BuyerFilter): readonly Facet[] => {
  const lists: readonly Facet[] = [
    ...(segment === undefined ? [] : [`segment:${segment}` as const]),
    ...(tag === undefined ? [] : [tagFacet(tag)]),
    ...(country === undefined ? [] : [`country:${country}` as const]),
    ...(shopId === undefined ? [] : [`shop:${shopId}` as const]),
  ];
  return lists.length === 0 ? ['all'] : lists;
};

const entryIn = (row: BuyerRow | undefined, list: Facet): string | undefined =>
  row?.facets?.find((entry) => facetOf(entry) === list);

/** A page of the records of one list, seen last first. */
const pageOf = async (
  db: Db,
  list: Facet,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<BuyerPage> => {
  const { after, before } = facetRange(list, cursor !== undefined && facetOf(cursor) === list ? cursor : undefined);
  const read = await db.buyers
    .where('facets')
    .between(after, before, false, false)
    .limit(limit + 1)
    .toArray();
  const rows = read.slice(0, limit);
  const next = read.length > limit ? entryIn(rows.at(-1), list) : undefined;
  return { lines: rows.map((buyer) => ({ buyer })), ...(next === undefined ? {} : { next }) };
};

/** Lists of buyers, and how many stand in each. */
export const createBuyerLists = (
  deps: Pick<RecordDeps, 'db'>,
  search: BuyerSearcher['searchBuyers'],
): Pick<BuyersApi, 'page' | 'counts'> => ({
  page: async ({ filter, cursor, limit }): ApiResult<BuyerPage> => {
    const { search: words = '', ...lists } = filter;
    const from = cursor === undefined ? {} : { cursor };
    if (words.trim() !== '') return search({ words, filter: lists, ...from, limit });
    if (filter.archived === true) return archivedPage(deps, { filter: lists, ...from, limit });
    const size = Math.min(Math.max(1, limit), LARGEST_PAGE);
    const [list = 'all', ...more] = listsOf(filter);
    const both = more.length === 1 ? pairOf(list, more[0]!) : undefined;
    const one = both ?? (more.length === 0 ? list : undefined);
    const part = { cursor, limit: size };
    return reading(deps, async (db) =>
      ok(one === undefined ? await commonPage(db, [list, ...more], part) : await pageOf(db, one, part)),
    );
  },

  counts: () =>
    reading(deps, async (db) => {
      const rows = await db.counters.toArray();
      return ok(Object.fromEntries(rows.map(({ facet, count }) => [facet, count])));
    }),
});
