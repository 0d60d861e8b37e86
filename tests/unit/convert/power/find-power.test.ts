import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { brandAs } from '@/utils/domain/ids';
import { makeCountryFinder, type CountryFinder } from '@/utils/domain/convert/power/country-names';
import { makePowerFinder, type FoundPower } from '@/utils/domain/convert/power/find-power';

const codes = Object.keys(conversionTables.mains.countries);
const finders = new Map<string, CountryFinder>();
const findPower = makePowerFinder(conversionTables, (text, lang) => {
  const finder = finders.get(lang) ?? makeCountryFinder(lang, codes, conversionTables.countryAliases);
  finders.set(lang, finder);
  return finder(text);
});
const find = (lang: string, text: string, buyer?: string): FoundPower | null =>
  findPower(text, {
    lang: brandAs<'Lang'>(lang),
    ...(buyer ? { buyerCountry: brandAs<'CountryCode'>(buyer) } : {}),
  });

describe('questions about power', () => {
  test.each<[lang: string, text: string, country: string]>([
    ['en', 'Does it work in Japan?', 'JP'],
    ['de', 'Passt der Stecker in der Schweiz?', 'CH'],
    ['fr', 'Quelle prise pour le Japon ?', 'JP'],
    ['es', '¿Qué enchufe necesito en el Reino Unido?', 'GB'],
    ['it', 'La spina va bene in Svizzera?', 'CH'],
    ['pt', 'A tomada serve no Brasil?', 'BR'],
    ['ru', 'Какая вилка подойдёт в Японии?', 'JP'],
    ['nl', 'Past de stekker in België?', 'BE'],
    ['pl', 'Czy wtyczka pasuje w Wielkiej Brytanii?', 'GB'],
    ['tr', "Fiş Japonya'da uyar mı?", 'JP'],
    ['ar', 'هل القابس مناسب في السعودية؟', 'SA'],
    ['ja', 'イギリスのコンセントで使えますか', 'GB'],
    ['ko', '일본에서 플러그 맞나요?', 'JP'],
    ['zh', '插头在英国能用吗？', 'GB'],
  ])('%s: %s', (lang, text, country) => expect(find(lang, text)?.power.country).toBe(country));

  test('where goods were made is not where they are to work', () => {
    expect(find('en', 'It says made in China, which voltage does it need?', 'DE')?.power.country).toBe('DE');
    expect(find('en', 'It says made in China, does the plug fit in Italy?')?.power.country).toBe('IT');
  });

  test('a plug named by its region', () => {
    expect(find('en', 'Does it work in Germany with a US plug?')).toMatchObject({
      plug: 'A',
      power: { country: 'DE' },
    });
    expect(find('en', 'Does it come with a UK plug?')).toMatchObject({ plug: 'G', power: { country: 'GB' } });
    expect(find('en', 'Does it come with an EU plug?', 'FR')).toMatchObject({ plug: 'E/F', countryFrom: 'buyer' });
    expect(find('en', 'Does it come with an EU plug?')).toBeNull();
  });

  test('names what the device is where the text does', () => {
    expect(find('en', 'Will this hair dryer work in Japan?')?.kind).toBe('heating');
    expect(find('de', 'Läuft der Plattenspieler mit der Spannung in Korea?')?.kind).toBe('synchronous');
    expect(find('en', 'Does it work in Japan?')?.kind).toBeUndefined();
  });

  test.each([
    ['en', 'The charger does not work, I am in Germany.'],
    ['en', 'Thank you for the fast delivery to Japan'],
    ['en', 'What colour is it?'],
  ])('%s: %s asks for nothing', (lang, text) => expect(find(lang, text)).toBeNull());

  test('any text gives a span within it, or nothing', () => {
    const word = fc.constantFrom(
      'voltage',
      'Japan',
      '220V',
      '~',
      '/',
      '110',
      'V',
      'type',
      'G',
      'plug',
      'US',
      'work',
      '?',
      '電圧',
      '日本',
      'вилка',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'ja', 'ru', 'xx'), (given, lang) => {
        const found = find(lang, given, 'DE');
        return !found || (found.start >= 0 && found.end > found.start && found.end <= given.length);
      }),
      { numRuns: 500 },
    );
  });
});
