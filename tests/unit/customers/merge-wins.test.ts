import { describe, expect, test } from 'vitest';
import { formatClock } from '@/utils/domain/customers/clock';
import { withFields } from '@/utils/domain/customers/clocked';
import { mergeRows } from '@/utils/domain/customers/merge-rows';
import type { BuyerRow } from '@/utils/domain/records';
import { instant, make, stampAt } from './merging-rows';

const at = (millis: number, node = 'a'): string => formatClock({ millis, counter: 0, node });

describe('what wins', () => {
  const order = make.orders(stampAt(at(1)), 1);

  test('a later change of one field does not take an earlier one of another away', () => {
    const mine = withFields(order, { state: 'delivered' }, stampAt(at(5), 'a'));
    const theirs = withFields(order, { promisedOn: '2026-02-01' }, stampAt(at(9), 'b'));
    expect(mergeRows('orders', mine, theirs)).toMatchObject({
      state: 'delivered',
      promisedOn: '2026-02-01',
      hlc: at(9),
      clocks: { state: at(5), promisedOn: at(9) },
    });
  });

  test('a field that was never set takes nothing away, one that was taken away does', () => {
    const known = withFields(order, { deliveredOn: '2026-02-01' }, stampAt(at(5)));
    const later = make.orders(stampAt(at(7), 'b'), 1);
    expect(mergeRows('orders', known, later).deliveredOn).toBe('2026-02-01');
    const removed = withFields(known, { deliveredOn: null }, stampAt(at(8)));
    expect(mergeRows('orders', known, removed)).not.toHaveProperty('deliveredOn');
  });

  test('an order that a page shows again after it was deleted is there again, a note is not', () => {
    const gone = { ...order, ...stampAt(at(5)), deleted: 1 as const };
    expect(mergeRows('orders', gone, order).deleted).toBe(1);
    expect(mergeRows('orders', gone, make.orders(stampAt(at(7)), 1)).deleted).toBe(0);
    const note = make.notes(stampAt(at(1)), 1);
    const deleted = { ...note, ...stampAt(at(5)), deleted: 1 as const, text: '' };
    const edited = withFields(note, { text: 'later' }, stampAt(at(9)));
    expect(mergeRows('notes', deleted, edited)).toMatchObject({ deleted: 1, text: '' });
  });

  test('parts of a map are told apart', () => {
    const buyer = make.buyers(stampAt(at(1)), 1);
    const mine = { ...buyer, ...stampAt(at(5)), fields: { size: '42' }, clocks: { 'fields.size': at(5) } };
    const theirs = {
      ...buyer,
      ...stampAt(at(6), 'b'),
      fields: { colour: 'red' },
      clocks: { 'fields.colour': at(6, 'b') },
    };
    expect(mergeRows('buyers', mine, theirs).fields).toEqual({ size: '42', colour: 'red' });
  });

  test('nothing of a forgotten buyer comes back, and figures never travel', () => {
    const buyer = { ...make.buyers(stampAt(at(9)), 2), segments: ['loyal'], facets: ['all'], recheckOn: '2026-02-01' };
    expect(Object.keys(mergeRows('buyers', buyer, buyer))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(segments|facets|recheckOn)$/)]),
    );
    const gone: BuyerRow = {
      ...stampAt(at(3)),
      key: buyer.key,
      aliases: ['hash:x'],
      tags: [],
      archived: 0,
      lastSeen: instant(0),
      forgotten: 1,
      deleted: 1,
    };
    expect(mergeRows('buyers', buyer, gone)).toEqual(gone);
  });

  test('the same clock reading on two machines gives the same value on both', () => {
    const mine = withFields(order, { state: 'delivered' }, stampAt(at(5)));
    const theirs = withFields(order, { state: 'refunded' }, stampAt(at(5)));
    expect(mergeRows('orders', mine, theirs)).toEqual(mergeRows('orders', theirs, mine));
  });

  test('a report counted up on two machines keeps the larger count', () => {
    const entry = make.entries(stampAt(at(1)), 1);
    const mine = withFields(entry, { count: 5 }, stampAt(at(5)));
    const theirs = withFields(entry, { count: 2 }, stampAt(at(9), 'b'));
    expect(mergeRows('entries', mine, theirs).count).toBe(5);
  });

  test('a tag may have the name of something every object has', () => {
    const { tagMarks: _, ...plain } = make.buyers(stampAt(at(1)), 3);
    const mine: BuyerRow = { ...plain, tags: ['constructor', 'toString'] };
    const theirs: BuyerRow = { ...plain, tags: [] };
    const merged = mergeRows('buyers', mine, theirs);
    expect(merged.tags).toEqual(['constructor', 'toString']);
    expect(mergeRows('buyers', theirs, mine)).toEqual(merged);
    expect(structuredClone(merged)).toEqual(merged);
  });
});
