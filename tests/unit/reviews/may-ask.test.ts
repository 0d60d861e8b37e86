import { describe, expect, expectTypeOf, it } from 'vitest';
import { marketplaceClocks } from '@/utils/catalog/follow-ups/shipped-follow-ups';
import { brandAs, type CountryCode, type Instant } from '@/utils/domain/ids';
import { mayAsk, type AskedOrder, type AskedRecord, type ReviewInput } from '@/utils/domain/reviews/may-ask';

const orderId = brandAs<'OrderId'>('302-1234567-1234567');
const country = (code: string) => brandAs<'CountryCode'>(code) as CountryCode;
const at = (moment: string) => brandAs<'Instant'>(moment) as Instant;
const alone = { isTeam: false } as const;

const anOrder = (change: Partial<AskedOrder> = {}): AskedOrder => ({
  orderId,
  state: 'shipped',
  orderedOn: '2026-03-01',
  promisedFrom: '2026-03-05',
  promisedOn: '2026-03-08',
  country: country('DE'),
  ...change,
});
const aRecord = (change: Partial<AskedRecord> = {}): AskedRecord => ({
  events: [],
  contacts: [],
  hasOptedOut: false,
  ...change,
});
const anInput = (change: Partial<ReviewInput> = {}): ReviewInput => ({
  now: at('2026-03-12T12:00:00.000Z'),
  marketplace: 'amazon',
  order: anOrder(),
  record: aRecord(),
  route: 'button',
  team: alone,
  clocks: marketplaceClocks,
  ...change,
});
const onAliexpress = (order: Partial<AskedOrder> = {}, change: Partial<ReviewInput> = {}): ReviewInput =>
  anInput({
    marketplace: 'aliexpress',
    route: 'message',
    order: {
      orderId,
      state: 'completed',
      orderedOn: '2026-02-01',
      firstSeenOn: '2026-02-02',
      stateOn: '2026-03-10',
      country: country('FR'),
      ...order,
    },
    ...change,
  });
const event = (kind: 'dispute' | 'claim' | 'return' | 'refund' | 'review' | 'feedback', open = true) =>
  aRecord({ events: [{ kind, orderId, at: '2026-03-10', state: open ? 'waiting-for-seller' : 'closed' }] });

describe('whether a review may be asked for on Amazon', () => {
  it('allows it from the fifth day after the first promised day, until the thirtieth after the last', () => {
    expect(mayAsk(anInput())).toEqual({ orderId, verdict: 'allow', rule: 'review-allowed', at: '2026-04-07' });
  });

  it.each([
    ['2026-03-09T22:59:00.000Z', 'wait'],
    ['2026-03-09T23:00:00.000Z', 'allow'],
    ['2026-04-07T21:59:00.000Z', 'allow'],
    ['2026-04-07T22:00:00.000Z', 'stop'],
  ])('counts days by the clock of the sales channel: %s is %s in Germany', (now, verdict) => {
    expect(mayAsk(anInput({ now: at(now) })).verdict).toBe(verdict);
  });

  it.each([
    ['JP', '2026-03-09T15:00:00.000Z', 'allow'],
    ['JP', '2026-03-09T14:59:00.000Z', 'wait'],
    ['US', '2026-03-10T06:59:00.000Z', 'wait'],
    ['US', '2026-03-10T07:00:00.000Z', 'allow'],
  ])('has another midnight in %s: %s is %s', (code, now, verdict) => {
    expect(mayAsk(anInput({ now: at(now), order: anOrder({ country: country(code) }) })).verdict).toBe(verdict);
  });

  it.each([
    ['2026-03-10T09:59:00.000Z', 'wait'],
    ['2026-03-10T10:00:00.000Z', 'allow'],
    ['2026-04-07T10:59:00.000Z', 'allow'],
    ['2026-04-07T12:00:00.000Z', 'stop'],
  ])(
    'allows nothing before it is allowed all around the world when the channel is unknown: %s is %s',
    (now, verdict) => {
      const { country: _, ...order } = anOrder();
      expect(mayAsk(anInput({ now: at(now), order })).verdict).toBe(verdict);
    },
  );

  it('counts by the clock a shop has set for itself', () => {
    const input = anInput({ now: at('2026-03-09T15:00:00.000Z') });
    expect(mayAsk(input).verdict).toBe('wait');
    expect(mayAsk({ ...input, ownZone: 'Asia/Tokyo' }).verdict).toBe('allow');
  });

  it('counts over the turn of the year and over a leap day', () => {
    const late = anOrder({ promisedFrom: '2026-12-28', promisedOn: '2026-12-31' });
    expect(mayAsk(anInput({ order: late, now: at('2027-01-01T12:00:00.000Z') }))).toMatchObject({
      verdict: 'wait',
      at: '2027-01-02',
    });
    expect(mayAsk(anInput({ order: late, now: at('2027-01-02T12:00:00.000Z') }))).toMatchObject({
      verdict: 'allow',
      at: '2027-01-30',
    });
    const leap = anOrder({ promisedFrom: '2028-02-26', promisedOn: '2028-02-26' });
    expect(mayAsk(anInput({ order: leap, now: at('2028-02-29T12:00:00.000Z') }))).toMatchObject({
      verdict: 'wait',
      at: '2028-03-02',
    });
    const common = anOrder({ promisedFrom: '2027-02-26', promisedOn: '2027-02-26' });
    expect(mayAsk(anInput({ order: common, now: at('2027-02-28T12:00:00.000Z') }))).toMatchObject({ at: '2027-03-03' });
  });

  it('says from when, and when it was over', () => {
    expect(mayAsk(anInput({ now: at('2026-03-06T12:00:00.000Z') }))).toEqual({
      orderId,
      verdict: 'wait',
      rule: 'ctx-too-early',
      at: '2026-03-10',
    });
    expect(mayAsk(anInput({ now: at('2026-05-06T12:00:00.000Z') }))).toEqual({
      orderId,
      verdict: 'stop',
      rule: 'ctx-too-late',
      at: '2026-04-07',
    });
  });

  it('counts from the last promised day where the first is unknown: too careful, never too early', () => {
    const { promisedFrom: _, ...order } = anOrder();
    expect(mayAsk(anInput({ order, now: at('2026-03-12T12:00:00.000Z') }))).toMatchObject({
      verdict: 'wait',
      at: '2026-03-13',
    });
  });

  it('waits for an order that has not left, whatever day was promised', () => {
    expect(mayAsk(anInput({ order: anOrder({ state: 'unshipped' }) }))).toEqual({
      orderId,
      verdict: 'wait',
      rule: 'ctx-too-early',
    });
  });

  it.each([
    ['ctx-dispute-open', event('claim')],
    ['ctx-dispute-open', event('dispute')],
    ['ctx-order-problem-open', event('return')],
    ['ctx-order-problem-open', event('refund', false)],
    ['ctx-opted-out', aRecord({ hasOptedOut: true })],
    ['ctx-already-reviewed', event('review')],
    ['ctx-already-reviewed', event('feedback')],
    [
      'ctx-second-request',
      aRecord({ contacts: [{ kind: 'review-request', orderId, at: at('2026-03-11T08:00:00.000Z') }] }),
    ],
  ])('stops for %s', (rule, record) => {
    expect(mayAsk(anInput({ record }))).toEqual({ orderId, verdict: 'stop', rule });
  });

  it("stops after the marketplace's own request, and for cancelled orders", () => {
    expect(mayAsk(anInput({ order: anOrder({ reviewAskedOn: '2026-03-11' }) }))).toMatchObject({
      verdict: 'stop',
      rule: 'ctx-second-request',
    });
    for (const state of ['cancelled', 'refunded'] as const)
      expect(mayAsk(anInput({ order: anOrder({ state }) }))).toMatchObject({ rule: 'ctx-order-problem-open' });
    expect(mayAsk(anInput({ order: anOrder({ state: 'disputed' }) }))).toMatchObject({ rule: 'ctx-dispute-open' });
  });

  it('counts a request for another order as none', () => {
    const contacts = [{ kind: 'review-request', orderId: brandAs<'OrderId'>('9'), at: at('2026-03-11T08:00:00.000Z') }];
    expect(mayAsk(anInput({ record: aRecord({ contacts }) })).verdict).toBe('allow');
  });

  it('names the gravest reason when there are several', () => {
    const all = aRecord({
      hasOptedOut: true,
      contacts: [{ kind: 'review-request', orderId, at: at('2026-03-11T08:00:00.000Z') }],
      events: (['review', 'refund', 'claim'] as const).map((kind) => ({
        kind,
        orderId,
        at: '2026-03-10',
        ...(kind === 'claim' ? { state: 'waiting-for-seller' as const } : {}),
      })),
    });
    const order = [
      'ctx-dispute-open',
      'ctx-order-problem-open',
      'ctx-second-request',
      'ctx-opted-out',
      'ctx-already-reviewed',
    ];
    const less: AskedRecord[] = [
      all,
      { ...all, events: all.events.filter(({ kind }) => kind !== 'claim') },
      { ...all, events: all.events.filter(({ kind }) => kind === 'review') },
      { ...all, contacts: [], events: all.events.filter(({ kind }) => kind === 'review') },
      { ...all, contacts: [], hasOptedOut: false, events: all.events.filter(({ kind }) => kind === 'review') },
    ];
    // Each of them long after the window closed: what was done comes before when.
    const now = at('2026-06-01T12:00:00.000Z');
    expect(less.map((record) => mayAsk(anInput({ record, now })).rule)).toEqual(order);
  });

  it('goes by what its own page says of the window', () => {
    const { promisedFrom: _from, promisedOn: _on, ...order } = anOrder({ state: 'delivered' });
    expect(mayAsk(anInput({ order })).verdict).toBe('unknown');
    expect(mayAsk(anInput({ order, pageSays: 'eligible' }))).toMatchObject({ verdict: 'allow' });
    expect(mayAsk(anInput({ order, pageSays: 'refused' }))).toEqual({
      orderId,
      verdict: 'stop',
      rule: 'review-page-refuses',
    });
    expect(mayAsk(anInput({ order, record: event('claim'), pageSays: 'eligible' })).verdict).toBe('stop');
    expect(mayAsk(anInput({ order, record: null, pageSays: 'eligible' })).verdict).toBe('unknown');
  });
});

describe('whether a review may be asked for on AliExpress', () => {
  it('allows one neutral invitation after completion, for thirty days', () => {
    expect(mayAsk(onAliexpress())).toEqual({ orderId, verdict: 'allow', rule: 'review-allowed', at: '2026-04-09' });
    expect(mayAsk(onAliexpress({}, { now: at('2026-04-10T06:00:00.000Z') })).verdict).toBe('allow');
    expect(mayAsk(onAliexpress({}, { now: at('2026-04-10T08:00:00.000Z') }))).toEqual({
      orderId,
      verdict: 'stop',
      rule: 'ctx-too-late',
      at: '2026-04-09',
    });
  });

  it.each(['unpaid', 'unshipped', 'shipped', 'delivered'] as const)('waits while an order is %s', (state) => {
    expect(mayAsk(onAliexpress({ state, deliveredOn: '2026-03-01' }))).toEqual({
      orderId,
      verdict: 'wait',
      rule: 'ctx-too-early',
    });
  });

  it('does not know when an order was completed that it first saw completed', () => {
    const order = { firstSeenOn: '2026-03-10' };
    expect(mayAsk(onAliexpress(order))).toMatchObject({ verdict: 'unknown', missing: ['completedAt'] });
    // Ordered less than thirty days ago it cannot be over, whenever it was completed.
    expect(mayAsk(onAliexpress({ ...order, orderedOn: '2026-03-02' })).verdict).toBe('allow');
    expect(mayAsk(onAliexpress({ firstSeenOn: undefined, stateOn: undefined }))).toMatchObject({ verdict: 'unknown' });
  });

  it.each([
    ['ctx-dispute-open', event('dispute')],
    ['ctx-order-problem-open', event('refund')],
    ['ctx-already-reviewed', event('feedback')],
    [
      'ctx-second-request',
      aRecord({ contacts: [{ kind: 'review-request', orderId, at: at('2026-03-11T08:00:00.000Z') }] }),
    ],
  ])('stops for %s', (rule, record) => {
    expect(mayAsk(onAliexpress({}, { record }))).toEqual({ orderId, verdict: 'stop', rule });
  });

  it('reminds of the consent that mails of ours need in Germany, and of nothing where the marketplace asks', () => {
    const german = { country: country('DE') };
    expect(mayAsk(onAliexpress(german))).toMatchObject({ verdict: 'allow', mind: ['ctx-de-consent'] });
    expect(mayAsk(onAliexpress()).mind).toBeUndefined();
    expect(mayAsk(anInput()).mind).toBeUndefined();
    expect(mayAsk(anInput({ route: 'message' }))).toMatchObject({ mind: ['ctx-de-consent'] });
  });
});

describe('what is not known', () => {
  const complete = [anInput(), onAliexpress()];
  it('is never taken for a yes: the state of the order, and its days', () => {
    for (const input of complete) {
      const { state: _state, ...stateless } = input.order;
      expect(mayAsk({ ...input, order: stateless })).toMatchObject({
        verdict: 'unknown',
        rule: 'review-facts-missing',
        missing: expect.arrayContaining(['state']),
      });
      const { state = 'delivered' } = input.order;
      expect(mayAsk({ ...input, order: { orderId, state } }).verdict).not.toBe('allow');
    }
    expect(mayAsk(anInput({ order: { orderId, state: 'delivered' } }))).toMatchObject({
      verdict: 'unknown',
      missing: expect.arrayContaining(['latestDelivery', 'earliestDelivery']),
    });
  });

  it('is how a case or a return stands of which no page has said it', () => {
    for (const [kind, fact] of [
      ['claim', 'disputeState'],
      ['dispute', 'disputeState'],
      ['return', 'state'],
    ] as const) {
      const record = aRecord({ events: [{ kind, orderId, at: '2026-03-10' }] });
      for (const input of complete)
        expect(mayAsk({ ...input, record })).toMatchObject({ verdict: 'unknown', missing: [fact] });
    }
  });

  it('is whether somebody asked, while nothing is on record', () => {
    for (const input of complete) {
      const { verdict, missing } = mayAsk({ ...input, record: null });
      expect(verdict).toBe('unknown');
      expect(missing).toEqual(expect.arrayContaining(['history', 'disputeState', 'reviewed']));
    }
  });

  it.each([
    ['never heard of', undefined],
    ['older than twelve hours', '2026-03-11T23:59:00.000Z'],
    ['of tomorrow', '2026-03-13T12:00:00.000Z'],
    ['no moment', 'yesterday'],
  ])('is what team-mates did when that knowledge is %s', (_, asOf) => {
    for (const input of complete)
      expect(mayAsk({ ...input, team: { isTeam: true, asOf } })).toMatchObject({
        verdict: 'unknown',
        rule: 'review-team-unknown',
        missing: ['teamKnowledge'],
      });
  });

  it('is nothing of team-mates heard of today, and says when that was', () => {
    const asOf = '2026-03-12T00:00:00.000Z';
    expect(mayAsk(anInput({ team: { isTeam: true, asOf } }))).toMatchObject({ verdict: 'allow', knownAt: asOf });
    const record = event('claim');
    expect(mayAsk(anInput({ record, team: { isTeam: true } })).verdict).toBe('stop');
  });

  it('is everything on a marketplace without rules', () => {
    expect(mayAsk(anInput({ marketplace: 'any' }))).toMatchObject({ verdict: 'unknown', missing: ['marketplace'] });
  });
});

describe('the mood of a buyer', () => {
  it('cannot be told to the function', () => {
    expectTypeOf<AskedRecord['events'][number]>().not.toHaveProperty('stars');
    expectTypeOf<AskedRecord['events'][number]>().not.toHaveProperty('reason');
    expectTypeOf<AskedOrder>().not.toHaveProperty('stars');
    expectTypeOf<ReviewInput>().not.toHaveProperty('stars');
  });

  it.each(['amazon', 'aliexpress'] as const)('changes no verdict on %s, even when it is smuggled in', (marketplace) => {
    const input = marketplace === 'amazon' ? anInput() : onAliexpress();
    const verdicts = [1, 2, 3, 4, 5].map((stars) => {
      const evaluated = { kind: 'feedback', orderId, at: '2026-03-10', state: 'closed', stars } as const;
      return mayAsk({ ...input, record: aRecord({ events: [evaluated] }) });
    });
    expect(new Set(verdicts.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(verdicts[0]).toMatchObject({ verdict: 'stop', rule: 'ctx-already-reviewed' });
    // Of another order of the same buyer it changes nothing either.
    const elsewhere = [1, 5].map((stars) => {
      const evaluated = { kind: 'feedback', orderId: brandAs<'OrderId'>('9'), at: '2026-03-10', stars } as const;
      return mayAsk({ ...input, record: aRecord({ events: [evaluated] }) });
    });
    expect(elsewhere).toEqual([mayAsk(input), mayAsk(input)]);
  });
});
