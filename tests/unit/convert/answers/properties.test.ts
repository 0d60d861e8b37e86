import fc from 'fast-check';
import { describe, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { Conversion } from '@/utils/domain/convert/conversion';
import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { convertQuery, findConversions } from '@/utils/domain/convert/find-conversions';
import { brandAs } from '@/utils/domain/ids';

const NOW = Date.UTC(2026, 10, 23, 9);
const LANGS = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'tr', 'ru', 'ar', 'zh', 'ja', 'ko', 'sv'] as const;
const COUNTRIES = ['GB', 'US', 'DE', 'FR', 'IT', 'JP', 'KR', 'CN', 'BR', 'MX', 'RU', 'AU', 'SA', 'AQ', 'XX'] as const;

const thing = fc.constantFrom(
  'shoes', 'women shoes', 'dress', 'bra', 'ring', 'hat', 'gloves', 'belt', 'socks', 'jeans', 'shirt', 'kids', '', 'Größe',
  'размер', '尺码', 'サイズ', 'مقاس', 'bust', 'foot', 'voltage', 'Does it work in',
); // prettier-ignore
const system = fc.constantFrom(
  'EU',
  'UK',
  'US',
  'AU',
  'JP',
  'KR',
  'CN',
  'BR',
  'FR',
  'DE',
  'IT',
  'W',
  'Asian',
  '',
  'Japan',
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 400 }).map(String),
  fc.integer({ min: 0, max: 120 }).map((half) => String(half / 2)),
  fc.constantFrom('XL', '2XL', '34DD', '75E', 'L½', '7 1/8', '170/92A', '170 cm 65 kg', 'W32 L34', '220V', '120V/240V'),
);
const unit = fc.constantFrom('', 'cm', 'mm', 'in', 'kg', 'lb', 'V', '°F', 'fl oz', 'working days to Spain', '€');
const query = fc.tuple(thing, system, number, unit).map((parts) => parts.join(' '));

const options = fc.record({
  lang: fc.constantFrom(...LANGS),
  replyLang: fc.constantFrom(...LANGS),
  country: fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined }),
  offset: fc.option(fc.constantFrom(1, -1, 0.5, 3, -40), { nil: undefined }),
  device: fc.option(fc.constantFrom('100-240V', '220V~ 1800W', '5V 2A USB', 'nonsense'), { nil: undefined }),
});

type Known = typeof options extends fc.Arbitrary<infer T> ? T : never;
const optionsOf = ({ lang, replyLang, country, offset, device }: Known): ConversionOptions => ({
  lang,
  replyLang,
  now: NOW,
  ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}),
  product: { ...(offset ? { sizeOffset: offset } : {}), ...(device ? { deviceInput: device } : {}) },
});

const BROKEN = /\{\{|undefined|NaN|null|\[object|convert\.| {2}|^\s|\s$/u;

/** What is wrong with an answer; plain conditions, because ten thousand queries make a hundred thousand of them. */
function wrongWith(one: Conversion, text: string): readonly string[] {
  const { kind, cannot, insertText, lines, heard, start, end, values = {}, warnings } = one;
  const shown = [heard, ...lines.flatMap(({ value, range = '' }) => [value, range])];
  const wrong = (is: boolean, what: string): readonly string[] => (is ? [`${what}: ${JSON.stringify(one)}`] : []);
  return [
    ...wrong(
      [insertText, ...Object.values(values)].some((said) => BROKEN.test(said)),
      'a hole in what is said',
    ),
    ...wrong(
      shown.some((text) => /undefined|NaN|\{\{/u.test(text)),
      'a hole in what is shown',
    ),
    ...wrong(!(start >= 0 && start <= end && end <= text.length), 'a span outside the text'),
    ...wrong(!warnings.every((warning) => /^convert\.warning\.[a-zA-Z]+$/u.test(warning)), 'a warning without a key'),
    // What cannot be answered says why and inserts nothing; what can has a line to show and words to insert.
    ...(kind === 'cannot'
      ? wrong(!/^convert\.cannot\.[a-z-]+$/u.test(cannot ?? '') || lines.length > 0 || insertText !== '', 'a refusal')
      : wrong(cannot !== undefined || lines.length === 0 || insertText === '', 'an answer without words')),
  ];
}

const check = (found: readonly Conversion[], text: string): void => {
  const problems = found.flatMap((one) => wrongWith(one, text));
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

describe('answers to anything', () => {
  test('typed queries: whole texts, never a hole, a key or a number that is none', { timeout: 90_000 }, () => {
    fc.assert(
      fc.property(query, options, (text, known) => check(convertQuery(text, optionsOf(known), conversionTables), text)),
      { numRuns: 10_000 },
    );
  });

  test('any string is no error, neither typed nor written by a buyer', { timeout: 90_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), options, (text, known) => {
        check(convertQuery(text, optionsOf(known), conversionTables), text);
        const found = findConversions(text, optionsOf(known), conversionTables);
        check(found, text);
        if (found.length > 4) throw new Error('more than the bar has room for');
      }),
      { numRuns: 3_000 },
    );
  });
});
