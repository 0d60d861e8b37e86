/** The rows of ours that rows of a file meet, wherever they lie: live or in a pack of the archive. */
import { fromPack, keyAlias, type PackedRows } from '../../domain/customers/pack';
import type { BundleLine, BundleRows, BundleSection } from '../../domain/bundles/bundle';
import { lineId } from '../../domain/bundles/write-bundle';
import type { BuyerKey } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { isHashed, knownHashes } from '../buyers/alias-hash';
import { reading, type RecordDeps } from '../records';
import { keysIn } from './import-store';

/** Rows by section and id. */
export type LocalRows = ReadonlyMap<string, BundleRows[BundleSection]>;

/** Under what a row is known among others. */
export const placeIn = (section: BundleSection, id: string): string => `${section} ${id}`;

const packedTables = ['buyers', 'orders', 'events', 'notes', 'contacts', 'promises', 'followUps'] as const;

/** Rows of packs by section and id. */
export const placed = (rows: PackedRows): LocalRows =>
  new Map(
    packedTables.flatMap((section) =>
      rows[section].map((row) => [placeIn(section, lineId({ section, row } as BundleLine)), row] as const),
    ),
  );

const idsBySection = (lines: readonly BundleLine[]): ReadonlyMap<BundleSection, readonly string[]> => {
  const ids = new Map<BundleSection, Set<string>>();
  for (const line of lines) {
    const known = ids.get(line.section) ?? new Set();
    ids.set(line.section, known.add(lineId(line)));
  }
  return new Map([...ids].map(([section, some]) => [section, [...some]]));
};

/** Our live rows with the same section and id. */
export const liveRowsFor = async (db: Db, lines: readonly BundleLine[]): Promise<LocalRows> => {
  const found = new Map<string, BundleRows[BundleSection]>();
  const read = async (section: BundleSection, ids: readonly string[]): Promise<void> => {
    // A desk that begins with a file of others has nothing to compare: one question in place of one for each row.
    if ((await db.table(section).limit(1).primaryKeys()).length === 0) return;
    const rows = (await db.table(section).bulkGet([...ids])) as readonly (BundleRows[BundleSection] | undefined)[];
    for (const [at, row] of rows.entries()) if (row) found.set(placeIn(section, ids[at]!), row);
  };
  await Promise.all([...idsBySection(lines)].map(([section, ids]) => read(section, ids)));
  return found;
};

/** Our rows with the same section and id, archived ones too. */
export const localRowsFor = async (db: Db, lines: readonly BundleLine[]): Promise<LocalRows> => {
  const live = await liveRowsFor(db, lines);
  if ((await db.archive.count()) === 0) return live;
  const packs = await db.archive.where('aliases').anyOf(keysIn(lines).map(keyAlias)).distinct().toArray();
  if (packs.length === 0) return live;
  return new Map([...packs.flatMap((pack) => [...placed(fromPack(pack))]), ...live]);
};

const namesOf = (line: BundleLine): readonly string[] => {
  if (line.section === 'buyers') return line.row.aliases;
  return line.section === 'orders' ? [`order:${line.row.orderId}`] : [];
};

/** Those of the buyers who were forgotten here, under the same key. */
export const forgottenHere = async (db: Db, keys: readonly BuyerKey[]): Promise<ReadonlySet<BuyerKey>> =>
  new Set((await db.buyers.bulkGet([...keys])).flatMap((row) => (row?.forgotten === 1 ? [row.key] : [])));

/** Those of the rows that say that somebody was forgotten. */
export const forgottenIn = (local: LocalRows): ReadonlySet<BuyerKey> =>
  new Set([...local.values()].flatMap((row) => ('key' in row && row.forgotten === 1 ? [row.key] : [])));

/**
 * Buyers of a file who were forgotten here: those in `own`, and who has a name under which somebody was. Nothing about them
 * comes back. Asked before a transaction, which would not wait for cryptography.
 */
export const forgottenAmong = async (
  deps: RecordDeps,
  lines: readonly BundleLine[],
  own: ReadonlySet<BuyerKey>,
): ApiResult<ReadonlySet<BuyerKey>> => {
  const named = lines.flatMap((line) => {
    const key = line.section === 'buyers' ? line.row.key : line.section === 'orders' ? line.row.buyerKey : undefined;
    return key === undefined ? [] : namesOf(line).map((name) => ({ key, name }));
  });
  const hashes = await knownHashes(deps, [...new Set(named.map(({ name }) => name).filter((name) => !isHashed(name)))]);
  if (!hashes.ok) return hashes;
  if (hashes.value.size === 0) return ok(own);
  return reading(deps, async (db) => {
    const holders = await db.buyers
      .where('aliases')
      .anyOf([...hashes.value.values()])
      .toArray();
    const marked = new Set(holders.filter(({ forgotten }) => forgotten === 1).flatMap(({ aliases }) => aliases));
    const known = named.filter(({ name }) => marked.has(hashes.value.get(name) ?? '')).map(({ key }) => key);
    return ok(new Set([...own, ...known]));
  });
};
