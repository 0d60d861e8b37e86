import { describe, expect, it } from 'vitest';
import { followUpTypes } from '@/utils/catalog/follow-ups/shipped-follow-ups';
import { brandAs } from '@/utils/domain/ids';
import { aContact, anEvent, anOrder, aPromise, aRow, at, followUps, ofKind } from './build';

const NOON = '2026-11-22T12:00:00.000Z';
const now = { now: NOON };
const kinds = (found: ReturnType<typeof followUps>) => found.map(({ kind }) => kind).sort();

describe('an order under way', () => {
  const shipped = anOrder({ state: 'shipped', shippedOn: '2026-11-21', promisedOn: '2026-12-01', to: 'DE' });

  it('is looked at when it is sent, when it takes long, and when the promised day is over', () => {
    expect(kinds(followUps('amazon', { orders: [shipped] }, now))).toEqual([
      'delayed',
      'dispatched',
      'in-transit-long',
    ]);
    expect(kinds(followUps('aliexpress', { orders: [shipped] }, now))).toEqual([
      'delayed',
      'dispatched',
      'in-transit-long',
      'protection-ends',
    ]);
  });

  it('is late from the day after the promised one, in the clock of the country it goes to', () => {
    const due = (to: string) =>
      ofKind(followUps('amazon', { orders: [{ ...shipped, country: brandAs<'CountryCode'>(to) }] }, now), 'delayed')
        ?.dueAt;
    expect(due('DE')).toBe('2026-12-01T23:00:00.000Z');
    expect(due('JP')).toBe('2026-12-01T15:00:00.000Z');
    expect(due('US')).toBe('2026-12-02T08:00:00.000Z');
    expect(due('KR')).toBe('2026-12-02T08:00:00.000Z');
  });

  it('is late by the Pacific clock on AliExpress, wherever it goes', () => {
    const found = ofKind(followUps('aliexpress', { orders: [shipped] }, now), 'delayed');
    expect(found?.dueAt).toBe('2026-12-02T08:00:00.000Z');
  });

  it('is late by the clock the shop has set', () => {
    const found = followUps('amazon', { orders: [shipped] }, { ...now, zone: 'Asia/Shanghai' });
    expect(ofKind(found, 'delayed')?.dueAt).toBe('2026-12-01T16:00:00.000Z');
  });

  it('is late on New Year of the marketplace, not of the calendar in UTC', () => {
    const order = anOrder({ state: 'shipped', promisedOn: '2026-12-31', to: 'US' });
    expect(ofKind(followUps('amazon', { orders: [order] }, now), 'delayed')?.dueAt).toBe('2027-01-01T08:00:00.000Z');
  });

  it('is late on 29 February of a leap year', () => {
    const order = anOrder({ state: 'shipped', promisedOn: '2028-02-28', to: 'JP' });
    const found = followUps('amazon', { orders: [order] }, { now: '2028-02-20T00:00:00.000Z' });
    expect(ofKind(found, 'delayed')?.dueAt).toBe('2028-02-28T15:00:00.000Z');
  });

  it('is late over the change of the clocks: midnight stays midnight', () => {
    const order = anOrder({ state: 'shipped', promisedOn: '2026-10-25', to: 'DE' });
    const found = followUps('amazon', { orders: [order] }, { now: '2026-10-20T00:00:00.000Z' });
    expect(ofKind(found, 'delayed')?.dueAt).toBe('2026-10-25T23:00:00.000Z');
  });

  it('counts as long under way only until the promised day is over: then it is late', () => {
    const order = anOrder({ state: 'shipped', shippedOn: '2026-11-01', promisedOn: '2026-11-20', to: 'DE' });
    expect(kinds(followUps('amazon', { orders: [order] }, now))).toEqual(['delayed']);
  });

  it('is over with the delivery', () => {
    const order = anOrder({ ...shipped, state: 'delivered', deliveredOn: '2026-11-22' });
    expect(kinds(followUps('aliexpress', { orders: [order] }, now))).toEqual(['check-in', 'delivered']);
  });

  it('is over when it was cancelled', () => {
    expect(followUps('amazon', { orders: [anOrder({ ...shipped, state: 'cancelled' })] }, now)).toEqual([]);
  });

  it('is told of once: a message of the same kind ends it, another does not', () => {
    const late = anOrder({ state: 'shipped', promisedOn: '2026-11-19', to: 'DE' });
    const delayed = (contacts: ReturnType<typeof aContact>[]) =>
      ofKind(followUps('amazon', { orders: [late], contacts }, now), 'delayed');
    expect(delayed([])).toBeDefined();
    expect(delayed([aContact('delay-notice', '2026-11-21T09:00:00.000Z')])).toBeUndefined();
    expect(delayed([aContact('delay-notice', '2026-11-01T09:00:00.000Z')])).toBeDefined();
    expect(delayed([aContact('review-request', '2026-11-21T09:00:00.000Z')])).toBeDefined();
    const ofAnother = aContact('delay-notice', '2026-11-21T09:00:00.000Z', { orderId: brandAs<'OrderId'>('O-2') });
    expect(delayed([ofAnother])).toBeDefined();
  });

  it('may be written about for 30 days after the promised one, and is gone then', () => {
    const order = anOrder({ state: 'shipped', promisedOn: '2026-10-23', to: 'DE' });
    const found = (moment: string) => ofKind(followUps('amazon', { orders: [order] }, { now: moment }), 'delayed');
    expect(found('2026-11-21T22:59:59.999Z')?.until).toBe('2026-11-21T23:00:00.000Z');
    expect(found('2026-11-21T23:00:00.000Z')).toBeUndefined();
  });
});

describe('an order that is not paid', () => {
  const order = anOrder({ state: 'unpaid', orderedOn: '2026-11-21' });

  it('is looked at on AliExpress after a day, and never on Amazon', () => {
    expect(followUps('aliexpress', { orders: [order] }, now)).toMatchObject([
      { id: 'shop-1:unpaid-order:O-1', dueAt: '2026-11-22T08:00:00.000Z' },
    ]);
    expect(followUps('amazon', { orders: [order] }, now)).toEqual([]);
  });

  it('is over once it is paid', () => {
    expect(followUps('aliexpress', { orders: [{ ...order, state: 'unshipped' }] }, now)).toEqual([]);
  });
});

describe('the window for asking for a review', () => {
  const delivered = anOrder({ state: 'delivered', deliveredOn: '2026-11-20', to: 'DE' });
  const review = (market: 'amazon' | 'aliexpress', about: Parameters<typeof followUps>[1]) =>
    followUps(market, about, now).filter(({ kind }) => kind.startsWith('review-window'));

  it('opens five days after delivery on Amazon and closes after thirty', () => {
    expect(review('amazon', { orders: [delivered] })).toMatchObject([
      { kind: 'review-window-opens', dueAt: '2026-11-24T23:00:00.000Z', until: '2026-12-19T23:00:00.000Z' },
      { kind: 'review-window-closes', dueAt: '2026-12-16T23:00:00.000Z', until: '2026-12-19T23:00:00.000Z' },
    ]);
  });

  it('opens with the completion on AliExpress, not with the delivery', () => {
    expect(review('aliexpress', { orders: [delivered] })).toEqual([]);
    const completed = { ...delivered, state: 'completed', stateOn: '2026-11-21' } as const;
    expect(review('aliexpress', { orders: [completed] })[0]).toMatchObject({ dueAt: '2026-11-21T08:00:00.000Z' });
  });

  it.each([
    ['a request on the page', { orders: [{ ...delivered, reviewAskedOn: '2026-11-21' }] }],
    ['a request in a message', { orders: [delivered], contacts: [aContact('review-request', NOON)] }],
    ['a bad review', { orders: [delivered], events: [anEvent({ kind: 'review', stars: 1, at: '2026-11-21' })] }],
    ['a good one', { orders: [delivered], events: [anEvent({ kind: 'feedback', stars: 5, at: '2026-11-21' })] }],
    ['an open return', { orders: [delivered], events: [anEvent({ kind: 'return', at: '2026-11-21' })] }],
  ])('is closed by %s', (_how, about) => expect(review('amazon', about)).toEqual([]));

  it('is not closed by a return that is settled', () => {
    const events = [anEvent({ kind: 'return', state: 'closed', at: '2026-11-21' })];
    expect(review('amazon', { orders: [delivered], events })).toHaveLength(2);
  });
});

describe('a case with a clock', () => {
  it('leaves five days on AliExpress and twelve until the platform has decided', () => {
    const events = [anEvent({ kind: 'dispute', at: '2026-11-21' })];
    expect(followUps('aliexpress', { events }, now)).toMatchObject([
      {
        id: 'shop-1:dispute-deadline:dispute:E-1',
        about: 'shop-1:dispute:E-1',
        dueAt: '2026-11-26T08:00:00.000Z',
        until: '2026-12-03T08:00:00.000Z',
      },
    ]);
  });

  it('leaves 48 hours for a claim on Amazon, through the weekend, from the earliest moment of its day', () => {
    const orders = [anOrder({ to: 'DE' })];
    const events = [anEvent({ kind: 'claim', at: '2026-11-21' })];
    expect(ofKind(followUps('amazon', { orders, events }, now), 'claim-deadline')?.dueAt).toBe(
      '2026-11-22T23:00:00.000Z',
    );
  });

  it('believes the page before the rule: the end of a day it names, or the moment', () => {
    const due = (dueAt: string) =>
      followUps('aliexpress', { events: [anEvent({ kind: 'dispute', at: '2026-11-21', dueAt })] }, now)[0]?.dueAt;
    expect(due('2026-11-24')).toBe('2026-11-25T07:59:59.999Z');
    expect(due('2026-11-24T10:30:00.000Z')).toBe('2026-11-24T10:30:00.000Z');
  });

  it('still counts when the page gave more time than the rule', () => {
    const events = [anEvent({ kind: 'dispute', at: '2026-09-01', dueAt: '2026-11-24' })];
    expect(followUps('aliexpress', { events }, now)).toHaveLength(1);
  });

  it.each(['closed', 'waiting-for-buyer', 'with-marketplace'] as const)('stops when it is %s', (state) => {
    expect(followUps('aliexpress', { events: [anEvent({ kind: 'dispute', at: '2026-11-21', state })] }, now)).toEqual(
      [],
    );
  });

  it('is not stopped by a message: the page has to say that it is answered', () => {
    const contacts = [aContact('dispute-answer', NOON)];
    const events = [anEvent({ kind: 'dispute', at: '2026-11-21' })];
    expect(followUps('aliexpress', { events, contacts }, now)).toHaveLength(1);
  });
});

describe('what a buyer thinks of it', () => {
  it('is looked at when it is one or two stars, until a message of ours', () => {
    const bad = (stars: number, contacts: ReturnType<typeof aContact>[] = []) =>
      kinds(followUps('amazon', { events: [anEvent({ kind: 'feedback', stars, at: '2026-11-21' })], contacts }, now));
    expect(bad(1)).toEqual(['bad-feedback']);
    expect(bad(2)).toEqual(['bad-feedback']);
    expect(bad(3)).toEqual([]);
    expect(bad(1, [aContact('reply', NOON)])).toEqual([]);
  });
});

describe('a buyer of samples', () => {
  const orders = [
    anOrder({ orderId: brandAs<'OrderId'>('O-2'), state: 'delivered', deliveredOn: '2026-11-18' }),
    anOrder({ state: 'delivered', deliveredOn: '2026-11-15' }),
    anOrder({ orderId: brandAs<'OrderId'>('O-0'), state: 'delivered', deliveredOn: '2026-10-01' }),
  ];

  it('is asked once, ten days after the first delivery since they asked for one', () => {
    const found = followUps('aliexpress', { orders }, { ...now, buyer: { signals: { sample: '2026-11-01' } } });
    expect(found.filter(({ kind }) => kind === 'sample-after-days')).toMatchObject([
      { orderId: 'O-1', dueAt: '2026-11-25T08:00:00.000Z' },
    ]);
  });

  it('is nobody who never asked, or who took it back', () => {
    expect(ofKind(followUps('aliexpress', { orders }, now), 'sample-after-days')).toBeUndefined();
    const taken = followUps('aliexpress', { orders }, { ...now, buyer: { signals: { sample: '' } } });
    expect(ofKind(taken, 'sample-after-days')).toBeUndefined();
  });
});

describe('a promise', () => {
  it('is due on its day and stays until it is kept', () => {
    const due = (dueOn: string, done: 0 | 1 = 0) => followUps('amazon', { promises: [aPromise({ dueOn, done })] }, now);
    expect(due('2026-11-25')).toMatchObject([{ about: 'P-1', dueAt: '2026-11-25T08:00:00.000Z' }]);
    expect(due('2026-01-25')).toHaveLength(1);
    expect(due('2026-11-25', 1)).toEqual([]);
  });
});

describe('a message that waits', () => {
  // A Friday evening.
  const since = '2026-11-20T19:00:00.000Z';
  const waits = aRow({ id: 'shop-1:reply-due:O-1', kind: 'reply-due', since, dueAt: at('2026-11-21T19:00:00.000Z') });

  it('is answered within 24 hours of the calendar, also over the weekend', () => {
    expect(followUps('amazon', { followUps: [waits] }, now)).toMatchObject([
      { id: 'shop-1:reply-due:O-1', since, dueAt: '2026-11-21T19:00:00.000Z' },
    ]);
  });

  it('is 24 hours also over the night with 25', () => {
    const row = { ...waits, since: '2026-10-24T19:00:00.000Z' };
    expect(followUps('amazon', { followUps: [row] }, { now: '2026-10-25T12:00:00.000Z' })[0]?.dueAt).toBe(
      '2026-10-25T19:00:00.000Z',
    );
  });

  it('is answered by any message of ours that came after it', () => {
    const contacts = (moment: string) => [aContact('message', moment)];
    expect(followUps('amazon', { followUps: [waits], contacts: contacts('2026-11-20T20:00:00.000Z') }, now)).toEqual(
      [],
    );
    expect(
      followUps('amazon', { followUps: [waits], contacts: contacts('2026-11-20T18:00:00.000Z') }, now),
    ).toHaveLength(1);
  });
});

describe('what is worked out', () => {
  const orders = [anOrder({ state: 'shipped', shippedOn: '2026-11-21', promisedOn: '2026-12-01' })];

  it('is nothing for a record that is deleted or forgotten', () => {
    expect(followUps('amazon', { orders }, { ...now, buyer: { deleted: 1 } })).toEqual([]);
    expect(followUps('amazon', { orders }, { ...now, buyer: { forgotten: 1 } })).toEqual([]);
  });

  it('is the same every time, by time, each once', () => {
    const found = followUps('aliexpress', { orders }, now);
    expect(followUps('aliexpress', { orders }, now)).toEqual(found);
    expect(found.map(({ dueAt }) => dueAt)).toEqual(found.map(({ dueAt }) => dueAt).sort());
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('holds nothing that is over', () => {
    const old = anOrder({
      state: 'delivered',
      shippedOn: '2024-01-01',
      promisedOn: '2024-01-09',
      deliveredOn: '2024-01-08',
    });
    expect(followUps('amazon', { orders: [old] }, now)).toEqual([]);
  });

  it('holds nothing for days a page has garbled', () => {
    expect(followUps('amazon', { orders: [anOrder({ state: 'shipped', promisedOn: '31.12.2026' })] }, now)).toEqual([]);
    const events = [anEvent({ kind: 'dispute', at: '2026-11-21', dueAt: 'soon' })];
    expect(followUps('aliexpress', { events }, now)[0]?.dueAt).toBe('2026-11-26T08:00:00.000Z');
  });

  it('takes a thousand old orders in a moment', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      anOrder({
        orderId: brandAs<'OrderId'>(`O-${index}`),
        state: 'completed',
        orderedOn: '2024-01-01',
        shippedOn: '2024-01-02',
        promisedOn: '2024-01-09',
        deliveredOn: '2024-01-08',
      }),
    );
    const before = performance.now();
    expect(followUps('amazon', { orders: many }, now)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('knows every type that ships', () => expect(followUpTypes).toHaveLength(17));
});

describe('a record of orders that are long over', () => {
  const old = anOrder({ state: 'delivered', orderedOn: '2026-01-05', deliveredOn: '2026-01-12', to: 'DE' });

  it('has nothing to look at, but for what was promised or claimed since', () => {
    expect(followUps('amazon', { orders: [old] }, now)).toEqual([]);
    const promise = aPromise({ dueOn: '2026-11-24' });
    expect(kinds(followUps('amazon', { orders: [old], promises: [promise] }, now))).toEqual(['promise']);
    const younger = anOrder({ state: 'shipped', shippedOn: '2026-11-21', to: 'DE' });
    expect(kinds(followUps('amazon', { orders: [old, younger] }, now))).toContain('dispatched');
  });
});
