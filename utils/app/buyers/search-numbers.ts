/** Finds buyers by the beginning of an order, case or buyer number: the aliases have an index of their own for that. */
import type { HitPlace } from '../../domain/customers/search-hits';
import { findWords, searchWords } from '../../domain/customers/search-words';
import type { BuyerKey } from '../../domain/ids';
import type { Db } from '../../platform/db/schema';
import type { BuyerLine } from '../buyers-api';
import { readRecords, recordsInPack, textsOf, type SearchRecord } from './search-records';

/** A record with the number. */
export interface NumberHit {
  readonly line: BuyerLine;
  readonly place: HitPlace;
}

const KINDS = ['order', 'case', 'buyer'];
const NUMBER = /^(?=.*\d)[\p{L}\p{N}_./-]{3,64}$/u;
const MOST = 60;
const MOST_PACKS = 5;

interface Looked {
  readonly number: string;
  readonly beginnings: readonly string[];
}

/** The number in a query, as aliases may write it: the longest word with a digit. */
const numberIn = (query: string): Looked | null => {
  const [number] = query
    .split(/\s+/)
    .map((word) => word.normalize('NFKC').replace(/^#/, ''))
    .filter((word) => NUMBER.test(word))
    .sort((a, b) => b.length - a.length);
  if (number === undefined) return null;
  const spellings = [...new Set([number, number.toUpperCase(), number.toLowerCase()])];
  return { number, beginnings: KINDS.flatMap((kind) => spellings.map((spelling) => `${kind}:${spelling}`)) };
};

const candidates = async (db: Db, { beginnings }: Looked): Promise<readonly SearchRecord[]> => {
  const range = (beginning: string): readonly [string, string] => [beginning, `${beginning}\uffff`];
  const [live, packed] = await db.transaction('r', [db.buyers, db.archive], () =>
    Promise.all([
      Promise.all(
        beginnings.map((one) =>
          db.buyers
            .where('aliases')
            .between(...range(one))
            .limit(MOST)
            .toArray(),
        ),
      ),
      Promise.all(
        beginnings.map((one) =>
          db.archive
            .where('aliases')
            .between(...range(one))
            .limit(MOST_PACKS)
            .toArray(),
        ),
      ),
    ]),
  );
  const rows = new Map(live.flat().map((buyer) => [buyer.key, buyer]));
  const records = [...rows.values()].map((buyer): SearchRecord => ({ buyer, notes: [], orders: [] }));
  const packs = new Map(packed.flat().map((pack) => [pack.id, pack]));
  return [...records, ...[...packs.values()].slice(0, MOST_PACKS).flatMap(recordsInPack)];
};

/** The records of which a number begins with the number in the query, and that hold its other words; the exact one first. */
export const findByNumber = async (db: Db, query: string): Promise<readonly NumberHit[]> => {
  const looked = numberIn(query);
  if (looked === null) return [];
  const rest = searchWords(query.replace(looked.number, ' '));
  const found = (await candidates(db, looked)).flatMap((record): readonly (NumberHit & { record: SearchRecord })[] => {
    const { buyer } = record;
    const alias = buyer.aliases.find((one) => looked.beginnings.some((beginning) => one.startsWith(beginning)));
    if (alias === undefined || buyer.deleted === 1) return [];
    const number = alias.slice(alias.indexOf(':') + 1);
    const isExact = looked.beginnings.includes(alias);
    const place = { rank: isExact ? 0 : 0.5, seenMs: Date.parse(buyer.lastSeen), key: buyer.key };
    return [{ line: { buyer, found: { in: 'number', excerpt: number.slice(0, 80) } }, place, record }];
  });
  const isWhole = rest.length === 0;
  const texts = isWhole
    ? new Map<BuyerKey, SearchRecord>()
    : await readRecords(
        db,
        found.map(({ place }) => place.key as BuyerKey),
      );
  return found
    .filter(
      ({ record, place }) => isWhole || findWords(textsOf(texts.get(place.key as BuyerKey) ?? record), rest) !== null,
    )
    .map(({ line, place }) => ({ line, place }))
    .sort(
      (a, b) => a.place.rank - b.place.rank || b.place.seenMs - a.place.seenMs || (a.place.key < b.place.key ? -1 : 1),
    );
};
