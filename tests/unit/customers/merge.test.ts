import { describe, expect, test } from 'vitest';
import { isSameOrder, matchBuyer, mergeOrder, mergeSighting, sightingGrainMs } from '@/utils/domain/customers/merge';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { OrderFacts } from '@/utils/domain/orders';
import type { BuyerRow, OrderRow } from '@/utils/domain/records';

const instant = (text: string) => brandAs<'Instant'>(text) as Instant;
const stamp = {
  shopId: brandAs<'ShopId'>('s'),
  authorId: brandAs<'AgentId'>('a'),
  hlc: 'h',
  origin: 'n',
  deleted: 0,
} as const;

const aBuyer = (key: string, aliases: readonly string[]): BuyerRow => ({
  ...stamp,
  key: brandAs<'BuyerKey'>(key),
  aliases,
  tags: [],
  archived: 0,
  lastSeen: instant('2026-03-02T09:00:00.000Z'),
});

const someFacts = (facts: Partial<OrderFacts>): OrderFacts => ({
  orderId: brandAs<'OrderId'>('1'),
  items: [],
  ...facts,
});
const anOrder = (facts: Partial<OrderFacts>): OrderRow => ({
  ...stamp,
  id: 's:1',
  buyerKey: brandAs<'BuyerKey'>('k'),
  ...mergeOrder(undefined, someFacts(facts)),
});

describe('matching a buyer', () => {
  test('finds nothing among records that hold none of the names', () => {
    expect(matchBuyer([aBuyer('k', ['order:1'])], ['order:2'])).toBeNull();
  });

  test('lets the best believed name decide and reports the other record', () => {
    const byOrder = aBuyer('a', ['order:1']);
    const byBuyer = aBuyer('b', ['buyer:B']);
    expect(matchBuyer([byOrder, byBuyer], ['buyer:B', 'order:1'])).toEqual({ buyer: byBuyer, others: [byOrder] });
  });

  test('gives the same answer whatever order the store returns', () => {
    const rows = [aBuyer('b', ['order:1']), aBuyer('a', ['order:1'])];
    expect(matchBuyer(rows, ['order:1'])).toEqual(matchBuyer([...rows].reverse(), ['order:1']));
  });
});

describe('seeing a buyer again', () => {
  const row = { ...aBuyer('k', ['order:1']), displayName: 'Ann', lang: 'de' };

  test('changes nothing when the page shows nothing new within five minutes', () => {
    const soon = instant(new Date(Date.parse(row.lastSeen) + sightingGrainMs - 1).toISOString());
    expect(mergeSighting(row, { aliases: ['order:1'], at: soon })).toBe(row);
  });

  test('notes the time when five minutes have passed', () => {
    const later = instant(new Date(Date.parse(row.lastSeen) + sightingGrainMs).toISOString());
    expect(mergeSighting(row, { aliases: [], at: later })).toEqual({ ...row, lastSeen: later });
  });

  test('adds new names and keeps what the page does not show', () => {
    expect(mergeSighting(row, { aliases: ['case:C'], displayName: 'Anna', at: row.lastSeen })).toEqual({
      ...row,
      aliases: ['order:1', 'case:C'],
      displayName: 'Anna',
    });
  });
});

describe('merging an order', () => {
  test('lets a page that shows less take nothing away', () => {
    const before = anOrder({ state: 'shipped', promisedOn: '2026-03-10', items: [{ title: 'Lamp' }] });
    expect(mergeOrder(before, someFacts({ state: 'delivered' }))).toEqual({
      orderId: '1',
      items: [{ title: 'Lamp' }],
      state: 'delivered',
      promisedOn: '2026-03-10',
    });
  });

  test('keeps amount and country, but neither tracking nor carrier', () => {
    const country = brandAs<'CountryCode'>('DE');
    const facts = someFacts({ tracking: 'T1', carrier: 'C', amount: { value: 5, currency: 'EUR' }, country });
    expect(mergeOrder(undefined, facts)).toEqual({
      orderId: '1',
      items: [],
      amount: { value: 5, currency: 'EUR' },
      country,
    });
  });

  test('counts a state from the day it was first seen', () => {
    const shipped = { ...anOrder({}), ...mergeOrder(undefined, someFacts({ state: 'shipped' }), '2026-03-01') };
    expect(shipped.stateOn).toBe('2026-03-01');
    expect(mergeOrder(shipped, someFacts({ state: 'shipped' }), '2026-03-04').stateOn).toBe('2026-03-01');
    expect(mergeOrder(shipped, someFacts({}), '2026-03-04').stateOn).toBe('2026-03-01');
    expect(mergeOrder(shipped, someFacts({ state: 'delivered' }), '2026-03-05').stateOn).toBe('2026-03-05');
  });

  test('knows when nothing would change', () => {
    const before = anOrder({ state: 'shipped', items: [{ title: 'Lamp' }] });
    expect(isSameOrder(before, mergeOrder(before, someFacts({ state: 'shipped' })))).toBe(true);
    expect(isSameOrder(before, mergeOrder(before, someFacts({ state: 'delivered' })))).toBe(false);
    expect(isSameOrder(before, mergeOrder(before, someFacts({ items: [{ title: 'Desk' }] })))).toBe(false);
    expect(isSameOrder(undefined, mergeOrder(undefined, someFacts({})))).toBe(false);
  });
});
