import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '@/utils/domain/convert/reading/read-text';
import type { Reading } from '@/utils/domain/convert/reading/reading';
import { hintsOf } from './read-shape';
import { lowestMedian } from '@/tests/speed';

const RUNS = 10_000;
const countries = fc.constantFrom(undefined, 'US', 'GB', 'DE', 'FR', 'JP', 'KR', 'CN', 'BR', 'MX', 'RU', 'SA');
const categories = fc.constantFrom(undefined, 'shoes', 'dress', 'clothing', 'jeans', 'bra', 'ring', 'kids', 'hat', 'other'); // prettier-ignore
const sources = fc.constantFrom(undefined, 'message' as const, 'query' as const);
const hints = fc.record({ country: countries, category: categories, from: sources });

/** Offsets inside the text, in order, and never between the halves of a surrogate pair. */
function isSound(text: string, { start, end }: Reading): boolean {
  const splits = (at: number): boolean =>
    /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  return start >= 0 && start < end && end <= text.length && !splits(start) && !splits(end);
}

const plain = ({ country, category, from }: { country?: string; category?: string; from?: 'message' | 'query' }) =>
  hintsOf({ ...(country ? { country } : {}), ...(category ? { category } : {}), ...(from ? { from } : {}) });

const isFinite = (reading: Reading): boolean =>
  reading.kind !== 'body' || Object.values(reading.measures).every((value) => Number.isFinite(value));

describe('reading any text at all', () => {
  test('never throws and keeps its spans inside random texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), hints, (text, given) =>
        readText(text, plain(given)).every((reading) => isSound(text, reading)),
      ),
      { numRuns: RUNS, seed: 3 },
    );
  });

  test('never throws and keeps its spans around digits, units and words of size', () => {
    const pieces = fc.constantFrom(
      'size', 'EU', 'UK', 'us', 'CN', '38', '5½', '４２', '٤٢', '7 1/8', '24.5', '1,80', 'shoes', 'ring', 'bra', 'jeans', 'W32', 'L34', '34DD', '170/92A', "5'7\"",
      'kg', 'cm', 'mm', 'm', 'lb', 'st', '斤', 'размер', '码', '四十二', '半', 'サイズ', '사이즈', 'مقاس', 'XL', 'M', '2Y', '16W', 'years', 'or', '-', '/', '.', ',', ' ', '\n', 'x', '×', '#', '😀', 'İ', '\u0301', '\ud83d',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), hints, (parts, given) => {
        const text = parts.join('');
        return readText(text, plain(given)).every((reading) => isSound(text, reading) && isFinite(reading));
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });

  test('two sizes never share a place', () => {
    const numbers = fc.constantFrom(
      'EU 38 ',
      'UK 5 ',
      'size 7 ',
      'or ',
      'XL ',
      '34DD ',
      'waist 32 ',
      '180 cm ',
      '75 kg ',
    );
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 8 }), (parts) => {
        const found = readText(parts.join(''), hintsOf({ category: 'clothing' })).filter(({ kind }) => kind === 'size');
        return found.every((reading, at) => at === 0 || (found[at - 1] as Reading).start <= reading.start);
      }),
      { seed: 9 },
    );
  });
});

/** Machines that test changes are slow and busy: the figures are printed, and three times an aim fails. */
const LENIENCY = 3;
const AIM_MS = 0.5;
const AIM_LONG_MS = 100;
const MESSAGE = 'Hi, please check my order 112-1234567-1234567. I wear EU 38 shoes and my foot is 24.5 cm. It came 3 days late, thanks. '; // prettier-ignore

describe('how fast it is read', () => {
  test('2,000 characters take half a millisecond, three times that at most', () => {
    const text = MESSAGE.repeat(20).slice(0, 2000);
    for (let count = 0; count < 300; count += 1) readText(text);
    const median = lowestMedian(() => readText(text), AIM_MS * LENIENCY);
    console.info(`reading 2,000 characters: ${median.toFixed(3)} ms (aim ${AIM_MS} ms)`);
    expect(median).toBeLessThan(AIM_MS * LENIENCY);
  });

  test.each([
    '1-',
    '1 ',
    ' ',
    'EU 38 ',
    '38 or ',
    'ring L ',
    '180 cm 75 kg ',
    '四十二',
    '가',
    'M L S ',
    "5'",
    '1.',
    'a',
  ])('100,000 characters of "%s" take a tenth of a second, three times that at most', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    readText(text);
    const least = lowestMedian(() => readText(text), AIM_LONG_MS * LENIENCY, 1);
    console.info(`100,000 characters of "${piece}": ${least.toFixed(1)} ms (aim ${AIM_LONG_MS} ms)`);
    expect(least).toBeLessThan(AIM_LONG_MS * LENIENCY);
  });
});
