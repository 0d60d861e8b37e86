import { facetOf, facetRange, facetRest, pairOf, type Facet } from '../../domain/customers/facets';
import type { BuyerRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import type { BuyerPage } from '../buyers-api';

/** What one page may read: a rare combination goes on with the next page. Units: records. */
const MOST_READ = 1_000;
/** Records read at a time. */
const MOST_ROWS = 250;
/** Read a little further than luck would have it, rather than once more. */
const MARGIN = 1.2;

/** The list to walk, and which part of it is likely to stand in all the others. */
interface Walked {
  readonly list: Facet;
  readonly share: number;
}

/** The shortest list that holds all the wanted records, were the lists independent. */
const shortest = async (db: Db, lists: readonly Facet[]): Promise<Walked> => {
  const counts = await db.counters.bulkGet([...lists, 'all']);
  const all = Math.max(1, counts[lists.length]?.count ?? 0);
  const singles = lists.map((list, at) => ({ list, part: Math.min(1, (counts[at]?.count ?? 0) / all) }));
  const pairs = singles.flatMap((one, at) =>
    singles.slice(at + 1).flatMap((other) => {
      const list = pairOf(one.list, other.list);
      return list === undefined ? [] : [{ list, part: one.part * other.part }];
    }),
  );
  const [first] = [...pairs, ...singles].sort((a, b) => a.part - b.part);
  const common = singles.reduce((share, { part }) => share * part, 1);
  return { list: first?.list ?? 'all', share: first && first.part > 0 ? common / first.part : 1 };
};

/** The place of a record, the same in all its lists; undefined for one that stands in none. */
const placeOf = (row: BuyerRow | undefined): string | undefined => {
  const [entry] = row?.facets ?? [];
  return entry === undefined ? undefined : facetRest(entry);
};

const inAll = ({ facets = [] }: BuyerRow, lists: readonly Facet[]): boolean => {
  const own = facets.map(facetOf);
  return lists.every((list) => own.includes(list));
};

/**
 * A page of the records that stand in several lists of which no list of their own is kept, seen last first: the shortest
 * one is walked and the others looked for in its records. All lists are in the same order, so where a page ends is a
 * place in any of them.
 */
export const commonPage = (
  db: Db,
  lists: readonly Facet[],
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<BuyerPage> =>
  db.transaction('r', db.buyers, db.counters, async () => {
    const { list, share } = await shortest(db, lists);
    const size = Math.min(MOST_ROWS, Math.ceil((MARGIN * (limit + 1)) / Math.max(share, 0.001)));
    const found: BuyerRow[] = [];
    const page = (end: string | undefined): BuyerPage => ({
      lines: found.map((buyer) => ({ buyer })),
      ...(end === undefined ? {} : { next: `${list}\t${end}` }),
    });
    let place = cursor?.includes('\t') ? facetRest(cursor) : undefined;
    for (let read = 0; read < MOST_READ; read += size) {
      const { after, before } = facetRange(list, place === undefined ? undefined : `${list}\t${place}`);
      const rows = await db.buyers.where('facets').between(after, before, false, false).limit(size).toArray();
      for (const row of rows) {
        if (found.length === limit) return page(place);
        place = placeOf(row) ?? place;
        if (inAll(row, lists)) found.push(row);
      }
      if (rows.length < size) return page(undefined);
    }
    return page(place);
  });
