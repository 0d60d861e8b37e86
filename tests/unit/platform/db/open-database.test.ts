import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { facetOf, isCounted } from '@/utils/domain/customers/facets';
import { fullSummary } from '@/utils/domain/customers/summary';
import type { ArchiveRow, EventRow } from '@/utils/domain/records';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { openDatabase } from '@/utils/platform/db/open-database';
import { schemaVersion, schemaVersions } from '@/utils/platform/db/schema';
import { valueOf } from '../../app/desk';

interface Example {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: Record<string, readonly object[]>;
}

const examples = import.meta.glob<Example>('../../../fixtures/db/v*.json', { eager: true, import: 'default' });
const exampleOf = (version: number): Example | undefined => examples[`../../../fixtures/db/v${version}.json`];

let names = 0;
const aName = () => `open-test-${(names += 1)}`;

/** A database as another version of Parley has left it. */
const left = async (name: string, { version, stores, rows }: Example) => {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  await old.open();
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd([...content]);
  old.close();
};

/** What lies in an archived pack: versions write it down in different ways. */
const contentOf = (row: object) => ({ ...row, aliases: [], rows: JSON.parse((row as ArchiveRow).rows) as object });

describe('the database', () => {
  test('has a frozen example of every version', () => {
    expect(Object.keys(examples)).toHaveLength(schemaVersion);
    for (let version = 1; version <= schemaVersion; version += 1) expect(exampleOf(version)?.version).toBe(version);
  });

  test.each(schemaVersions.map((_, index) => index + 1))(
    'opens what version %i has left, with every row',
    async (version) => {
      const name = aName();
      const example = exampleOf(version);
      if (example === undefined) throw new Error(`tests/fixtures/db/v${version}.json is missing`);
      await left(name, example);
      const db = valueOf(await openDatabase(name, () => '2026-03-12'));
      for (const [table, rows] of Object.entries(example.rows)) {
        const kept = await db.table(table).toArray();
        // What versions 5 and 8 work out stands beside what was there; `dueOn` of a follow-up has become a moment.
        const isChanged = (version < 8 && table === 'buyers') || (version < 5 && table === 'followUps');
        const before = table === 'followUps' ? rows.map((row) => ({ ...row, dueOn: expect.any(String) })) : rows;
        if (isChanged)
          expect(
            kept.map((row: object) => ({ dueOn: '', ...row })),
            table,
          ).toMatchObject(before);
        // What version 9 files otherwise has a test of its own.
        else if (version < 9 && table === 'tallies') expect(kept.length).toBeGreaterThanOrEqual(rows.length);
        else if (table === 'archive') expect(kept.map(contentOf), table).toMatchObject(rows.map(contentOf));
        else expect(kept, table).toEqual(rows);
      }
      const newest = Object.keys(exampleOf(schemaVersion)?.rows ?? {}).sort();
      expect(db.tables.map((table) => table.name).sort()).toEqual(newest);
      db.close();
    },
  );

  test('keeps the rows of version 1 usable: what came later is empty, and can be written', async () => {
    const name = aName();
    const first = exampleOf(1);
    if (first === undefined) throw new Error('tests/fixtures/db/v1.json is missing');
    await left(name, first);
    const db = valueOf(await openDatabase(name));
    expect(await db.events.count()).toBe(0);
    const [event] = (exampleOf(2)?.rows['events'] ?? []) as EventRow[];
    if (event === undefined) throw new Error('tests/fixtures/db/v2.json has no event');
    await db.events.add(event);
    expect(await db.events.where('buyerKey').equals('buyer-1').toArray()).toEqual([event]);
    db.close();
    const [found] = (await indexedDB.databases()).filter((database) => database.name === name);
    expect(found?.version).toBe(schemaVersion * 10);
  });

  test.each([1, 2, 3, 4])('works out figures, lists and counts of what version %i has left', async (version) => {
    const name = aName();
    const example = exampleOf(version);
    if (example === undefined) throw new Error(`tests/fixtures/db/v${version}.json is missing`);
    await left(name, example);
    const db = valueOf(await openDatabase(name, () => '2026-03-12'));
    const [buyer] = await db.buyers.toArray();
    if (buyer === undefined) throw new Error('the example has no buyer');
    // Events came with version 2, and with them the bad evaluation that puts somebody at risk.
    const segments = version === 1 ? ['first-order'] : ['first-order', 'at-risk'];
    const lists = ['all', 'shop:shop-1', ...segments.map((id) => `segment:${id}`), 'tag:wholesale', 'country:DE'];
    expect(buyer).toMatchObject({ segments, tagMarks: { wholesale: { hlc: buyer.hlc, on: 1 } }, born: buyer.hlc });
    expect(fullSummary(buyer.summary)).toMatchObject({
      orders: 1,
      returns: version === 1 ? 0 : 1,
      bad: version === 1 ? 0 : 1,
      notes: 1,
      messages: 1,
      promiseDueOn: '2026-03-05',
      nextAt: '2026-03-09T00:00:00.000Z',
    });
    expect(buyer.facets?.filter(isCounted).map(facetOf)).toEqual(lists);
    expect(await db.counters.toArray()).toEqual([...lists].sort().map((facet) => ({ facet, count: 1 })));
    expect((await db.changed.toArray()).map(({ keys }) => keys)).toEqual([[buyer.key]]);
    expect((await db.followUps.toArray()).map(({ dueAt }) => dueAt)).toEqual(['2026-03-09T00:00:00.000Z']);
    db.close();
  });

  test('files the counts of version 8 by sheet and month, and titles as they were', async () => {
    const name = aName();
    const [before, after] = [exampleOf(8), exampleOf(9)];
    if (before === undefined || after === undefined) throw new Error('tests/fixtures/db/v8.json or v9.json is missing');
    await left(name, before);
    const db = valueOf(await openDatabase(name));
    expect(await db.tallies.toArray()).toEqual(after.rows['tallies']);
    db.close();
  });

  test('leaves everything as it was when the upgrade fails, and says so', async () => {
    const name = aName();
    const example = exampleOf(4);
    if (example === undefined) throw new Error('tests/fixtures/db/v4.json is missing');
    await left(name, { ...example, rows: { ...example.rows, buyers: [{ key: 'broken', tags: 7, aliases: [] }] } });
    expect(await openDatabase(name)).toEqual({
      ok: false,
      error: { kind: 'upgrade-failed', found: 4, code: 'TypeError' },
    });
    const before = await new Dexie(name).open();
    expect(before.verno).toBe(4);
    expect(await before.table('buyers').toArray()).toEqual([{ key: 'broken', tags: 7, aliases: [] }]);
    expect(await before.table('followUps').toArray()).toEqual(example.rows['followUps']);
    before.close();
  });

  test('stamps every row of the example that is somebody’s change', () => {
    // Drafts never leave the machine; the others are worked out or hold stamped rows inside.
    const unstamped = [
      'tallies',
      'tallyChanges',
      'drafts',
      'archive',
      'counters',
      'changed',
      'searchParts',
      'imports',
      'importParts',
    ];
    const rows = Object.entries(exampleOf(schemaVersion)?.rows ?? {});
    expect(rows.length).toBeGreaterThan(0);
    for (const [table, content] of rows.filter(([name]) => !unstamped.includes(name))) {
      expect(content.length, table).toBeGreaterThan(0);
      for (const row of content) {
        expect(Object.keys(row), table).toEqual(
          expect.arrayContaining(['shopId', 'authorId', 'hlc', 'origin', 'deleted']),
        );
      }
    }
  });

  test('has at most four indexes beside the key of any table', async () => {
    const db = valueOf(await openDatabase(aName()));
    for (const table of db.tables) expect(table.schema.indexes.length, table.name).toBeLessThanOrEqual(4);
  });

  test('refuses what a newer build has written and leaves it as it is', async () => {
    const name = aName();
    await left(name, { version: schemaVersion + 1, stores: { future: 'id' }, rows: { future: [{ id: 1 }] } });
    expect(await openDatabase(name)).toEqual({
      ok: false,
      error: { kind: 'storage-newer', found: schemaVersion + 1, known: schemaVersion },
    });
    const [found] = (await indexedDB.databases()).filter((database) => database.name === name);
    expect(found?.version).toBe((schemaVersion + 1) * 10);
  });

  test('makes way for a newer build that upgrades in another tab', async () => {
    const name = aName();
    const source = lazyDatabase(() => openDatabase(name));
    valueOf(await source());
    await left(name, { version: schemaVersion + 1, stores: { future: 'id' }, rows: {} });
    expect(await source()).toMatchObject({ ok: false, error: { kind: 'storage-newer' } });
  });

  test('opens once for all who ask, and again after it failed', async () => {
    let opened = 0;
    const name = aName();
    const source = lazyDatabase(() => {
      opened += 1;
      if (opened === 1) return Promise.resolve({ ok: false, error: { kind: 'storage-full' } } as const);
      return openDatabase(name);
    });
    expect(await source()).toEqual({ ok: false, error: { kind: 'storage-full' } });
    const [one, two] = await Promise.all([source(), source()]);
    expect(valueOf(one)).toBe(valueOf(two));
    expect(opened).toBe(2);
  });
});
