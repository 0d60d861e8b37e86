/** Desks that hand each other files, over stores of their own. */
import { readEverything } from '@/utils/app/backup';
import { createBundleImport } from '@/utils/app/bundles/import';
import { linesOfBackup } from '@/utils/domain/bundles/backup-lines';
import {
  bundleVersion,
  isOwnSection,
  type BundleHeader,
  type BundleLine,
  type Redaction,
} from '@/utils/domain/bundles/bundle';
import { fromPack } from '@/utils/domain/customers/pack';
import { brandAs } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { newKey } from '@/utils/platform/bundles/identity';
import { sealBundle, type BundleLock } from '@/utils/platform/bundles/seal';
import { aDesk, aDeskWithBuyer, anOrderAlias, valueOf, type Desk } from './desk';

export const noKey = {};

/** A header that counts these rows. */
export const headerOf = (lines: readonly BundleLine[], redaction: Redaction = 'full'): BundleHeader => {
  const counts: Record<string, number> = {};
  for (const { section } of lines) counts[section] = (counts[section] ?? 0) + 1;
  return {
    format: 'parley-bundle',
    ...bundleVersion,
    schema: 6,
    origin: 'node',
    authorId: 'mate',
    createdAt: brandAs<'Instant'>('2026-03-02T09:00:00.000Z'),
    redaction,
    counts,
  };
};

/** Rows as a file. */
export const fileWith = async (lines: readonly BundleLine[], lock: BundleLock = { kind: 'plain' }): Promise<Blob> =>
  new Blob([valueOf(await sealBundle(headerOf(lines), lines, lock))]);

/** Every row of a desk that goes to others. */
export const linesOf = async (desk: Desk): Promise<readonly BundleLine[]> =>
  linesOfBackup(valueOf(await readEverything(desk.deps)).tables).lines.filter(({ section }) => !isOwnSection(section));

/** Everything of a desk as a file. */
export const fileOf = async (desk: Desk): Promise<Blob> => fileWith(await linesOf(desk));

/** A desk with a buyer who has an order, a note and a tag, and with one who is archived. */
export const aBusyDesk = async () => {
  const desk = await aDeskWithBuyer();
  const { buyer, shop } = desk;
  const order = {
    orderId: brandAs<'OrderId'>('111-1'),
    items: [{ title: 'Lamp', quantity: 2 }],
    state: 'shipped' as const,
  };
  valueOf(await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias('111-1')], displayName: 'Ann Lee', order }));
  const bob = valueOf(
    await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias('111-2')], displayName: 'Old Bob' }),
  );
  valueOf(await desk.notes.addNote({ buyerKey: buyer.key, text: 'Wants the blue one.' }));
  valueOf(await desk.buyers.tag({ keys: [buyer.key], add: ['vip'] }));
  valueOf(await desk.buyers.archive({ keys: [bob.buyer.key] }));
  return { ...desk, bob: bob.buyer };
};

/** A desk with what takes files in. */
export const anImporter = async <D extends Desk>(desk: D = aDesk() as D) => {
  const { identity } = await newKey();
  return {
    ...desk,
    files: createBundleImport({
      ...desk.deps,
      identity: async () => ok(identity),
      mateNames: async () => ok(new Map([[brandAs<'AgentId'>('mate'), 'Mei']])),
    }),
  };
};

export type Importer = Awaited<ReturnType<typeof anImporter>>;

/** Reads a file and answers what it would do. */
export const readIn = async ({ files }: Importer, file: Blob, key = noKey) =>
  valueOf(await files.read({ file, fileName: 'desk.parley', key }));

/** Reads a file and applies it as merging says. */
export const takeIn = async (desk: Importer, file: Blob) => {
  const { id } = await readIn(desk, file);
  return valueOf(await desk.files.apply({ importId: id }));
};

const NOT_COMPARED = [
  'imports',
  'importParts',
  'changed',
  'searchParts',
  'tallies',
  'tallyChanges',
  'log',
  'settings',
  'agents',
];

/** All rows of a desk that people see or that are worked out of these; packs as what lies in them. */
export const storeOf = async (desk: Pick<Desk, 'db'>) => {
  const db = await desk.db();
  const tables = db.tables.filter(({ name }) => !NOT_COMPARED.includes(name));
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  const byName = Object.fromEntries(tables.map(({ name }, at) => [name, rows[at] as unknown[]]));
  const packs = (await db.archive.toArray()).map(fromPack);
  const sorted = (list: readonly unknown[]): readonly string[] => list.map((row) => JSON.stringify(row)).sort();
  const archive = Object.fromEntries(
    (['buyers', 'orders', 'events', 'notes', 'contacts', 'promises', 'followUps'] as const).map((name) => [
      name,
      sorted(packs.flatMap((pack) => pack[name] as readonly unknown[])),
    ]),
  );
  return { ...byName, archive };
};
