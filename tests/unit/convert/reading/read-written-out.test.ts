import { describe, expect, test } from 'vitest';
import { lowerSameLength } from '@/utils/domain/convert/reading/normalise';
import { read, type PlainHints } from './read-shape';

type Row = [string, PlainHints, readonly string[]];

describe('sizes written in words', () => {
  test.each<Row>([
    ['size nine', { country: 'US', category: 'shoes' }, ['US 9']],
    ['do you have size eight and a half in black', { country: 'US', category: 'shoes' }, ['US 8.5']],
    ['Größe acht', { country: 'DE', category: 'glove' }, ['IN 8']],
    ['Größe achteinhalb', { country: 'DE', category: 'glove' }, ['IN 8.5']],
    ['taille six ans', { country: 'FR', category: 'kids' }, ['AGE 6 y kids']],
    ['talla cinco y media', { country: 'MX', category: 'shoes' }, ['MX 5.5']],
    ['numero sei', { country: 'IT', category: 'glove' }, ['IN 6']],
    ['tamanho cinco', { country: 'BR', category: 'kids' }, ['AGE 5 y']],
  ])('%s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));

  test.each([
    'I bought size one of these',
    'nine of them arrived',
    'the size due to shipping',
    'taille très grande',
    'tamanho dos pés',
    'I waited nine days for my shoes',
  ])('"%s" names no size', (text) => expect(read(text, { country: 'US', category: 'shoes' })).toEqual([]));
});

describe('measures of a body as people write them', () => {
  test.each<Row>([
    ['sono alto 1,80 e peso 78 kg', { country: 'IT', category: 'clothing' }, ['body height 180 weight 78']],
    ['tenho 1,70 e 65kg', { country: 'BR', category: 'clothing' }, ['body height 170 weight 65']],
    ['mido 1,65', { country: 'ES', category: 'clothing' }, ['body height 165']],
    ['1m82', { country: 'FR', category: 'clothing' }, ['body height 182']],
    ['5 foot 9', { country: 'US', category: 'clothing' }, ['body height 175.3']],
    ['11 stone 4', { country: 'GB', category: 'clothing' }, ['body weight 71.7']],
    ['I am 5 foot 9 and 11 stone 4', { country: 'GB' }, ['body height 175.3 weight 71.7']],
    ['2尺1', { country: 'CN', category: 'jeans' }, ['body waist 70']],
    ['腰围2尺1寸', { country: 'CN', category: 'jeans' }, ['body waist 70']],
    ['腰围2.1尺', { country: 'CN', category: 'jeans' }, ['body waist 70']],
  ])('%s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));
});

describe('what the forms of the converter write', () => {
  test.each<[string, readonly string[]]>([
    ['EU 41 shirt collar', ['CM 41']],
    ['EU 41 women collar', ['CM 41 women']],
    ['EU 116 kids', ['EU 116 kids']],
    ['EU 116 kids clothes', ['EU 116 kids']],
    ['EU 30 kids', ['EU 30 kids']],
    ['EU 95 women belt', ['CM 95 women']],
    ['US 8 women gloves', ['IN 8 women']],
  ])('%s', (text, expected) => expect(read(text, { from: 'query' })).toEqual(expected));
});

test('two sizes of one sentence are both read', () => {
  const hints = { country: 'DE', category: 'shoes' };
  expect(read('passt mir 42 wenn ich sonst 41,5 habe', hints)).toEqual(['EU 42', 'EU 41.5']);
});

test('lower case keeps every offset', () => {
  expect(lowerSameLength('İSTANBUL')).toHaveLength('İSTANBUL'.length);
  expect(lowerSameLength('ÄÖ1')).toBe('äö1');
});
