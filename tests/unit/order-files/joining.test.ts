import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileMapping } from '@/utils/domain/order-files/fields';
import { isPersonalHeading } from '@/utils/domain/order-files/headings';
import { joinRows } from '@/utils/domain/order-files/join-rows';
import { filePresets } from '@/utils/domain/order-files/presets';
import { readRow, senseColumns, type ReadRow } from '@/utils/domain/order-files/read-rows';
import { recogniseFile } from '@/utils/domain/order-files/recognise';
import { valueOf } from '../app/desk';

const mapping: FileMapping = {
  kind: 'orders',
  columns: { orderId: 0, title: 1, quantity: 2, amount: 3, currency: 4, orderedOn: 5, deliveredOn: 6 },
  amountPer: 'row',
};
const read = (lines: readonly (readonly string[])[], how = mapping, market = 'other'): readonly ReadRow[] => {
  const rows = lines.map((cells, at) => ({ line: at + 2, cells }));
  const sense = senseColumns(rows, how);
  return rows.map((row) => valueOf(readRow(row, { mapping: how, sense, market })));
};
const problemOf = (cells: readonly string[], market = 'other') => {
  const row = { line: 2, cells };
  const found = readRow(row, { mapping, sense: senseColumns([row], mapping), market });
  return found.ok ? null : found.error;
};

describe('rows of one order', () => {
  test('become one order with its items, its sum, its first and its last day', () => {
    const rows = read([
      ['A1', 'Lamp', '1', '10,00', 'EUR', '02.11.2026', ''],
      ['B2', 'Mat', '2', '5,50', 'EUR', '03.11.2026', '05.11.2026'],
      ['A1', 'Bulb', '3', '0,10', 'EUR', '01.11.2026', '09.11.2026'],
    ]);
    expect(joinRows(rows, mapping).orders.map(({ order }) => order)).toEqual([
      {
        orderId: 'A1',
        orderedOn: '2026-11-01',
        deliveredOn: '2026-11-09',
        items: [
          { title: 'Lamp', quantity: 1 },
          { title: 'Bulb', quantity: 3 },
        ],
        amount: { value: 10.1, currency: 'EUR' },
      },
      {
        orderId: 'B2',
        orderedOn: '2026-11-03',
        deliveredOn: '2026-11-05',
        items: [{ title: 'Mat', quantity: 2 }],
        amount: { value: 5.5, currency: 'EUR' },
      },
    ]);
  });

  test('have one amount when each row repeats that of the order, and none in two currencies', () => {
    const rows = read([
      ['A1', 'Lamp', '1', '15', 'EUR'],
      ['A1', 'Bulb', '1', '15', 'EUR'],
      ['B2', 'Lamp', '1', '15', 'EUR'],
      ['B2', 'Bulb', '1', '15', 'USD'],
    ]);
    const { orders } = joinRows(rows, { ...mapping, amountPer: 'order' });
    expect(orders.map(({ order }) => order.amount)).toEqual([{ value: 15, currency: 'EUR' }, undefined]);
  });

  test('may stand in any order and be mixed with others, and a file joined to itself says the same', () => {
    const someRow = fc
      .tuple(fc.constantFrom('A1', 'B2', 'C3'), fc.constantFrom('Lamp', 'Mat', 'Bulb'), fc.nat(9), fc.nat(500))
      .map(([id, title, quantity, cents]) => [id, title, String(quantity), (cents / 100).toFixed(2), 'EUR']);
    const plain = (lines: readonly (readonly string[])[]) =>
      joinRows(read(lines), mapping)
        .orders.map(({ order: { items, ...order } }) => ({
          ...order,
          items: items.toSorted((a, b) => a.title.localeCompare(b.title)),
        }))
        .toSorted((a, b) => a.orderId.localeCompare(b.orderId));
    fc.assert(
      fc.property(fc.array(someRow, { minLength: 1, maxLength: 30 }), fc.nat(), (lines, turn) => {
        const at = turn % lines.length;
        const turned = [...lines.slice(at), ...lines.slice(0, at)];
        expect(plain(turned)).toEqual(plain(lines));
        expect(plain([...lines, ...lines])).toEqual(plain(lines));
        const { orders, repeated } = joinRows(read(lines), mapping);
        expect(orders.length).toBe(new Set(lines.map(([id]) => id)).size);
        expect(repeated).toBe(lines.length - new Set(lines.map((line) => line.join('|'))).size);
      }),
      { seed: 7 },
    );
  });
});

describe('a row', () => {
  test.each([
    [['', 'Lamp'], { kind: 'no-order-id' }],
    [['8.12E+15', 'Lamp'], { kind: 'rounded-order-id', text: '8.12E+15' }],
    [['A1', 'Lamp', 'two'], { kind: 'bad-value', field: 'quantity', text: 'two' }],
    [['A1', 'Lamp', '1', 'free'], { kind: 'bad-value', field: 'amount', text: 'free' }],
    [['A1', 'Lamp', '1', '5', 'EUR', '31.02.2026'], { kind: 'bad-value', field: 'orderedOn', text: '31.02.2026' }],
  ])('%j is left out with the reason', (cells, problem) => expect(problemOf(cells)).toEqual(problem));

  test('needs an order number of its marketplace', () => {
    expect(problemOf(['302-1000001-1000001', 'Lamp'], 'amazon')).toBeNull();
    expect(problemOf(['8123456789012345', 'Lamp'], 'amazon')).toEqual({
      kind: 'bad-order-id',
      text: '8123456789012345',
    });
    expect(problemOf(['8123456789012345', 'Lamp'], 'aliexpress')).toBeNull();
    expect(problemOf(['<script>', 'Lamp'])).toEqual({ kind: 'bad-order-id', text: '<script>' });
  });

  test('is read without what spreadsheets put around numbers', () => {
    expect(read([['="302-1000001-1000001"', 'Lamp']], mapping, 'amazon')[0]?.orderId).toBe('302-1000001-1000001');
    expect(read([["'8123456789012345", 'Lamp']], mapping, 'aliexpress')[0]?.orderId).toBe('8123456789012345');
  });

  test('asks which comes first when no date tells, and takes what the other column says', () => {
    const line = ['A1', 'Lamp', '1', '5', 'EUR', '05/06/2026', ''];
    const rows = [{ line: 2, cells: line }];
    expect(senseColumns(rows, mapping).asksDayOrder).toBe(true);
    expect(read([line], { ...mapping, dayOrder: 'month-first' })[0]?.orderedOn).toBe('2026-05-06');
    const told = [...line.slice(0, 6), '06/20/2026'];
    expect(senseColumns([{ line: 2, cells: told }], mapping).asksDayOrder).toBe(false);
    expect(read([told])[0]?.orderedOn).toBe('2026-05-06');
  });

  test('leaves its amount out without a currency, and says so', () => {
    const rows = [{ line: 2, cells: ['A1', 'Lamp', '1', '5.00', ''] }];
    expect(senseColumns(rows, mapping).asksCurrency).toBe(true);
    expect(read([rows[0]!.cells])[0]?.amount).toBeUndefined();
    expect(read([rows[0]!.cells], { ...mapping, currency: 'EUR' })[0]?.amount).toEqual({ value: 5, currency: 'EUR' });
  });

  test('gives no reason that holds an address or a number', () => {
    const how: FileMapping = { kind: 'returns', columns: { orderId: 0, reason: 1 }, amountPer: 'row' };
    expect(read([['A1', 'DEFECTIVE']], how)[0]?.reason).toBe('DEFECTIVE');
    expect(read([['A1', 'write to a@b.com']], how)[0]?.reason).toBeUndefined();
    expect(read([['A1', 'call 0171 234 5678']], how)[0]?.reason).toBeUndefined();
  });
});

describe('the reports', () => {
  test.each(filePresets.map((preset) => [preset.id, preset] as const))(
    '%s is told by its own headings',
    (id, preset) => {
      const headings = [...Object.values(preset.columns).map((names) => names[0] ?? ''), preset.marks[0] ?? ''];
      expect(recogniseFile(headings).preset?.id).toBe(id);
      const shuffled = headings.map((heading) => heading.toUpperCase().replace(/-/g, '_')).reverse();
      expect(recogniseFile(shuffled).preset?.id).toBe(id);
    },
  );

  test('name no column that may hold a person’s address, number or words', () => {
    const taken = filePresets.flatMap(({ columns }) => Object.values(columns).flat());
    expect(taken.filter(isPersonalHeading)).toEqual([]);
  });

  test('each say where their headings come from', () => {
    for (const { source, checkedOn } of filePresets) {
      expect(source.length).toBeGreaterThan(10);
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('a heading', () => {
  test.each([
    'buyer-email',
    'ship-address-1',
    'Ship Postal Code',
    'ship-city',
    'recipient-name',
    'buyer-phone-number',
    'Comments',
    'customer-comments',
    'Rater Email',
    'Straße',
    'Telefon',
    '收货地址',
    '收货人名称',
    '手机',
    '买家邮箱',
    '留言',
    'Адрес доставки',
    'Комментарий',
    '住所',
    '電話番号',
    '메모',
    'Adresse e-mail',
    'buyer-identification-number',
  ])('%s is personal', (heading) => expect(isPersonalHeading(heading)).toBe(true));

  test.each([
    'order-id',
    'ship-country',
    'buyer-name',
    'product-name',
    'quantity-purchased',
    'Order status',
    '收货国家',
    '买家名称',
    'Rating',
    'Note',
    'reason',
    'currency',
    'purchase-date',
    'Дата заказа',
    'Country/Region',
  ])('%s is not', (heading) => expect(isPersonalHeading(heading)).toBe(false));
});
