import { describe, expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import type { BuyerPage } from '@/utils/app/buyers-api';
import { buyerTopic } from '@/utils/platform/settings/change-signal';
import { aBuyerAlias, aDesk, aDeskWithBuyer, aName, amazon, anOrderAlias, hour, valueOf, type Desk } from './desk';

const aShop = async (desk: Desk, name = 'Lumen') => valueOf(await desk.shops.add({ marketplace: amazon, name }));

const seeMany = async (desk: Desk, count: number) => {
  const { id: shopId } = await aShop(desk);
  for (let index = 0; index < count; index += 1) {
    valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(`o${index}`)], displayName: `Buyer ${index}` }));
    desk.pass(hour);
  }
  return shopId;
};

describe('finding a buyer', () => {
  test('makes a record for a name never seen and finds it again', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const first = valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias('111-1')] }));
    const again = valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias('111-1')] }));
    expect(first.isNew).toBe(true);
    expect(again).toMatchObject({ isNew: false, buyer: { key: first.buyer.key, shopId, deleted: 0 } });
  });

  test('does not know a buyer by the display name', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias('1'), aName('Ann')], displayName: 'Ann' }));
    expect(await desk.buyers.see({ shopId, aliases: [aName('Ann')], displayName: 'Ann' })).toEqual({
      ok: false,
      error: { kind: 'no-strong-alias' },
    });
  });

  test('keeps the same order number of two shops apart', async () => {
    const desk = aDesk();
    const [one, two] = [await aShop(desk, 'One'), await aShop(desk, 'Two')];
    const first = valueOf(await desk.buyers.see({ shopId: one.id, aliases: [anOrderAlias('1')] }));
    const second = valueOf(await desk.buyers.see({ shopId: two.id, aliases: [anOrderAlias('1')] }));
    expect(second.buyer.key).not.toBe(first.buyer.key);
  });

  test('counts a buyer with a second order as returning', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const first = valueOf(await desk.buyers.see({ shopId, aliases: [aBuyerAlias('B'), anOrderAlias('1')] }));
    const second = valueOf(await desk.buyers.see({ shopId, aliases: [aBuyerAlias('B'), anOrderAlias('2')] }));
    expect([first.header.returning, second.header.returning]).toEqual([false, true]);
    expect(second.buyer.aliases).toEqual(['buyer:B', 'order:1', 'order:2']);
  });

  test('reports both records when a page joins their names, and leaves both as they are', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const byBuyer = valueOf(await desk.buyers.see({ shopId, aliases: [aBuyerAlias('B')] })).buyer;
    const byOrder = valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias('1')] })).buyer;
    const both = valueOf(await desk.buyers.see({ shopId, aliases: [aBuyerAlias('B'), anOrderAlias('1')] }));
    expect(both).toMatchObject({ buyer: byBuyer, alsoHeldBy: [byOrder.key] });
    expect(await (await desk.db()).buyers.get(byOrder.key)).toEqual(byOrder);
  });

  test('makes one record when two tabs see the same buyer at once', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const seen = { shopId, aliases: [anOrderAlias('1')] };
    const [a, b] = await Promise.all([desk.buyers.see(seen), desk.buyers.see(seen)]);
    expect(valueOf(a).buyer.key).toBe(valueOf(b).buyer.key);
  });

  test('writes down the order but neither addresses nor tracking', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const order = {
      orderId: brandAs<'OrderId'>('111-1'),
      items: [{ title: 'Lamp', quantity: 2 }],
      state: 'shipped',
      tracking: 'T9',
      country: brandAs<'CountryCode'>('DE'),
      address: 'Main Street 1',
    } as const;
    const { buyer } = valueOf(await desk.buyers.see({ shopId, aliases: [], order }));
    expect(buyer).toMatchObject({ aliases: ['order:111-1'], country: 'DE' });
    const [row] = await (await desk.db()).orders.toArray();
    expect(row).toMatchObject({ id: `${shopId}:111-1`, buyerKey: buyer.key, state: 'shipped', items: order.items });
    expect(JSON.stringify(row)).not.toMatch(/T9|Main Street/);
  });

  test('writes nothing new when the same page is opened again', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    const order = { orderId: brandAs<'OrderId'>('1'), items: [{ title: 'Lamp' }] };
    const first = valueOf(await desk.buyers.see({ shopId, aliases: [], order }));
    const rows = await (await desk.db()).orders.toArray();
    expect(valueOf(await desk.buyers.see({ shopId, aliases: [], order })).buyer).toEqual(first.buyer);
    expect(await (await desk.db()).orders.toArray()).toEqual(rows);
  });

  test('gives the card numbers and a topic, no text', async () => {
    const { buyer, shop, notes, buyers } = await aDeskWithBuyer();
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'likes blue' }));
    const { header } = valueOf(await buyers.see({ shopId: shop.id, aliases: [anOrderAlias('111-1')] }));
    expect(header).toEqual({
      buyerKey: buyer.key,
      topic: buyerTopic(buyer.key),
      noteCount: 1,
      returning: false,
      isNew: false,
      segments: ['new'],
    });
  });
});

describe('the list of buyers', () => {
  const namesOf = (page: BuyerPage) => page.lines.map(({ buyer }) => buyer.displayName);

  test('pages from the newest to the oldest without gaps or repeats', async () => {
    const desk = aDesk();
    await seeMany(desk, 7);
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(await desk.buyers.page({ filter: {}, limit: 3, ...(cursor ? { cursor } : {}) }));
      seen.push(...namesOf(page));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `Buyer ${index}`));
  });

  test('splits buyers seen at the same moment over pages, each once', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    for (const order of ['1', '2', '3']) valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(order)] }));
    const first = valueOf(await desk.buyers.page({ filter: { shopId }, limit: 2 }));
    const second = valueOf(await desk.buyers.page({ filter: { shopId }, limit: 2, cursor: first.next ?? '' }));
    expect([first.lines.length, second.lines.length, second.next]).toEqual([2, 1, undefined]);
    expect(new Set([...first.lines, ...second.lines].map(({ buyer }) => buyer.key)).size).toBe(3);
  });

  test('holds who stands in all lists that are asked for', async () => {
    const desk = aDesk();
    const shopId = await seeMany(desk, 5);
    const { lines } = valueOf(await desk.buyers.page({ filter: {}, limit: 5 }));
    const keys = lines.map(({ buyer }) => buyer.key);
    valueOf(await desk.buyers.tag({ keys: keys.slice(0, 3), add: ['VIP'] }));
    valueOf(await desk.buyers.setField({ buyerKey: keys[2] ?? keys[0]!, field: 'country', value: 'DE' }));
    const both = valueOf(await desk.buyers.page({ filter: { shopId, tag: 'vip', country: 'DE' }, limit: 5 }));
    expect(namesOf(both)).toEqual(['Buyer 2']);
    expect(valueOf(await desk.buyers.counts())).toMatchObject({
      all: 5,
      'tag:vip': 3,
      'country:DE': 1,
      'segment:new': 5,
    });
  });
});

describe('tags', () => {
  test('are trimmed, kept once, in order, and announced', async () => {
    const { buyer, buyers, announced, db } = await aDeskWithBuyer();
    valueOf(await buyers.tag({ keys: [buyer.key], add: [' b ', 'a', 'b'] }));
    const tagged = await (await db()).buyers.get(buyer.key);
    expect(tagged?.tags).toEqual(['a', 'b']);
    expect(Object.values(tagged?.tagMarks ?? {})).toEqual([
      { hlc: tagged?.hlc, on: 1 },
      { hlc: tagged?.hlc, on: 1 },
    ]);
    expect(announced.at(-1)).toEqual([buyerTopic(buyer.key)]);
  });

  test('know no difference of case: the same tag is not added twice and goes whole', async () => {
    const { buyer, buyers, db } = await aDeskWithBuyer();
    valueOf(await buyers.tag({ keys: [buyer.key], add: ['VIP'] }));
    expect(valueOf(await buyers.tag({ keys: [buyer.key], add: ['vip'] }))).toEqual([]);
    valueOf(await buyers.tag({ keys: [buyer.key], remove: ['vip'] }));
    expect(await (await db()).buyers.get(buyer.key)).toMatchObject({ tags: [], tagMarks: { VIP: { on: 0 } } });
  });

  test.each([[['']], [['x'.repeat(41)]], [Array.from({ length: 21 }, (_, index) => `t${index}`)]])(
    'are refused when empty, too long or too many',
    async (add) => {
      const { buyer, buyers } = await aDeskWithBuyer();
      expect(await buyers.tag({ keys: [buyer.key], add })).toEqual({
        ok: false,
        error: { kind: 'invalid', field: 'tags' },
      });
    },
  );

  test('are given to all that are asked for or to none, however many parts that takes', async () => {
    const desk = aDesk();
    await seeMany(desk, 201);
    const keys = await (await desk.db()).buyers.toCollection().primaryKeys();
    const full = Array.from({ length: 20 }, (_, index) => `t${index}`);
    valueOf(await desk.buyers.tag({ keys: keys.slice(-1), add: full }));
    expect(await desk.buyers.tag({ keys, add: ['VIP'] })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'tags' },
    });
    expect(valueOf(await desk.buyers.counts())['tag:vip']).toBeUndefined();
  });

  test('of an unknown buyer are not found', async () => {
    const desk = aDesk();
    const buyerKey = brandAs<'BuyerKey'>('nobody');
    expect(await desk.buyers.tag({ keys: [buyerKey] })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await desk.buyers.open(buyerKey)).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});
