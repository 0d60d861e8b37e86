import { brandAs, type BuyerKey } from '../../domain/ids';
import { byPlace, findHits, openParts, type HitPlace, type OpenPart } from '../../domain/customers/search-hits';
import { findWords, searchWords, type SearchWord } from '../../domain/customers/search-words';
import type { BuyerRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { BuyerFilter, BuyerLine, BuyerPage, JobOptions } from '../buyers-api';
import { reading, type RecordDeps } from '../records';
import { findByNumber, type NumberHit } from './search-numbers';
import { catchUp, prepareIndex, recordsToSearch } from './search-prepare';
import { indexedLists, isWanted, readRecords, textsOf, type SearchRecord } from './search-records';
import { partIds, readParts, readState, type SearchState } from './search-store';

/** What is looked for, and which page of it. */
export interface BuyerSearch {
  readonly words: string;
  /** `search` of it does not count. */
  readonly filter: BuyerFilter;
  readonly cursor?: string;
  readonly limit: number;
}

const LARGEST_PAGE = 50;
/** Records looked at for one page: with a rare filter a page comes back short and the next one goes on. */
const MOST_READ = 250;
/** A search waits this long for what has just changed. Units: ms. */
const PATIENCE_MS = 60;
/** More records than this are not taken up within a search. */
const FEW = 100;

const cursorOf = ({ rank, seenMs, key }: HitPlace): string => `${rank}:${seenMs}:${key}`;

const placeOf = (cursor: string | undefined): HitPlace | undefined => {
  const [, rank, seenMs, key] = /^([\d.]+):(\d+):(.*)$/.exec(cursor ?? '') ?? [];
  return rank === undefined || seenMs === undefined || key === undefined
    ? undefined
    : { rank: Number(rank), seenMs: Number(seenMs), key };
};

/** How far the index is, 0 to 1; undefined when nothing is missing. */
const preparedOf = async (db: Db, state: SearchState | undefined, waiting: number): Promise<number | undefined> => {
  if (state?.stage === 'ready' && waiting === 0) return undefined;
  const total = await recordsToSearch(db);
  if (total === 0 && waiting === 0) return undefined;
  const done = state?.stage === 'ready' ? total - waiting : (state?.docs ?? 0);
  return Math.max(0, Math.min(0.99, total === 0 ? 0 : done / total));
};

interface Found {
  readonly line: BuyerLine;
  readonly place: HitPlace;
}

/** The record somebody who looks for one of its joined records wants to see. */
const rootsOf = async (db: Db, buyers: readonly BuyerRow[]): Promise<ReadonlyMap<BuyerKey, BuyerRow>> => {
  const wanted = [...new Set(buyers.flatMap(({ joinedTo }) => (joinedTo ? [joinedTo] : [])))];
  if (wanted.length === 0) return new Map();
  const rows = (await db.buyers.bulkGet(wanted)).filter((row): row is BuyerRow => row?.deleted === 0);
  const above = await rootsOf(
    db,
    rows.filter(({ joinedTo, key }) => joinedTo && !wanted.includes(joinedTo) && joinedTo !== key),
  );
  return new Map(rows.map((row) => [row.key, (row.joinedTo ? above.get(row.joinedTo) : undefined) ?? row]));
};

/** The lines of some hits, without those whose words are gone since they were indexed. */
const linesOf = async (
  db: Db,
  hits: readonly HitPlace[],
  asked: { readonly words: readonly SearchWord[]; readonly filter: BuyerFilter },
): Promise<readonly Found[]> => {
  const rankOf = new Map(hits.map(({ key, rank }) => [key, rank]));
  const isSettled = (buyer: BuyerRow): boolean =>
    findWords(textsOf({ buyer, notes: [], orders: [] }), asked.words) !== null;
  const records = await readRecords(
    db,
    hits.map(({ key }) => brandAs<'BuyerKey'>(key)),
    {
      notes: ({ key }) => rankOf.get(key) === 4,
      orders: (buyer) => (rankOf.get(buyer.key) ?? 0) >= 3 && !isSettled(buyer),
    },
  );
  const roots = await rootsOf(
    db,
    [...records.values()].map(({ buyer }) => buyer),
  );
  return hits.flatMap((place): readonly Found[] => {
    const record: SearchRecord | undefined = records.get(brandAs<'BuyerKey'>(place.key));
    if (record === undefined || record.buyer.deleted === 1) return [];
    const buyer = (record.buyer.joinedTo ? roots.get(record.buyer.joinedTo) : undefined) ?? record.buyer;
    const found = findWords(textsOf(record), asked.words);
    return found === null || !isWanted(buyer, asked.filter) ? [] : [{ line: { buyer, found }, place }];
  });
};

/** Search over buyers, and bringing its index up to date. */
export interface BuyerSearcher {
  /**
   * A page of the records that hold all words: numbers first, then by field and by when a record was seen last. Archived
   * records are found too, marked as such.
   */
  searchBuyers(asked: BuyerSearch): ApiResult<BuyerPage>;
  /** Brings the index up to date, part by part; at once when nothing has changed. */
  prepareSearch(options?: JobOptions): ApiResult<null>;
}

/** Search over the given store; what it has read of the index it keeps. */
export const createBuyerSearch = (deps: Pick<RecordDeps, 'db'>): BuyerSearcher => {
  let open: readonly OpenPart[] = [];

  const refresh = async (db: Db, known: readonly string[]): Promise<readonly OpenPart[]> => {
    let ids = known;
    // Twice at most: parts that were merged between the two reads are in a part the next look finds.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const kept = open.filter(({ id }) => ids.includes(id));
      const missing = ids.filter((id) => !kept.some((one) => one.id === id));
      const fresh = missing.length === 0 ? [] : await readParts(db, missing);
      if (missing.length === 0 && kept.length === open.length) return open;
      const all = [...kept, ...fresh].sort((a, b) => (a.id < b.id ? -1 : 1));
      open = openParts(all, kept);
      if (fresh.length === missing.length) return open;
      ids = await partIds(db);
    }
    return open;
  };

  const look = (db: Db) =>
    db.transaction('r', [db.searchParts, db.changed], async () => {
      const [state, ids, changed] = await Promise.all([readState(db), partIds(db), db.changed.limit(FEW).toArray()]);
      return { state, ids, waiting: changed.reduce((sum, { keys }) => sum + keys.length, 0) };
    });

  /** How the index stands, after a little that has just changed was taken up. */
  const upToDate = async (db: Db): Promise<Awaited<ReturnType<typeof look>>> => {
    const seen = await look(db);
    if (seen.state?.stage !== 'ready' || seen.waiting === 0 || seen.waiting > FEW) return seen;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([catchUp(db), patience]);
    return look(db);
  };

  return {
    searchBuyers: ({ words: query, filter, cursor, limit }) =>
      reading<BuyerPage>(deps, async (db) => {
        const words = searchWords(query);
        const size = Math.min(Math.max(1, limit), LARGEST_PAGE);
        if (words.length === 0) return ok({ lines: [] });
        const [{ state, ids, waiting }, numbers] = await Promise.all([upToDate(db), findByNumber(db, query)]);
        const [parts, prepared] = await Promise.all([refresh(db, ids), preparedOf(db, state, waiting)]);
        const lists = indexedLists(filter);
        const byNumber = new Set(numbers.map(({ place }) => place.key));
        let last = placeOf(cursor);
        const lines = new Map<BuyerKey, BuyerLine>();
        const take = ({ line, place }: Found | NumberHit): void => {
          last = place;
          if (!lines.has(line.buyer.key)) lines.set(line.buyer.key, line);
        };
        for (const hit of numbers) {
          if (lines.size < size && (!last || byPlace(hit.place, last) > 0) && isWanted(hit.line.buyer, filter))
            take(hit);
        }
        let isEnd = false;
        for (let read = 0; lines.size < size && read < MOST_READ && !isEnd;) {
          const wanted = size - lines.size;
          const after = last;
          const hits = findHits(parts, { words, lists }, { limit: wanted, ...(after ? { after } : {}) });
          isEnd = hits.length < wanted;
          read += hits.length;
          const found = await linesOf(
            db,
            hits.filter(({ key }) => !byNumber.has(key)),
            { words, filter },
          );
          found.forEach(take);
          last = hits.at(-1) ?? last;
        }
        return ok({
          lines: [...lines.values()],
          ...(isEnd || !last ? {} : { next: cursorOf(last) }),
          ...(prepared === undefined ? {} : { prepared }),
        });
      }),

    prepareSearch: (options = {}) =>
      reading(deps, async (db) => {
        await prepareIndex(db, options);
        return ok(null);
      }),
  };
};
