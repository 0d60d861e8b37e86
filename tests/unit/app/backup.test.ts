import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { readEverything } from '@/utils/app/backup';
import { createArchive } from '@/utils/app/buyers/archive';
import { prepareIndex } from '@/utils/app/buyers/search-prepare';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { openAsItIs, openDatabase } from '@/utils/platform/db/open-database';
import { schemaVersion } from '@/utils/platform/db/schema';
import v4 from '../../fixtures/db/v4.json';
import { aDesk, aDeskWithBuyer, amazon, anOrderAlias, valueOf } from './desk';

let names = 0;

/** What version 4 has left, with a row in it that no upgrade can bring over. */
const aBrokenStore = async (isBroken = true) => {
  const name = `backup-${(names += 1)}`;
  const rows: Record<string, readonly object[]> = { ...v4.rows };
  if (isBroken) rows['buyers'] = [...v4.rows.buyers, { key: 'broken', aliases: [], tags: { not: 'a list' } }];
  const old = new Dexie(name);
  old.version(v4.version).stores(v4.stores);
  await old.open();
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd([...content]);
  old.close();
  const source = lazyDatabase(() => openDatabase(name));
  const deps = { db: source, clock: aDesk().deps.clock, asItIs: () => openAsItIs(name) };
  return { name, rows, deps };
};

/** Everything a store holds, without any of our code. */
const contents = async (name: string) => {
  const db = await new Dexie(name).open();
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  const { verno } = db;
  db.close();
  return { verno, tables: Object.fromEntries(tables) };
};

describe('a store whose upgrade fails', () => {
  test('says so, with the version it is in', async () => {
    const { deps } = await aBrokenStore();
    expect(await deps.db()).toMatchObject({ ok: false, error: { kind: 'upgrade-failed', found: 4 } });
  });

  test('holds afterwards what it held before', async () => {
    const { name, deps } = await aBrokenStore();
    const before = await contents(name);
    expect((await deps.db()).ok).toBe(false);
    expect((await deps.db()).ok).toBe(false);
    expect(await contents(name)).toEqual(before);
    expect(before.verno).toBe(4);
  });

  test('can be saved as a file, with every row', async () => {
    const { deps, rows } = await aBrokenStore();
    const backup = valueOf(await readEverything(deps));
    expect(backup).toMatchObject({ app: 'parley', schema: 4, savedAt: deps.clock.now() });
    for (const [table, content] of Object.entries(rows)) {
      expect(backup.tables[table], table).toHaveLength(content.length);
      expect(backup.tables[table], table).toEqual(expect.arrayContaining([...content]));
    }
  });

  test('is brought over once its row was mended, although a backup was read before', async () => {
    const { name, deps } = await aBrokenStore();
    valueOf(await readEverything(deps));
    const old = await new Dexie(name).open();
    await old.table('buyers').delete('broken');
    old.close();
    const db = valueOf(await deps.db());
    expect(db.verno).toBe(schemaVersion);
    expect(await db.buyers.count()).toBe(v4.rows.buyers.length);
    db.close();
  });

  test('is not what a store of the version before is taken for', async () => {
    const { deps } = await aBrokenStore(false);
    const db = valueOf(await deps.db());
    expect(valueOf(await readEverything(deps)).schema).toBe(schemaVersion);
    db.close();
  });

  test('of which nothing can be read at all answers what is wrong', async () => {
    const { deps } = await aBrokenStore();
    const nowhere = () => openAsItIs('there-is-no-such-store');
    expect(await readEverything({ ...deps, asItIs: nowhere })).toMatchObject({
      ok: false,
      error: { kind: 'upgrade-failed' },
    });
  });
});

describe('a backup', () => {
  test('holds what was put in, archived records too, and leaves out what is worked out from it or only passing by', async () => {
    const { deps, db: open, shop, buyers, notes, buyer } = await aDeskWithBuyer();
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'a note that stays' }));
    const other = valueOf(
      await buyers.see({ shopId: shop.id, aliases: [anOrderAlias('222-2')], displayName: 'Petr N' }),
    );
    valueOf(await createArchive(deps).archive({ keys: [other.buyer.key] }));
    const db = await open();
    await prepareIndex(db, {});
    const { tables } = valueOf(await readEverything(deps));
    expect(Object.keys(tables).sort()).toEqual(
      db.tables
        .map(({ name }) => name)
        .filter((name) => !['searchParts', 'changed', 'counters', 'imports', 'importParts'].includes(name))
        .filter((name) => !name.startsWith('tall'))
        .sort(),
    );
    expect(await db.searchParts.count()).toBeGreaterThan(0);
    expect(JSON.stringify(tables['archive'])).toContain('Petr N');
    expect(JSON.stringify(tables['notes'])).toContain('a note that stays');
    const [row] = tables['buyers'] as readonly object[];
    expect(row).toMatchObject({ key: buyer.key, aliases: ['order:111-1'] });
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['facets']));
    for (const field of ['facets', 'summary', 'segments', 'recheckOn', 'tally']) expect(row).not.toHaveProperty(field);
  });

  test('of a fresh desk is there, and empty of buyers', async () => {
    const desk = aDesk();
    valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    expect(valueOf(await readEverything(desk.deps))).toMatchObject({ schema: schemaVersion, tables: { buyers: [] } });
  });
});
