import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { makeMeasureReader } from '@/utils/domain/convert/measures/read-measures';
import { normalise } from '@/utils/domain/convert/reading/normalise';
import type { QuantityReading, ReadHints } from '@/utils/domain/convert/reading/reading';
import { brandAs } from '@/utils/domain/ids';

const read = makeMeasureReader(measureTables, () => []);
const round = (value: number): number => Number(value.toPrecision(6));

function quantities(text: string, hints: ReadHints): readonly QuantityReading[] {
  return read(text, normalise(text), hints).filter(
    (reading): reading is QuantityReading => reading.kind === 'quantity',
  );
}

/** `value unit` or `value unit > unit asked for`, one per reading. */
const say = (text: string, hints: ReadHints): readonly string[] =>
  quantities(text, hints).map(({ value, unit, to }) => `${round(value)} ${unit}${to ? ` > ${to}` : ''}`);

const query = (lang = 'en', country?: string): ReadHints => ({
  from: 'query',
  lang,
  ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}),
});
const message = (lang: string, country?: string): ReadHints => ({ ...query(lang, country), from: 'message' });

describe('quantities in a typed query', () => {
  test.each<[string, string, ...string[]]>([
    ['en', '30 cm', '30 cm'],
    ['en', '30cm', '30 cm'],
    ['en', '30 cm in inches', '30 cm > in'],
    ['en', '30 cm to in', '30 cm > in'],
    ['en', '30 cm in in', '30 cm > in'],
    ['en', 'how many inches is 30 cm', '30 cm > in'],
    ['en', 'How many inches is 30 cm?', '30 cm > in'],
    ['en', '10 in', '10 in'],
    ['en', '10 in to cm', '10 in > cm'],
    ['en', '10in', '10 in'],
    ['en', '10"', '10 in'],
    ['en', '10 inch', '10 in'],
    ['en', '5-inch', '5 in'],
    ['en', '3/4 inch', '0.75 in'],
    ['en', '1 3/4 in', '1.75 in'],
    ['en', '5 1/2 inches', '5.5 in'],
    ['en', '5½ in', '5.5 in'],
    ['en', '2 lb 3 oz', '35 oz'],
    ['en', '2lb3oz', '35 oz'],
    ['en', '2 lbs', '2 lb'],
    ['en', '2 pounds to kg', '2 lb > kg'],
    ['en', '6 feet 2', '74 in'],
    ['en', "6'2", '74 in'],
    ['en', `6'2"`, '74 in'],
    ['en', '6ft2', '74 in'],
    ['en', '6 ft 2 in', '74 in'],
    ['en', '6 ft', '6 ft'],
    ['en', '11 stone 4', '11 st'],
    ['en', '11 st 4 lb', '158 lb'],
    ['en', '72°F', '72 f'],
    ['en', '72 F', '72 f'],
    ['en', '72 degrees fahrenheit', '72 f'],
    ['en', '20 degrees Celsius', '20 c'],
    ['en', '-5°C', '-5 c'],
    ['en', '-40 f to c', '-40 f > c'],
    ['en', '20C to F', '20 c > f'],
    ['en', '1,200 g', '1200 g'],
    ['en', '1.200 g', '1.2 g'],
    ['en', '1,234.5 kg', '1234.5 kg'],
    ['en', '12 fl oz', '12 fl_oz_us', '12 fl_oz_uk'],
    ['en', '1 gallon', '1 gal_us', '1 gal_uk'],
    ['en', '1 pint in ml', '1 pt_us > ml', '1 pt_uk > ml'],
    ['en', '100 sq ft', '100 ft2'],
    ['en', '100 square feet in m2', '100 ft2 > m2'],
    ['en', '30 x 20 x 10 cm', '30 cm', '20 cm', '10 cm'],
    ['en', '30x20x10cm', '30 cm', '20 cm', '10 cm'],
    ['en', '30-40 cm', '30 cm', '40 cm'],
    ['en', '35 psi', '35 psi'],
    ['en', '60 mph to km/h', '60 mph > kmh'],
    ['en', '500 ml', '500 ml'],
    ['en', '2 cups', '2 cup_us'],
    ['en', '5 jin', '5 jin'],
    ['en', '1 m 20 cm', '120 cm'],
    ['de', '30 cm in Zoll', '30 cm > in'],
    ['de', '10 Zoll', '10 in'],
    ['de', '1,5 l', '1.5 l'],
    ['de', '1.200 g', '1200 g'],
    ['de', '1.234,5 kg', '1234.5 kg'],
    ['de', '5 Pfund', '5 lb'],
    ['de', '20 Grad Celsius', '20 c'],
    ['de', 'wie viel Zoll sind 30 cm', '30 cm > in'],
    ['de', '6 Fuß', '6 ft'],
    ['es', '30 cm en pulgadas', '30 cm > in'],
    ['es', '5 pulgadas', '5 in'],
    ['es', '5 libras', '5 lb'],
    ['es', '¿cuántas pulgadas son 30 cm?', '30 cm > in'],
    ['es', '2 onzas', '2 oz'],
    ['fr', '30 cm en pouces', '30 cm > in'],
    ['fr', '2,5 kg', '2.5 kg'],
    ['fr', '1 200 g', '1200 g'],
    ['fr', '5 livres', '5 lb'],
    ['it', '30 cm in pollici', '30 cm > in'],
    ['it', '5 libbre', '5 lb'],
    ['it', 'quanti pollici sono 30 cm', '30 cm > in'],
    ['pt', '30 cm em polegadas', '30 cm > in'],
    ['pt', '5 onças', '5 oz'],
    ['nl', '30 cm in duim', '30 cm > in'],
    ['nl', '10 inch naar cm', '10 in > cm'],
    ['pl', '30 cm w calach', '30 cm > in'],
    ['pl', '10 cali', '10 in'],
    ['pl', '5 funtów', '5 lb'],
    ['tr', '10 inç', '10 in'],
    ['tr', '30 santim', '30 cm'],
    ['tr', '30 cm kaç inç', '30 cm > in'],
    ['ru', '1.5 л', '1.5 l'],
    ['ru', '1,5 л', '1.5 l'],
    ['ru', '10 дюймов', '10 in'],
    ['ru', '10 дюймов в сантиметрах', '10 in > cm'],
    ['ru', 'сколько дюймов в 30 см', '30 cm > in'],
    ['ru', '5 фунтов', '5 lb'],
    ['ru', '3 унции', '3 oz'],
    ['ru', '72 градуса по Фаренгейту', '72 f'],
    ['zh', '5 斤', '5 jin'],
    ['zh', '5斤', '5 jin'],
    ['zh', '5斤是多少公斤', '5 jin > kg'],
    ['zh', '30厘米等于多少英寸', '30 cm > in'],
    ['zh', '10英寸', '10 in'],
    ['zh', '２尺２', '22 cun'],
    ['zh', '2尺2寸', '22 cun'],
    ['zh', '3公斤', '3 kg'],
    ['zh', '5斤3两', '53 liang'],
    ['zh', '摄氏20度', '20 c'],
    ['zh', '华氏72度', '72 f'],
    ['zh', '20℃', '20 c'],
    ['zh', '100平方米', '100 m2'],
    ['ja', '10インチ', '10 in'],
    ['ja', '10インチは何センチですか', '10 in > cm'],
    ['ja', '30センチ', '30 cm'],
    ['ja', '３０ｃｍ', '30 cm'],
    ['ja', '5ポンド', '5 lb'],
    ['ja', '華氏72度', '72 f'],
    ['ko', '10인치', '10 in'],
    ['ko', '30센티는 몇 인치인가요', '30 cm > in'],
    ['ko', '섭씨 20도', '20 c'],
    ['ko', '30평', '30 pyeong'],
    ['ko', '5파운드', '5 lb'],
    ['ar', '10 بوصة', '10 in'],
    ['ar', '١٠ بوصات', '10 in'],
    ['ar', '30 سم بالبوصة', '30 cm > in'],
    ['ar', 'كم بوصة 30 سم', '30 cm > in'],
    ['ar', '5 رطل', '5 lb'],
    ['ar', '5 كجم', '5 kg'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(say(text, query(lang))).toEqual(expected);
  });

  test.each<[string, string, string, ...string[]]>([
    ['en', 'GB', '1 pint', '1 pt_uk'],
    ['en', 'US', '12 fl oz', '12 fl_oz_us'],
    ['zh', 'TW', '5斤', '5 jin_tw'],
    ['zh', 'HK', '5斤', '5 jin_hk'],
    ['ja', 'JP', '10坪', '10 tsubo'],
    ['zh', 'TW', '10坪', '10 ping'],
  ])('%s: in %s "%s"', (lang, country, text, ...expected) => {
    expect(say(text, query(lang, country))).toEqual(expected);
  });

  test.each([
    '38', '5G router', '10M', 'A4', '1.2.3 cm', 'US 8', 'order 112-3456789-1234567', '$30', '12:30', 'size "10"', '30 in black', '30 grapes', '5 minutes',
  ])('%s is no quantity', (text) => {
    expect(say(text, query())).toEqual([]);
  }); // prettier-ignore
});

describe('quantities in a message', () => {
  test.each<[string, string | undefined, string, ...string[]]>([
    ['en', undefined, 'The box is 30 cm long.'],
    ['en', undefined, 'How many inches is 30 cm?', '30 cm > in'],
    ['en', 'US', 'Is the cable 30 cm long?', '30 cm'],
    ['en', 'US', 'Is the cable 12 inches long?'],
    ['en', 'US', 'what is 30 cm in inches please', '30 cm > in'],
    ['en', 'US', 'is it 2 m or 3 m?'],
    ['en', 'US', 'It weighs 2 kg, is that right?', '2 kg'],
    ['en', 'GB', 'I need 30 cm'],
    ['en', 'GB', 'I need 10 inches'],
    ['en', 'GB', 'it gets up to 200°F', '200 f'],
    ['de', 'DE', 'Ist der Monitor 27 Zoll groß?', '27 in'],
    ['de', 'DE', 'Ist das Kabel 30 cm lang?'],
    ['de', 'DE', 'Wie viel Zoll sind 30 cm?', '30 cm > in'],
    ['de', 'DE', 'Ich habe 2 Stück bestellt, 30 Euro'],
    ['fr', 'FR', 'Il fait 10 pouces ?', '10 in'],
    ['fr', 'FR', "j'ai commandé 3 livres"],
    ['es', 'ES', '¿Mide 10 pulgadas?', '10 in'],
    ['es', 'MX', 'mide 30 cm'],
    ['it', 'IT', 'È lo schermo da 15,6 pollici?', '15.6 in'],
    ['pt', 'BR', 'A tela tem 10 polegadas?', '10 in'],
    ['nl', 'NL', 'Is het 10 inch?', '10 in'],
    ['pl', 'PL', 'Czy ekran ma 10 cali?', '10 in'],
    ['tr', 'TR', 'Ekran 10 inç mi?', '10 in'],
    ['ru', 'RU', 'Экран 10 дюймов?', '10 in'],
    ['ja', 'JP', '画面は10インチですか？', '10 in'],
    ['ko', 'KR', '화면이 10인치인가요?', '10 in'],
    ['ar', 'SA', 'هل الشاشة 10 بوصة؟', '10 in'],
    ['zh', 'CN', '屏幕是10英寸吗？', '10 in'],
    ['zh', 'CN', '我要5斤'],
    ['zh', 'US', '我要5斤', '5 jin'],
    ['en', 'DE', 'I paid 30 pounds for it'],
    ['en', 'DE', 'it weighs 2 lb 3 oz', '35 oz'],
    ['en', 'DE', 'I ordered 2 cups'],
    ['en', 'US', 'arrived after 30 days, order 12345'],
    ['en', 'US', 'I wear size 8 in women'],
    ['en', 'DE', 'I need 3 in black and 4 in red'],
    ['en', 'US', 'Is it 5G or 4G?'],
  ])('%s, buyer in %s: %s', (lang, country, text, ...expected) => {
    expect(say(text, message(lang, country))).toEqual(expected);
  });

  test('the span is what was written, in UTF-16 units of the text as given', () => {
    const text = '👟 wie viel Zoll sind ３０ ｃｍ?';
    const [found] = quantities(text, message('de', 'DE'));
    expect(text.slice(found!.start, found!.end)).toBe('３０ ｃｍ');
    const sizes = quantities('Größe 30 x 20 cm', query('de'));
    expect(sizes.map(({ start, end }) => 'Größe 30 x 20 cm'.slice(start, end))).toEqual(['30', '20 cm']);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom('30', '5½', ' ', 'cm', 'in', "'", '"', 'x', '-', '°F', '斤', '尺', '2', 'lb', 'oz', '12:30', 'Madrid', '3-5', 'business days', '€', '$', '¥', ',', '.', '１２', '١٢', 'дюйм', '/', '3/0', 'İ', '👟', 'pm', 'time', 'Tokyo', '度'); // prettier-ignore
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  test('a pasted table of thousands of quantities is read in linear time', () => {
    const text = '1 cm 2 in '.repeat(5_000);
    const normalised = normalise(text);
    const start = performance.now();
    expect(read(text, normalised, message('en', 'US')).length).toBeLessThanOrEqual(40);
    // Comparing each with all others would take a minute.
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  test('is read without an exception, with spans inside it and finite values', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('query', 'message'),
        fc.constantFrom('US', 'DE', 'JP', undefined),
        (given, from, country) => {
          const hints = { ...query('en', country), from: from };
          return read(given, normalise(given), hints).every(
            (reading) =>
              reading.start >= 0 &&
              reading.end <= given.length &&
              reading.start < reading.end &&
              (!('value' in reading) || Number.isFinite(reading.value)),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  }, 20_000);
});
