import { describe, expect, test } from 'vitest';
import { read, type PlainHints } from './read-shape';

describe('sizes inside sentences', () => {
  test.each<[string, PlainHints, readonly string[]]>([
    ['我要XL码', { country: 'CN', category: 'clothing' }, ['CN XL']],
    ['尺码XL', { country: 'CN' }, ['CN XL']],
    ['サイズはLLでお願いします', { country: 'JP', category: 'clothing' }, ['JP LL']],
    ['Ｌサイズを希望します', { country: 'JP', category: 'clothing' }, ['JP L']],
    ['размер М', { country: 'RU', category: 'clothing' }, ['RU M']],
    ['размер С', { country: 'RU', category: 'clothing' }, ['RU S']],
    ['medium please', { country: 'GB', category: 'clothing' }, ['UK M']],
    ['medium please', { country: 'GB', category: 'shoes' }, []],
    ['34DD to EU', { from: 'query' }, ['UK 34DD']],
    ['38 to EU', { country: 'DE', category: 'shoes', from: 'query' }, ['EU 38']],
    ['UK 8 to EU', { category: 'shoes', from: 'query' }, ['UK 8']],
    ['I need size -5', { country: 'US', category: 'shoes' }, ['!US -5']],
  ])('%s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));

  test.each<[string, PlainHints, readonly string[]]>([
    ['size 3 youth', { country: 'US', category: 'shoes' }, ['US 3Y kids']],
    ['youth 3', { country: 'US', category: 'shoes' }, ['US 3Y kids']],
    ['kids size 3', { country: 'US', category: 'shoes' }, ['US 3 | US 3Y kids']],
    ['toddler size 5', { country: 'US', category: 'shoes' }, ['US 5 kids']],
    ['dziecko 6 lat, rozmiar 116', { country: 'PL', category: 'clothing' }, ['EU 116 kids']],
    ['bambino di 7 anni, taglia 122', { country: 'IT', category: 'kids' }, ['EU 122 kids']],
  ])('for children: %s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));
});
