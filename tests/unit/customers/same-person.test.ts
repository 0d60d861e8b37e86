import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonGround, isTellingName, pairOf, rootOf } from '@/utils/domain/customers/same-person';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';

const key = (name: string) => brandAs<'BuyerKey'>(name);
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Any way in which records may have been joined on machines that did not know of each other: chains, trees, circles. */
const joins = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', ...names));

const parentIn = (table: Readonly<Record<string, string>>) => (of: BuyerKey) => table[of] as BuyerKey | '' | undefined;

describe('the root of a joined record', () => {
  test('of a record that was not joined is the record itself', () => {
    expect(rootOf(key('a'), () => undefined)).toBe('a');
    expect(rootOf(key('a'), () => '')).toBe('a');
  });

  test('is the end of a chain', () => {
    expect(rootOf(key('a'), parentIn({ a: 'b', b: 'c' }))).toBe('c');
  });

  test('of a circle is its smallest key, from every record of it and from those before it', () => {
    const parentOf = parentIn({ x: 'd', d: 'c', c: 'b', b: 'd' });
    expect(['x', 'd', 'c', 'b'].map((one) => rootOf(key(one), parentOf))).toEqual(['b', 'b', 'b', 'b']);
    expect(rootOf(key('a'), parentIn({ a: 'a' }))).toBe('a');
  });

  test('is the same for a record and the one it was joined to, whatever was joined', () => {
    fc.assert(
      fc.property(joins, fc.constantFrom(...names), (table, name) => {
        const parentOf = parentIn(table);
        const parent = parentOf(key(name));
        fc.pre(Boolean(parent));
        expect(rootOf(key(name), parentOf)).toBe(rootOf(key(parent || name), parentOf));
      }),
      { numRuns: 10_000 },
    );
  });

  test('is its own root, whatever was joined', () => {
    fc.assert(
      fc.property(joins, fc.constantFrom(...names), (table, name) => {
        const root = rootOf(key(name), parentIn(table));
        expect(rootOf(root, parentIn(table))).toBe(root);
      }),
      { numRuns: 10_000 },
    );
  });

  test('does not depend on the order in which machines have heard of the joins', () => {
    fc.assert(
      fc.property(joins, (table) => {
        const turned = Object.fromEntries(Object.entries(table).reverse());
        expect(names.map((one) => rootOf(key(one), parentIn(turned)))).toEqual(
          names.map((one) => rootOf(key(one), parentIn(table))),
        );
      }),
    );
  });
});

describe('what suggests the same person', () => {
  const aBuyer = (change: Partial<Parameters<typeof commonGround>[0]> = {}) => ({
    shopId: brandAs<'ShopId'>('shop-1'),
    displayName: 'Jana Nováková',
    country: brandAs<'CountryCode'>('CZ'),
    aliases: ['order:1'],
    ...change,
  });

  test('is the name with the country, whatever the letter case and the width', () => {
    expect(commonGround(aBuyer(), aBuyer({ displayName: 'JANA  NOVÁKOVÁ ', aliases: [] }))).toEqual([
      'name',
      'country',
    ]);
    expect(commonGround(aBuyer({ displayName: 'Ｌｅｎａ' }), aBuyer({ displayName: 'lena', aliases: [] }))).toEqual([
      'name',
      'country',
    ]);
  });

  test('is a number of an order or a buyer that both have', () => {
    const other = aBuyer({ displayName: 'Somebody Else', country: brandAs<'CountryCode'>('DE') });
    expect(commonGround(aBuyer(), other)).toEqual(['shared-alias']);
  });

  test.each([
    ['the name alone', { country: brandAs<'CountryCode'>('DE') }],
    ['the country alone', { displayName: 'Petr Novák' }],
    ['a name that is only like it', { displayName: 'Jana Novákov' }],
    ['anything in another shop', { shopId: brandAs<'ShopId'>('shop-2'), aliases: ['order:1'] }],
  ])('is not %s', (_, change) => {
    expect(commonGround(aBuyer(), aBuyer({ aliases: [], ...change }))).toBeNull();
  });

  test.each(['J***a', 'J.', 'A', '', undefined, 'Amazon Customer', 'Amazon Kunde', 'AliExpress Shopper', '买家', 'J…'])(
    'is never a name like %j',
    (displayName) => {
      expect(isTellingName(displayName)).toBe(false);
      expect(commonGround(aBuyer({ displayName }), aBuyer({ displayName, aliases: [] }))).toBeNull();
    },
  );

  test('is remembered as a pair in either order', () => {
    expect(pairOf(key('b'), key('a'))).toBe(pairOf(key('a'), key('b')));
    expect(pairOf(key('a'), key('b'))).not.toBe(pairOf(key('a'), key('c')));
  });
});
