// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import type { ThreadRequest } from '@/utils/app/api';
import { createThreadContext } from '@/utils/app/thread-context';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, anOrderAlias, valueOf, type Desk } from './desk';

const order = brandAs<'OrderId'>('123-4567890-1234567');

const aRequest = (change: Partial<ThreadRequest> = {}): ThreadRequest => ({
  page: 'contact',
  threadKey: brandAs<'ThreadKey'>('contact:1'),
  aliases: [anOrderAlias(order)],
  shop: { name: 'Lumen DE' },
  lastMessage: null,
  direction: 'proactive',
  ownMessages: 0,
  order: { orderId: order, items: [], state: 'shipped' },
  holds: {},
  ...change,
});

const anOpenThread = async (desk: Desk, request = aRequest(), market = amazon) => {
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  const { buyer } = valueOf(
    await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias(order)], order: request.order }),
  );
  const context = createThreadContext(market, { ...desk, clock: desk.deps.clock });
  context.opened(request, { buyerKey: buyer.key, buyerLang: { lang: 'de', sure: true, from: 'page' } });
  const review = async (text: string, lang = 'en') => {
    const { findings, unknown } = await context.review(text, lang, checkerOf(lang));
    return { found: findings.map(({ rule }) => rule), unknown: unknown.map(({ rule }) => rule) };
  };
  return { context, review, buyer, shop };
};

const ASKING = 'Would you leave a review of the lamp?';

describe('the context rules of an open conversation', () => {
  it('stop a review request while the parcel travels, and say what they do not know', async () => {
    const { review } = await anOpenThread(aDesk());
    const { found, unknown } = await review(ASKING);
    expect(found).toEqual(expect.arrayContaining(['ctx-too-early', 'ctx-wrong-language']));
    expect(unknown).toEqual(expect.arrayContaining(['ctx-already-reviewed', 'ctx-opted-out']));
    expect(unknown).not.toContain('ctx-second-request');
  });

  it('ask nothing about reviews of a message that has none in it', async () => {
    const { review } = await anOpenThread(aDesk());
    expect((await review('Ihre Lampe hat sich um zwei Tage verspätet.', 'de')).found).toEqual([]);
  });

  it('remember a request that was sent', async () => {
    const desk = aDesk();
    const { context, review, buyer, shop } = await anOpenThread(desk);
    await review(ASKING);
    expect(context.takeSentKind()).toBe('review-request');
    await desk.worklog.write({
      what: 'sent',
      shopId: shop.id,
      buyerKey: buyer.key,
      orderId: order,
      kind: 'review-request',
    });
    expect((await review(ASKING)).found).toContain('ctx-second-request');
  });

  it('count an answer as an answer', async () => {
    const request = aRequest({ page: 'thread', direction: 'reply', lastMessage: { text: 'Wo ist mein Paket?' } });
    const { context, review } = await anOpenThread(aDesk(), request);
    expect((await review('Es kommt am Montag an.', 'de')).found).toEqual([]);
    expect(context.takeSentKind()).toBe('reply');
  });

  it('do not remind somebody of the answer that is being written', async () => {
    const desk = aDesk();
    const at = new Date(Date.parse(desk.deps.clock.now()) - 25 * 3_600_000).toISOString();
    const request = aRequest({ page: 'thread', direction: 'reply', lastMessage: { text: 'Hallo?', at } });
    const { review } = await anOpenThread(desk, request);
    expect((await review('Guten Tag, wir helfen gern.', 'de')).found).toEqual([]);
  });

  it('are silent about an empty box', async () => {
    const { review } = await anOpenThread(aDesk());
    expect(await review('  ')).toEqual({ found: [], unknown: [] });
  });

  it('refuse to ask a buyer of AliExpress to change a review a second time', async () => {
    const desk = aDesk();
    const asking = 'Could you please change your review now that it is solved?';
    const request = aRequest({ page: 'thread', direction: 'reply', lastMessage: { text: 'Thanks.' } });
    const { context, review, buyer, shop } = await anOpenThread(desk, request, aliexpress);
    expect((await review(asking)).found).not.toContain('ctx-repeated-change-request');
    const kind = context.takeSentKind();
    expect(kind).toBe('review-change-request');
    await desk.worklog.write({ what: 'sent', shopId: shop.id, buyerKey: buyer.key, ...(kind ? { kind } : {}) });
    expect((await review(asking)).found).toContain('ctx-repeated-change-request');
    expect((await review('We have sent you a new lamp.')).found).not.toContain('ctx-repeated-change-request');
    expect(context.takeSentKind()).toBe('reply');
  });
});
