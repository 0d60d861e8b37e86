import { describe, expect, test } from 'vitest';
import { keepableName } from '@/utils/domain/customers/alias';
import { rfmOf } from '@/utils/domain/customers/rfm';
import { withTags } from '@/utils/domain/customers/tags';
import { clockOf, withPart } from '@/utils/domain/customers/clocked';
import { brandAs } from '@/utils/domain/ids';
import type { BuyerRow, OrderRow } from '@/utils/domain/records';

const stampAt = (hlc: string) =>
  ({ shopId: brandAs<'ShopId'>('s'), authorId: brandAs<'AgentId'>('a'), hlc, origin: 'n', deleted: 0 }) as const;
const aBuyer = (row: Partial<BuyerRow> = {}): BuyerRow => ({
  ...stampAt('1'),
  key: brandAs<'BuyerKey'>('b'),
  aliases: [],
  tags: [],
  archived: 0,
  lastSeen: brandAs<'Instant'>('2026-03-02T09:00:00.000Z'),
  ...row,
});

describe('tags of a record', () => {
  test('leave a mark for what was added and what was taken away', () => {
    const added = withTags(aBuyer({ tags: ['old'] }), { add: ['new'], remove: ['OLD'] }, stampAt('2'));
    expect(added.tags).toEqual(['new']);
    expect(added.tagMarks).toEqual({ old: { hlc: '2', on: 0 }, new: { hlc: '2', on: 1 } });
    expect(clockOf(added, 'displayName')).toBe('1');
  });

  test('are the same object when they stand as asked already', () => {
    const row = aBuyer({ tags: ['VIP'] });
    expect(withTags(row, { add: ['ｖｉｐ'], remove: ['none'] }, stampAt('2'))).toBe(row);
  });

  test('keep the older mark of a tag nobody touched', () => {
    const row = withTags(aBuyer({ tags: ['old'] }), { add: ['b'], remove: [] }, stampAt('2'));
    expect(row.tagMarks?.['old']).toEqual({ hlc: '1', on: 1 });
  });
});

describe('a part of a map', () => {
  test('has a clock of its own, also once it is gone', () => {
    const blue = withPart(aBuyer(), { map: 'fields', name: 'colour', value: 'blue' }, stampAt('2'));
    const gone = withPart(blue, { map: 'fields', name: 'colour', value: null }, stampAt('3'));
    expect([blue.fields, clockOf(blue, 'fields.colour'), clockOf(blue, 'fields.size')]).toEqual([
      { colour: 'blue' },
      '2',
      '1',
    ]);
    expect([gone.fields, clockOf(gone, 'fields.colour')]).toEqual([{}, '3']);
    expect(withPart(gone, { map: 'fields', name: 'colour', value: null }, stampAt('4'))).toBe(gone);
  });
});

describe('names of buyers', () => {
  test.each(['M***a', 'M•••', 'A. ...', 'M…a', 'a@example.org', 'a＠example.org', '+49 171 1234567', ' ', 'Xxxx'])(
    '%j are not kept',
    (name) => expect(keepableName(name)).toBeUndefined(),
  );
  test.each(['Marta', 'J. R. Smith', "O'Neil", 'マルタ', 'Max 2'])('%j are kept', (name) =>
    expect(keepableName(name)).toBe(name),
  );
});

describe('recency, frequency and money', () => {
  const today = '2026-11-22';
  const order = (orderedOn: string, value?: number, currency = 'EUR', facts: Partial<OrderRow> = {}): OrderRow => ({
    ...stampAt('1'),
    id: orderedOn + currency,
    orderId: brandAs<'OrderId'>(orderedOn),
    buyerKey: brandAs<'BuyerKey'>('b'),
    items: [],
    orderedOn,
    ...(value === undefined ? {} : { amount: { value, currency } }),
    ...facts,
  });

  test.each([
    ['2026-11-22', 5],
    ['2026-10-23', 5],
    ['2026-10-22', 4],
    ['2026-09-22', 3],
    ['2026-07-24', 2],
    ['2026-03-26', 1],
    ['2025-11-22', 1],
  ])('rank an order of %s by its age', (day, recency) => expect(rfmOf([order(day)], today)?.recency).toBe(recency));

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [5, 4],
    [8, 5],
  ])('rank %i orders', (count, frequency) => {
    const orders = Array.from({ length: count }, () => order('2026-11-01'));
    expect(rfmOf(orders, today)?.frequency).toBe(frequency);
  });

  test.each([
    [24.99, 'EUR', 1],
    [25, 'USD', 2],
    [500, 'EUR', 5],
    [30_000, 'JPY', 4],
    [30_000, 'XTS', null],
    [undefined, 'EUR', null],
  ] as const)('rank %s %s', (value, currency, money) =>
    expect(rfmOf([order('2026-11-01', value, currency)], today)?.money).toBe(money),
  );

  test('count money in the currency of most orders alone', () => {
    const orders = [order('2026-11-01', 10), order('2026-11-02', 10), order('2026-11-03', 9_000, 'USD')];
    expect(rfmOf(orders, today)?.money).toBe(1);
  });

  test('are none without an order of the last year that counts', () => {
    const none = [
      order('2025-11-21'),
      order('2026-11-23'),
      order('2026-11-01', 5, 'EUR', { state: 'cancelled' }),
      order('2026-11-01', 5, 'EUR', { deleted: 1 }),
      order('someday'),
    ];
    expect(rfmOf(none, today)).toBeNull();
  });
});
