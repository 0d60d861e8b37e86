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
    ['Received size 40 instead of 38', 'DE', ['EU 38', 'EU 40']],
    ['I ordered 38 but received 40', 'DE', ['EU 38', 'EU 40']],
    ['I received 40, please send 41', 'DE', ['EU 41', 'EU 40']],
    ['habe 41 bekommen brauche aber 42', 'DE', ['EU 42', 'EU 41']],
    ['ich möchte die 39 gegen eine 40 tauschen', 'DE', ['EU 40', 'EU 39']],
    ["j'ai reçu du 42, il me faut du 43", 'FR', ['EU 43', 'EU 42']],
    ['me llegó el 40, quiero el 41', 'ES', ['EU 41', 'EU 40']],
    ['Tengo el 38 y me queda pequeño, quiero cambiarlo por un 39', 'ES', ['EU 39', 'EU 38']],
    ['ho ricevuto il 40, vorrei il 41', 'IT', ['EU 41', 'EU 40']],
    ['recebi o 40, preciso do 41', 'BR', ['BR 41', 'BR 40']],
    ['zamówiłam 39 a potrzebuję 40', 'PL', ['EU 40', 'EU 39']],
    ['ik kreeg maat 40 maar wil graag maat 41', 'NL', ['EU 41', 'EU 40']],
    ['заказала 38, а надо 39', 'RU', ['RU 39', 'RU 38']],
    ['пришел 40, нужен 41', 'RU', ['RU 41', 'RU 40']],
    ['39 numarayı 40 ile değiştirmek istiyorum', 'TR', ['EU 40', 'EU 39']],
    ['40 aldım ama 41 istiyorum', 'TR', ['EU 41', 'EU 40']],
    ['اريد استبدال مقاس 40 بمقاس 41', 'SA', ['EU 41', 'EU 40']],
    ['收到40码，要41码', 'CN', ['CN_OLD 41 | CN_EU_STYLE 41', 'CN_OLD 40 | CN_EU_STYLE 40']],
    ['26が届いたので26.5に変えて', 'JP', ['JP 26.5', 'JP 26']],
    ['240 받았는데 245 필요해요', 'KR', ['KR 245', 'KR 240']],
  ])('%s (%s)', (text, country, expected) => expect(read(text, { country, category: 'shoes' })).toEqual(expected));

  test.each<[string, string, readonly string[]]>([
    ['I ordered M, need XL', 'GB', ['UK XL', 'UK M']],
    ['bestellte M brauche L', 'DE', ['EU L', 'EU M']],
    ['收到的是M码，想换L码', 'CN', ['CN L', 'CN M']],
    ['Mサイズが小さいのでLサイズに交換してください', 'JP', ['JP L', 'JP M']],
    ['M 사이즈를 L 사이즈로 교환하고 싶어요', 'KR', ['KR L', 'KR M']],
  ])('letters as well: %s (%s)', (text, country, expected) =>
    expect(read(text, { country, category: 'clothing' })).toEqual(expected),
  );

  test.each(['I received 3, please send 4 more', 'ich habe 5 bestellt, brauche 6 Stück'])(
    'pieces are no sizes: %s',
    (text) => expect(read(text, { country: 'US', category: 'shoes' })).toEqual([]),
  );

  test('only what is to be exchanged is marked as not wished', () => {
    const found = readText('size 39 instead of size 38', hintsOf({ country: 'DE', category: 'shoes' }));
    expect(found.map((one) => one.kind === 'size' && one.wished)).toEqual([undefined, false]);
  });

  test.each(['I paid 9 instead of 12 dollars', 'change 2 of the 3 parcels', 'exchange 5 pieces for 6'])(
    '"%s" exchanges no sizes',
    (text) => expect(read(text, { country: 'US' })).toEqual([]),
  );
});
