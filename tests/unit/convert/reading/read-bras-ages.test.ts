import { describe, expect, test } from 'vitest';
import { read, type PlainHints } from './read-shape';

type Row = [string, PlainHints, readonly string[]];

describe('bras with the cup first or named by a word', () => {
  test.each<Row>([
    ['C75', { country: 'JP', category: 'bra' }, ['JP 75C']],
    ['C75', { country: 'KR', from: 'query' }, ['KR 75C']],
    ['ブラのC75', { country: 'JP' }, ['JP 75C']],
    ['B70のブラ', { country: 'JP' }, ['JP 70B']],
    ['75B的文胸', { country: 'CN' }, ['CN 75B']],
    ['talla 95 copa B', { country: 'ES' }, ['FR 95B']],
    ['bonnet C tour 90', { country: 'FR' }, ['FR 90C']],
    ['taille 90 bonnet C', { country: 'FR' }, ['FR 90C']],
    ['coppa C terza', { country: 'IT' }, ['IT 3C']],
    ['75 Cup C', { country: 'DE' }, ['EU 75C']],
    ['Cup C 75', { country: 'DE' }, ['EU 75C']],
  ])('%s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));

  test.each(['model C75 charger', 'a cup of tea for 75 people', 'Cup A is 7 cm wide'])('"%s" is no bra', (text) =>
    expect(read(text, { country: 'DE' })).toEqual([]),
  );
});

describe('ages of children', () => {
  test.each<Row>([
    ['age 7-8', { country: 'GB', category: 'kids' }, ['AGE 7-8 y kids']],
    ['aged 5', { country: 'GB', category: 'kids' }, ['AGE 5 y kids']],
    ['kids clothes age 5', { country: 'GB' }, ['AGE 5 y kids']],
    ['dziecko 5 lat, 116 cm', { country: 'PL', category: 'kids' }, ['AGE 5 y kids', 'EU 116 kids']],
    ['5歳', { country: 'JP', category: 'kids' }, ['AGE 5 y kids']],
    ['для ребёнка 6 лет', { country: 'RU' }, ['AGE 6 y kids']],
    ['für 4 Jahre', { country: 'DE', category: 'kids' }, ['AGE 4 y kids']],
    ['6 años', { country: 'ES', category: 'kids' }, ['AGE 6 y kids']],
    ['my daughter is a size 12', { country: 'US', category: 'kids' }, ['US 12 kids']],
  ])('%s %j', (text, hints, expected) => expect(read(text, hints)).toEqual(expected));

  test.each<[string, PlainHints]>([
    ['my daughter is 12', { country: 'US', category: 'clothing' }],
    ['My daughter is 12 and she loves the dress', { country: 'US', category: 'clothing' }],
    ['I have used it for 5 years', { country: 'US', category: 'clothing' }],
    ['my son is 5 years old and broke the lamp', { country: 'US' }],
  ])('"%s" %j asks for no size', (text, hints) => expect(read(text, hints)).toEqual([]));
});

describe('counts and ratings', () => {
  test.each(['5 of 10', 'I got 5 of 10', '9 of 10 people liked it', '5 out of 10', '5 von 10', '8 sur 10', '7 of 9'])(
    '"%s" names no size',
    (text) => expect(read(text, { country: 'US', category: 'shoes' })).toEqual([]),
  );

  test('the Dutch "of" joins two sizes', () => {
    expect(read('maat 38 of 39', { country: 'NL', category: 'shoes' })).toEqual(['EU 38', 'EU 39']);
  });
});
