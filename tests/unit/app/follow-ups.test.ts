import { describe, expect, test } from 'vitest';
import { createFollowUps } from '@/utils/app/follow-ups';
import { refreshAged } from '@/utils/app/follow-ups/upkeep';
import { createWaiting } from '@/utils/app/follow-ups/waiting';
import { changing } from '@/utils/app/records';
import { brandAs } from '@/utils/domain/ids';
import type { OrderFacts } from '@/utils/domain/orders';
import { aDesk, aDeskWithBuyer, aliexpress, anOrderAlias, aName, hour, valueOf } from './desk';

const at = (moment: string) => brandAs<'Instant'>(moment);
const orderId = brandAs<'OrderId'>('111-1');
const NOW = '2026-03-02T09:00:00.000Z';
const day = 24 * hour;

/** A parcel to Germany that should have arrived on 28 February. */
const late: OrderFacts = {
  orderId,
  state: 'shipped',
  items: [{ title: 'Desk lamp' }],
  shippedOn: '2026-02-20',
  promisedOn: '2026-02-28',
  country: brandAs<'CountryCode'>('DE'),
};

const aDeskWithLateOrder = async () => {
  const desk = await aDeskWithBuyer();
  const see = async (order: Partial<OrderFacts> = {}) =>
    valueOf(
      await desk.buyers.see({
        shopId: desk.shop.id,
        aliases: [anOrderAlias(orderId), aName('Maria Example')],
        displayName: 'Maria Example',
        order: { ...late, ...order },
      }),
    );
  await see();
  const followUps = createFollowUps({ ...desk.deps, today: () => '2026-03-02' });
  const due = async (until = '2026-03-09T00:00:00.000Z') => valueOf(await followUps.due({ until: at(until) }));
  const id = `${desk.shop.id}:delayed:${orderId}`;
  return { ...desk, see, followUps, due, id, waiting: createWaiting(desk.deps) };
};

describe('what is due', () => {
  test('follows from what a page shows, in the same change', async () => {
    const { due, id, shop, buyer } = await aDeskWithLateOrder();
    const { due: items, hasMore, seen, clockBehindMs } = await due();
    expect(items).toMatchObject([
      {
        row: { id, kind: 'delayed', buyerKey: buyer.key, dueAt: '2026-02-28T23:00:00.000Z', done: 0 },
        marketplace: 'amazon',
        mode: 'message',
        isDeadline: false,
        isRoutine: false,
        templateId: 'delay-notice',
        buyerName: 'Maria Example',
        product: 'Desk lamp',
        since: '2026-02-28',
        source: 'Amazon Seller Central: Communication Guidelines (G1701)',
      },
    ]);
    expect({ hasMore, clockBehindMs }).toEqual({ hasMore: false, clockBehindMs: 0 });
    expect(seen).toEqual([{ shopId: shop.id, name: 'Lumen DE', at: NOW }]);
  });

  test('is gone once the parcel was delivered', async () => {
    const { due, see } = await aDeskWithLateOrder();
    await see({ state: 'delivered', deliveredOn: '2026-03-02' });
    expect((await due()).due.map(({ row }) => row.kind)).not.toContain('delayed');
  });

  test('is that of one shop when it is asked for one', async () => {
    const { followUps, shops } = await aDeskWithLateOrder();
    const second = valueOf(await shops.add({ marketplace: aliexpress, name: 'Lumen AE' }));
    const list = valueOf(await followUps.due({ shopId: second.id, until: at('2026-03-09T00:00:00.000Z') }));
    expect(list.due).toEqual([]);
    expect(list.seen.find(({ shopId }) => shopId === second.id)).toMatchObject({ at: null });
  });

  test('is not what comes later', async () => {
    const { due } = await aDeskWithLateOrder();
    expect((await due('2026-02-28T22:59:59.999Z')).due).toEqual([]);
  });

  test('is 500 at most, and says that there is more; what happens with every order gives way', async () => {
    const { due, db, id } = await aDeskWithLateOrder();
    const store = await db();
    const row = (await store.followUps.get(id))!;
    const more = Array.from({ length: 501 }, (_, at) => ({ ...row, id: `${id}-${at}` }));
    const routine = { ...row, id: `${id}-routine`, kind: 'delivered', dueAt: at('2026-01-01T00:00:00.000Z') };
    await store.followUps.bulkAdd([routine, ...more]);
    const list = await due();
    expect(list.due).toHaveLength(500);
    expect(list.hasMore).toBe(true);
    expect(list.due.map(({ row: { kind } }) => kind)).not.toContain('delivered');
  });

  test('is said with a clock that is behind the newest change', async () => {
    const { due, pass } = await aDeskWithLateOrder();
    pass(-3 * hour);
    expect((await due()).clockBehindMs).toBe(3 * hour);
  });

  test('comes again when the promised day moved after it was done', async () => {
    const { due, followUps, see, id, pass } = await aDeskWithLateOrder();
    valueOf(await followUps.done({ id }));
    pass(day);
    await see({ promisedOn: '2026-03-05' });
    pass(3 * day);
    const again = (await due()).due.find(({ row }) => row.id === id);
    expect(again?.row).toMatchObject({ done: 0, dueAt: '2026-03-05T23:00:00.000Z' });
  });
});

describe('what a person says of it', () => {
  test('done stays done when the record is worked out anew, and is listed for the day', async () => {
    const { due, followUps, see, id, announced, buyer } = await aDeskWithLateOrder();
    const before = announced.length;
    expect(valueOf(await followUps.done({ id }))).toMatchObject({ done: 1, doneAt: NOW, dueAt: NOW });
    expect(announced.length).toBeGreaterThan(before);
    await see({ carrier: 'DHL' });
    const list = await due();
    expect(list.due).toEqual([]);
    expect(list.doneToday).toMatchObject([{ row: { id, done: 1 }, buyerName: 'Maria Example' }]);
    expect(buyer.key).toBe(list.doneToday[0]?.row.buyerKey);
  });

  test('taken back it is due when it was', async () => {
    const { due, followUps, id } = await aDeskWithLateOrder();
    await followUps.done({ id });
    expect(valueOf(await followUps.reopen({ id }))).toMatchObject({ done: 0, dueAt: '2026-02-28T23:00:00.000Z' });
    expect(await due()).toMatchObject({ due: [{ row: { id } }], doneToday: [] });
  });

  test('later keeps its moment when the record is worked out anew', async () => {
    const { due, followUps, see, id } = await aDeskWithLateOrder();
    valueOf(await followUps.snooze({ id, to: at('2026-03-05T08:00:00.000Z') }));
    await see({ carrier: 'DHL' });
    expect((await due('2026-03-05T07:59:59.999Z')).due).toEqual([]);
    expect((await due()).due).toMatchObject([{ row: { id, dueAt: '2026-03-05T08:00:00.000Z' } }]);
  });

  test.each(['2026-03-02T09:00:00.000Z', '2026-03-01T00:00:00.000Z', '2028-03-05T08:00:00.000Z', 'soon'])(
    'later cannot be %s',
    async (to) => {
      const { followUps, id } = await aDeskWithLateOrder();
      expect(await followUps.snooze({ id, to: at(to) })).toEqual({
        ok: false,
        error: { kind: 'invalid', field: 'to' },
      });
    },
  );

  test('later cannot be when nothing is left to do', async () => {
    const { followUps, id } = await aDeskWithLateOrder();
    expect(await followUps.snooze({ id, to: at('2026-04-20T08:00:00.000Z') })).toMatchObject({ ok: false });
  });

  test('needs a follow-up', async () => {
    const { followUps } = aDeskOf();
    for (const asked of [followUps.done({ id: 'none' }), followUps.reopen({ id: 'none' })])
      expect(await asked).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('is written into the work log as a kind, without words', async () => {
    const { followUps, db, id, buyer } = await aDeskWithLateOrder();
    await followUps.done({ id });
    expect((await (await db()).log.toArray()).find(({ what }) => what === 'follow-up.done')).toMatchObject({
      buyerKey: buyer.key,
      detail: { kind: 'delayed' },
    });
  });
});

const aDeskOf = () => {
  const desk = aDesk();
  return { ...desk, followUps: createFollowUps({ ...desk.deps, today: () => '2026-03-02' }) };
};

describe('a promise', () => {
  const aPromised = async () => {
    const desk = await aDeskWithLateOrder();
    const { worklog, shop, buyer, db } = desk;
    valueOf(
      await worklog.keepPromises({
        shopId: shop.id,
        buyerKey: buyer.key,
        promises: [{ what: 'answer', dueOn: '2026-03-04' }],
      }),
    );
    const promise = (await (await db()).promises.toArray())[0]!;
    const items = async () => (await desk.due()).due.filter(({ row }) => row.kind === 'promise');
    return { ...desk, promise, items };
  };

  test('is due on its day', async () => {
    const { items, promise } = await aPromised();
    expect(await items()).toMatchObject([{ row: { about: promise.id, since: '2026-03-04' } }]);
  });

  test('is kept when its follow-up is done, and open again with it', async () => {
    const { items, followUps, promise, db } = await aPromised();
    const id = (await items())[0]!.row.id;
    valueOf(await followUps.done({ id }));
    expect(await items()).toEqual([]);
    expect(await (await db()).promises.get(promise.id)).toMatchObject({ done: 1 });
    valueOf(await followUps.reopen({ id }));
    expect(await items()).toHaveLength(1);
    expect(await (await db()).promises.get(promise.id)).toMatchObject({ done: 0 });
  });

  test('that is kept ends its follow-up, which is listed as done', async () => {
    const { items, followUps, promise, due } = await aPromised();
    valueOf(await followUps.keepPromise({ id: promise.id, done: true }));
    expect(await items()).toEqual([]);
    expect((await due()).doneToday).toMatchObject([{ row: { kind: 'promise', done: 1 } }]);
  });
});

describe('a message that waits', () => {
  const asked = (lastAt: string, direction: 'reply' | 'proactive' = 'reply') => ({
    page: 'thread' as const,
    direction,
    lastMessage: { text: 'Where is it?', at: lastAt },
    ownMessages: 1,
    order: late,
  });
  const aDeskThatWaits = async () => {
    const desk = await aDeskWithLateOrder();
    const { waiting, shop, buyer } = desk;
    const opened = (lastAt: string, direction?: 'reply' | 'proactive') =>
      waiting.opened({ request: asked(lastAt, direction), shopId: shop.id, buyerKey: buyer.key });
    const items = async () => (await desk.due()).due.filter(({ row }) => row.kind === 'reply-due');
    return { ...desk, opened, items };
  };

  test('is due 24 hours after it was written, also on a weekend', async () => {
    const { opened, items } = await aDeskThatWaits();
    await opened('2026-02-28T20:00:00.000Z');
    expect(await items()).toMatchObject([{ row: { dueAt: '2026-03-01T20:00:00.000Z', orderId }, isDeadline: true }]);
  });

  test('costs one change, however often the page asks', async () => {
    const { opened, announced } = await aDeskThatWaits();
    await opened('2026-03-02T08:00:00.000Z');
    const once = announced.length;
    await opened('2026-03-02T08:00:00.000Z');
    expect(announced.length).toBe(once);
  });

  test('is due of nobody whose record was put away while the page was open', async () => {
    const { opened, buyers, buyer, db } = await aDeskThatWaits();
    valueOf(await buyers.archive({ keys: [buyer.key] }));
    await opened('2026-03-02T08:00:00.000Z');
    expect(await (await db()).followUps.toArray()).toEqual([]);
  });

  test('is answered by a message that was sent', async () => {
    const { opened, items, worklog, shop, buyer } = await aDeskThatWaits();
    await opened('2026-03-02T08:00:00.000Z');
    valueOf(await worklog.write({ what: 'sent', shopId: shop.id, buyerKey: buyer.key, orderId }));
    expect(await items()).toEqual([]);
  });

  test('is answered when our message is seen last, and listed as done', async () => {
    const { opened, items, due } = await aDeskThatWaits();
    await opened('2026-03-02T08:00:00.000Z');
    await opened('2026-03-02T08:00:00.000Z', 'proactive');
    expect(await items()).toEqual([]);
    expect((await due()).doneToday.map(({ row }) => row.kind)).toEqual(['reply-due']);
  });

  test('starts anew with the next message, although somebody had said it is done', async () => {
    const { opened, items, followUps, pass } = await aDeskThatWaits();
    await opened('2026-03-02T08:00:00.000Z');
    valueOf(await followUps.done({ id: (await items())[0]!.row.id }));
    await opened('2026-03-02T08:00:00.000Z');
    expect(await items()).toEqual([]);
    pass(2 * hour);
    await opened('2026-03-02T10:30:00.000Z');
    expect(await items()).toMatchObject([{ row: { done: 0, dueAt: '2026-03-03T10:30:00.000Z' } }]);
  });

  test.each(['today', '2026-03-02', '2026-05-02T08:00:00.000Z', '2026-01-02T08:00:00.000Z'])(
    'is nothing at a moment that is no moment, not yet or long ago: %s',
    async (moment) => {
      const { opened, items } = await aDeskThatWaits();
      await opened(moment);
      expect(await items()).toEqual([]);
    },
  );
});

describe('the count', () => {
  test('is of what is due now and of clocks of the next 24 hours, not of what is only watched', async () => {
    const { followUps, db, id } = await aDeskWithLateOrder();
    const store = await db();
    const row = (await store.followUps.get(id))!;
    await store.followUps.bulkAdd([
      { ...row, id: 'a', kind: 'delivered' },
      { ...row, id: 'b', kind: 'claim-deadline', dueAt: at('2026-03-03T08:59:00.000Z') },
      { ...row, id: 'c', kind: 'claim-deadline', dueAt: at('2026-03-03T09:01:00.000Z') },
      { ...row, id: 'd', kind: 'delayed', dueAt: at('2026-03-02T09:01:00.000Z') },
    ]);
    expect(valueOf(await followUps.count())).toEqual({ due: 1, deadlines: 1 });
  });
});

describe('a review that was asked for', () => {
  test('is written down by the day, once, and ends the follow-ups about it', async () => {
    const { followUps, see, buyer, db, due, shop } = await aDeskWithLateOrder();
    await see({ state: 'delivered', deliveredOn: '2026-02-25', promisedOn: '2026-02-28' });
    const kinds = async () => (await due()).due.map(({ row }) => row.kind);
    expect(await kinds()).toContain('review-window-opens');
    valueOf(await followUps.reviewAsked({ buyerKey: buyer.key, orderId }));
    expect(await kinds()).not.toContain('review-window-opens');
    expect(await (await db()).orders.get(`${shop.id}:${orderId}`)).toMatchObject({ reviewAskedOn: '2026-03-02' });
    expect(await followUps.reviewAsked({ buyerKey: buyer.key, orderId: 'none' })).toMatchObject({ ok: false });
  });
});

describe('upkeep', () => {
  test('takes away what is over and works out anew what days have changed', async () => {
    const { deps, db, id, buyer, pass } = await aDeskWithLateOrder();
    const store = await db();
    expect(await store.followUps.get(id)).toBeDefined();
    pass(40 * day);
    expect(valueOf(await refreshAged(deps))).toBe(1);
    expect(await store.followUps.get(id)).toBeUndefined();
    const today = deps.clock.now().slice(0, 10);
    expect((await store.buyers.get(buyer.key))?.recheckOn ?? '9999').toSatisfy((next: string) => next > today);
    expect(valueOf(await refreshAged(deps))).toBe(0);
  });

  test('leaves alone what nothing has happened to', async () => {
    const { deps } = await aDeskWithLateOrder();
    expect(valueOf(await refreshAged(deps))).toBe(0);
  });

  test('keeps all of a change that fails', async () => {
    const { deps, db, id, buyer } = await aDeskWithLateOrder();
    const failed = changing(deps, ['buyers', 'followUps'], async (change) => {
      await change.db.followUps.delete(id);
      change.touch(buyer.key);
      await change.settle();
      throw new Error('the worker was killed');
    });
    expect(await failed).toMatchObject({ ok: false });
    expect(await (await db()).followUps.get(id)).toMatchObject({ id, done: 0 });
  });
});
