import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookThrough } from '@/utils/app/order-files/look-through';
import { readTable, type ReadOptions } from '@/utils/app/order-files/read-table';
import { recogniseFile } from '@/utils/domain/order-files/recognise';
import { longestCell, mostColumns, type OrderTable } from '@/utils/domain/order-files/table';
import { valueOf } from '../app/desk';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/order-files/${name}`));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const tableOf = async (bytes: Uint8Array, options?: ReadOptions): Promise<OrderTable> =>
  valueOf(await readTable(bytes, 'file', options));
const problemOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes, 'file');
  return read.ok ? 'read' : read.error.kind;
};

/** What a report says, as far as Parley takes it in. */
const understood = async (name: string, market = 'amazon') => {
  const table = await tableOf(bytesOf(name));
  const { preset, mapping } = recogniseFile(table.headings);
  const { joined, rejected, sense } = valueOf(await lookThrough({ table, mapping, market }));
  return { table, preset: preset?.id, mapping, orders: joined.orders, rejected, sense };
};

describe('reports of marketplaces', () => {
  test('all orders of Amazon: rows of one order are joined, cancelled ones stay cancelled, quotes are text', async () => {
    const { preset, orders, rejected } = await understood('amazon-all-orders.txt');
    expect(preset).toBe('amazon-all-orders');
    expect(orders.map(({ order }) => order)).toEqual([
      {
        orderId: '302-1000001-1000001',
        country: 'DE',
        orderedOn: '2026-11-01',
        items: [{ title: '"Lumen" reading lamp 12" arm', productId: 'B0LUMEN001', sku: 'LAMP-12', quantity: 1 }],
        amount: { value: 39.9, currency: 'EUR' },
      },
      {
        orderId: '302-1000002-1000002',
        country: 'AT',
        orderedOn: '2026-11-02',
        items: [
          { title: 'Desk mat', productId: 'B0LUMEN002', sku: 'MAT-1', quantity: 2 },
          { title: 'Lamp bulb', productId: 'B0LUMEN003', sku: 'BULB', quantity: 1 },
        ],
        amount: { value: 24.1, currency: 'EUR' },
      },
      {
        orderId: '302-1000003-1000003',
        country: 'DE',
        orderedOn: '2026-11-03',
        state: 'cancelled',
        items: [{ title: 'Desk mat', productId: 'B0LUMEN002', sku: 'MAT-1', quantity: 0 }],
      },
    ]);
    expect(rejected).toEqual([{ line: 6, problem: { kind: 'rounded-order-id', text: '3.02E+16' } }]);
  });

  test('FBA returns: one return an order, the newest reason, and never what the buyer wrote', async () => {
    const { preset, orders, table } = await understood('amazon-fba-returns.txt');
    expect(preset).toBe('amazon-fba-returns');
    expect(orders.map(({ event }) => event)).toEqual([
      {
        kind: 'return',
        orderId: '302-1000001-1000001',
        productId: 'B0LUMEN003',
        at: '2026-11-16',
        reason: 'UNWANTED_ITEM',
      },
    ]);
    expect(table.personal).toEqual(['customer-comments']);
    expect(JSON.stringify(table.rows)).not.toContain('0171');
  });

  test('returns of orders the seller sends', async () => {
    const { preset, orders } = await understood('amazon-seller-returns.txt');
    expect(preset).toBe('amazon-seller-returns');
    expect(orders[0]?.event).toEqual({
      kind: 'return',
      orderId: '302-1000002-1000002',
      productId: 'B0LUMEN002',
      at: '2026-11-14',
      reason: 'AMZ-PG-BAD-DESC',
    });
  });

  test('feedback: stars and day, without words and addresses; a row without stars is left out', async () => {
    const { preset, orders, rejected, table } = await understood('amazon-feedback.csv');
    expect(preset).toBe('amazon-feedback');
    expect(orders.map(({ event }) => [event?.stars, event?.at])).toEqual([
      [5, '2026-11-20'],
      [2, '2026-11-08'],
    ]);
    expect(rejected).toEqual([{ line: 4, problem: { kind: 'bad-value', field: 'stars', text: '' } }]);
    expect(JSON.stringify(table.rows)).not.toMatch(/@|Great|Sorry/);
  });

  test('orders of AliExpress in Chinese, in the encoding of a Chinese spreadsheet', async () => {
    const { preset, orders, table } = await understood('aliexpress-orders-gb18030.csv', 'aliexpress');
    expect([preset, table.encoding, table.isEncodingSure]).toEqual(['aliexpress-orders', 'gb18030', false]);
    expect(orders.map(({ order }) => order)).toEqual([
      {
        orderId: '8123456789012345',
        buyerName: 'Ivan P',
        country: 'RU',
        orderedOn: '2026-11-01',
        items: [{ title: '台灯 1 件' }],
        amount: { value: 12.5, currency: 'USD' },
      },
      {
        orderId: '8123456789012346',
        buyerName: 'Maria G',
        country: 'ES',
        orderedOn: '2026-11-02',
        state: 'cancelled',
        items: [{ title: '桌垫 3 件' }],
        amount: { value: 1203, currency: 'USD' },
      },
    ]);
    expect(JSON.stringify(table.rows)).not.toMatch(/@|Lenina|Petrov|\+7999|Calle/);
  });
});

describe('spreadsheets of people', () => {
  test('a German one: semicolons, Windows letters, points for thousands', async () => {
    const { preset, mapping, orders, table } = await understood('own-windows-1252.csv');
    expect([preset, table.encoding]).toEqual([undefined, 'windows-1252']);
    expect(Object.keys(mapping.columns)).toEqual([
      'orderId',
      'buyerName',
      'orderedOn',
      'title',
      'quantity',
      'amount',
      'currency',
    ]);
    expect(orders[0]?.order).toEqual({
      orderId: '302-2000001-2000001',
      buyerName: 'Jörg Müller',
      orderedOn: '2026-11-20',
      items: [
        { title: 'Tischlampe größer', quantity: 1 },
        { title: 'Glühbirne', quantity: 2 },
      ],
      amount: { value: 1244.46, currency: 'EUR' },
    });
    expect(table.personal).toEqual(['Straße', 'Telefon']);
  });

  test('a Japanese one', async () => {
    const { table, orders } = await understood('own-shift-jis.csv', 'other');
    expect(table.encoding).toBe('shift_jis');
    expect(orders[0]?.order).toEqual({
      orderId: 'A-1',
      buyerName: '山田 花子',
      orderedOn: '2026-11-20',
      items: [{ title: 'デスクライト', quantity: 1 }],
      amount: { value: 1980, currency: 'JPY' },
    });
  });

  test('a Russian one in Windows letters', async () => {
    // «заказ;имя» and «1;Иван Петров», as windows-1251 has them.
    const words = [0xe7, 0xe0, 0xea, 0xe0, 0xe7, 0x3b, 0xe8, 0xec, 0xff, 0x0a, 0x31, 0x3b, 0xc8, 0xe2, 0xe0, 0xed];
    expect((await tableOf(new Uint8Array(words))).rows[0]?.cells).toEqual(['1', 'Иван']);
  });

  test('are read in the encoding a person chooses', async () => {
    const bytes = bytesOf('own-windows-1252.csv');
    expect((await tableOf(bytes, { encoding: 'gb18030' })).headings).not.toContain('Währung');
    expect((await tableOf(bytes, { encoding: 'windows-1252' })).headings).toContain('Währung');
  });

  test.each([
    ['UTF-8 with its mark', utf8('\ufefforder,name\n1,é')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...[...'order,name\n1,é'].flatMap((c) => [c.charCodeAt(0), 0])])],
    ['lines of old Macs', utf8('order,name\r1,é')],
    ['the line Excel writes for itself', utf8('sep=|\norder|name\n1|é')],
  ])('are read as %s', async (_, bytes) => {
    const { headings, rows } = await tableOf(bytes);
    expect([headings, rows.map(({ cells }) => cells)]).toEqual([['order', 'name'], [['1', 'é']]]);
  });

  test('keep the numbers of their lines behind a title, a cell of two lines and an empty line', async () => {
    const { rows, headings } = await tableOf(utf8('My orders,,\norder,name,sku\n1,"two\nlines",a\n\n2,b,c\n'));
    expect(headings).toEqual(['order', 'name', 'sku']);
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  });

  test('lose a line whose quotation marks do not match, and nothing else', async () => {
    const { rows, broken } = await tableOf(utf8('order,name\n1,"open\n2,b\n3,c,d\n4,e'));
    expect(rows.map(({ cells }) => cells[0])).toEqual(['2', '4']);
    expect(broken).toEqual([
      { line: 2, why: 'broken-quotes' },
      { line: 4, why: 'too-many-cells' },
    ]);
  });
});

describe('what is refused', () => {
  const row = (cells: number) => Array.from({ length: cells }, () => 'a').join(',');
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['headings alone', utf8('order,name\n'), 'empty'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'not-a-table'],
    ['a PDF', utf8('%PDF-1.7\n1,2'), 'not-a-table'],
    ['bytes that are no text', new Uint8Array(100), 'not-a-table'],
    ['51 MB', new Uint8Array(50_000_001), 'too-large'],
    ['501 columns', utf8(`${row(mostColumns + 1)}\n${row(mostColumns + 1)}`), 'too-many-columns'],
    ['200,001 rows', utf8(`order,name\n${'1,2\n'.repeat(200_001)}`), 'too-many-rows'],
    ['quotation marks that never match', utf8(`order,name\n${'1,"x\n'.repeat(50)}`), 'broken'],
  ])('%s', { timeout: 30_000 }, async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem);
  });

  test('a cell that is too long, but not its file', async () => {
    const { rows, broken } = await tableOf(utf8(`order,name\n1,${'x'.repeat(longestCell + 1)}\n2,b`));
    expect([rows.length, broken]).toEqual([1, [{ line: 2, why: 'long-cell' }]]);
  });

  test('nothing throws, whatever the bytes are', { timeout: 60_000 }, async () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', '1', '.', '=', '\u0000', '訂') })
        .map(utf8),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (bytes) => {
        const read = await readTable(bytes, 'x.csv');
        if (!read.ok) return void expect(typeof read.error.kind).toBe('string');
        const { mapping } = recogniseFile(read.value.headings);
        const done = await lookThrough({
          table: read.value,
          mapping: { ...mapping, columns: { orderId: 0 } },
          market: 'x',
        });
        expect(done.ok).toBe(true);
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});
