import { describe, expect, test } from 'vitest';
import { fromPack, joinPacked, packId, splitPacked, toPack, type PackedRows } from '@/utils/domain/customers/pack';
import { hashable, withoutIdentity, withoutWords } from '@/utils/domain/customers/without-identity';
import { brandAs, type BuyerKey, type Instant } from '@/utils/domain/ids';
import type { Stamp } from '@/utils/domain/records';

const shopId = brandAs<'ShopId'>('shop-1');
const stamp: Stamp = { shopId, authorId: brandAs<'AgentId'>('me'), hlc: '1', origin: 'node', deleted: 0 };
const later: Stamp = { ...stamp, hlc: '2' };
const at = '2026-01-02T10:00:00.000Z' as Instant;

/** One record with a row of everything. */
const aRecord = (name: string, orderNo: string): PackedRows => {
  const buyerKey = brandAs<'BuyerKey'>(name);
  const orderId = brandAs<'OrderId'>(orderNo);
  return {
    buyers: [
      {
        ...stamp,
        key: buyerKey,
        aliases: [`order:${orderNo}`, 'hash:old'],
        displayName: 'Jana Nováková',
        tags: ['vip'],
        archived: 0,
        lastSeen: at,
        country: brandAs<'CountryCode'>('CZ'),
        fields: { wish: `Jana Nováková, ${orderNo}`, colour: 'blue' },
      },
    ],
    orders: [{ ...stamp, id: `shop-1:${orderNo}`, orderId, buyerKey, items: [{ title: 'Lamp', quantity: 2 }] }],
    events: [
      { ...stamp, id: 'shop-1:return:R-77', eventId: 'R-77', kind: 'return', orderId, buyerKey, at: '2026-01-05' },
      { ...stamp, id: `shop-1:feedback:${orderNo}`, kind: 'feedback', orderId, buyerKey, at: '2026-01-06', stars: 2 },
    ],
    notes: [{ ...stamp, id: brandAs<'NoteId'>(`${name}-n`), buyerKey, text: `jana nováková called`, createdAt: at }],
    contacts: [{ ...stamp, id: `${name}-c`, buyerKey, orderId, kind: 'reply', at }],
    promises: [{ ...stamp, id: `${name}-p`, buyerKey, orderId, what: 'refund', dueOn: '2026-01-08', done: 0 }],
    followUps: [
      { ...stamp, id: `shop-1:delayed:${orderNo}`, kind: 'delayed', buyerKey, orderId, dueAt: at, done: 1 },
      { ...stamp, id: 'shop-1:return:R-77', kind: 'return', buyerKey, about: 'shop-1:return:R-77', dueAt: at, done: 0 },
    ],
  };
};

describe('a text without some words', () => {
  test.each([
    ['Call Ann Lee today', ['Ann Lee'], 'Call … today'],
    ['ANN  LEE, order 111-2.', ['Ann Lee', '111-2'], '…, order ….'],
    ['Annual leave of Max, maximum', ['Max'], 'Annual leave of …, maximum'],
    ['请联系王小明先生', ['王小明'], '请联系…先生'],
    ['111-22 is another number than 111-2', ['111-2'], '111-22 is another number than …'],
    ['A plus A', ['A'], 'A plus A'],
    ['(a.b) and axb', ['a.b'], '(…) and axb'],
  ])('%j', (text, words, left) => {
    expect(withoutWords(text, words)).toBe(left);
  });
});

describe('a record without identity', () => {
  const rows = aRecord('buyer-1', '111-1234567-1');
  const names = hashable(rows);
  const hashes = new Map(names.map((name, at) => [name, `hash:${at}`]));
  const gone = withoutIdentity(rows, hashes, ({ deleted }) => ({ ...later, deleted }));

  test('needs a hash of every order, event and alias, once', () => {
    expect(names).toEqual(['order:111-1234567-1', 'event:R-77']);
  });

  test('holds the name and the numbers nowhere', () => {
    expect(JSON.stringify(gone)).not.toMatch(/Nováková|nováková|111-1234567|R-77/);
  });

  test('keeps country, tags, products, stars, days and what a person has written beside', () => {
    expect(gone.buyers[0]).toMatchObject({ country: 'CZ', tags: ['vip'], aliases: ['hash:0', 'hash:old'] });
    expect(gone.buyers[0]?.fields).toEqual({ wish: '…, …', colour: 'blue' });
    expect(gone.buyers[0]?.clocks).toEqual({ displayName: '2', aliases: '2', 'fields.wish': '2' });
    expect(gone.orders[0]?.items).toEqual([{ title: 'Lamp', quantity: 2 }]);
    expect(gone.events[1]).toMatchObject({ stars: 2, at: '2026-01-06', orderId: 'hash:0' });
    expect(gone.notes[0]?.text).toBe('… called');
  });

  test('knows what belongs together still', () => {
    expect(gone.orders[0]).toMatchObject({ id: 'shop-1:hash:0', orderId: 'hash:0' });
    expect(gone.followUps[1]?.about).toBe(gone.events[0]?.id);
    expect(gone.contacts[0]?.orderId).toBe('hash:0');
  });

  test('stays as it is when it is made so again', () => {
    expect(hashable(gone)).toEqual([]);
    expect(withoutIdentity(gone, new Map(), () => later).orders).toEqual(gone.orders);
  });
});

describe('a pack', () => {
  const both = joinPacked(aRecord('buyer-1', '1-1'), aRecord('buyer-2', '2-2'));
  const keys = (name: string) => new Set([name as BuyerKey]);

  test('gives back what was put in', () => {
    expect(fromPack(toPack('p', both))).toEqual(both);
  });

  test('is found by every alias and key inside', () => {
    expect(toPack('p', both)).toMatchObject({
      count: 2,
      aliases: ['order:1-1', 'hash:old', 'key:buyer-1', 'order:2-2', 'key:buyer-2'],
    });
  });

  test('can be taken apart by record', () => {
    const { taken, left } = splitPacked(both, keys('buyer-2'));
    expect(taken).toEqual(aRecord('buyer-2', '2-2'));
    expect(left).toEqual(aRecord('buyer-1', '1-1'));
  });

  test.each(['', 'null', '{"buyers":3,"notes":[null,1]}', '[1'])('that is damaged (%j) is empty', (rows) => {
    expect(Object.values(fromPack({ rows }))).toEqual([[], [], [], [], [], [], []]);
  });

  test('sorts before those of earlier moments', () => {
    const later = '2026-01-02T10:00:00.001Z' as Instant;
    expect(packId(later, 'a') < packId(at, 'b')).toBe(true);
  });
});
