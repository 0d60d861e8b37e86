/** Archived records as they lie in the store: a hundred with everything about them as one value. */
import type { BuyerKey, Instant } from '../ids';
import type { ArchiveRow, BuyerRow } from '../records';
import { noSatellites, type RowsAbout } from './satellites';

/** Records with everything the store holds about them, deleted rows too: they must stay deleted. */
export interface PackedRows extends RowsAbout {
  readonly buyers: readonly BuyerRow[];
}

/** Most records of a pack. */
export const packSize = 100;

/** No rows at all. */
export const nothingPacked: PackedRows = { buyers: [], ...noSatellites };

const LATEST = 36 ** 9 - 1;

/** Id of a pack that was begun at a moment; sorts the newest first. `unique` keeps two of one moment apart. */
export const packId = (at: Instant, unique: string): string =>
  `${(LATEST - Date.parse(at)).toString(36).padStart(9, '0')}:${unique}`;

/** How a pack names a record in its index. */
export const keyAlias = (key: BuyerKey): string => `key:${key}`;

/** How a pack names the record that one inside was joined to. */
export const joinedAlias = (root: BuyerKey): string => `joined:${root}`;

const indexed = ({ key, aliases, joinedTo }: BuyerRow): readonly string[] => [
  ...aliases,
  keyAlias(key),
  ...(joinedTo ? [joinedAlias(joinedTo)] : []),
];

/** Closes a pack. */
export const toPack = (id: string, rows: PackedRows): ArchiveRow => ({
  id,
  aliases: [...new Set(rows.buyers.flatMap(indexed))],
  rows: JSON.stringify(rows),
  count: rows.buyers.length,
});

const isRow = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Opens a pack; what is no list of rows (a damaged value) is empty. */
export const fromPack = ({ rows }: Pick<ArchiveRow, 'rows'>): PackedRows => {
  let read: unknown;
  try {
    read = JSON.parse(rows);
  } catch {
    read = null;
  }
  const tables = (isRow(read) ? read : {}) as Readonly<Record<string, unknown>>;
  const listOf = <R>(name: keyof PackedRows): readonly R[] => {
    const list = tables[name];
    return Array.isArray(list) ? (list.filter(isRow) as R[]) : [];
  };
  return {
    buyers: listOf('buyers'),
    orders: listOf('orders'),
    events: listOf('events'),
    notes: listOf('notes'),
    contacts: listOf('contacts'),
    promises: listOf('promises'),
    followUps: listOf('followUps'),
  };
};

/** The rows of two packs in one, those of `first` in front. */
export const joinPacked = (first: PackedRows, second: PackedRows): PackedRows => ({
  buyers: [...first.buyers, ...second.buyers],
  orders: [...first.orders, ...second.orders],
  events: [...first.events, ...second.events],
  notes: [...first.notes, ...second.notes],
  contacts: [...first.contacts, ...second.contacts],
  promises: [...first.promises, ...second.promises],
  followUps: [...first.followUps, ...second.followUps],
});

/** The rows of some records, and those of all others. */
export const splitPacked = (
  rows: PackedRows,
  keys: ReadonlySet<BuyerKey>,
): { readonly taken: PackedRows; readonly left: PackedRows } => {
  const part = (isTaken: boolean): PackedRows => {
    const of = <R extends { readonly buyerKey?: BuyerKey }>(list: readonly R[]): readonly R[] =>
      list.filter(({ buyerKey }) => (buyerKey !== undefined && keys.has(buyerKey)) === isTaken);
    return {
      buyers: rows.buyers.filter(({ key }) => keys.has(key) === isTaken),
      orders: of(rows.orders),
      events: of(rows.events),
      notes: of(rows.notes),
      contacts: of(rows.contacts),
      promises: of(rows.promises),
      followUps: of(rows.followUps),
    };
  };
  return { taken: part(true), left: part(false) };
};
