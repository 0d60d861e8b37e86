import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { brandAs } from '@/utils/domain/ids';
import { makeCountryFinder, type CountryFinder } from '@/utils/domain/convert/power/country-names';
import { makePowerFinder, type FoundPower } from '@/utils/domain/convert/power/find-power';
import { lowestMedian } from '@/tests/speed';

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

  test.each<[text: string, buyer: string | undefined, country: string | undefined]>([
    ['I bought this in Germany. Will the plug fit in the UK? Thanks from Germany', undefined, 'GB'],
    ['Does the plug fit in the UK? Thanks from Germany', 'DE', 'GB'],
    ['I live in Germany. Which plug do I need for my trip to Japan?', 'DE', 'JP'],
    ['It was bought in China, is the voltage right?', 'DE', 'DE'],
    ['Will the plug fit in New Mexico?', undefined, undefined],
    ['Will the plug fit in New England?', undefined, undefined],
    ['Does the voltage suit in New South Wales?', undefined, undefined],
    ['Does the plug fit in New Hampshire?', 'US', 'US'],
    ['Will the plug fit in New York?', undefined, 'US'],
    ['Does it work in Georgia?', 'US', undefined],
    ['Does the plug fit in Georgia?', 'US', undefined],
    ['Does the plug fit in Tbilisi, Georgia?', 'US', 'GE'],
    ['Does the plug fit in Georgia?', 'DE', 'GE'],
  ])('%s (buyer %s): %s', (text, buyer, country) => expect(find('en', text, buyer)?.power.country).toBe(country));

  test('two countries of one sentence are both asked about', () => {
    const found = find('en', 'Does the plug fit in the UK and in Germany?');
    expect([found?.power, ...(found?.others ?? [])].map((power) => power?.country)).toEqual(['GB', 'DE']);
    expect(find('en', 'Does the plug fit in the UK?')?.others).toBeUndefined();
  });

  test.each([
    'My plug is broken',
    'My plug is broken, can I get a refund?',
    'Is the spark plug included?',
    'Do you have ear plugs in black?',
    'Is the butt plug silicone?',
    'Does the drain plug fit the sink?',
    'Does the socket wrench come with a case?',
    'Is this a socket set?',
    'Je cherche un produit pour la prise de poids ?',
    'Est-ce bon pour la tension artérielle ?',
    'Can you type a message to me?',
    'Is the USB type C cable long?',
  ])('%s is not about the mains', (text) => expect(find('en', text, 'DE')).toBeNull());

  test.each<[text: string, plug: string | undefined]>([
    ['Does the type C charger work in the UK?', undefined],
    ['Does the USB type C cable have the right voltage for the UK?', undefined],
    ['Can you type a message about the voltage in the UK?', undefined],
    ['Does it need a type G plug in the UK?', 'G'],
    ['Is the plug type C right for the UK?', 'C'],
    ['C型插头在英国能用吗？', 'C'],
  ])('%s names plug %s', (text, plug) => {
    const found = find('en', text);
    expect(found?.power.country).toBe('GB');
    expect(found?.plug).toBe(plug);
  });

  test.each<[text: string, watts: number | undefined]>([
    ['Does the hair dryer 1800W 220V work in Japan?', 1800],
    ['Does the 220V 1.8 kW kettle work in Japan?', 1800],
    ['Is 60 W or 100 W right for the voltage in Japan?', undefined],
  ])('%s names %s watts', (text, watts) => expect(find('en', text)?.watts).toBe(watts));

  test.each(['220V to 110V transformer for Japan?', 'Does it go from 220V to 110V in Japan?'])(
    '%s names no rating',
    (text) => expect(find('en', text)?.label).toBeNull(),
  );

  test('repeats of digits, blanks and signs are read in time', () => {
    const pieces = [
      '220V 50  ', '220 ', '220V ', '50  ', ' ', '220-', '220V/', '~', '- ', '5', '1800W ', 'plug ', 'type C ', 'voltage? ',
      'need an ', 'prise de ', 'Japan ', 'from ', 'new ', '\u00a0', 'か', '電圧', 'v', 'UK, ', '220V to ',
    ]; // prettier-ignore
    for (const piece of pieces)
      for (const text of [piece.repeat(100_000 / piece.length), `220${piece.repeat(100_000 / piece.length)}x`]) {
        find('en', text.slice(0, 200), 'DE');
        const took = lowestMedian(() => find('en', text, 'DE'), 100, 1);
        expect.soft(took, JSON.stringify(piece)).toBeLessThan(100);
      }
    expect(lowestMedian(() => find('en', '220V ' + '50  '.repeat(20) + 'x', 'DE'), 100, 1)).toBeLessThan(100);
  });

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
