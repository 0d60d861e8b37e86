/** Records with everything about them, as rows: how they are read, removed and written as a whole. */
import { packSize, type PackedRows } from '../../domain/customers/pack';
import type { BuyerKey } from '../../domain/ids';
import type { Db, Tables } from '../../platform/db/schema';
import type { Change } from '../records';
import { joinedTo, leaveLists, rootOf } from './refresh';

/** Tables a change needs when it moves records in or out of the archive. */
export const movingTables: readonly (keyof Tables)[] = ['buyers', 'archive'];

const FIRST = -Infinity;
const LAST: IDBValidKey = [[]];

/** Every row about some records that are not archived, deleted rows too. */
export const readRows = async (db: Db, keys: readonly BuyerKey[]): Promise<PackedRows> => {
  const under = (prefix: readonly IDBValidKey[] = []) =>
    keys.map((key): [IDBValidKey, IDBValidKey] => [
      [key, ...prefix, FIRST],
      [key, ...prefix, LAST],
    ]);
  const [buyers, orders, events, notes, contacts, promises, followUps] = await Promise.all([
    db.buyers.bulkGet([...keys]),
    db.orders.where('buyerKey').anyOf(keys).toArray(),
    db.events.where('buyerKey').anyOf(keys).toArray(),
    db.notes.where('[buyerKey+deleted+createdAt]').inAnyRange(under()).toArray(),
    db.contacts.where('[buyerKey+at]').inAnyRange(under()).toArray(),
    db.promises.where('buyerKey').anyOf(keys).toArray(),
    db.followUps.where('buyerKey').anyOf(keys).toArray(),
  ]);
  return { buyers: buyers.flatMap((row) => row ?? []), orders, events, notes, contacts, promises, followUps };
};

/** Removes what is about records, but not the records themselves. */
export const removeSatellites = async ({ db }: Change, rows: PackedRows): Promise<void> => {
  const ids = <R extends { readonly id: string }>(list: readonly R[]) => list.map(({ id }) => id as never);
  await Promise.all([
    db.orders.bulkDelete(ids(rows.orders)),
    db.events.bulkDelete(ids(rows.events)),
    db.notes.bulkDelete(ids(rows.notes)),
    db.contacts.bulkDelete(ids(rows.contacts)),
    db.promises.bulkDelete(ids(rows.promises)),
    db.followUps.bulkDelete(ids(rows.followUps)),
  ]);
};

/** Removes records with everything about them and takes them out of the counts. */
export const removeRows = async (change: Change, rows: PackedRows): Promise<void> => {
  for (const row of rows.buyers) leaveLists(change, row);
  await removeSatellites(change, rows);
  await change.db.buyers.bulkDelete(rows.buyers.map(({ key }) => key));
  await change.db.changed.add({ keys: rows.buyers.map(({ key }) => key) });
};

/** Writes what is about records, over what stands there. */
export const putSatellites = async ({ db }: Change, rows: PackedRows): Promise<void> => {
  await Promise.all([
    db.orders.bulkPut([...rows.orders]),
    db.events.bulkPut([...rows.events]),
    db.notes.bulkPut([...rows.notes]),
    db.contacts.bulkPut([...rows.contacts]),
    db.promises.bulkPut([...rows.promises]),
    db.followUps.bulkPut([...rows.followUps]),
  ]);
};

/** These records with the ones they were joined to and all that were joined to those; each once. */
export const withJoined = async (db: Db, keys: readonly BuyerKey[]): Promise<readonly BuyerKey[]> => {
  const rows = (await db.buyers.bulkGet([...keys])).flatMap((row) => (row && row.deleted === 0 ? [row] : []));
  const roots = await Promise.all(rows.map((row) => rootOf(db, row)));
  const known = [...new Set([...roots, ...rows].map(({ key }) => key))];
  const below = await joinedTo(db, known);
  return [...new Set([...known, ...below.map(({ key }) => key)])];
};

/** A list in parts of one pack. */
export const inParts = <T>(list: readonly T[], size: number = packSize): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
