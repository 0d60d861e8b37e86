import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { convertQuery, findConversions } from '@/utils/domain/convert/find-conversions';
import { brandAs } from '@/utils/domain/ids';

const options: ConversionOptions = {
  lang: 'en',
  replyLang: 'en',
  buyerCountry: brandAs<'CountryCode'>('US'),
  category: 'shoes',
  now: Date.UTC(2026, 10, 23, 9),
};
const shown = (found: ReturnType<typeof convertQuery>): readonly string[] =>
  found.map(({ kind, lines }) => `${kind} ${lines[0]?.value ?? ''}`);

describe('a quantity asked in another unit is no size', () => {
  test.each([
    ['30 cm in inches', 'unit 11.8 in'],
    ['30 cm in mm', 'unit 300 mm'],
    ['30 cm² in m²', 'unit 0.003 m²'],
    ['500 uk gallons in ml', 'unit 2,270,000 mL'],
    ['how many inches is 30 cm', 'unit 11.8 in'],
    ['180 cm in feet', 'unit 5.91 ft'],
  ])('%s', (text, expected) => {
    expect(shown(convertQuery(text, { lang: 'en', replyLang: 'en' }, conversionTables))).toEqual([expected]);
  });

  test.each([
    ['30 cm in kg', 'unit-mismatch'],
    ['5 kg in cm', 'unit-mismatch'],
    ['20 °C in litres', 'unit-mismatch'],
    ['foot 3 cm', 'out-of-range'],
    ['foot 40 cm', 'out-of-range'],
  ])('%s has no answer and says why', (text, why) => {
    const found = convertQuery(text, { lang: 'en', replyLang: 'en' }, conversionTables);
    expect(found.map(({ cannot, lines }) => [cannot, lines])).toEqual([[`convert.cannot.${why}`, []]]);
  });

  test('but a letter behind it may be a size', () => {
    const [found] = convertQuery('180 cm in L', { lang: 'en', replyLang: 'en' }, conversionTables);
    expect(found?.cannot).toBeUndefined();
  });

  test('in a message about shoes too', () => {
    expect(shown(findConversions('how many inches is 30 cm?', options, conversionTables))).toEqual(['unit 11.8 in']);
  });

  test('but a letter of size is no unit, and a foot no foot of length', () => {
    const clothes: ConversionOptions = { ...options, category: 'clothing' };
    const body = findConversions('I am 180 cm and 75 kg, is that in M or in L?', clothes, conversionTables);
    expect(body[0]?.kind).not.toBe('unit');
    expect(convertQuery('foot 24 cm', options, conversionTables)[0]?.kind).toBe('size');
  });

  test('the size that is wanted is answered first', () => {
    const found = findConversions('can you send me a 9 instead of the 8.5 please', options, conversionTables);
    expect(found[0]?.heard).toContain('9');
    expect(found.at(-1)?.heard).toContain('8.5');
  });
});
