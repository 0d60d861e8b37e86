import { fromPack } from '../../domain/customers/pack';
import type { BuyerRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { BuyerFilter, BuyerPage, BuyersApi } from '../buyers-api';
import { reading, type RecordDeps } from '../records';
import { filterLists, searchLists } from './search-records';

/** Packs one page opens at most; a filter that few records meet goes on with the next page. */
const MOST_PACKS = 20;
const LARGEST_PAGE = 200;

/** Where a page ended: its pack, and the last record of it with its place, should it be gone by then. */
type Place = readonly [pack: string, key: string, at: number];

const readPlace = (cursor: string | undefined): Place | null => {
  try {
    const read: unknown = JSON.parse(cursor ?? 'null');
    const [pack, key, at] = Array.isArray(read) ? (read as readonly unknown[]) : [];
    return typeof pack === 'string' && typeof key === 'string' && Number.isInteger(at) ? [pack, key, Number(at)] : null;
  } catch {
    return null;
  }
};

/** The records of a pack behind a place in it. */
const behind = (rows: readonly BuyerRow[], [, key, at]: Place): number => {
  const found = rows.findIndex((row) => row.key === key);
  return (found < 0 ? at - 1 : found) + 1;
};

const isWanted = (filter: BuyerFilter): ((row: BuyerRow) => boolean) => {
  const { search: _words, ...lists } = filter;
  const asked = filterLists({ ...lists, archived: true });
  return (row) => !row.joinedTo && asked.every((list) => searchLists({ ...row, archived: 1 }).includes(list));
};

/** One pack at a time: a page is mostly full with the first, and each is a hundred records with everything about them. */
const nextPack = (db: Db, place: Place | null, opened: string | undefined) => {
  const { archive } = db;
  if (opened !== undefined) return archive.where('id').above(opened).first();
  return (place ? archive.where('id').aboveOrEqual(place[0]) : archive.orderBy('id')).first();
};

/**
 * A page of the archived records, those archived last first. It may hold fewer lines than were asked for, even none, and
 * still go on. Words are looked for with the search, not here.
 */
export const archivedPage = (
  deps: Pick<RecordDeps, 'db'>,
  { filter, cursor, limit }: Parameters<BuyersApi['page']>[0],
): ApiResult<BuyerPage> =>
  reading(deps, async (db) => {
    const size = Math.min(Math.max(1, limit), LARGEST_PAGE);
    const place = readPlace(cursor);
    const wanted = isWanted(filter);
    const lines: BuyerPage['lines'][number][] = [];
    let last: Place | null = null;
    for (let opened = 0; opened < MOST_PACKS; opened += 1) {
      const pack = await nextPack(db, place, last?.[0]);
      if (pack === undefined) return ok({ lines });
      const { buyers } = fromPack(pack);
      for (let at = place?.[0] === pack.id ? behind(buyers, place) : 0; at < buyers.length; at += 1) {
        const buyer = buyers[at];
        if (buyer === undefined) continue;
        if (lines.length === size) return ok({ lines, next: JSON.stringify(last) });
        last = [pack.id, buyer.key, at];
        if (wanted(buyer)) lines.push({ buyer });
      }
      last = [pack.id, '', buyers.length];
    }
    return ok({ lines, next: JSON.stringify(last) });
  });
