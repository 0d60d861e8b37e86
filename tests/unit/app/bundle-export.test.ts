// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readEverything } from '@/utils/app/backup';
import { createBundleExport, type ExportDeps } from '@/utils/app/bundles/export';
import { gather } from '@/utils/app/bundles/export-gather';
import { pickKeys } from '@/utils/app/bundles/export-pick';
import { createPseudonyms } from '@/utils/app/bundles/export-pseudonyms';
import { createTeam } from '@/utils/app/bundles/team';
import type { ExportRequest, ExportScope } from '@/utils/app/bundles-api';
import { createArchive } from '@/utils/app/buyers/archive';
import { createBuyerEdits } from '@/utils/app/buyers/edit';
import { createForget } from '@/utils/app/buyers/forget';
import { createJoin } from '@/utils/app/buyers/join';
import { changing } from '@/utils/app/records';
import { linesOfBackup } from '@/utils/domain/bundles/backup-lines';
import { isOwnSection, type BundleLine, type BundleSection } from '@/utils/domain/bundles/bundle';
import { asNew } from '@/utils/domain/customers/clocked';
import { compareLines, lineId } from '@/utils/domain/bundles/write-bundle';
import { brandAs, type BuyerKey, type ShopId } from '@/utils/domain/ids';
import type { BuyerRow, NoteRow, OrderRow } from '@/utils/domain/records';
import { ok } from '@/utils/domain/result';
import { openBundle } from '@/utils/platform/bundles/open';
import { linesOf } from './bundle-desks';
import { aDesk, aliexpress, amazon, anOrderAlias, hour, valueOf, type Desk } from './desk';

const plain = { kind: 'plain' } as const;
const everything: ExportRequest = { scope: { kind: 'everything' }, redaction: 'full' };
const TODAY = '2026-03-02';
/** Later than any clock of these tests. */
const afterAll = Date.parse('2026-12-01T00:00:00Z');
const day = 24 * hour;

const anExport = (desk: Desk, change: Partial<ExportDeps> = {}) =>
  createBundleExport({
    ...desk.deps,
    today: () => TODAY,
    reviewNotes: async (texts) => ({ flagged: texts.filter((text) => text.includes('@')).length }),
    advise: async () => ok(null),
    ...change,
  });

const open = async (file: Blob) =>
  valueOf(await openBundle(new Uint8Array(await file.arrayBuffer()), {}, { nowMs: afterAll }));

/** Writes a file and reads it again. */
const exported = async (desk: Desk, request: ExportRequest) => {
  const { file, entry } = valueOf(await anExport(desk).write({ ...request, lock: plain }));
  const opened = await open(file);
  expect(opened.rejected).toEqual([]);
  return { ...opened, entry };
};

const linesFor = async (desk: Desk, scope: ExportScope): Promise<readonly BundleLine[]> =>
  (await exported(desk, { scope, redaction: 'full' })).lines;

const idsOf = (lines: readonly BundleLine[], section: BundleSection): readonly string[] =>
  lines.filter((line) => line.section === section).map(lineId);

const see = async (desk: Desk, shopId: ShopId, orderId: string, displayName = `Buyer ${orderId}`): Promise<BuyerKey> =>
  valueOf(
    await desk.buyers.see({
      shopId,
      aliases: [anOrderAlias(orderId)],
      displayName,
      order: {
        orderId: brandAs<'OrderId'>(orderId),
        items: [{ title: 'Lamp', sku: `S${orderId.replace('-', '')}` }],
        orderedOn: '2026-02-01',
      },
    }),
  ).buyer.key;

const note = async (desk: Desk, buyerKey: BuyerKey, text: string) =>
  valueOf(await desk.notes.addNote({ buyerKey, text }));

/** A desk with two shops: a record with notes, one that is archived, two that are joined, one that was forgotten. */
const aFullDesk = async () => {
  const desk = aDesk();
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  const other = valueOf(await desk.shops.add({ marketplace: aliexpress, name: 'Lumen Ali' }));
  const ann = await see(desk, shop.id, '111-1', 'Ann Smith');
  const archived = await see(desk, shop.id, '222-2', 'Petr Nowak');
  const joined = await see(desk, shop.id, '333-3', 'A. Smith');
  const far = await see(desk, other.id, '444-4', 'Li Wei');
  const forgotten = await see(desk, shop.id, '555-5', 'Gone Person');
  await note(desk, ann, 'likes blue lamps');
  const deleted = await note(desk, ann, 'a mistake');
  valueOf(await desk.notes.deleteNote({ buyerKey: ann, noteId: deleted.id }));
  await note(desk, archived, 'write to petr@example.com');
  await note(desk, joined, 'the same person');
  valueOf(await createJoin(desk.deps).join({ keys: [ann, joined] }));
  valueOf(await createBuyerEdits(desk.deps).tag({ keys: [ann, archived], add: ['vip'] }));
  valueOf(await createArchive(desk.deps).archive({ keys: [archived] }));
  valueOf(await createForget(desk.deps).forget({ keys: [forgotten] }));
  valueOf(
    await changing(desk.deps, ['products', 'templates', 'entries', 'overrides'], async ({ db, stamp, now }) => {
      const row = stamp(shop.id);
      await db.products.bulkAdd([
        { ...row, id: 'p1', sku: 'S1111', title: 'Lamp', values: {} },
        { ...row, id: 'p2', sku: 'S-unrelated', title: 'Chair', values: {} },
        { ...row, id: 'p3', sku: 'S-gone', title: '', values: {}, deleted: 1 },
      ]);
      await db.templates.add({ ...row, id: 'late-parcel', off: 1, reviews: {}, at: now });
      await db.overrides.add({ ...row, id: 'o1', rules: ['review.twice'], reason: 'asked', at: now });
      const entry = { id: 'e1', day: TODAY, at: now, text: 'crushed boxes', count: 1 } as const;
      await db.entries.add(asNew({ ...row, ...entry, department: 'logistics', severity: 'low' }));
      return ok(null);
    }),
  );
  return { desk, shop, other, keys: { ann, archived, joined, far, forgotten } };
};

describe('everything', () => {
  test('holds each row of the desk once, in the order of the format: archived, deleted and forgotten ones too', async () => {
    const { desk, keys } = await aFullDesk();
    const { lines } = await exported(desk, everything);
    const saved = linesOfBackup(valueOf(await readEverything(desk.deps)).tables);
    expect(saved.rejected).toEqual([]);
    expect(lines).toEqual(saved.lines.filter(({ section }) => !isOwnSection(section)));
    expect([...lines].sort(compareLines)).toEqual(lines);
    expect(idsOf(lines, 'buyers')).toEqual(expect.arrayContaining(Object.values(keys)));
    expect(lines.find((line) => lineId(line) === keys.forgotten)?.row).toMatchObject({ forgotten: 1, deleted: 1 });
    expect(lines.filter(({ section, row }) => section === 'notes' && row.deleted === 1)).toHaveLength(1);
  });

  test('says what it holds, when, and under whom', async () => {
    const { desk } = await aFullDesk();
    const { header, entry, lines, size } = await exported(desk, everything);
    const db = await desk.db();
    const self = (await db.settings.get('self'))?.value as { agentId: string; node: string };
    expect(header).toMatchObject({ origin: self.node, authorId: self.agentId, redaction: 'full', schema: db.verno });
    expect(header.createdAt).toBe(desk.deps.clock.now());
    expect(entry).toEqual({
      id: expect.any(String),
      at: header.createdAt,
      fileName: `parley-${TODAY}.parley`,
      ...everything,
      lockedBy: 'nothing',
      counts: header.counts,
      bytes: size.file,
    });
    expect(Object.values(entry.counts).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
  });

  test('of a desk nobody has used yet is a file without rows', async () => {
    expect((await exported(aDesk(), everything)).lines).toEqual([]);
  });

  test('crosses the borders of parts without losing or repeating a row', async () => {
    const { desk, shop } = await aFullDesk();
    await manyRecords(desk, shop.id, 1_203);
    const { lines } = await exported(desk, everything);
    expect(lines).toEqual(await linesOf(desk));
  });
});

/** Records with an order each, written past the use cases: thousands of those would take minutes. */
const manyRecords = async (desk: Desk, shopId: ShopId, count: number, change: Partial<BuyerRow> = {}) => {
  valueOf(
    await changing(desk.deps, ['buyers'], async ({ db, stamp, now }) => {
      const row = stamp(shopId);
      const keys = Array.from({ length: count }, (_, at) => brandAs<'BuyerKey'>(`many-${(at * 7_919) % 100_003}`));
      const buyer = { ...row, born: row.hlc, aliases: [], tags: [], archived: 0, lastSeen: now } as const;
      await db.buyers.bulkAdd(keys.map((key): BuyerRow => ({ ...buyer, key, displayName: `N ${key}`, ...change })));
      await db.orders.bulkAdd(
        keys.map((buyerKey): OrderRow => {
          const orderId = brandAs<'OrderId'>(`9-${buyerKey}`);
          return { ...row, born: row.hlc, id: `${shopId}:${orderId}`, orderId, buyerKey, items: [] };
        }),
      );
      return ok(null);
    }),
  );
};

describe('what was changed since the last file', () => {
  const sinceLast: ExportScope = { kind: 'since-last' };

  test('is everything the first time, then nothing', async () => {
    const { desk } = await aFullDesk();
    const all = (await exported(desk, everything)).lines;
    const { desk: fresh } = await aFullDesk();
    expect(await linesFor(fresh, sinceLast)).toHaveLength(all.length);
    expect(await linesFor(fresh, sinceLast)).toEqual([]);
  });

  test('is a changed row with the record and the shop it belongs to', async () => {
    const { desk, shop, keys } = await aFullDesk();
    await exported(desk, everything);
    const fresh = await note(desk, keys.ann, 'news');
    const lines = await linesFor(desk, sinceLast);
    expect(lines.map((line) => [line.section, lineId(line)])).toEqual([
      ['shops', shop.id],
      ['buyers', keys.ann],
      ['notes', fresh.id],
    ]);
  });

  test('brings deletions, and records that were forgotten or archived', async () => {
    const { desk, keys } = await aFullDesk();
    await exported(desk, everything);
    valueOf(await createForget(desk.deps).forget({ keys: [keys.far] }));
    valueOf(await createArchive(desk.deps).archive({ keys: [keys.ann] }));
    const lines = await linesFor(desk, sinceLast);
    expect(lines.find((line) => lineId(line) === keys.far)?.row).toMatchObject({ forgotten: 1 });
    expect(lines.find((line) => lineId(line) === keys.ann)?.row).toMatchObject({ archived: 1 });
  });

  test('is the same rows whether few were kept or many are read again', async () => {
    const { desk, keys } = await aFullDesk();
    const since = (await (await desk.db()).settings.get('clock'))?.value as string;
    await note(desk, keys.ann, 'news');
    await note(desk, keys.far, 'more news');
    valueOf(await createArchive(desk.deps).archive({ keys: [keys.far] }));
    const reader = { db: await desk.db(), signal: undefined, onRead: () => undefined, marks: new Set<string>() };
    const picked = valueOf(
      await pickKeys(reader, { kind: 'since-last' }, { now: desk.deps.clock.now(), today: TODAY, lastReading: since }),
    );
    if (picked.kind !== 'since') throw new Error(picked.kind);
    const { rows, ...many } = picked;
    expect(rows).toBeDefined();
    const how = { reader, withArchive: true, level: 'full', keyed: createPseudonyms(desk.deps.clock.now()) } as const;
    const linesIn = async (one: typeof picked) => {
      const { lines, counts } = await gather({ ...how, picked: one, counting: 'exact' });
      const found: BundleLine[] = [];
      for await (const line of lines()) found.push(line);
      return { counts, ids: found.map((line) => [line.section, lineId(line)]) };
    };
    const few = await linesIn(picked);
    expect(few.ids.map(([section]) => section)).toEqual(['shops', 'shops', 'buyers', 'buyers', 'notes', 'notes']);
    expect(await linesIn(many)).toEqual(few);
  });

  test('goes on from files with everything, and from no other', async () => {
    const { desk, keys } = await aFullDesk();
    await exported(desk, everything);
    await note(desk, keys.ann, 'news');
    await exported(desk, { ...everything, redaction: 'no-names' });
    await exported(desk, { scope: { kind: 'templates' }, redaction: 'full' });
    expect(idsOf(await linesFor(desk, sinceLast), 'notes')).toHaveLength(1);
    expect(idsOf(await linesFor(desk, sinceLast), 'notes')).toHaveLength(0);
  });
});

describe('records', () => {
  test('with a tag come with all that were joined, their shop and their products, archived ones too', async () => {
    const { desk, shop, keys } = await aFullDesk();
    const lines = await linesFor(desk, { kind: 'buyers', tag: ' VIP ' });
    const { ann, joined, archived, forgotten } = keys;
    expect(idsOf(lines, 'buyers')).toEqual([ann, joined, archived, forgotten].sort());
    expect(idsOf(lines, 'shops')).toEqual([shop.id]);
    expect(idsOf(lines, 'products')).toEqual(['p1', 'p3']);
    expect(idsOf(lines, 'orders')).toHaveLength(3);
    expect(idsOf(lines, 'notes')).toHaveLength(4);
    for (const section of ['entries', 'templates', 'overrides'] as const) expect(idsOf(lines, section)).toEqual([]);
    expect([...lines].sort(compareLines)).toEqual(lines);
  });

  test('of a marketplace leave out what is about those of another', async () => {
    const { desk, shop, other, keys } = await aFullDesk();
    const lines = await linesFor(desk, { kind: 'buyers', marketplace: aliexpress });
    expect(idsOf(lines, 'buyers')).toEqual([keys.far, keys.forgotten].sort());
    expect(idsOf(lines, 'orders')).toEqual([`${other.id}:444-4`]);
    // The one who was forgotten stood in the first shop.
    expect(idsOf(lines, 'shops')).toEqual([shop.id, other.id].sort());
    expect(idsOf(lines, 'notes')).toEqual([]);
  });

  test('of a segment are those of the list: no archived ones', async () => {
    const { desk, keys } = await aFullDesk();
    const lines = await linesFor(desk, { kind: 'buyers', segment: 'first-order' });
    expect(idsOf(lines, 'buyers')).toEqual([keys.far, keys.forgotten].sort());
  });

  test('of some days are those seen last on these', async () => {
    const { desk, shop, keys } = await aFullDesk();
    desk.pass(3 * day);
    const later = await see(desk, shop.id, '666-6');
    const from = await linesFor(desk, { kind: 'buyers', from: '2026-03-03' });
    expect(idsOf(from, 'buyers')).toEqual([later, keys.forgotten].sort());
    const to = await linesFor(desk, { kind: 'buyers', from: TODAY, to: TODAY, tag: 'vip' });
    expect(idsOf(to, 'buyers')).toHaveLength(4);
  });

  test('must fit everything that is asked', async () => {
    const { desk, keys } = await aFullDesk();
    const lines = await linesFor(desk, { kind: 'buyers', marketplace: aliexpress, tag: 'vip' });
    expect(idsOf(lines, 'buyers')).toEqual([keys.forgotten]);
  });

  test.each([
    ['from', { from: '2026-02-30' }],
    ['to', { to: 'yesterday' }],
  ])('are not looked for by a day that is none: %s', async (field, days) => {
    const request = { scope: { kind: 'buyers', ...days }, redaction: 'full' } as const;
    const problem = { ok: false, error: { kind: 'invalid', field } };
    expect(await anExport(aDesk()).look(request)).toEqual(problem);
    expect(await anExport(aDesk()).write({ ...request, lock: plain })).toEqual(problem);
  });

  test('are the same whether few or many', async () => {
    const { desk, shop, keys } = await aFullDesk();
    const few = await linesFor(desk, { kind: 'buyers', tag: 'vip' });
    // Above the number of records that are read by their keys.
    await manyRecords(desk, shop.id, 5_100, { tags: ['vip'] });
    const many = await linesFor(desk, { kind: 'buyers', tag: 'vip' });
    expect(
      many.filter((line) => !('buyerKey' in line.row ? line.row.buyerKey : lineId(line))?.startsWith('many-')),
    ).toEqual(few);
    expect(idsOf(many, 'orders')).toHaveLength(5_103);
    expect(idsOf(many, 'buyers')).not.toContain(keys.far);
    expect([...many].sort(compareLines)).toEqual(many);
  }, 60_000);
});

test('templates alone are templates alone', async () => {
  const { desk } = await aFullDesk();
  const { lines, entry } = await exported(desk, { scope: { kind: 'templates' }, redaction: 'full' });
  expect(lines.map(lineId)).toEqual(['late-parcel']);
  expect(entry.fileName).toBe(`parley-${TODAY}-templates.parley`);
});

describe('a hand-over', () => {
  const handOver: ExportScope = { kind: 'hand-over' };

  /** Four records nobody has touched today, a day later. */
  const aQuietDesk = async () => {
    const desk = aDesk();
    const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
    const keys: BuyerKey[] = [];
    for (const orderId of ['1-1', '2-2', '3-3', '4-4']) keys.push(await see(desk, shop.id, orderId));
    await note(desk, keys[0]!, 'an old note');
    desk.pass(-3 * day);
    return { desk, shop, keys };
  };

  const buyersIn = async (desk: Desk, today = '2026-03-05') => {
    const { write } = anExport(desk, { today: () => today });
    const { file } = valueOf(await write({ scope: handOver, redaction: 'full', lock: plain }));
    return open(file);
  };

  test('holds those with a promise that is due within two days or overdue, with everything about them', async () => {
    const { desk, shop, keys } = await aQuietDesk();
    const [a, b, c, d] = keys as [BuyerKey, BuyerKey, BuyerKey, BuyerKey];
    const promise = async (buyerKey: BuyerKey, dueOn: string) =>
      valueOf(await desk.worklog.keepPromises({ shopId: shop.id, buyerKey, promises: [{ what: 'refund', dueOn }] }));
    await promise(a, '2026-02-20');
    await promise(b, '2026-03-07');
    await promise(c, '2026-03-20');
    desk.pass(6 * day);
    expect(desk.deps.clock.now().slice(0, 10)).toBe('2026-03-05');
    const { lines } = await buyersIn(desk);
    expect(idsOf(lines, 'buyers')).toEqual([a, b].sort());
    expect(idsOf(lines, 'notes')).toHaveLength(1);
    expect(idsOf(lines, 'orders')).toEqual([`${shop.id}:1-1`, `${shop.id}:2-2`]);
    expect(idsOf(lines, 'shops')).toEqual([shop.id]);
    expect(idsOf(lines, 'buyers')).not.toContain(d);
  });

  test('holds those whose follow-up is due', async () => {
    const { desk, shop, keys } = await aQuietDesk();
    desk.pass(6 * day);
    const rows = [
      { dueAt: '2026-03-06T09:00:00.000Z', done: 0 },
      { dueAt: '2026-03-06T09:00:00.000Z', done: 1 },
      { dueAt: '2026-03-09T09:00:00.000Z', done: 0 },
      { dueAt: '2026-03-04T09:00:00.000Z', until: '2026-03-04T19:00:00.000Z', done: 0 },
    ] as const;
    const db = await desk.db();
    const { hlc, authorId, origin } = (await db.buyers.get(keys[0]!))!;
    const stamp = { shopId: shop.id, hlc, authorId, origin, deleted: 0 } as const;
    await db.followUps.bulkPut(
      rows.map((row, at) => ({ ...stamp, id: `f${at}`, buyerKey: keys[at]!, kind: 'late', ...row }) as never),
    );
    const { lines } = await buyersIn(desk);
    expect(idsOf(lines, 'buyers')).toEqual([keys[0]]);
    expect(idsOf(lines, 'followUps')).toEqual(['f0']);
  });

  test('holds those to watch', async () => {
    const { desk, keys } = await aQuietDesk();
    desk.pass(6 * day);
    const db = await desk.db();
    await db.buyers.update(keys[1]!, { segments: ['repeat', 'at-risk'] });
    await db.buyers.update(keys[2]!, { segments: ['loyal'] });
    expect(idsOf((await buyersIn(desk)).lines, 'buyers')).toEqual([keys[1]]);
  });

  test('holds what was changed today, and is empty when nothing was', async () => {
    const { desk, shop, keys } = await aQuietDesk();
    desk.pass(6 * day);
    expect((await buyersIn(desk)).lines).toEqual([]);
    const fresh = await note(desk, keys[2]!, 'she called');
    valueOf(
      await changing(desk.deps, ['products', 'entries', 'events'], async ({ db, stamp, now }) => {
        const row = stamp(shop.id);
        await db.products.add({ ...row, id: 'p', title: 'Lamp', values: {} });
        const entry = { id: 'e', day: '2026-03-05', at: now, text: 'crushed', count: 1 } as const;
        await db.entries.add(asNew({ ...row, ...entry, department: 'logistics', severity: 'low' }));
        await db.events.add(asNew({ ...row, id: 'review', kind: 'review' as const, at: '2026-03-05', stars: 1 }));
        return ok(null);
      }),
    );
    const { lines } = await buyersIn(desk);
    expect(lines.map((line) => [line.section, lineId(line)])).toEqual([
      ['shops', shop.id],
      ['buyers', keys[2]],
      ['orders', `${shop.id}:3-3`],
      ['events', 'review'],
      ['notes', fresh.id],
      ['entries', 'e'],
      ['products', 'p'],
    ]);
  });

  test('brings a joined record whole', async () => {
    const { desk, keys } = await aQuietDesk();
    const [a, b] = keys as [BuyerKey, BuyerKey];
    valueOf(await createJoin(desk.deps).join({ keys: [a, b] }));
    desk.pass(6 * day);
    await note(desk, b, 'about the second');
    expect(idsOf((await buyersIn(desk)).lines, 'buyers')).toEqual([a, b].sort());
  });
});

describe('a redacted file', () => {
  test.each(['no-names', 'statistics'] as const)('at level %s names nobody, and is in order', async (redaction) => {
    const { desk } = await aFullDesk();
    for (const scope of [{ kind: 'everything' }, { kind: 'buyers', tag: 'vip' }] as const) {
      const { lines, header, entry } = await exported(desk, { scope, redaction });
      expect(header).toMatchObject({ redaction, origin: '', authorId: '' });
      expect(entry.fileName).toContain(redaction);
      expect(lines.length).toBeGreaterThan(2);
      expect([...lines].sort(compareLines)).toEqual(lines);
      expect(JSON.stringify(lines)).not.toMatch(/Smith|Petr|Li Wei|lamps|111-1|222-2|333-3|444-4/);
      expect(idsOf(lines, 'notes')).toEqual([]);
    }
  });
});

describe('a look', () => {
  test('says what the file will hold, to the byte', async () => {
    const { desk } = await aFullDesk();
    for (const redaction of ['full', 'no-names', 'statistics'] as const) {
      for (const scope of [{ kind: 'everything' }, { kind: 'hand-over' }, { kind: 'buyers', tag: 'vip' }] as const) {
        const look = valueOf(await anExport(desk).look({ scope, redaction }));
        const { header, size } = await exported(desk, { scope, redaction });
        expect(look.counts).toEqual(header.counts);
        expect(look.bytes).toBe(size.text);
      }
    }
  });

  test('counts names and notes, and those the rules flag', async () => {
    const { desk } = await aFullDesk();
    expect(valueOf(await anExport(desk).look(everything))).toMatchObject({ names: 4, notes: 3, flagged: 1 });
    const look = valueOf(await anExport(desk).look({ ...everything, redaction: 'no-names' }));
    expect(look).toMatchObject({ names: 0, notes: 0, flagged: 0 });
  });

  test('asks for advice with whether anybody is named', async () => {
    const { desk } = await aFullDesk();
    const asked: boolean[] = [];
    const advice = { rule: 'note-team-export', severity: 'warning', words: { title: 'T', why: 'W' } } as never;
    const { look } = anExport(desk, { advise: async ({ names }) => ok((asked.push(names), names ? advice : null)) });
    expect(valueOf(await look(everything)).advice).toBe(advice);
    expect(valueOf(await look({ scope: { kind: 'templates' }, redaction: 'full' })).advice).toBeNull();
    expect(asked).toEqual([true, false]);
  });

  test('hands notes over in parts', async () => {
    const { desk, keys } = await aFullDesk();
    valueOf(
      await changing(desk.deps, ['notes'], async ({ db, stamp, now }) => {
        const row = { ...stamp(brandAs('')), buyerKey: keys.ann, text: 'x', createdAt: now };
        await db.notes.bulkAdd(
          Array.from({ length: 450 }, (_, at): NoteRow => asNew({ ...row, id: brandAs<'NoteId'>(`n${at}`) })),
        );
        return ok(null);
      }),
    );
    const parts: number[] = [];
    const reviewNotes = async (texts: readonly string[]) => (parts.push(texts.length), { flagged: 0 });
    valueOf(await anExport(desk, { reviewNotes }).look(everything));
    expect(parts).toEqual([200, 200, 53]);
  });

  test('remembers nothing', async () => {
    const { desk } = await aFullDesk();
    const before = await (await desk.db()).settings.toArray();
    valueOf(await anExport(desk).look(everything));
    expect(await (await desk.db()).settings.toArray()).toEqual(before);
  });

  test('says when notes cannot be looked at', async () => {
    const { desk } = await aFullDesk();
    const { look } = anExport(desk, { reviewNotes: () => Promise.reject(new Error('gone')) });
    expect(await look(everything)).toMatchObject({ ok: false, error: { kind: 'storage-failed' } });
  });
});

describe('while others write', () => {
  test('a file is whole and holds what it says', async () => {
    const { desk, shop, keys } = await aFullDesk();
    await manyRecords(desk, shop.id, 700);
    let added: Promise<NoteRow> | undefined;
    const onProgress = () => void (added ??= note(desk, keys.ann, 'came in between'));
    const { file } = valueOf(await anExport(desk).write({ ...everything, lock: plain }, { onProgress }));
    const { id } = (await added)!;
    expect(idsOf((await open(file)).lines, 'notes')).toContain(id);
  });

  test('a record that is archived meanwhile is in it with everything about it', async () => {
    const { desk, shop, keys } = await aFullDesk();
    await manyRecords(desk, shop.id, 700);
    let moved: Promise<unknown> | undefined;
    const onProgress = () => void (moved ??= createArchive(desk.deps).archive({ keys: [keys.far] }));
    const { file } = valueOf(await anExport(desk).write({ ...everything, lock: plain }, { onProgress }));
    await moved;
    const { lines } = await open(file);
    expect(lines.find((line) => lineId(line) === keys.far)?.row).toMatchObject({ archived: 1 });
    expect(idsOf(lines, 'orders').filter((id) => id.endsWith('444-4'))).toHaveLength(1);
  });

  test('nothing is lost with a record that leaves while another comes, so that the counts still fit', async () => {
    const { desk, shop, other, keys } = await aFullDesk();
    await manyRecords(desk, shop.id, 2_200);
    const db = await desk.db();
    // Behind all others, in a part that is not read yet when the first orders are told.
    const moving = (await db.orders.get(`${other.id}:444-4`))!;
    const late = { ...moving, id: 'z-late' };
    await db.orders.delete(moving.id);
    await db.orders.add(late);
    const before = (await db.shops.count()) + (await db.buyers.count());
    let moved: Promise<unknown> | undefined;
    const move = async () => {
      await createArchive(desk.deps).archive({ keys: [keys.far] });
      await db.orders.add({ ...late, id: 'z-fresh', buyerKey: keys.ann });
    };
    const onProgress = ({ done }: { done: number }) => void (done > before && (moved ??= move()));
    const { file } = valueOf(await anExport(desk).write({ ...everything, lock: plain }, { onProgress }));
    await moved;
    const { lines } = await open(file);
    expect(idsOf(lines, 'orders')).toEqual(expect.arrayContaining(['z-late', 'z-fresh']));
    expect(lines.find((line) => lineId(line) === keys.far)?.row).toMatchObject({ archived: 1 });
  });

  test('a row that lies in the archive as well is written once, as it is among the live ones', async () => {
    const { desk, keys } = await aFullDesk();
    const db = await desk.db();
    const row = (await db.buyers.get(keys.far))!;
    valueOf(await createArchive(desk.deps).archive({ keys: [keys.far] }));
    await db.buyers.put({ ...row, displayName: 'Live' });
    const { lines } = await exported(desk, everything);
    const found = lines.filter((line) => line.section === 'buyers' && lineId(line) === keys.far);
    expect(found.map((line) => line.row)).toEqual([expect.objectContaining({ displayName: 'Live' })]);
  });

  test('it is given up when they never stop', async () => {
    const { desk, shop, keys } = await aFullDesk();
    await manyRecords(desk, shop.id, 1_200);
    const pending: Promise<unknown>[] = [];
    const onProgress = () => void pending.push(note(desk, keys.ann, 'again'));
    expect(await anExport(desk).write({ ...everything, lock: plain }, { onProgress })).toEqual({
      ok: false,
      error: { kind: 'storage-failed', code: 'rows-moved' },
    });
    await Promise.all(pending);
    expect(valueOf(await anExport(desk).exports())).toEqual([]);
  });
});

describe('progress', () => {
  const scopes: readonly ExportScope[] = [
    { kind: 'everything' },
    { kind: 'since-last' },
    { kind: 'buyers', tag: 'vip' },
    { kind: 'templates' },
    { kind: 'hand-over' },
  ];

  test.each(scopes)('of $kind goes forward and ends', async (scope) => {
    const { desk } = await aFullDesk();
    for (const job of ['look', 'write'] as const) {
      const told: number[] = [];
      let whole = 0;
      const onProgress = ({ done, of }: { done: number; of: number }) => (told.push(done), (whole = of));
      const request = { scope, redaction: 'full', lock: plain } as const;
      expect((await anExport(desk)[job](request, { onProgress })).ok).toBe(true);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(whole);
      expect(whole).toBeGreaterThan(0);
    }
  });

  test.each(['look', 'write'] as const)('can be stopped anywhere: %s', async (job) => {
    const { desk, shop } = await aFullDesk();
    await manyRecords(desk, shop.id, 1_100);
    for (const stopAt of [0, 1, 3, 6]) {
      const stopping = new AbortController();
      let told = 0;
      const onProgress = () => void ((told += 1) > stopAt && stopping.abort());
      if (stopAt === 0) stopping.abort();
      const options = { onProgress, signal: stopping.signal };
      const outcome = await anExport(desk)[job]({ ...everything, lock: plain }, options);
      expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    }
    expect(valueOf(await anExport(desk).exports())).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('are the last twenty files, the newest first, in words that name no buyer', async () => {
    const { desk } = await aFullDesk();
    for (let at = 0; at < 22; at += 1) {
      desk.pass(hour);
      valueOf(await anExport(desk).write({ scope: { kind: 'templates' }, redaction: 'full', lock: plain }));
    }
    valueOf(await anExport(desk).write({ ...everything, lock: plain }));
    const kept = valueOf(await anExport(desk).exports());
    expect(kept).toHaveLength(20);
    expect(kept[0]).toMatchObject({ scope: { kind: 'everything' } });
    expect(kept.map(({ at }) => at)).toEqual(
      kept
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const row = JSON.stringify(await (await desk.db()).settings.get('exports'));
    expect(row).not.toMatch(/Smith|Petr|Li Wei|lamps/);
    expect(desk.announced.flat()).toContain('exports');
  });

  test('a line of the log tells how much left the desk', async () => {
    const { desk } = await aFullDesk();
    const { lines } = await exported(desk, everything);
    const logged = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'bundle.written');
    expect(logged.map(({ detail }) => detail)).toEqual([{ scope: 'everything', level: 'full', rows: lines.length }]);
  });

  test('a file is called after who made it, in characters every file system takes', async () => {
    const { desk } = await aFullDesk();
    valueOf(await createTeam(desk.deps).rename({ name: 'Zoë / 王: "desk" 7?' }));
    const { entry } = await exported(desk, { scope: { kind: 'hand-over' }, redaction: 'full' });
    expect(entry.fileName).toBe(`parley-Zoë-王-desk-7-${TODAY}-handover.parley`);
  });
});

describe('a lock', () => {
  test('that locks nothing is told before anything is read', async () => {
    const { desk } = await aFullDesk();
    const told: unknown[] = [];
    const lock = { kind: 'passphrase', passphrase: '' } as const;
    const outcome = await anExport(desk).write({ ...everything, lock }, { onProgress: (at) => told.push(at) });
    expect(outcome).toEqual({ ok: false, error: { kind: 'empty-passphrase' } });
    expect(told).toEqual([]);
  });

  test('for the team is opened by who has the key', async () => {
    const { desk } = await aFullDesk();
    const mate = createTeam(aDesk().deps);
    const { me } = valueOf(await mate.team());
    const lock = { kind: 'recipients', recipients: [me.recipient] } as const;
    const { file, entry } = valueOf(await anExport(desk).write({ ...everything, lock }));
    expect(entry.lockedBy).toBe('recipients');
    const identity = valueOf(await mate.identity());
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = valueOf(await openBundle(bytes, { identity }, { nowMs: afterAll }));
    expect(opened.lines.length).toBeGreaterThan(10);
  });
});
