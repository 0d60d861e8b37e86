import { describe, expect, test } from 'vitest';
import { readText } from '@/utils/domain/convert/reading/read-text';
import { hintsOf, read } from './read-shape';

describe('the size that is wanted comes first', () => {
  test.each<[string, string, readonly string[]]>([
    ['can you send me a 9 instead of the 8.5 please', 'US', ['US 9', 'US 8.5']],
    ['instead of the 8.5 please send a 9', 'US', ['US 9', 'US 8.5']],
    ['swap US 8 for US 9', 'US', ['US 9', 'US 8']],
    ['exchange 38 for 39', 'DE', ['EU 39', 'EU 38']],
    ['38 is too small, I need 39', 'DE', ['EU 39', 'EU 38']],
    ['Bitte 39 statt 38', 'DE', ['EU 39', 'EU 38']],
    ['umtauschen von 38 auf 39', 'DE', ['EU 39', 'EU 38']],
    ['von 38 auf 39 umtauschen', 'DE', ['EU 39', 'EU 38']],
    ['un 39 au lieu du 38', 'FR', ['EU 39', 'EU 38']],
    ['una 39 en lugar de 38', 'ES', ['EU 39', 'EU 38']],
    ['il 39 invece del 38', 'IT', ['EU 39', 'EU 38']],
    ['39 вместо 38', 'RU', ['RU 39', 'RU 38']],
    ['要39码而不是38码', 'CN', ['CN_OLD 39 | CN_EU_STYLE 39', 'CN_OLD 38 | CN_EU_STYLE 38']],
    ['38码换成39码', 'CN', ['CN_OLD 39 | CN_EU_STYLE 39', 'CN_OLD 38 | CN_EU_STYLE 38']],
    ['24.5ではなく25をお願いします', 'JP', ['JP 25', 'JP 24.5']],
    ['38 or 39?', 'DE', ['EU 38', 'EU 39']],
  ])('%s (%s)', (text, country, expected) => expect(read(text, { country, category: 'shoes' })).toEqual(expected));

  test('only what is to be exchanged is marked as not wished', () => {
    const found = readText('size 39 instead of size 38', hintsOf({ country: 'DE', category: 'shoes' }));
    expect(found.map((one) => one.kind === 'size' && one.wished)).toEqual([undefined, false]);
  });

  test.each(['I paid 9 instead of 12 dollars', 'change 2 of the 3 parcels', 'exchange 5 pieces for 6'])(
    '"%s" exchanges no sizes',
    (text) => expect(read(text, { country: 'US' })).toEqual([]),
  );
});
