import { hashable, withoutIdentity } from '../../domain/customers/without-identity';
import { isIdentified } from '../../domain/customers/retention';
import { splitPacked } from '../../domain/customers/pack';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { scrubImports } from '../bundles/scrub-imports';
import { aliasHashes } from '../buyers/alias-hash';
import { inParts, putSatellites, readRows, removeSatellites } from '../buyers/record-rows';
import { dropFromSearch, searchTables } from '../buyers/search-store';
import { changing, reading, type RecordDeps } from '../records';
import { overIn, type Limits } from './limits';

/** Rows of one transaction. */
const PART = 500;

/** Removes contacts that are over, oldest first; answers how many, and is done with fewer than a part. */
export const purgeContacts = async (deps: RecordDeps, { firstContact }: Limits): ApiResult<number> => {
  if (firstContact === null) return ok(0);
  return changing(deps, ['buyers', 'contacts'], async (change) => {
    const rows = await change.db.contacts.where('at').below(firstContact).limit(PART).toArray();
    if (rows.length === 0) return ok(0);
    await change.db.contacts.bulkDelete(rows.map(({ id }) => id));
    for (const key of new Set(rows.map(({ buyerKey }) => buyerKey))) change.touch(key);
    return ok(rows.length);
  });
};

const evaluationsOver = (db: Db, { firstEvaluation, isEvaluationOver }: Limits) =>
  db.events
    .where('at')
    .below(firstEvaluation ?? '')
    .filter(isEvaluationOver);

/** Removes evaluations that are over; answers how many, and is done with fewer than a part. */
export const purgeEvaluations = async (deps: RecordDeps, limits: Limits): ApiResult<number> => {
  if (limits.firstEvaluation === null) return ok(0);
  return changing(deps, ['buyers', 'events'], async (change) => {
    const rows = await evaluationsOver(change.db, limits).limit(PART).toArray();
    if (rows.length === 0) return ok(0);
    await change.db.events.bulkDelete(rows.map(({ id }) => id));
    for (const key of new Set(rows.flatMap(({ buyerKey }) => buyerKey ?? []))) change.touch(key);
    return ok(rows.length);
  });
};

/** Whether one transaction may have left something. */
export const isPart = (count: number): boolean => count === PART;

/** How many contacts and evaluations are over. */
export const countOver = (deps: Pick<RecordDeps, 'db'>, limits: Limits) =>
  reading(deps, async (db) => {
    const { firstContact, firstEvaluation } = limits;
    const [contacts, evaluations] = await Promise.all([
      firstContact === null ? 0 : db.contacts.where('at').below(firstContact).count(),
      firstEvaluation === null ? 0 : evaluationsOver(db, limits).count(),
    ]);
    return ok({ contacts, evaluations });
  });

/** Some records behind a key: those whose names and numbers are over, and where the next ones begin. */
export const nextOver = (
  deps: Pick<RecordDeps, 'db'>,
  limits: Limits,
  after: string,
): ApiResult<{ readonly over: readonly BuyerRow[]; readonly read: number; readonly next: string | null }> =>
  reading(deps, async (db) => {
    const rows = await db.buyers.where('key').above(after).limit(PART).toArray();
    // Most records are known by the row alone to keep their names; orders are read only for the others.
    const possible = rows.filter((row) => row.deleted === 0 && isIdentified(row) && mayBeOver(limits, row));
    const orders = await db.orders
      .where('buyerKey')
      .anyOf(possible.map(({ key }) => key))
      .toArray();
    const last = rows.at(-1)?.key;
    const next = rows.length < PART || last === undefined ? null : last;
    return ok({ over: overIn(limits, { buyers: possible, orders }), read: rows.length, next });
  });

/** An order that was delivered lately keeps the names, whatever the others say. */
const mayBeOver = (limits: Limits, row: BuyerRow): boolean => {
  const lately = row.summary?.lastDeliveredOn;
  if (lately === undefined) return true;
  const delivered = { deliveredOn: lately, deleted: 0 as const, items: [], buyerKey: row.key };
  return limits.isIdentityOver(row, [delivered as unknown as Parameters<Limits['isIdentityOver']>[1][number]]);
};

/**
 * Puts hashes in place of the names and numbers of records, with everything about them. A record that is changed meanwhile
 * waits for the next time. Answers those it was done to.
 */
export const purgeIdentities = async (
  deps: RecordDeps,
  limits: Limits,
  over: readonly BuyerRow[],
): ApiResult<readonly BuyerKey[]> => {
  const done: BuyerKey[] = [];
  for (const part of inParts(over)) {
    const asked = part.map(({ key }) => key);
    const read = await reading(deps, async (db) => ok(hashable(await readRows(db, asked))));
    if (!read.ok) return read;
    const hashes = await aliasHashes(deps, read.value);
    if (!hashes.ok) return hashes;
    const hashOf = new Map(read.value.map((name, at) => [name, hashes.value[at] ?? name]));
    const purged = await changing(deps, ['buyers', 'importParts', ...searchTables], async (change) => {
      const all = await readRows(change.db, asked);
      const due = overIn(limits, all).map(({ key }) => key);
      const keys = due.filter((key) =>
        hashable(splitPacked(all, new Set([key])).taken).every((name) => hashOf.has(name)),
      );
      if (keys.length === 0) return ok(keys);
      const { taken } = splitPacked(all, new Set(keys));
      const next = withoutIdentity(taken, hashOf, ({ shopId, deleted }) => ({ ...change.stamp(shopId), deleted }));
      await removeSatellites(change, taken);
      await putSatellites(change, next);
      await change.db.buyers.bulkPut([...next.buyers]);
      await dropFromSearch(change, keys);
      await scrubImports(change, new Set(keys));
      for (const key of keys) change.touch(key, 'words');
      return ok(keys);
    });
    if (!purged.ok) return purged;
    done.push(...purged.value);
  }
  return ok(done);
};
