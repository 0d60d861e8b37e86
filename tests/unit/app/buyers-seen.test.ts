import { describe, expect, test, vi } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { err } from '@/utils/domain/result';
import { aBuyerAlias, aDesk, amazon, anOrderAlias, hour, valueOf, type Desk } from './desk';

const orderOf = (id: string, facts: object = {}) =>
  ({ orderId: brandAs<'OrderId'>(id), items: [{ title: `Lamp ${id}` }], ...facts }) as const;

const aShopDesk = async () => {
  const desk = aDesk();
  const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
  const see = async (id: string, facts: object = {}) =>
    valueOf(await desk.buyers.see({ shopId, aliases: [], order: orderOf(id, facts) }));
  return { ...desk, shopId, see };
};

const rowOf = async (desk: Pick<Desk, 'db'>, key: string) => (await desk.db()).buyers.get(brandAs<'BuyerKey'>(key));

describe('a record a page shows', () => {
  test('is only read while the page says nothing new, and written once it does', async () => {
    const desk = await aShopDesk();
    await desk.see('1', { state: 'shipped' });
    const opened = vi.spyOn(await desk.db(), 'transaction');
    const modes = () => opened.mock.calls.map(([mode]) => mode);
    const again = await desk.see('1', { state: 'shipped' });
    expect(again).toMatchObject({ isNew: false, alsoHeldBy: [], buyer: { summary: { orders: 1 } } });
    expect(modes()).toEqual(['r']);
    await desk.see('1', { state: 'delivered' });
    expect(modes()).toContain('rw');
    const order = await (await desk.db()).orders.get(`${desk.shopId}:1`);
    expect(order?.state).toBe('delivered');
  });

  test('tells the page its segments, notes and the next promise', async () => {
    const desk = await aShopDesk();
    const { buyer } = await desk.see('1');
    valueOf(await desk.notes.addNote({ buyerKey: buyer.key, text: 'likes blue' }));
    const promises = [{ what: 'refund', dueOn: '2026-03-09' }] as const;
    valueOf(await desk.worklog.keepPromises({ shopId: desk.shopId, buyerKey: buyer.key, promises }));
    const { header } = await desk.see('1');
    expect(header).toMatchObject({ noteCount: 1, isNew: false, segments: ['first-order'], promiseDueOn: '2026-03-09' });
  });

  test('keeps amount and country of an order, and since when it is in its state', async () => {
    const desk = await aShopDesk();
    const country = brandAs<'CountryCode'>('DE');
    await desk.see('1', { state: 'shipped', amount: { value: 5, currency: 'EUR' }, country });
    desk.pass(48 * hour);
    await desk.see('1', { state: 'delivered' });
    const [order] = await (await desk.db()).orders.toArray();
    expect(order).toMatchObject({ state: 'delivered', stateOn: '2026-03-04', amount: { value: 5 }, country });
    expect(order?.clocks?.['state']).toBe(order?.hlc);
    expect(order?.born).not.toBe(order?.hlc);
  });

  test('does not take a name, country or language back that a person has set', async () => {
    const desk = await aShopDesk();
    const shown = { displayName: 'A. Weber', country: brandAs<'CountryCode'>('DE'), lang: 'de' } as const;
    const seen = { shopId: desk.shopId, aliases: [anOrderAlias('1')], ...shown };
    const { key } = valueOf(await desk.buyers.see(seen)).buyer;
    for (const [field, value] of [
      ['displayName', 'Anna Weber'],
      ['country', 'AT'],
    ] as const)
      valueOf(await desk.buyers.setField({ buyerKey: key, field, value }));
    desk.pass(hour);
    const after = valueOf(await desk.buyers.see({ ...seen, lang: 'en' })).buyer;
    expect(after).toMatchObject({ displayName: 'Anna Weber', country: 'AT', lang: 'en' });
    // Taken away by hand, it may be read from a page again.
    valueOf(await desk.buyers.setField({ buyerKey: key, field: 'displayName', value: '' }));
    desk.pass(hour);
    expect(valueOf(await desk.buyers.see(seen)).buyer.displayName).toBe('A. Weber');
  });

  test('does not write down the number of a forgotten buyer on the record of another', async () => {
    const desk = await aShopDesk();
    const seen = (...aliases: Parameters<Desk['buyers']['see']>[0]['aliases']) =>
      desk.buyers.see({ shopId: desk.shopId, aliases });
    const gone = valueOf(await seen(aBuyerAlias('G-7'))).buyer;
    const other = valueOf(await seen(anOrderAlias('1'))).buyer;
    valueOf(await desk.buyers.forget({ keys: [gone.key] }));
    expect(valueOf(await seen(anOrderAlias('1'), aBuyerAlias('G-7'))).buyer.key).toBe(other.key);
    expect((await rowOf(desk, other.key))?.aliases).toEqual(['order:1']);
  });

  test('is tagged as the record it was joined to', async () => {
    const desk = await aShopDesk();
    const [root, child] = [await desk.see('1'), await desk.see('2')];
    valueOf(await desk.buyers.join({ keys: [root.buyer.key, child.buyer.key] }));
    expect(valueOf(await desk.buyers.tag({ keys: [child.buyer.key], add: ['careful'] }))).toEqual([root.buyer.key]);
    expect((await rowOf(desk, root.buyer.key))?.tags).toEqual(['careful']);
  });

  test('gives the root of a joined record, and counts the orders of both', async () => {
    const desk = await aShopDesk();
    const [root, child] = [await desk.see('1'), await desk.see('2')];
    valueOf(await desk.buyers.join({ keys: [root.buyer.key, child.buyer.key] }));
    const again = await desk.see('2');
    expect(again.header).toMatchObject({ buyerKey: root.buyer.key, returning: true, segments: ['repeat'] });
    expect(again.buyer.summary?.orders).toBe(2);
    await desk.see('2', { state: 'shipped' });
    const [, second] = await (await desk.db()).orders.toArray();
    expect(second).toMatchObject({ state: 'shipped', buyerKey: child.buyer.key });
    const view = valueOf(await desk.buyers.open(child.buyer.key));
    expect([view.buyer.key, view.orders.length, view.joined.map(({ key }) => key)]).toEqual([
      root.buyer.key,
      2,
      [child.buyer.key],
    ]);
  });

  test('moves the root up when its joined record writes', async () => {
    const desk = await aShopDesk();
    const [root, child] = [await desk.see('1'), await desk.see('2')];
    valueOf(await desk.buyers.join({ keys: [root.buyer.key, child.buyer.key] }));
    desk.pass(hour);
    await desk.see('3');
    desk.pass(hour);
    await desk.see('2');
    const { lines } = valueOf(await desk.buyers.page({ filter: {}, limit: 5 }));
    expect(lines[0]?.buyer.key).toBe(root.buyer.key);
    expect(lines).toHaveLength(2);
  });

  test('is not recorded again once it was forgotten, neither by a conversation nor by a list', async () => {
    const desk = await aShopDesk();
    const { buyer } = await desk.see('1');
    valueOf(await desk.buyers.forget({ keys: [buyer.key] }));
    const seen = await desk.buyers.see({ shopId: desk.shopId, aliases: [anOrderAlias('1')] });
    expect(seen).toEqual(err({ kind: 'forgotten' }));
    const { keepList } = await import('@/utils/app/keep-list');
    const list = { shopId: desk.shopId, orders: [orderOf('1'), orderOf('2')], events: [], reviewRequest: null };
    const kept = valueOf(await keepList(desk.deps, { ...list, today: '2026-03-02' }));
    expect(kept.kept.orders).toBe(1);
    expect((await (await desk.db()).orders.toArray()).map(({ orderId }) => orderId)).toEqual(['2']);
    expect(await desk.buyers.open(buyer.key)).toEqual(err({ kind: 'forgotten' }));
  });

  test('comes back from the archive in a conversation, but not from a list', async () => {
    const desk = await aShopDesk();
    const { buyer } = await desk.see('1');
    valueOf(await desk.buyers.archive({ keys: [buyer.key] }));
    const { keepList } = await import('@/utils/app/keep-list');
    const list = { shopId: desk.shopId, orders: [orderOf('1')], events: [], reviewRequest: null };
    expect(valueOf(await keepList(desk.deps, { ...list, today: '2026-03-02' })).kept.orders).toBe(0);
    expect(await rowOf(desk, buyer.key)).toBeUndefined();
    expect(valueOf(await desk.buyers.open(buyer.key)).orders).toHaveLength(1);
    const back = await desk.see('1');
    expect(back).toMatchObject({ isNew: false, buyer: { key: buyer.key, archived: 0 } });
    expect(valueOf(await desk.buyers.counts())).toMatchObject({ all: 1 });
  });

  test('does not get a masked name, and keeps the one it has', async () => {
    const desk = await aShopDesk();
    const aliases = [aBuyerAlias('B')];
    valueOf(await desk.buyers.see({ shopId: desk.shopId, aliases, displayName: 'Marta' }));
    const { buyer } = valueOf(await desk.buyers.see({ shopId: desk.shopId, aliases, displayName: 'M***a' }));
    expect(buyer.displayName).toBe('Marta');
  });

  test('gives a field that a page shows a clock, and leaves the others as old as they are', async () => {
    const desk = await aShopDesk();
    const aliases = [aBuyerAlias('B')];
    const first = valueOf(await desk.buyers.see({ shopId: desk.shopId, aliases, displayName: 'Ann' })).buyer;
    desk.pass(hour);
    const country = brandAs<'CountryCode'>('DE');
    const { buyer } = valueOf(await desk.buyers.see({ shopId: desk.shopId, aliases, displayName: 'Ann', country }));
    expect(buyer).toMatchObject({ born: first.hlc, clocks: { country: buyer.hlc } });
    expect(buyer.clocks?.['displayName']).toBeUndefined();
  });
});

describe('saved views', () => {
  test('are kept under their id, changed, and removed', async () => {
    const { buyers } = aDesk();
    const [view] = valueOf(await buyers.saveView({ name: ' At risk ', filter: { segment: 'at-risk' } }));
    expect(view).toMatchObject({ name: 'At risk', filter: { segment: 'at-risk' } });
    const renamed = valueOf(await buyers.saveView({ ...view!, name: 'Careful' }));
    expect(renamed.map(({ name }) => name)).toEqual(['Careful']);
    expect(valueOf(await buyers.savedViews())).toEqual(renamed);
    expect(valueOf(await buyers.removeView({ id: view!.id }))).toEqual([]);
  });

  test('are at most fifty, and each has a name', async () => {
    const { buyers } = aDesk();
    for (let at = 0; at < 50; at += 1) valueOf(await buyers.saveView({ name: `View ${at}`, filter: {} }));
    expect(await buyers.saveView({ name: 'One more', filter: {} })).toEqual(err({ kind: 'invalid', field: 'views' }));
    expect(await buyers.saveView({ name: ' ', filter: {} })).toEqual(err({ kind: 'invalid', field: 'name' }));
    expect(valueOf(await buyers.savedViews())).toHaveLength(50);
  });
});
