import { facetOf, facetRange, facetRest, type Facet } from '../../domain/customers/facets';
import type { BuyerRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import type { BuyerPage } from '../buyers-api';

/** What one page may read: a rare combination goes on with the next page. Units: keys of entries. */
const MOST_READ = 4_000;
/** What a row costs to read in the order of a list. Units: keys of entries. */
const ROW = 4;
/** A list is read beside the rarest one up to this many times its length; a longer one is looked for in the rows. */
const LONGER = 3;
/** So few entries are sooner read as rows than joined. */
const FEW = 150;
const LEAST = 64;
/** Keys of a list, and rows, read at a time. */
const MOST_KEYS = 2_000;
const MOST_ROWS = 250;
/** Read a little further than luck would have it, rather than once more. */
const MARGIN = 1.2;

/** One of the lists a record must stand in, with how many do. */
interface SizedList {
  readonly list: Facet;
  readonly size: number;
}

const sizesOf = async (
  db: Db,
  lists: readonly Facet[],
): Promise<{ readonly sorted: readonly SizedList[]; readonly all: number }> => {
  const counts = await db.counters.bulkGet([...lists, 'all']);
  const sized = lists.map((list, at) => ({ list, size: counts[at]?.count ?? 0 }));
  return { sorted: sized.sort((a, b) => a.size - b.size), all: counts[lists.length]?.count ?? 0 };
};

/** How much of each list to read for so many records in all of them, were the lists independent. Units: entries. */
const shareOf = (lists: readonly SizedList[], all: number, wanted: number): number => {
  const common = lists.reduce((share, { size }) => share * (size / Math.max(1, all)), Math.max(1, all));
  return Math.min(1, (MARGIN * wanted) / Math.max(1, common));
};

const restIn = (row: BuyerRow | undefined, list: Facet): string | undefined => {
  const entry = row?.facets?.find((one) => facetOf(one) === list);
  return entry === undefined ? undefined : facetRest(entry);
};

/** The place of a record, the same in all its lists. */
const placeOf = (row: BuyerRow | undefined): string | undefined => row && restIn(row, 'all');

const inAll = (row: BuyerRow, lists: readonly Facet[]): boolean =>
  lists.every((list) => restIn(row, list) !== undefined);

/** The next records that may stand in all lists, and up to which place that is all there are; undefined for the end. */
interface Stretch {
  readonly rows: readonly BuyerRow[];
  readonly upTo: string | undefined;
}

const entriesOf = (db: Db, list: Facet, from: string | undefined) => {
  const { after, before } = facetRange(list, from === undefined ? undefined : `${list}\t${from}`);
  return db.buyers.where('facets').between(after, before, false, false);
};

/** Of one list, as rows. */
const walk = async (db: Db, list: Facet, from: string | undefined, size: number): Promise<Stretch> => {
  const rows = await entriesOf(db, list, from).limit(size).toArray();
  return { rows, upTo: rows.length < size ? undefined : restIn(rows.at(-1), list) };
};

/** Of several lists: their keys side by side, and as rows only what stands in each. */
const meet = async (
  db: Db,
  lists: readonly { readonly list: Facet; readonly size: number }[],
  from: string | undefined,
): Promise<Stretch> => {
  const read = await Promise.all(lists.map(({ list, size }) => entriesOf(db, list, from).limit(size).primaryKeys()));
  const [rarest = [], ...others] = read;
  const sets = others.map((keys) => new Set(keys));
  const met = rarest.filter((key) => sets.every((set) => set.has(key)));
  const taken = met.slice(0, MOST_ROWS);
  // Beyond the end of the stretch of any list nobody knows yet what stands in all of them.
  const ends = lists.flatMap(({ list, size }, at) => {
    const key = read[at]?.at(-1);
    return key === undefined || (read[at]?.length ?? 0) < size ? [] : [{ list, key }];
  });
  const found = await db.buyers.bulkGet([...taken, ...ends.map(({ key }) => key)]);
  const rows = found.slice(0, taken.length).flatMap((row) => row ?? []);
  const places = ends.map(({ list }, at) => restIn(found[taken.length + at], list));
  if (met.length > taken.length) places.push(placeOf(rows.at(-1)));
  const [upTo] = places.flatMap((place) => place ?? []).sort();
  return { rows: rows.filter((row) => upTo === undefined || (placeOf(row) ?? '') <= upTo), upTo };
};

/**
 * A page of the records that stand in several lists, seen last first. All lists are in the same order, so where a page
 * ends is a place in any of them.
 */
export const commonPage = (
  db: Db,
  lists: readonly Facet[],
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
): Promise<BuyerPage> =>
  db.transaction('r', db.buyers, db.counters, async () => {
    const { sorted, all } = await sizesOf(db, lists);
    const rarest = sorted[0] ?? { list: 'all' as const, size: 0 };
    const share = shareOf(sorted, all, limit + 1);
    const sizeOf = ({ size }: SizedList): number => Math.max(LEAST, Math.ceil(size * share));
    const beside = sizeOf(rarest) > FEW ? sorted.filter(({ size }) => size <= rarest.size * LONGER) : [];
    const read = beside.map((one) => ({ list: one.list, size: Math.min(MOST_KEYS, sizeOf(one)) }));
    const rows = Math.min(MOST_ROWS, sizeOf(rarest));
    const [next, cost] =
      read.length > 1
        ? [(from?: string) => meet(db, read, from), read.reduce((sum, { size }) => sum + size, 0)]
        : [(from?: string) => walk(db, rarest.list, from, rows), rows * ROW];
    const found: BuyerRow[] = [];
    const page = (end: string | undefined): BuyerPage => ({
      lines: found.map((buyer) => ({ buyer })),
      ...(end === undefined ? {} : { next: `${rarest.list}\t${end}` }),
    });
    let place = cursor !== undefined && lists.includes(facetOf(cursor)) ? facetRest(cursor) : undefined;
    for (let spent = 0; spent < MOST_READ; spent += cost) {
      const { rows: some, upTo } = await next(place);
      for (const row of some) {
        if (found.length === limit) return page(place);
        place = placeOf(row) ?? place;
        if (inAll(row, lists)) found.push(row);
      }
      if (upTo === undefined) return page(undefined);
      place = upTo;
    }
    return page(place);
  });
