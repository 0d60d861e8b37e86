import { describe, expect, test } from 'vitest';
import { noSatellites, type Satellites } from '@/utils/domain/customers/satellites';
import { nextLateDay, summarise } from '@/utils/domain/customers/summarise';
import { fullSummary, keptSummary, noFigures } from '@/utils/domain/customers/summary';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { ContactRow, EventRow, FollowUpRow, NoteRow, OrderRow, PromiseRow } from '@/utils/domain/records';

const stamp = {
  shopId: brandAs<'ShopId'>('s'),
  authorId: brandAs<'AgentId'>('a'),
  hlc: '0mm000001:0001:n',
  origin: 'n',
  deleted: 0,
} as const;
const buyerKey = brandAs<'BuyerKey'>('b');
const orderIdOf = (id: string) => brandAs<'OrderId'>(id);
const instant = (text: string) => brandAs<'Instant'>(text) as Instant;

const anOrder = (id: string, facts: Partial<OrderRow> = {}): OrderRow => ({
  ...stamp,
  id: `s:${id}`,
  orderId: orderIdOf(id),
  buyerKey,
  items: [{ title: `Lamp ${id}` }],
  ...facts,
});
const anEvent = (id: string, kind: EventRow['kind'], facts: Partial<EventRow> = {}): EventRow => ({
  ...stamp,
  id,
  kind,
  buyerKey,
  at: '2026-03-01',
  ...facts,
});
const today = '2026-03-10';
const of = (about: Partial<Satellites>) => summarise({ ...noSatellites, ...about }, today);

describe('the figures of a record', () => {
  test('are all nought for a record about which nothing is known', () => {
    expect(of({})).toEqual(noFigures);
    expect(keptSummary(of({}))).toEqual({});
    expect(fullSummary()).toEqual(noFigures);
  });

  test('leave out orders that were cancelled, and the money that went back for them', () => {
    const orders = [
      anOrder('1', { orderedOn: '2026-01-01' }),
      anOrder('2', { state: 'cancelled', orderedOn: '2026-02-01', amount: { value: 9, currency: 'EUR' } }),
    ];
    const events = [anEvent('e', 'refund', { orderId: orderIdOf('2') })];
    expect(of({ orders, events })).toMatchObject({
      orders: 1,
      refunds: 0,
      spent: [],
      lastOrderOn: '2026-01-01',
      products: ['Lamp 1'],
    });
  });

  test('add up money by currency, never across, without tails of binary fractions', () => {
    const amounts = [
      { value: 0.1, currency: 'EUR' },
      { value: 0.2, currency: 'EUR' },
      { value: 500, currency: 'JPY' },
    ];
    expect(of({ orders: amounts.map((amount, at) => anOrder(String(at), { amount })) }).spent).toEqual([
      { value: 0.3, currency: 'EUR' },
      { value: 500, currency: 'JPY' },
    ]);
  });

  test('count an order with several returns once, and a refunded order as a refund', () => {
    const events = ['e1', 'e2'].map((id) => anEvent(id, 'return', { orderId: orderIdOf('1') }));
    const refund = anEvent('e3', 'refund', { orderId: orderIdOf('2') });
    const orders = [anOrder('1'), anOrder('2', { state: 'refunded' }), anOrder('3', { state: 'refunded' })];
    expect(of({ orders, events: [...events, refund] })).toMatchObject({ returns: 1, refunds: 2 });
  });

  test('count pieces, a line without a quantity as one', () => {
    const orders = [anOrder('1', { items: [{ title: 'A', quantity: 12 }, { title: 'B' }] }), anOrder('2')];
    expect(of({ orders })).toMatchObject({ quantity: 14, largest: 13 });
  });

  test.each([
    ['delivered after the promised day', { promisedOn: '2026-03-01', deliveredOn: '2026-03-02' }, 1],
    ['delivered on the promised day', { promisedOn: '2026-03-02', deliveredOn: '2026-03-02' }, 0],
    ['still under way after it', { promisedOn: '2026-03-09', state: 'shipped' }, 1],
    ['still under way on it', { promisedOn: '2026-03-10', state: 'shipped' }, 0],
    ['not sent after it', { promisedOn: '2026-03-09', state: 'unshipped' }, 1],
    ['sent, with a state nobody knows', { promisedOn: '2026-03-09', shippedOn: '2026-03-01' }, 1],
    ['of which nobody knows where it is', { promisedOn: '2026-03-09' }, 0],
    ['delivered on a day nobody knows', { promisedOn: '2026-03-09', state: 'delivered' }, 0],
    ['without a promise', { state: 'shipped', shippedOn: '2025-01-01' }, 0],
  ] as const)('count an order as late or not when it was %s', (_, facts, late) => {
    expect(of({ orders: [anOrder('1', facts)] }).late).toBe(late);
  });

  test('sort stars into good, neutral and bad, and remember the last bad day', () => {
    const events = ([5, 4, 3, 2, 1] as const).map((stars) =>
      anEvent(`e${stars}`, stars > 2 ? 'review' : 'feedback', { stars, at: `2026-03-0${stars}` }),
    );
    expect(of({ events })).toMatchObject({ good: 2, neutral: 1, bad: 2, lastBadOn: '2026-03-02' });
  });

  test('count claims and disputes, open ones apart, and a disputed order without one', () => {
    const events = [
      anEvent('c', 'claim', { orderId: orderIdOf('1'), state: 'closed' }),
      anEvent('d', 'dispute', { orderId: orderIdOf('2') }),
    ];
    const orders = [anOrder('2', { state: 'disputed' }), anOrder('3', { state: 'disputed' })];
    expect(of({ events, orders })).toMatchObject({ disputes: 3, openDisputes: 2 });
  });

  test('name the next promise and the next thing to look at that is neither done nor over', () => {
    const promise = (id: string, dueOn: string, done: 0 | 1): PromiseRow => ({
      ...stamp,
      id,
      buyerKey,
      what: 'refund',
      dueOn,
      done,
    });
    const followUp = (id: string, facts: Partial<FollowUpRow>): FollowUpRow => ({
      ...stamp,
      id,
      buyerKey,
      kind: 'delivered',
      dueAt: instant('2026-03-08T00:00:00.000Z'),
      done: 0,
      ...facts,
    });
    const promises = [promise('p1', '2026-03-20', 0), promise('p2', '2026-03-12', 0), promise('p3', '2026-03-01', 1)];
    const followUps = [
      followUp('f1', { done: 1 }),
      followUp('f2', { until: instant('2026-03-09T00:00:00.000Z') }),
      followUp('f3', { dueAt: instant('2026-03-11T00:00:00.000Z') }),
      followUp('f4', { kind: 'reply-due', dueAt: instant('2026-03-13T00:00:00.000Z') }),
    ];
    expect(of({ promises, followUps })).toMatchObject({
      promiseDueOn: '2026-03-12',
      // What only happens with every order is nothing that runs out.
      dueAt: '2026-03-13T00:00:00.000Z',
      nextAt: '2026-03-11T00:00:00.000Z',
    });
  });

  test('count notes and messages, and when the last one was sent', () => {
    const note = {
      ...stamp,
      id: brandAs<'NoteId'>('n'),
      buyerKey,
      text: 'x',
      createdAt: instant('2026-03-01T00:00:00.000Z'),
    };
    const contact = (id: string, at: string): ContactRow => ({
      ...stamp,
      id,
      buyerKey,
      kind: 'reply',
      at: instant(at),
    });
    const contacts = [contact('c1', '2026-03-02T00:00:00.000Z'), contact('c2', '2026-03-01T00:00:00.000Z')];
    expect(of({ notes: [note as NoteRow], contacts })).toMatchObject({
      notes: 1,
      messages: 2,
      contactedAt: '2026-03-02T00:00:00.000Z',
    });
  });

  test('leave out what was deleted', () => {
    const gone = { deleted: 1 } as const;
    const about: Satellites = {
      orders: [anOrder('1', gone)],
      events: [anEvent('e', 'review', { stars: 1, ...gone })],
      notes: [{ ...stamp, ...gone, id: brandAs<'NoteId'>('n'), buyerKey, text: '', createdAt: instant(today) }],
      contacts: [{ ...stamp, ...gone, id: 'c', buyerKey, kind: 'reply', at: instant(today) }],
      promises: [{ ...stamp, ...gone, id: 'p', buyerKey, what: 'refund', dueOn: today, done: 0 }],
      followUps: [{ ...stamp, ...gone, id: 'f', buyerKey, kind: 'x', dueAt: instant(today), done: 0 }],
    };
    expect(summarise(about, today)).toEqual(summarise(noSatellites, today));
  });

  test('name what was bought, the newest first, each once and at most five', () => {
    const orders = [1, 2, 3, 4, 5, 6].map((day) => anOrder(String(day), { orderedOn: `2026-01-0${day}` }));
    const again = anOrder('7', { orderedOn: '2026-01-07', items: [{ title: 'Lamp 2' }] });
    expect(of({ orders: [...orders, again] }).products).toEqual(['Lamp 2', 'Lamp 6', 'Lamp 5', 'Lamp 4', 'Lamp 3']);
  });
});

describe('the day an order becomes late', () => {
  test('is the day after the first promise that is not past', () => {
    const orders = ['2026-03-09', '2026-03-31', '2026-03-20'].map((promisedOn, at) =>
      anOrder(String(at), { promisedOn, state: 'shipped' }),
    );
    const day = nextLateDay(orders, today);
    expect(day).toBe('2026-03-21');
    expect([
      summarise({ ...noSatellites, orders }, '2026-03-20').late,
      summarise({ ...noSatellites, orders }, '2026-03-21').late,
    ]).toEqual([1, 2]);
  });

  test('is none for orders that have arrived, and for days that are none', () => {
    const orders = [
      anOrder('1', { promisedOn: '2026-03-20', deliveredOn: '2026-03-09', state: 'delivered' }),
      anOrder('2', { promisedOn: 'soon', state: 'shipped' }),
    ];
    expect(nextLateDay(orders, today)).toBeUndefined();
  });
});
