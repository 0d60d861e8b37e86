import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createOrderFiles } from '@/utils/app/order-files';
import type { BuyerFileWords, OrderFile, OrderFileTaken } from '@/utils/app/order-files-api';
import { buyerColumns } from '@/utils/domain/order-files/buyer-columns';
import { brandAs, type MarketId, type ShopId } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, anOrderAlias, valueOf, type Desk } from '../app/desk';
import { counted, recount } from '../app/recount';

const fixture = (name: string): File => new File([readFileSync(`tests/fixtures/order-files/${name}`)], name);

const aDeskWithShop = async (market: MarketId = amazon) => {
  const desk = aDesk();
  const shop = valueOf(await desk.shops.add({ marketplace: market, name: 'Lumen DE' }));
  return { desk, shopId: shop.id, files: createOrderFiles(desk.deps) };
};
const readFile = async (files: ReturnType<typeof createOrderFiles>, file: File): Promise<OrderFile> =>
  valueOf(await files.read({ file, fileName: file.name }));
/** Reads a report and takes it in as it is understood. */
const take = async (
  { files, shopId }: { files: ReturnType<typeof createOrderFiles>; shopId: ShopId },
  name: string,
): Promise<OrderFileTaken> => {
  const { table, mapping } = await readFile(files, fixture(name));
  return valueOf(await files.takeIn({ table, mapping, shopId }));
};
const rowsOf = async (desk: Desk) => {
  const db = await desk.db();
  return { orders: await db.orders.toArray(), events: await db.events.toArray(), buyers: await db.buyers.toArray() };
};

describe('a report', () => {
  test('is taken in with its orders, and the same report again changes nothing', async () => {
    const world = await aDeskWithShop();
    expect(await take(world, 'amazon-all-orders.txt')).toEqual({ done: 3, of: 3, kept: 3, isStopped: false });
    const first = await rowsOf(world.desk);
    expect(first.orders.map(({ orderId, state, orderedOn }) => [orderId, state, orderedOn])).toEqual([
      ['302-1000001-1000001', undefined, '2026-11-01'],
      ['302-1000002-1000002', undefined, '2026-11-02'],
      ['302-1000003-1000003', 'cancelled', '2026-11-03'],
    ]);
    expect(await take(world, 'amazon-all-orders.txt')).toEqual({ done: 3, of: 3, kept: 0, isStopped: false });
    expect(await rowsOf(world.desk)).toEqual(first);
    expect(await counted(world.desk)).toEqual(await recount(world.desk));
  });

  test('of returns and of feedback finds the buyers of its orders, and says nothing new the second time', async () => {
    const world = await aDeskWithShop();
    await take(world, 'amazon-all-orders.txt');
    expect(await take(world, 'amazon-fba-returns.txt')).toMatchObject({ done: 1, kept: 1 });
    expect(await take(world, 'amazon-feedback.csv')).toMatchObject({ done: 2, kept: 2 });
    const first = await rowsOf(world.desk);
    expect(first.buyers).toHaveLength(3);
    const told = first.events.map(({ kind, at, stars, reason }) => [kind, at, stars, reason]);
    expect(told.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      ['feedback', '2026-11-08', 2, undefined],
      ['feedback', '2026-11-20', 5, undefined],
      ['return', '2026-11-16', undefined, 'UNWANTED_ITEM'],
    ]);
    const bought = first.orders.find(({ orderId }) => orderId === '302-1000001-1000001');
    expect(bought?.items.map(({ quantity }) => quantity)).toContain(1);
    expect(await take(world, 'amazon-fba-returns.txt')).toMatchObject({ kept: 0 });
    expect(await take(world, 'amazon-feedback.csv')).toMatchObject({ kept: 0 });
    expect(await rowsOf(world.desk)).toEqual(first);
    expect(await counted(world.desk)).toEqual(await recount(world.desk));
  });

  test('of old returns moves nobody up', async () => {
    const { desk, files, shopId } = await aDeskWithShop();
    const file = new File(['order-id,return-date,reason,fnsku\n302-1-1,2025-01-05,DEFECTIVE,X'], 'r.csv');
    const odd = await readFile(files, file);
    expect(valueOf(await files.takeIn({ table: odd.table, mapping: odd.mapping, shopId })).of).toBe(0);
    const right = new File(['order-id,return-date,reason,fnsku\n302-1000009-1000009,2025-01-05,DEFECTIVE,X'], 'r.csv');
    const { table, mapping } = await readFile(files, right);
    valueOf(await files.takeIn({ table, mapping, shopId }));
    expect((await rowsOf(desk)).buyers.map(({ lastSeen }) => lastSeen.slice(0, 10))).toEqual(['2025-01-05']);
  });

  test('holds nothing of addresses, numbers and words of buyers anywhere in the store', async () => {
    const world = await aDeskWithShop(aliexpress);
    await take(world, 'aliexpress-orders-gb18030.csv');
    const db = await world.desk.db();
    const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(all).toContain('Ivan P');
    expect(all).not.toMatch(/Lenina|Petrov|x@y|7999|Calle|急/);
  });

  test('stays as far as it was taken in when it is stopped', async () => {
    const { desk, files, shopId } = await aDeskWithShop();
    const lines = Array.from({ length: 400 }, (_, at) => `302-1000000-${String(1_000_000 + at)},2026-01-05,3`);
    const file = new File([`Order ID,Date,Rating,Comments\n${lines.map((line) => `${line},`).join('\n')}`], 'f.csv');
    const { table, mapping, preset } = await readFile(files, file);
    expect(preset).toBe('amazon-feedback');
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };
    const taken = valueOf(await files.takeIn({ table, mapping, shopId }, options));
    expect(taken).toEqual({ done: 150, of: 400, kept: 150, isStopped: true });
    expect((await rowsOf(desk)).events).toHaveLength(150);
  });

  test('is looked through first: counts, the first five, what is known, and why rows are left out', async () => {
    const world = await aDeskWithShop();
    const { table, mapping, preset, marketplace } = await readFile(world.files, fixture('amazon-all-orders.txt'));
    expect([preset, marketplace]).toEqual(['amazon-all-orders', 'amazon']);
    await world.desk.buyers.see({ shopId: world.shopId, aliases: [anOrderAlias('302-1000002-1000002')] });
    const ask = async () => valueOf(await world.files.look({ table, mapping, shopId: world.shopId }));
    expect(await ask()).toMatchObject({
      kind: 'orders',
      orders: 3,
      known: 0,
      repeated: 0,
      rejectedCount: 1,
      asksDayOrder: false,
    });
    valueOf(await world.files.takeIn({ table, mapping, shopId: world.shopId }));
    expect(await ask()).toMatchObject({ orders: 3, known: 3 });
  });

  test('waits for a person where dates can be read both ways', async () => {
    const { files, shopId } = await aDeskWithShop();
    const file = new File(['Order ID,Date,Rating,Comments\n302-1000001-1000001,05/06/2026,3,'], 'f.csv');
    const { table, mapping } = await readFile(files, file);
    expect(valueOf(await files.look({ table, mapping, shopId })).asksDayOrder).toBe(true);
    expect(await files.takeIn({ table, mapping, shopId })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'dayOrder' },
    });
    const told = { ...mapping, dayOrder: 'day-first' as const };
    expect(valueOf(await files.takeIn({ table, mapping: told, shopId })).kept).toBe(1);
  });

  test('is refused for a shop that is gone and for a marketplace that is left out', async () => {
    const { desk, files, shopId } = await aDeskWithShop();
    const { table, mapping } = await readFile(files, fixture('amazon-feedback.csv'));
    const nowhere = brandAs<'ShopId'>('gone');
    expect(await files.look({ table, mapping, shopId: nowhere })).toMatchObject({ error: { kind: 'shop-unknown' } });
    await (
      await desk.db()
    ).settings.put({
      name: 'marketsOff',
      value: ['amazon'],
      shopId: brandAs(''),
      authorId: brandAs('a'),
      hlc: '0',
      origin: 'n',
      deleted: 0,
    });
    expect(await files.takeIn({ table, mapping, shopId })).toEqual({
      ok: false,
      error: { kind: 'refused', code: 'market-off' },
    });
  });
});

describe('a list of buyers', () => {
  const words: BuyerFileWords = {
    headings: Object.fromEntries(buyerColumns.map((column) => [column, `=${column}`])) as BuyerFileWords['headings'],
    uiLang: 'en',
    shopLabel: (id) => `shop ${id}`,
    segmentLabel: (id) => `+${id}`,
  };
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '=cmd|"/c calc"!A0',
    '＝1+1',
    "'=1",
    'Ann "A" O’Hara',
    '007',
    'Li;\nWang',
  ];

  test('as CSV: every buyer, figures as figures, and no cell a spreadsheet would compute', async () => {
    const { desk, files, shopId } = await aDeskWithShop();
    for (const [at, name] of hostile.entries())
      valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(`111-${at}`)], displayName: name }));
    const keys = (await rowsOf(desk)).buyers.map(({ key }) => key);
    valueOf(await desk.buyers.tag({ keys, add: ['=HYPERLINK("x")'] }));
    const { file, count } = valueOf(await files.exportBuyers({ filter: {}, format: 'csv', words }));
    expect(count).toBe(hostile.length);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd(), { delimiter: ',' });
    expect(data).toHaveLength(hostile.length + 1);
    for (const row of data) {
      expect(row).toHaveLength(buyerColumns.length);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    const names = new Set(data.slice(1).map(([name = '']) => name));
    expect(names).toContain("'=1+1");
    expect(names).toContain('Ann "A" O’Hara');
    expect(data[1]?.[4]).toMatch(/^\d+$/);
  });

  test('holds the buyers of the list that was asked for', async () => {
    const { desk, files, shopId } = await aDeskWithShop();
    const { id: other } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen FR' }));
    valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias('111-1')] }));
    valueOf(await desk.buyers.see({ shopId: other, aliases: [anOrderAlias('222-1')] }));
    const ask = (filter: { readonly shopId?: ShopId }) => files.exportBuyers({ filter, format: 'csv', words });
    expect(valueOf(await ask({})).count).toBe(2);
    expect(valueOf(await ask({ shopId: other })).count).toBe(1);
  });

  test('is of more than one page, and can be stopped', { timeout: 60_000 }, async () => {
    const { files, shopId } = await aDeskWithShop();
    const lines = Array.from({ length: 450 }, (_, at) => `302-1000000-${String(1_000_000 + at)},2026-01-05,3,`);
    const { table, mapping } = await readFile(
      files,
      new File([`Order ID,Date,Rating,Comments\n${lines.join('\n')}`], 'f.csv'),
    );
    valueOf(await files.takeIn({ table, mapping, shopId }));
    const all = await files.exportBuyers({ filter: {}, format: 'csv', words });
    expect(valueOf(all).count).toBe(450);
    const stop = new AbortController();
    const asked = { filter: {}, format: 'csv' as const, words };
    const stopped = await files.exportBuyers(asked, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(stopped).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});
