// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ListRequest, ThreadRequest } from '@/utils/app/api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createCoach } from '@/utils/app/coach';
import { createListApi } from '@/utils/app/lists';
import { createRetention } from '@/utils/app/retention';
import { createSettings } from '@/utils/app/settings';
import { createThreadApi } from '@/utils/app/thread';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, anOrderAlias, aName, valueOf } from './desk';
import { shippedAssets } from './shipped-assets';

const catalogue = createCatalogue(shippedAssets);
const order = { orderId: brandAs<'OrderId'>('999-1'), items: [{ title: 'Lamp' }] };

/** A desk that records nothing of Amazon, and its two kinds of page. */
const aQuietDesk = async () => {
  const desk = aDesk();
  const retention = createRetention(desk.deps);
  valueOf(await retention.write({ notRecorded: [amazon] }));
  const deps = {
    ...desk,
    records: desk.deps,
    isRecorded: retention.isRecorded,
    settings: createSettings(desk.deps),
    catalogue,
    shelf: catalogue.templates,
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    coach: createCoach(desk.deps),
    clock: desk.deps.clock,
    today: () => '2026-03-02',
  };
  const rows = async () => {
    const db = await desk.db();
    return (await db.buyers.count()) + (await db.orders.count()) + (await db.events.count());
  };
  return { deps, rows, retention };
};

const conversation: ThreadRequest = {
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [anOrderAlias('999-1'), aName('Lena')],
  shop: { accountId: 'A1', name: 'Lumen DE' },
  buyerName: 'Lena',
  lastMessage: { text: 'Wo ist mein Paket?' },
  direction: 'reply',
  ownMessages: 0,
  order,
  holds: {},
};

const list: ListRequest = {
  page: 'orders',
  shop: { accountId: 'A1', name: 'Lumen DE' },
  orders: [{ ...order, buyerName: 'Lena' }],
  events: [{ kind: 'feedback', orderId: order.orderId, stars: 1 }],
  reviewRequest: null,
  rows: [{ key: 'r1', aliases: [anOrderAlias('999-1')] }],
  holds: {},
};

describe('a marketplace that is not recorded', () => {
  test('gets its replies, and leaves no record of a conversation', async () => {
    const { deps, rows } = await aQuietDesk();
    const view = valueOf(await createThreadApi(amazon, deps).openThread(conversation));
    expect(view.suggestions.length).toBeGreaterThan(0);
    expect(view.record).toBeNull();
    expect(view.recordProblem).toBeUndefined();
    expect(await rows()).toBe(0);
  });

  test('leaves no record of a list', async () => {
    const { deps, rows } = await aQuietDesk();
    const view = valueOf(await createListApi(amazon, deps).openList(list));
    expect(view.kept).toEqual({ orders: 0, events: 0 });
    expect(await rows()).toBe(0);
  });

  test('does not keep the others from being recorded', async () => {
    const { deps, rows } = await aQuietDesk();
    valueOf(await createThreadApi(aliexpress, deps).openThread(conversation));
    expect(await rows()).toBe(2);
    valueOf(await createListApi(aliexpress, deps).openList(list));
    expect(await rows()).toBe(3);
  });

  test('is recorded again once the desk wants it', async () => {
    const { deps, rows, retention } = await aQuietDesk();
    valueOf(await retention.write({ notRecorded: [] }));
    valueOf(await createListApi(amazon, deps).openList(list));
    expect(await rows()).toBe(3);
  });
});
