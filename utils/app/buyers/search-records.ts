/** Records as the search reads them: the row with the texts beside it, wherever it lies. */
import { tagFacet } from '../../domain/customers/facets';
import { fromPack, keyAlias } from '../../domain/customers/pack';
import type { SearchTexts } from '../../domain/customers/search-words';
import type { BuyerKey } from '../../domain/ids';
import type { ArchiveRow, BuyerRow, NoteRow, OrderRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import type { BuyerFilter } from '../buyers-api';

/** A record and what can be searched of it. */
export interface SearchRecord {
  readonly buyer: BuyerRow;
  readonly notes: readonly NoteRow[];
  readonly orders: readonly OrderRow[];
}

/** The texts of a record. */
export const textsOf = ({ buyer, notes, orders }: SearchRecord): SearchTexts => ({
  name: buyer.displayName === undefined ? [] : [buyer.displayName],
  tag: buyer.tags,
  product: [
    ...new Set([
      ...(buyer.summary?.products ?? []),
      ...orders.flatMap(({ items }) =>
        items.flatMap(({ title, sku, productId }) => [title, ...(sku ? [sku] : []), ...(productId ? [productId] : [])]),
      ),
    ]),
  ],
  note: notes.map(({ text }) => text),
});

/** The lists of a record a search can be narrowed to. */
export const searchLists = (buyer: BuyerRow): readonly string[] => [
  buyer.archived === 1 ? 'archived' : 'live',
  `shop:${buyer.shopId}`,
  ...(buyer.segments ?? []).map((id) => `segment:${id}`),
  ...buyer.tags.map(tagFacet),
  ...(buyer.country ? [`country:${buyer.country}`] : []),
];

/** The lists a filter asks for. */
export const filterLists = ({ shopId, segment, tag, country, archived }: BuyerFilter): readonly string[] => [
  ...(archived === undefined ? [] : [archived ? 'archived' : 'live']),
  ...(shopId === undefined ? [] : [`shop:${shopId}`]),
  ...(segment === undefined ? [] : [`segment:${segment}`]),
  ...(tag === undefined ? [] : [tagFacet(tag)]),
  ...(country === undefined ? [] : [`country:${country}`]),
];

/**
 * The lists that can be asked of the index. A country can be learned, and a record archived, without it being indexed again:
 * those are looked for in the rows.
 */
export const indexedLists = ({ shopId, segment, tag }: BuyerFilter): readonly string[] =>
  filterLists({
    ...(shopId === undefined ? {} : { shopId }),
    ...(segment === undefined ? {} : { segment }),
    ...(tag === undefined ? {} : { tag }),
  });

/** Whether a record is what a filter asks for. */
export const isWanted = (buyer: BuyerRow, filter: BuyerFilter): boolean => {
  const own = searchLists(buyer);
  return filterLists(filter).every((list) => own.includes(list));
};

const isLive = ({ deleted }: { readonly deleted: 0 | 1 }): boolean => deleted === 0;

const byBuyer = <R extends { readonly buyerKey: BuyerKey }>(
  rows: readonly R[],
): ReadonlyMap<BuyerKey, readonly R[]> => {
  const found = new Map<BuyerKey, R[]>();
  for (const row of rows) {
    const list = found.get(row.buyerKey);
    if (list) list.push(row);
    else found.set(row.buyerKey, [row]);
  }
  return found;
};

const joined = (
  buyers: readonly BuyerRow[],
  notes: readonly NoteRow[],
  orders: readonly OrderRow[],
): readonly SearchRecord[] => {
  const [notesOf, ordersOf] = [byBuyer(notes.filter(isLive)), byBuyer(orders.filter(isLive))];
  return buyers.map((buyer) => ({
    buyer,
    notes: notesOf.get(buyer.key) ?? [],
    orders: ordersOf.get(buyer.key) ?? [],
  }));
};

/** The records of a pack of the archive, marked as archived. */
export const recordsInPack = (pack: ArchiveRow): readonly SearchRecord[] => {
  const { buyers, notes, orders } = fromPack(pack);
  return joined(
    buyers.map((buyer): BuyerRow => ({ ...buyer, archived: 1 })),
    notes,
    orders,
  );
};

/** The next records in the order of their keys, with everything that can be searched. */
export const nextRecords = async (db: Db, after: string, count: number): Promise<readonly SearchRecord[]> => {
  const buyers = await db.buyers.where('key').above(after).limit(count).toArray();
  const [first, last] = [buyers[0]?.key, buyers.at(-1)?.key];
  if (first === undefined || last === undefined) return [];
  const [notes, orders] = await Promise.all([
    db.notes.where('[buyerKey+deleted+createdAt]').between([first, 0, ''], [last, 1, '']).toArray(),
    db.orders.where('buyerKey').between(first, last, true, true).toArray(),
  ]);
  return joined(buyers, notes, orders);
};

/** What is read beside a row. */
export interface Beside {
  readonly notes: (buyer: BuyerRow) => boolean;
  readonly orders: (buyer: BuyerRow) => boolean;
}

const everything: Beside = { notes: () => true, orders: () => true };

const besides = async (db: Db, buyers: readonly BuyerRow[], beside: Beside): Promise<readonly SearchRecord[]> => {
  const notes = buyers
    .filter(beside.notes)
    .map(({ key }) =>
      db.notes.where('[buyerKey+deleted+createdAt]').between([key, 0, ''], [key, 0, '\uffff']).toArray(),
    );
  const orders = buyers.filter(beside.orders).map(({ key }) => db.orders.where('buyerKey').equals(key).toArray());
  return joined(buyers, (await Promise.all(notes)).flat(), (await Promise.all(orders)).flat());
};

/** Records by their keys, from the archive too; what is not there is missing. */
export const readRecords = (
  db: Db,
  keys: readonly BuyerKey[],
  beside: Beside = everything,
): Promise<ReadonlyMap<BuyerKey, SearchRecord>> =>
  db.transaction('r', [db.buyers, db.notes, db.orders, db.archive], async () => {
    const rows = await db.buyers.bulkGet([...keys]);
    const buyers = rows.filter((row): row is BuyerRow => row !== undefined);
    const missing = keys.filter((_, at) => rows[at] === undefined);
    const packs =
      missing.length === 0 ? [] : await db.archive.where('aliases').anyOf(missing.map(keyAlias)).distinct().toArray();
    const wanted = new Set(missing);
    const archived = packs.flatMap(recordsInPack).filter(({ buyer }) => wanted.has(buyer.key));
    return new Map([...archived, ...(await besides(db, buyers, beside))].map((record) => [record.buyer.key, record]));
  });
