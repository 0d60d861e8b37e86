import { withFields } from '../../domain/customers/clocked';
import {
  fromPack,
  joinedAlias,
  joinPacked,
  keyAlias,
  nothingPacked,
  packId,
  packSize,
  splitPacked,
  toPack,
  type PackedRows,
} from '../../domain/customers/pack';
import type { BuyerKey, ShopId } from '../../domain/ids';
import type { ArchiveRow, BuyerRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import { buyerTopic } from '../../platform/settings/change-signal';
import type { ApiResult } from '../api';
import type { BuyersApi, JobOptions } from '../buyers-api';
import { announcing, changing, type Change, type RecordDeps } from '../records';
import { withTallies } from '../../domain/reports/pack-tallies';
import { inParts, movingTables, putSatellites, readRows, removeRows, withJoined } from './record-rows';

/** Topic of the list of archived records. */
export const archiveTopic = 'archive';

/** How many archived records stand in their list; those that were joined stand with another one. */
export const listedCount = (rows: readonly BuyerRow[]): number => rows.filter(({ joinedTo }) => !joinedTo).length;

const countArchived = (change: Change, by: number): void => change.count('archived', by);

/** Puts records into the newest pack as long as it has room, then into new ones; they must not stand in the tables. */
export const packRows = async (change: Change, unpacked: PackedRows, newId: () => string): Promise<void> => {
  const rows = withTallies(unpacked);
  for (const row of rows.buyers) change.tally(row, {}, row.tally, rows.orders);
  const newest = await change.db.archive.orderBy('id').first();
  const room = newest && newest.count + rows.buyers.length <= packSize;
  if (newest && room) {
    await change.db.archive.put(toPack(newest.id, joinPacked(rows, fromPack(newest))));
    return;
  }
  const parts = inParts(rows.buyers).map((part) => splitPacked(rows, new Set(part.map(({ key }) => key))).taken);
  await change.db.archive.bulkPut(parts.map((part) => toPack(packId(change.now, newId()), part)));
};

/** The packs in which one of these records stands, or one that was joined to them. */
const packsOf = async (db: Db, keys: readonly BuyerKey[]): Promise<readonly ArchiveRow[]> =>
  db.archive
    .where('aliases')
    .anyOf([...keys.map(keyAlias), ...keys.map(joinedAlias)])
    .distinct()
    .toArray();

/** Longest chain of joins that is followed. */
const LONGEST_CHAIN = 8;

/** Archived records with those they are joined with, and the packs they lie in. */
const findPacked = async (
  db: Db,
  keys: readonly BuyerKey[],
): Promise<{ readonly keys: ReadonlySet<BuyerKey>; readonly packs: readonly (readonly [string, PackedRows])[] }> => {
  const packs = new Map<string, PackedRows>();
  const known = new Set(keys);
  let asked = keys;
  for (let step = 0; asked.length > 0 && step < LONGEST_CHAIN; step += 1) {
    for (const row of await packsOf(db, asked)) if (!packs.has(row.id)) packs.set(row.id, fromPack(row));
    const rows = [...packs.values()].flatMap(({ buyers }) => buyers);
    asked = rows.flatMap(({ key, joinedTo }) => {
      if (!joinedTo || known.has(key) === known.has(joinedTo)) return [];
      return [known.has(key) ? joinedTo : key];
    });
    for (const key of asked) known.add(key);
  }
  return { keys: known, packs: [...packs] };
};

/** Takes records out of their packs, with those they are joined with; answers their rows as they were packed. */
export const unpack = async (change: Change, wanted: readonly BuyerKey[]): Promise<PackedRows> => {
  const { db } = change;
  const { keys, packs } = await findPacked(db, wanted);
  let all = nothingPacked;
  for (const [id, rows] of packs) {
    const { taken, left } = splitPacked(rows, keys);
    if (taken.buyers.length === 0) continue;
    all = joinPacked(all, taken);
    if (left.buyers.length === 0) await db.archive.delete(id);
    else await db.archive.put(toPack(id, left));
  }
  for (const row of all.buyers) change.tally(row, row.tally, {});
  // Where they go they are counted anew.
  return { ...all, buyers: all.buyers.map(({ tally: _counted, ...row }) => row) };
};

/** What the archive holds of some records and those they are joined with; nothing is moved. */
export const readArchived = async (db: Db, wanted: readonly BuyerKey[]): Promise<PackedRows> => {
  const { keys, packs } = await findPacked(db, wanted);
  return packs.reduce((all, [, rows]) => joinPacked(all, splitPacked(rows, keys).taken), nothingPacked);
};

/** The archived records of a shop that hold one of these aliases. */
export const archivedHolders = async (
  db: Db,
  { shopId, aliases }: { readonly shopId: ShopId; readonly aliases: readonly string[] },
): Promise<readonly BuyerRow[]> => {
  if (aliases.length === 0) return [];
  const packs = await db.archive.where('aliases').anyOf(aliases).distinct().toArray();
  return packs
    .flatMap((row) => fromPack(row).buyers)
    .filter((row) => row.shopId === shopId && row.aliases.some((alias) => aliases.includes(alias)));
};

const bringBack = async (change: Change, wanted: readonly BuyerKey[]): Promise<readonly BuyerRow[]> => {
  const rows = await unpack(change, wanted);
  const buyers = rows.buyers.map((row) => withFields(row, { archived: 0 }, change.stamp(row.shopId)));
  await putSatellites(change, rows);
  await change.db.buyers.bulkPut(buyers);
  for (const { key } of buyers) change.touch(key, 'words');
  countArchived(change, -listedCount(buyers));
  return buyers;
};

/**
 * Brings archived records of a shop back because a page shows one of their aliases; answers the records that came back.
 * The change needs `movingTables`.
 */
export const takeOut = async (
  change: Change,
  shown: { readonly shopId: ShopId; readonly aliases: readonly string[] },
): Promise<readonly BuyerRow[]> => {
  const holders = await archivedHolders(change.db, shown);
  if (holders.length === 0) return [];
  const back = await bringBack(
    change,
    holders.map(({ key }) => key),
  );
  for (const { key, shopId } of back) change.log({ shopId, what: 'buyer.unarchived', buyerKey: key });
  return back;
};

/** Use cases around the archive. */
export interface Archive {
  readonly archive: (
    request: Parameters<BuyersApi['archive']>[0],
    options?: JobOptions,
  ) => ReturnType<BuyersApi['archive']>;
  readonly unarchive: (
    request: Parameters<BuyersApi['unarchive']>[0],
    options?: JobOptions,
  ) => ReturnType<BuyersApi['unarchive']>;
}

/** Moves records in parts of one pack; what was moved stays moved when the job is stopped between two parts. */
const moving = async (
  deps: RecordDeps,
  keys: readonly BuyerKey[],
  move: (change: Change, part: readonly BuyerKey[]) => Promise<readonly BuyerRow[]>,
  { onProgress, signal }: JobOptions = {},
): ApiResult<readonly BuyerKey[]> => {
  const unique = [...new Set(keys)];
  const moved: BuyerKey[] = [];
  let done = 0;
  for (const part of inParts(unique)) {
    if (signal?.aborted) break;
    const result = await changing(deps, movingTables, async (change) => ok(await move(change, part)));
    if (!result.ok) return result;
    moved.push(...result.value.map(({ key }) => key));
    done += part.length;
    onProgress?.({ done, of: unique.length });
  }
  const topics = moved.length > packSize ? [archiveTopic] : [archiveTopic, ...moved.map(buyerTopic)];
  return announcing(deps, ok(moved), topics);
};

/** Use cases around the archive, over the given stores. Joined records move together. */
export const createArchive = (deps: RecordDeps): Archive => ({
  archive: ({ keys }, options) =>
    moving(
      deps,
      keys,
      async (change, part) => {
        const rows = await readRows(change.db, await withJoined(change.db, part));
        const live = rows.buyers.filter(({ deleted, archived }) => deleted === 0 && archived === 0);
        if (live.length === 0) return [];
        const { taken } = splitPacked(rows, new Set(live.map(({ key }) => key)));
        await removeRows(change, taken);
        const buyers = live.map(({ facets: _lists, recheckOn: _day, ...row }) =>
          withFields<BuyerRow>(row, { archived: 1 }, change.stamp(row.shopId)),
        );
        await packRows(change, { ...taken, buyers }, () => deps.clock.newId());
        countArchived(change, listedCount(buyers));
        for (const { key, shopId } of buyers) change.log({ shopId, what: 'buyer.archived', buyerKey: key });
        return buyers;
      },
      options,
    ),

  unarchive: ({ keys }, options) =>
    moving(
      deps,
      keys,
      async (change, part) => {
        const back = await bringBack(change, part);
        for (const { key, shopId } of back) change.log({ shopId, what: 'buyer.unarchived', buyerKey: key });
        return back;
      },
      options,
    ),
});
