import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ListRequest } from '@/utils/app/api';
import { createBuyers } from '@/utils/app/buyers';
import { createCoach, recordVerdicts, verdictsFor } from '@/utils/app/coach';
import { createListApi } from '@/utils/app/lists';
import { createSettings } from '@/utils/app/settings';
import { brandAs, type BuyerKey, type Instant, type MarketId, type OrderId } from '@/utils/domain/ids';
import type { OrderEvent, OrderSeen } from '@/utils/domain/orders';
import type { BuyerRow, ContactRow, OrderRow } from '@/utils/domain/records';
import { aDesk, aliexpress, amazon, hour, valueOf, type Desk } from './desk';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

const TODAY = '2026-03-02';
const id = (value: string): OrderId => brandAs<'OrderId'>(value);

const aCoach = (desk: Desk) => createCoach({ ...desk.deps, today: () => TODAY });
const anApi = (desk: Desk, market: MarketId = amazon) =>
  createListApi(market, {
    records: desk.deps,
    shops: desk.shops,
    settings: createSettings(desk.deps),
    coach: aCoach(desk),
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    today: () => TODAY,
  });

const shop = { accountId: 'A1', name: 'Lumen DE' };
const aList = (change: Partial<ListRequest> = {}): ListRequest => ({
  page: 'orders',
  shop,
  orders: [],
  events: [],
  reviewRequest: null,
  rows: [],
  holds: {},
  ...change,
});
/** An order that can be asked for on 2 March 2026. */
const anOrder = (value: string, change: Partial<OrderSeen> = {}): OrderSeen => ({
  orderId: id(value),
  items: [{ title: 'Reading lamp', quantity: 1 }],
  state: 'shipped',
  country: brandAs<'CountryCode'>('DE'),
  orderedOn: '2026-02-10',
  promisedFrom: '2026-02-16',
  promisedOn: '2026-02-20',
  buyerId: `B${value}`,
  ...change,
});
const rowsOf = (...orders: readonly OrderSeen[]): ListRequest['rows'] =>
  orders.map(({ orderId }) => ({
    key: `order ${orderId}`,
    aliases: [{ kind: 'order', value: orderId, strong: true }],
  }));
const open = async (desk: Desk, change: Partial<ListRequest>, market?: MarketId) =>
  valueOf(await anApi(desk, market).openList(aList(change)));
const event = (kind: OrderEvent['kind'], orderId: string): OrderEvent => ({
  kind,
  orderId: id(orderId),
  at: TODAY,
  state: 'waiting-for-seller',
});

const setTeam = async (desk: Desk, value: unknown) => {
  const db = await desk.db();
  const row = { shopId: '', authorId: '', hlc: '', origin: '', deleted: 0, name: 'team', value };
  await db.settings.put(row as never);
};

describe('a list of orders', () => {
  it('says of each row whether it can be asked for, and counts them', async () => {
    const desk = aDesk();
    const orders = [
      anOrder('1'),
      anOrder('2', { promisedFrom: '2026-03-01', promisedOn: '2026-03-04' }),
      anOrder('3', { state: 'cancelled' }),
      anOrder('4', { state: 'refunded' }),
      anOrder('5'),
    ];
    const view = await open(desk, { orders, rows: rowsOf(...orders), events: [event('claim', '5')] });
    expect(view.reviews).toEqual({ allowed: 1, of: 5 });
    expect(view.rows.map(({ review }) => [review?.orderId, review?.verdict, review?.rule])).toEqual([
      ['1', 'allow', 'review-allowed'],
      ['2', 'wait', 'ctx-too-early'],
      ['3', 'stop', 'ctx-order-problem-open'],
      ['4', 'stop', 'ctx-order-problem-open'],
      ['5', 'stop', 'ctx-dispute-open'],
    ]);
    expect(view.review).toBeUndefined();
  });

  it('tells the same of every buyer, however many stars they gave', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(async (stars) => {
        const orders = [anOrder('1'), anOrder('2', { buyerId: 'B1' })];
        const events = [{ ...event('feedback', '1'), stars, state: 'closed' as const }];
        const { rows, reviews } = await open(aDesk(), { orders, rows: rowsOf(...orders), events });
        return JSON.stringify({ rows, reviews });
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it('says nothing while the shop is not known, nor on pages about something else', async () => {
    const desk = aDesk();
    const orders = [anOrder('1')];
    for (const name of ['Lumen DE', 'Lumen FR']) await desk.shops.add({ marketplace: amazon, name });
    const asked = await open(desk, { shop: { name: 'Lumen IT' }, orders, rows: rowsOf(...orders) });
    expect(asked).toMatchObject({ shop: { kind: 'ask' }, reviews: null });
    const other = await open(aDesk(), { page: 'events', orders, rows: rowsOf(...orders) });
    expect(other.reviews).toBeNull();
    expect(other.rows[0]?.review).toBeUndefined();
  });

  it('is not sure while team-mates were not heard of for twelve hours, and is again after that', async () => {
    const desk = aDesk();
    const orders = [anOrder('1')];
    const look = async () => (await open(desk, { orders, rows: rowsOf(...orders) })).rows[0]?.review;
    await setTeam(desk, { isTeam: true, asOf: '2026-03-01T20:59:00.000Z' });
    expect(await look()).toMatchObject({
      verdict: 'unknown',
      rule: 'review-team-unknown',
      knownAt: '2026-03-01T20:59:00.000Z',
    });
    await setTeam(desk, { isTeam: true, asOf: '2026-03-02T08:00:00.000Z' });
    expect(await look()).toMatchObject({ verdict: 'allow', knownAt: '2026-03-02T08:00:00.000Z' });
    desk.pass(13 * hour);
    expect(await look()).toMatchObject({ verdict: 'unknown' });
    await setTeam(desk, 'broken');
    expect(await look()).toMatchObject({ verdict: 'allow' });
  });

  it('counts the days by the clock the shop has set', async () => {
    const desk = aDesk();
    const orders = [anOrder('1', { promisedFrom: '2026-02-26', promisedOn: '2026-03-01' })];
    const look = async () => (await open(desk, { orders, rows: rowsOf(...orders) })).rows[0]?.review?.verdict;
    // 2 March, 10 at night in Berlin, is 3 March in Tokyo.
    desk.pass(12 * hour);
    expect(await look()).toBe('wait');
    const db = await desk.db();
    const [row] = await db.shops.toArray();
    await db.shops.put({ ...row!, profile: { ...row!.profile, timeZone: 'Asia/Tokyo' } });
    expect(await look()).toBe('allow');
  });
});

describe('the page of one order', () => {
  it('has one verdict and no count', async () => {
    const view = await open(aDesk(), { page: 'order', orders: [anOrder('1')] });
    expect(view).toMatchObject({ reviews: null, review: { orderId: '1', verdict: 'allow' } });
  });

  it('is known by what the page of the request itself said', async () => {
    const desk = aDesk();
    await open(desk, { page: 'order', orders: [anOrder('1')] });
    const sent = await open(desk, { page: 'review-request', reviewRequest: { orderId: id('1'), state: 'sent' } });
    expect(sent.review).toMatchObject({ verdict: 'stop', rule: 'ctx-second-request' });
    const again = await open(desk, { page: 'order', orders: [anOrder('1')] });
    expect(again.review).toMatchObject({ verdict: 'stop', rule: 'ctx-second-request' });
    expect(
      (await (await desk.db()).orders.get([...(await (await desk.db()).orders.toArray())][0]!.id))?.reviewAskedOn,
    ).toBe(TODAY);
  });

  it.each(['outside-window', 'not-eligible'] as const)('stops when that page says %s', async (state) => {
    const desk = aDesk();
    await open(desk, { page: 'order', orders: [anOrder('1')] });
    const view = await open(desk, { page: 'review-request', reviewRequest: { orderId: id('1'), state } });
    expect(view.review).toMatchObject({ verdict: 'stop', rule: 'review-page-refuses' });
  });

  it('is unknown of an order nobody has written down', async () => {
    const desk = aDesk();
    await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' });
    const verdicts = valueOf(
      await aCoach(desk).ofOrders({
        market: amazon,
        shopId: (await (await desk.db()).shops.toArray())[0]!.id,
        orders: [anOrder('9')],
      }),
    );
    expect(verdicts.get(id('9'))).toMatchObject({ verdict: 'unknown' });
  });

  it('allows a completed order on AliExpress once it was seen to be completed', async () => {
    const desk = aDesk();
    const order = anOrder('8001', { promisedFrom: undefined, promisedOn: undefined, orderedOn: '2026-02-20' });
    await open(desk, { page: 'order', orders: [order] }, aliexpress);
    const done = await open(desk, { page: 'order', orders: [{ ...order, state: 'completed' }] }, aliexpress);
    expect(done.review).toMatchObject({ verdict: 'allow', mind: ['ctx-de-consent'] });
  });
});

describe('“I asked”', () => {
  const orders = [anOrder('1')];

  it('is kept with the order and as a contact, once', async () => {
    const desk = aDesk();
    await open(desk, { orders });
    const api = anApi(desk);
    expect(await api.reviewAsked({ shop, orderId: id('1') })).toEqual({ ok: true, value: null });
    expect(await api.reviewAsked({ shop, orderId: id('1') })).toEqual({ ok: true, value: null });
    const db = await desk.db();
    const [order] = await db.orders.toArray();
    expect(order).toMatchObject({ reviewAskedOn: TODAY, clocks: { reviewAskedOn: expect.any(String) } });
    expect(await db.contacts.toArray()).toMatchObject([
      { kind: 'review-request', orderId: '1', buyerKey: order?.buyerKey, at: desk.deps.clock.now() },
    ]);
    expect((await db.log.toArray()).filter(({ what }) => what === 'review.asked')).toHaveLength(1);
    const { rows } = await open(desk, { orders, rows: rowsOf(...orders) });
    expect(rows[0]?.review).toMatchObject({ verdict: 'stop', rule: 'ctx-second-request' });
  });

  it('is refused for orders that are not on record, and while the shop is not known', async () => {
    const desk = aDesk();
    await open(desk, { orders });
    const api = anApi(desk);
    expect(await api.reviewAsked({ shop, orderId: id('2') })).toMatchObject({ error: { kind: 'not-found' } });
    await desk.shops.add({ marketplace: amazon, name: 'Lumen FR' });
    expect(await api.reviewAsked({ shop: { name: 'Lumen IT' }, orderId: id('1') })).toMatchObject({
      error: { kind: 'shop-unknown' },
    });
    expect((await (await desk.db()).orders.toArray())[0]?.reviewAskedOn).toBeUndefined();
  });
});

describe('the orders of a record', () => {
  const stamp = {
    shopId: brandAs<'ShopId'>('s'),
    authorId: brandAs<'AgentId'>('a'),
    hlc: '',
    origin: '',
    deleted: 0,
  } as const;
  const key = brandAs<'BuyerKey'>('b') as BuyerKey;
  const row = (value: string, change: Partial<OrderRow> = {}): OrderRow => ({
    ...stamp,
    ...anOrder(value),
    id: value,
    buyerKey: key,
    ...change,
  });
  const buyer = { ...stamp, key, aliases: [], tags: [], archived: 0, lastSeen: '' } as unknown as BuyerRow;
  const place = {
    market: amazon,
    shop: undefined,
    team: { isTeam: false },
    now: brandAs<'Instant'>('2026-03-02T09:00:00.000Z') as Instant,
  };

  it('have a verdict each, the newest first, without those whose time is over', () => {
    const about = {
      orders: [
        row('old', { orderedOn: '2025-01-01', promisedFrom: '2025-01-05', promisedOn: '2025-01-06' }),
        row('1'),
        row('2', { orderedOn: '2026-02-27', promisedFrom: '2026-03-04', promisedOn: '2026-03-05' }),
      ],
      events: [],
      contacts: [
        { ...stamp, id: 'c', buyerKey: key, orderId: id('1'), kind: 'review-request', at: place.now } as ContactRow,
      ],
    };
    expect(recordVerdicts(buyer, about, place)).toEqual([
      { orderId: '2', verdict: 'wait', rule: 'ctx-too-early', at: '2026-03-09' },
      { orderId: '1', verdict: 'stop', rule: 'ctx-second-request' },
    ]);
  });

  it('stop for all records of a person who wants no unasked messages, wherever that stands', async () => {
    const desk = aDesk();
    const orders = [anOrder('1'), anOrder('2'), anOrder('3')];
    const { rows } = await open(desk, { orders, rows: rowsOf(...orders) });
    expect(rows.map(({ review }) => review?.verdict)).toEqual(['allow', 'allow', 'allow']);
    const [first, second] = orders.map(({ orderId }) => orderId);
    const byOrder = new Map((await (await desk.db()).orders.toArray()).map((one) => [one.orderId, one.buyerKey]));
    const keyOf = (orderId: OrderId | undefined): BuyerKey => byOrder.get(orderId!)!;
    const saysNo = { buyerKey: keyOf(second), field: 'signals.opted-out', value: '2026-01-01' } as const;
    valueOf(await desk.buyers.setField(saysNo));
    valueOf(await desk.buyers.join({ keys: [keyOf(first), keyOf(second)] }));

    const now = await open(desk, { orders, rows: rowsOf(...orders) });
    expect(now.rows.map(({ review }) => review?.rule ?? review?.verdict)).toEqual([
      'ctx-opted-out',
      'ctx-opted-out',
      rows[2]?.review?.rule,
    ]);
    const { verdicts } = valueOf(await createBuyers({ ...desk.deps, verdicts: verdictsFor }).open(keyOf(first)));
    expect(verdicts.map(({ rule }) => rule)).toEqual(['ctx-opted-out', 'ctx-opted-out']);
  });

  it('stop for somebody who wants no unasked messages, until that is taken back', () => {
    const about = { orders: [row('1')], events: [], contacts: [] };
    const signals = (value: string) => ({ ...buyer, signals: { 'opted-out': value } });
    expect(recordVerdicts(signals('2026-01-01'), about, place)).toMatchObject([{ rule: 'ctx-opted-out' }]);
    expect(recordVerdicts(signals(''), about, place)).toMatchObject([{ verdict: 'allow' }]);
  });
});
