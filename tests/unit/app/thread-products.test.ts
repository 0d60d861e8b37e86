// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ThreadRequest } from '@/utils/app/api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createSettings } from '@/utils/app/settings';
import { createThreadApi } from '@/utils/app/thread';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, anOrderAlias, valueOf, type Desk } from './desk';
import { shippedAssets } from './shipped-assets';

const aThreadApi = (desk: Desk) =>
  createThreadApi(amazon, {
    ...desk,
    settings: createSettings(desk.deps),
    catalogue: createCatalogue(shippedAssets),
    shelf: createCatalogue(shippedAssets).templates,
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    clock: desk.deps.clock,
    today: () => '2026-11-21',
  });

const order = { orderId: brandAs<'OrderId'>('999-1000001-0000001'), items: [{ title: 'Reading lamp' }] } as const;

const aRequest = (change: Partial<ThreadRequest> = {}): ThreadRequest => ({
  page: 'thread',
  threadKey: brandAs<'ThreadKey'>('case:1'),
  aliases: [anOrderAlias(order.orderId)],
  shop: { name: 'Lumen DE' },
  lastMessage: null,
  direction: 'reply',
  ownMessages: 0,
  order,
  holds: {},
  ...change,
});

describe('the products of the order', () => {
  const shoes = { title: "Women's Running Shoes", productId: 'B0AAAAAAAA', sku: 'ARIA-38', variant: 'EU 38' };
  const lamp = { title: 'Reading lamp', productId: 'B0BBBBBBBB' };
  const ordered = { ...order, items: [shoes, lamp] };
  const known = async () => {
    const desk = aDesk();
    const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
    return { desk, shop };
  };

  it('come with their cards, at most five', async () => {
    const { desk, shop } = await known();
    const card = valueOf(await desk.products.save({ shopId: shop.id, productId: 'B0AAAAAAAA', title: '', values: {} }));
    const rows = Array.from({ length: 7 }, (_, index) => ({
      line: index,
      sku: `V${index}`,
      productId: 'B0BBBBBBBB',
      values: {},
    }));
    valueOf(await desk.products.importRows({ shopId: shop.id, rows }));
    const view = valueOf(await aThreadApi(desk).openThread(aRequest({ order: ordered })));
    expect(view.products).toHaveLength(5);
    expect(view.products[0]).toEqual(card);
  });

  it('of another shop, or of the same title only, are not shown', async () => {
    const { desk } = await known();
    const second = valueOf(await desk.shops.add({ marketplace: aliexpress, name: 'Lumen Ali' }));
    valueOf(await desk.products.save({ shopId: second.id, productId: 'B0AAAAAAAA', title: 'Aria', values: {} }));
    const view = valueOf(await aThreadApi(desk).openThread(aRequest({ order: ordered })));
    expect(view.products).toEqual([]);
  });

  it('get the value that was typed for a reply, on the card of the item in the order', async () => {
    const { desk, shop } = await known();
    const api = aThreadApi(desk);
    valueOf(await api.openThread(aRequest({ order: ordered })));
    const item = { title: 'Something the page made up', productId: 'B0AAAAAAAA', sku: 'ARIA-38' };
    const card = valueOf(await api.keepProductValue({ item, field: 'sizeOffset', value: '+1' }));
    expect(card).toMatchObject({
      shopId: shop.id,
      sku: 'ARIA-38',
      productId: 'B0AAAAAAAA',
      title: "Women's Running Shoes",
      values: { sizeOffset: '1' },
    });
    const more = valueOf(await api.keepProductValue({ item, field: 'material', value: '<b>wool</b>' }));
    expect(more).toEqual({ ...card, values: { sizeOffset: '1', material: '<b>wool</b>' } });
    const view = valueOf(await api.openThread(aRequest({ order: ordered })));
    expect(view.products).toEqual([more]);
  });

  it('of one SKU get a card of their own, and the cards of the listing and of other SKUs stay', async () => {
    const { desk, shop } = await known();
    const api = aThreadApi(desk);
    const values = { devicePlug: 'G', warranty: '2 years' };
    for (const ids of [{ productId: 'B0AAAAAAAA' }, { productId: 'B0AAAAAAAA', sku: 'ARIA-UK' }])
      valueOf(await desk.products.save({ shopId: shop.id, ...ids, title: '', values }));
    const before = await (await desk.db()).products.toArray();
    valueOf(await api.openThread(aRequest({ order: ordered })));
    const kept = valueOf(await api.keepProductValue({ item: shoes, field: 'material', value: 'wool' }));
    expect(kept).toMatchObject({ sku: 'ARIA-38', productId: 'B0AAAAAAAA', values: { material: 'wool' } });
    expect(kept.values).not.toHaveProperty('devicePlug');
    const after = await (await desk.db()).products.toArray();
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
    const view = valueOf(await api.openThread(aRequest({ order: ordered })));
    expect(view.products).toEqual([{ ...kept, values: { material: 'wool', warranty: '2 years' } }]);
  });

  it('of a listing known by one SKU take no plug from its card and give it none', async () => {
    const { desk, shop } = await known();
    const api = aThreadApi(desk);
    const uk = { productId: 'B0BBBBBBBB', sku: 'LAMP-UK', title: '', values: { devicePlug: 'G', warranty: '2 years' } };
    const card = valueOf(await desk.products.save({ shopId: shop.id, ...uk }));
    const request = aRequest({ order: { ...order, items: [{ ...lamp, variant: 'EU plug' }] } });
    const view = valueOf(await api.openThread(request));
    expect(view.products).toEqual([{ ...card, values: { warranty: '2 years' } }]);
    expect(await api.keepProductValue({ item: lamp, field: 'devicePlug', value: 'C' })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'productId' },
    });
    const kept = valueOf(await api.keepProductValue({ item: lamp, field: 'warranty', value: '3 years' }));
    expect(kept.id).not.toBe(card.id);
    expect(kept.sku).toBeUndefined();
    expect(valueOf(await desk.products.read({ id: card.id }))).toEqual(card);
  });

  it.each([
    ['an item of another order', { title: 'x', productId: 'B0CCCCCCCC' }, 'material', 'oak', { kind: 'not-found' }],
    ['an item named by its title', { title: 'Reading lamp' }, 'material', 'oak', { kind: 'not-found' }],
    ['a field no card has', lamp, 'address', 'Main Street 1', { kind: 'invalid', field: 'address' }],
    ['an empty value', lamp, 'material', ' ', { kind: 'invalid', field: 'material' }],
    ['a value that is too long', lamp, 'material', 'x'.repeat(201), { kind: 'invalid', field: 'material' }],
    [
      'an address for mail',
      lamp,
      'warranty',
      'Write to a@b.example',
      { kind: 'invalid', field: 'warranty', why: 'contact' },
    ],
    ['a plug there is not', lamp, 'devicePlug', 'Z', { kind: 'invalid', field: 'devicePlug' }],
  ])('take nothing for %s', async (_, item, field, value, error) => {
    const { desk } = await known();
    const api = aThreadApi(desk);
    valueOf(await api.openThread(aRequest({ order: ordered })));
    expect(await api.keepProductValue({ item, field, value })).toEqual({ ok: false, error });
    expect(await (await desk.db()).products.count()).toBe(0);
  });

  it('take nothing while no conversation is open, or its shop is not known', async () => {
    const { desk } = await known();
    const request = { item: lamp, field: 'material', value: 'oak' };
    expect(await aThreadApi(desk).keepProductValue(request)).toEqual({ ok: false, error: { kind: 'not-found' } });
    valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen FR' }));
    const api = aThreadApi(desk);
    const view = valueOf(await api.openThread(aRequest({ order: ordered, shop: { name: 'Somebody' } })));
    expect(view.shop.kind).toBe('ask');
    expect(await api.keepProductValue(request)).toEqual({ ok: false, error: { kind: 'shop-unknown' } });
  });

  it('take nothing for an item without ids: a title is no identity', async () => {
    const { desk } = await known();
    const api = aThreadApi(desk);
    valueOf(await api.openThread(aRequest()));
    expect(await api.keepProductValue({ item: { title: 'Reading lamp' }, field: 'material', value: 'oak' })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'productId' },
    });
  });
});
