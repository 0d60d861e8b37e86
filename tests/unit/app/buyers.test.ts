import { describe, expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
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
    expect(header).toEqual({ buyerKey: buyer.key, topic: buyerTopic(buyer.key), noteCount: 1, returning: false });
  });
});

describe('the list of buyers', () => {
  test('pages from the newest to the oldest without gaps or repeats', async () => {
    const desk = aDesk();
    await seeMany(desk, 7);
    const seen: (string | undefined)[] = [];
    let after: Parameters<typeof desk.buyers.page>[0]['after'];
    for (let round = 0; round < 4; round += 1) {
      const page = valueOf(await desk.buyers.page({ limit: 3, ...(after ? { after } : {}) }));
      seen.push(...page.map((row) => row.displayName));
      after = page.at(-1)?.lastSeen ?? after;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `Buyer ${index}`));
  });

  test('never splits buyers seen at the same moment over two pages', async () => {
    const desk = aDesk();
    const { id: shopId } = await aShop(desk);
    for (const order of ['1', '2', '3']) valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(order)] }));
    expect(valueOf(await desk.buyers.page({ limit: 2 }))).toHaveLength(3);
    expect(valueOf(await desk.buyers.page({ limit: 2, search: '' }))).toHaveLength(3);
  });

  test.each(['o3', 'BUYER 3', 'wholes'])('finds a buyer by %j', async (search) => {
    const desk = aDesk();
    await seeMany(desk, 5);
    const [three] = valueOf(await desk.buyers.page({ search: 'o3', limit: 5 }));
    if (three === undefined) throw new Error('no buyer o3');
    valueOf(await desk.buyers.setTags({ buyerKey: three.key, tags: ['Wholesale'] }));
    expect(valueOf(await desk.buyers.page({ search, limit: 5 })).map((row) => row.key)).toEqual([three.key]);
  });

  test('pages through what was found', async () => {
    const desk = aDesk();
    await seeMany(desk, 5);
    const first = valueOf(await desk.buyers.page({ search: 'buyer', limit: 2 }));
    const after = first[1]?.lastSeen;
    if (after === undefined) throw new Error('no second row');
    const second = valueOf(await desk.buyers.page({ search: 'buyer', limit: 2, after }));
    expect([...first, ...second].map((row) => row.displayName)).toEqual(['Buyer 4', 'Buyer 3', 'Buyer 2', 'Buyer 1']);
  });
});

describe('tags', () => {
  test('are trimmed, kept once and announced', async () => {
    const { buyer, buyers, announced } = await aDeskWithBuyer();
    const tagged = valueOf(await buyers.setTags({ buyerKey: buyer.key, tags: [' a ', 'b', 'a'] }));
    expect(tagged.tags).toEqual(['a', 'b']);
    expect(tagged.hlc > buyer.hlc).toBe(true);
    expect(announced.at(-1)).toEqual([buyerTopic(buyer.key)]);
  });

  test.each([[['']], [['x'.repeat(41)]], [Array.from({ length: 21 }, (_, index) => `t${index}`)]])(
    'are refused when empty, too long or too many',
    async (tags) => {
      const { buyer, buyers } = await aDeskWithBuyer();
      expect(await buyers.setTags({ buyerKey: buyer.key, tags })).toEqual({
        ok: false,
        error: { kind: 'invalid', field: 'tags' },
      });
    },
  );

  test('of an unknown buyer are not found', async () => {
    const desk = aDesk();
    const buyerKey = brandAs<'BuyerKey'>('nobody');
    expect(await desk.buyers.setTags({ buyerKey, tags: [] })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await desk.buyers.open(buyerKey)).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});
