import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedProduct } from '@/utils/domain/convert/answers/asked-product';
import type { OrderItem } from '@/utils/domain/orders';
import { findAsked } from '@/utils/domain/products/find-asked';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { readTitle } from '@/utils/domain/products/read-title';
import { aCard } from './builders';

describe('a title', () => {
  it.each<readonly [string, AskedProduct]>([
    ["Women's Running Shoes", { category: 'shoes', audience: 'women' }],
    ['Herren Jeans', { category: 'jeans', audience: 'men' }],
    ['女鞋', { category: 'shoes', audience: 'women' }],
    ['Kinder-T-Shirt', { category: 'kids', audience: 'kids' }],
    ['Ring 925', { category: 'ring' }],
    ['Hair dryer 220V', { category: 'other', deviceInput: '220V', deviceKind: 'heating' }],
    ['Damenlaufschuhe leicht', { category: 'shoes', audience: 'women' }],
    ['Dress shoes for men', { category: 'shoes', audience: 'men' }],
    ['Zapatos de vestir para hombre', { category: 'shoes', audience: 'men' }],
    ['Bague en argent femme', { category: 'ring', audience: 'women' }],
    ['Robe chemise pour femme', { category: 'dress', audience: 'women' }],
    ['Tênis masculino de corrida', { category: 'shoes', audience: 'men' }],
    ['Giacca donna impermeabile', { category: 'jacket', audience: 'women' }],
    ['Herenschoenen leer', { category: 'shoes', audience: 'men' }],
    ['Buty damskie sportowe', { category: 'shoes', audience: 'women' }],
    ['Erkek Deri Ayakkabı', { category: 'shoes', audience: 'men' }],
    ['Женские кроссовки', { category: 'shoes', audience: 'women' }],
    ['حذاء نسائي', { category: 'shoes', audience: 'women' }],
    ['メンズ スニーカー', { category: 'shoes', audience: 'men' }],
    ['여성 원피스', { category: 'dress', audience: 'women' }],
    ['男女款 运动鞋', { category: 'shoes', audience: 'unisex' }],
    ['Plus size dress', { category: 'plus' }],
    ['Baby girl dress', { category: 'kids', audience: 'kids' }],
    ['Cotton crop top', { category: 'top' }],
    ['Leather belt', { category: 'belt' }],
  ])('%s says what the product is', (title, product) => expect(readTitle(title)).toEqual(product));

  it.each([
    'Shoe rack 4 tiers',
    'Schuhtrockner',
    'Ring light 10 inch',
    'Phone holder ring',
    '戒指盒',
    '鞋架 多层',
    'Shoe laces, 120 cm',
  ])('%s is not a thing to wear', (title) => expect(readTitle(title)).toEqual({ category: 'other' }));

  it.each([
    'Top Selling Wireless Earbuds',
    'Timing belt for engine X',
    'Steel piston ring set for pump',
    'Parure de lit',
    '',
  ])('%s says nothing', (title) => expect(readTitle(title)).toEqual({}));

  it.each([
    ['LED strip 12V', {}],
    ['18V cordless drill', {}],
    ['USB-C charger 65W 100-240V', { category: 'other', deviceInput: '100-240V', deviceKind: 'electronic' }],
    [
      'Kettle 230V~ 50Hz 2000W',
      { category: 'other', deviceInput: '230V~ 50Hz', deviceWatts: 2000, deviceKind: 'heating' },
    ],
    ['Step down transformer 220V to 110V 500W', {}],
    ['Voltage converter 110V/220V', {}],
    ['Car power inverter 12V to 220V', {}],
    ['Power supply box 220V to 110V', { category: 'other' }],
    ['逆变器 12V转220V', {}],
  ])('%s gives a rating only when it is one for the mains', (title, product) => {
    expect(readTitle(title)).toEqual(product);
  });

  it.each([
    ['EU 42', { sizeSystem: 'EU' }],
    ['Color: Black, Size: US 8', { sizeSystem: 'US' }],
    ['42 EU', { sizeSystem: 'EU' }],
    ['Asian XL', { sizeSystem: 'ASIAN' }],
    ['Red, Ships From: CN', {}],
    ['38', {}],
    ['', {}],
  ])('with the variant %j names the system of its sizes', (variant, system) => {
    expect(readTitle('Sneakers', variant)).toEqual({ category: 'shoes', ...system });
  });

  it.each([
    ['UK Plug', 'G'],
    ['AU plug', 'I'],
    ['EU Plug', undefined],
    ['US plug', undefined],
  ])('with the variant %j names the plug when one letter is meant', (variant, plug) => {
    expect(readTitle('Hair dryer', variant).devicePlug).toBe(plug);
  });

  it('never breaks, and never takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 100 }), (title, variant) => {
        expect(readTitle(title, variant)).toBeTypeOf('object');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the product a message asks about', () => {
  const one = (title: string, change: Partial<OrderItem> = {}, cards: readonly ProductCard[] = []) => ({
    item: { title, ...change },
    cards,
  });
  const shoes = one("Women's running shoes Aria", { productId: 'B0AAAAAAAA', variant: 'EU 38' });
  const lamp = one('Reading lamp Lumo 230V', { productId: 'B0BBBBBBBB' });

  it('is the only one of the order', () => {
    expect(findAsked('Can I have 39?', [shoes])).toEqual({ category: 'shoes', audience: 'women', sizeSystem: 'EU' });
    expect(findAsked('Can I have 39?', [])).toBeUndefined();
    expect(findAsked('Hello', [one('Parure de lit')])).toBeUndefined();
  });

  it('is the one whose words the message names', () => {
    expect(findAsked('Does the lamp work in Japan?', [shoes, lamp])).toMatchObject({ deviceInput: '230V' });
    expect(findAsked('Are the SHOES true to size?', [shoes, lamp])).toMatchObject({ category: 'shoes' });
  });

  it('is nobody knows which when none or all are named', () => {
    expect(findAsked('Does it work in Japan?', [shoes, lamp])).toBeUndefined();
    expect(findAsked('Shoes and lamp please', [shoes, lamp])).toBeUndefined();
  });

  it('is one product when two sizes of it were bought; what differs is not known', () => {
    const other = one("Women's running shoes Aria", { productId: 'B0AAAAAAAA', variant: 'US 8' });
    expect(findAsked('Is it small?', [shoes, other])).toEqual({ category: 'shoes', audience: 'women' });
  });

  it('has what its card says, and the title for the rest', () => {
    const card = aCard({
      values: { sizeOffset: '-0.5', sizeSystem: 'CN_EU_STYLE', deviceWatts: '40', devicePlug: 'E/F' },
    });
    expect(findAsked('?', [one("Women's running shoes", { variant: 'EU 38' }, [card])])).toEqual({
      category: 'shoes',
      audience: 'women',
      sizeSystem: 'CN_EU_STYLE',
      sizeOffset: -0.5,
      deviceWatts: 40,
      devicePlug: 'E/F',
      cardId: 'c1',
    });
  });

  it('has no figure of the title beside a card, which would pass for its own', () => {
    const card = aCard({ values: { devicePlug: 'F' } });
    expect(findAsked('?', [one('Hair dryer 220V 1800W', {}, [card])])).toEqual({
      category: 'other',
      devicePlug: 'F',
      deviceKind: 'heating',
      cardId: 'c1',
    });
  });

  it('has only what several possible cards agree on, and no card', () => {
    const cards = [
      aCard({ id: 'eu', values: { devicePlug: 'F', deviceWatts: '1800' } }),
      aCard({ id: 'uk', values: { devicePlug: 'G', deviceWatts: '1800' } }),
    ];
    expect(findAsked('?', [one('Hair thing', {}, cards)])).toEqual({ deviceWatts: 1800 });
  });
});
