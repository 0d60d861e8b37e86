// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { createCatalogue } from '@/utils/app/catalogue';
import type { ThreadRequest } from '@/utils/app/api';
import { createThreadGuards } from '@/utils/app/thread-guards';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, amazon, anOrderAlias, valueOf, type Desk } from './desk';

const files = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [file.relativeDest, file.contents]),
);
const catalogue = createCatalogue({
  json: async (path) => JSON.parse(files.get(path) ?? 'null') as unknown,
  bytes: () => Promise.reject(new Error('no weights here')),
});

const ours = brandAs<'OrderId'>('123-4567890-1234567');
const theirs = brandAs<'OrderId'>('111-2222222-3333333');
const written = { lang: 'en', confidence: 1, sure: true };

const aRequest = (message: string): ThreadRequest => ({
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [anOrderAlias(ours)],
  shop: { name: 'Lumen DE' },
  buyerName: 'Lena',
  lastMessage: { text: message },
  direction: 'reply',
  ownMessages: 0,
  order: { orderId: ours, items: [] },
  holds: {},
});

const anOpenThread = async (desk: Desk, message = 'Where is my parcel?') => {
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  await desk.shops.add({ marketplace: amazon, name: 'Nordlicht Handel' });
  await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias(theirs)], displayName: 'Peter' });
  const { buyer } = valueOf(
    await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias(ours)], displayName: 'Lena' }),
  );
  const guards = createThreadGuards(amazon, { ...desk, catalogue, today: () => '2026-11-18' });
  const conversation = {
    shop: { kind: 'known', shop } as const,
    buyerKey: buyer.key,
    buyerLang: { lang: 'en', sure: true, from: 'text' } as const,
  };
  const open = () => guards.opened(aRequest(message), conversation);
  return { guards, open, buyer };
};

const rulesIn = (review: { readonly guards: readonly { readonly rule: string }[] }) =>
  review.guards.map(({ rule }) => rule);

describe('the guards of an open conversation', () => {
  it("block another buyer's order and another of our shops", async () => {
    const { guards, open } = await anOpenThread(aDesk());
    await open();
    const order = await guards.review(`Your order ${theirs} is on its way.`, 'en', written);
    expect(rulesIn(order)).toEqual(['guard-foreign-order']);
    expect(order.guards[0]).toMatchObject({ severity: 'block', known: ours, fixes: [{ replacement: ours }] });
    const shop = await guards.review('Kind regards, Nordlicht Handel', 'en', written);
    expect(rulesIn(shop)).toEqual(['guard-shop']);
  });

  it('are silent about what belongs to this conversation', async () => {
    const { guards, open } = await anOpenThread(aDesk());
    await open();
    const review = await guards.review(`Dear Lena, order ${ours} is on its way. Lumen DE`, 'en', written);
    expect(review.guards).toEqual([]);
  });

  it('keep the promises of the last review once it was sent, each once', async () => {
    const desk = aDesk();
    const { guards, open, buyer } = await anOpenThread(desk);
    await open();
    for (let time = 0; time < 2; time += 1) {
      await guards.review('We will refund you tomorrow.', 'en', written);
      await guards.sent();
    }
    await guards.sent();
    const rows = await (await desk.db()).promises.toArray();
    expect(rows).toMatchObject([{ buyerKey: buyer.key, what: 'refund', dueOn: '2026-11-19', done: 0, deleted: 0 }]);
  });

  it('log once that a message needs a person, with its category and without its text', async () => {
    const desk = aDesk();
    const { open } = await anOpenThread(desk, 'The charger caught fire during the night.');
    expect(await open()).toMatchObject({ kind: 'fire' });
    await open();
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'escalated');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.detail).toEqual({ category: 'fire' });
    expect(JSON.stringify(lines)).not.toContain('charger');
  });

  it('do not log that somebody is ill', async () => {
    const desk = aDesk();
    const { open } = await anOpenThread(desk, 'I had an allergic reaction after using the cream.');
    expect(await open()).toMatchObject({ kind: 'health' });
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'escalated');
    expect(lines[0]?.detail).toEqual({});
  });
});
