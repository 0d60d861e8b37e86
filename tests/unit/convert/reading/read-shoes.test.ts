import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '@/utils/domain/convert/reading/read-text';
import { read as readAll, type PlainHints } from './read-shape';

const read = (text: string, country?: string, hints: PlainHints = {}) =>
  readAll(text, { ...hints, ...(country ? { country } : {}) });

describe('finding shoe sizes in a message', () => {
  test.each<[string, string | undefined, string[]]>([
    ["I'd like to buy the sandals at size 5.5", 'GB', ['UK 5.5']],
    ['UK 5.5 women', undefined, ['UK 5.5 women']],
    ["I need a men's US 10.5 please", undefined, ['US 10.5 men']],
    ['US women 8', 'US', ['US 8 women']],
    ['a U.S. size 9 men', undefined, ['US 9 men']],
    ['EU38.5', 'NL', ['EU 38.5']],
    ['38 EU / 8 US', undefined, ['EU 38', 'US 8']],
    ['US 8 EU 38', undefined, ['US 8', 'EU 38']],
    ['UK 5½', 'GB', ['UK 5.5']],
    ['size 8 and a half in UK size', undefined, ['UK 8.5']],
    ['Do you have these shoes in 5,5 or 6?', 'GB', ['UK 5.5', 'UK 6']],
    ['taille 38 pour ces sandales', 'FR', ['EU 38']],
    ['Je chausse du 41 et demi', 'FR', ['EU 41.5']],
    ['Quelle pointure ? Je fais du 39 en chaussures', 'FR', ['EU 39']],
    ['¿Tenéis el número 39 o 40?', 'ES', ['EU 39', 'EU 40']],
    ['Ich trage Schuhgröße 44', 'DE', ['EU 44']],
    ['Haben Sie die Schuhe in Gr. 42,5?', 'DE', ['EU 42.5']],
    ['Porto il 37 di scarpe', 'IT', ['EU 37']],
    ['calço 39 feminino', 'BR', ['BR 39 women']],
    ['размер 42', 'RU', ['RU 42']],
    ['кроссовки, ношу 43', 'RU', ['RU 43']],
    ['Welke maat? Ik draag maat 43', 'NL', ['EU 43']],
    ['Har ni skorna i storlek 40?', 'SE', ['EU 40']],
    ['Czy są buty w rozmiarze 39?', 'PL', ['EU 39']],
    ['38 numara ayakkabı var mı', 'TR', ['EU 38']],
    ['23.5cmの靴はありますか', 'JP', ['JP 23.5']],
    ['レディース サイズ２４．５', 'JP', ['JP 24.5 women']],
    ['신발 사이즈 245 있나요', 'KR', ['KR 245']],
    ['37码的鞋子还有吗', 'CN', ['CN_OLD 37 | CN_EU_STYLE 37']],
    ['女鞋 235mm', 'CN', ['CN 235 women']],
    ['美码8.5的男鞋', 'CN', ['US 8.5 men']],
    ['مقاس ٤٢ حذاء', 'SA', ['EU 42']],
    ['talla 26 cm', 'MX', ['MX 26']],
    ['my foot is 24.5 cm long', 'US', ['body foot 24.5']],
    ['toddler shoes 10C', 'US', ['US 10C kids']],
    ['shoes for my son, 2Y', 'US', ['US 2Y kids']],
    ['JP 245', undefined, ['JP 24.5']],
    ['Shoes: CN 42', undefined, ['CN_OLD 42 | CN_EU_STYLE 42']],
    ['are the boots in size 8 ok?', 'DE', ['UK 8 | US 8']],
    ['shoes size 42', 'US', ['EU 42 | CN_OLD 42']],
    ['T38 pour les bottes', 'FR', ['EU 38']],
    ['I ordered 3 shoes on 12 May, size 40', 'DE', ['EU 40']],
    ['sandals size 38-39', 'DE', ['EU 38', 'EU 39']],
  ])('%s (%s)', (text, country, expected) => {
    expect(read(text, country)).toEqual(expected);
  });

  test.each([
    ['order 112-1234567-1234567 38 arrived?', 'GB'],
    ['My order number 8123456789012345 has not come', 'ES'],
    ['Bestellung Nr. 42 ist da', 'DE'],
    ['I ordered 2 pairs for $38.50 on 12/05/2026 at 12:30', 'US'],
    ['It cost 39 EUR and I want 40 EUR back', 'DE'],
    ['refund EUR 39 please', 'DE'],
    ['It took 38 days, I waited 5 weeks', 'GB'],
    ['Call me at 020 7946 0958', 'GB'],
    ['only 36% left', 'US'],
    ['die Schuhe kamen am 12.05. um 14:30 Uhr', 'DE'],
    ['модель B07XJ8C8F5 не работает', 'RU'],
    ['a 64 GB card', 'GB'],
    ['it is 38 degrees here', 'GB'],
    ['等了15天，买了2双鞋', 'CN'],
    ['Are these shoes in 2 different colours?', 'GB'],
    ['the insole of the shoe is 25 cm', 'US'],
    ['send us 10 shoes', 'US'],
  ])('reads no size in: %s', (text, country) => {
    expect(read(text, country)).toEqual([]);
  });

  test.each([
    ['размер 42', 'ru', ['RU 42']],
    ['鞋子37码', 'zh', ['CN_OLD 37 | CN_EU_STYLE 37']],
    ['サイズ24', 'ja', ['JP 24']],
    ['размер 42', 'uk', ['EU 42']],
  ])('without a country the language of "%s" (%s) says whose labels are meant', (text, lang, expected) => {
    expect(read(text, undefined, { lang })).toEqual(expected);
    expect(read('size EU 40', undefined, { lang })).toEqual(['EU 40']);
  });

  test.each([
    ['us 10', 'US', ['US 10']],
    ['10.5 wide', 'US', ['US 10.5']],
    ['number 7', 'ZA', ['UK 7']],
  ])('"%s" is a size when the product is known to be a shoe', (text, country, expected) => {
    expect(read(text, country, { category: 'shoes' })).toEqual(expected);
    expect(read(text, country)).toEqual([]);
  });

  test.each(['このケトルは日本の100Vで使えますか。', 'UK 230 V', 'US 60 Hz shoes', 'в Японии 100 вольт'])(
    'reads no size out of a rating: %s',
    (text) => {
      expect(readText(text)).toEqual([]);
    },
  );

  test('takes the number alone for a size in the converter, not in a message', () => {
    expect(read('42', 'DE')).toEqual([]);
    expect(read('42', 'DE', { from: 'query' })).toEqual(['EU 42']);
  });

  test('marks the words and the number in the original text', () => {
    const text = 'Hallo, haben Sie EU ４２½ noch?';
    const [found] = readText(text);
    expect(text.slice(found?.start, found?.end)).toBe('EU ４２½');
  });

  test('says when only the number suggests shoes', () => {
    expect(readText('size 42 please')[0]).toMatchObject({ assumed: true });
    expect(readText('size 42 shoes please')[0]).toMatchObject({ assumed: false });
  });

  test('spans lie inside the text and never run backwards', () => {
    const pieces = fc.constantFrom(
      'size',
      'EU',
      'UK',
      '38',
      '5½',
      '４２',
      'shoes',
      'размер',
      '码',
      '-',
      '/',
      '.',
      ' ',
      'cm',
      'or',
      '😀',
      'İ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        return readText(text, { from: 'query' }).every(
          ({ start, end }) => start >= 0 && start < end && end <= text.length,
        );
      }),
      { seed: 11 },
    );
  });
});
