import type { Table } from 'dexie';
import { noSatellites, type Satellites } from '@/utils/domain/customers/satellites';
import type { BuyerKey } from '@/utils/domain/ids';

/** An open database, or a transaction of it. */
interface Store {
  table<R>(name: string): Table<R>;
}

/** A row of any of the tables, as far as it is looked at here. */
interface LinkedRow {
  readonly buyerKey?: BuyerKey;
  readonly deleted: 0 | 1;
}

const MIN = -Infinity;
const MAX: IDBValidKey = [[]];

/** How the rows of a record are found in each table; deleted notes are left out by the index itself. */
const byIndex: Readonly<
  Record<keyof Satellites, { readonly index: string; readonly prefix?: readonly IDBValidKey[] }>
> = {
  orders: { index: 'buyerKey' },
  events: { index: 'buyerKey' },
  notes: { index: '[buyerKey+deleted+createdAt]', prefix: [0] },
  contacts: { index: '[buyerKey+at]', prefix: [] },
  promises: { index: 'buyerKey' },
  followUps: { index: 'buyerKey' },
};

const rowsOf = (store: Store, table: keyof Satellites, keys: readonly BuyerKey[]): Promise<LinkedRow[]> => {
  const { index, prefix } = byIndex[table];
  const where = store.table<LinkedRow>(table).where(index);
  if (prefix === undefined) return where.anyOf(keys).toArray();
  const ranges = keys.map((key): [IDBValidKey, IDBValidKey] => [
    [key, ...prefix, MIN],
    [key, ...prefix, MAX],
  ]);
  return where.inAnyRange(ranges).toArray();
};

type Found = Record<keyof Satellites, LinkedRow[]>;

const tables = Object.keys(byIndex) as readonly (keyof Satellites)[];

/** Everything about each of the records, without deleted rows; one question to each table whatever their number. */
export const readSatellites = async (
  store: Store,
  keys: readonly BuyerKey[],
): Promise<ReadonlyMap<BuyerKey, Satellites>> => {
  const found = new Map<BuyerKey, Found>();
  for (const key of keys)
    found.set(key, { orders: [], events: [], notes: [], contacts: [], promises: [], followUps: [] });
  if (keys.length === 0) return new Map();
  const all = await Promise.all(tables.map((table) => rowsOf(store, table, keys)));
  for (const [at, table] of tables.entries()) {
    for (const row of all[at] ?? []) {
      if (row.deleted === 0 && row.buyerKey !== undefined) found.get(row.buyerKey)?.[table].push(row);
    }
  }
  return found as ReadonlyMap<BuyerKey, unknown> as ReadonlyMap<BuyerKey, Satellites>;
};

/** What is known about several records as one: of a record and those that were joined to it. */
export const joinSatellites = (parts: readonly Satellites[]): Satellites => {
  const [only, ...more] = parts;
  if (only === undefined) return noSatellites;
  if (more.length === 0) return only;
  return {
    orders: parts.flatMap(({ orders }) => orders),
    events: parts.flatMap(({ events }) => events),
    notes: parts.flatMap(({ notes }) => notes),
    contacts: parts.flatMap(({ contacts }) => contacts),
    promises: parts.flatMap(({ promises }) => promises),
    followUps: parts.flatMap(({ followUps }) => followUps),
  };
};
