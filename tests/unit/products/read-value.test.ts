import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productFields } from '@/utils/domain/products/product-card';
import { putValues } from '@/utils/domain/products/put-values';
import { readValue } from '@/utils/domain/products/read-value';
import { aCard } from './builders';

describe('a value', () => {
  it.each([
    ['deviceInput', ' 100-240V~  50/60Hz ', '100-240V~ 50/60Hz'],
    ['deviceWatts', '1800', '1800'],
    ['deviceWatts', '1800 W', '1800'],
    ['deviceWatts', '１８００瓦', '1800'],
    ['deviceWatts', '1.8kW', '1800'],
    ['deviceWatts', '0,5 W', '0.5'],
    ['devicePlug', 'g', 'G'],
    ['devicePlug', 'Type I', 'I'],
    ['devicePlug', 'E + F', 'E/F'],
    ['devicePlug', 'CEE 7/7', 'E/F'],
    ['devicePlug', 'UK plug', 'G'],
    ['sizeCategory', 'Shirt collar', 'shirt_collar'],
    ['sizeSystem', 'cn eu-style', 'CN_EU_STYLE'],
    ['sizeOffset', '+1', '1'],
    ['sizeOffset', '−0.5', '-0.5'],
    ['sizeOffset', '½', '0.5'],
    ['sizeOffset', '-0', '0'],
    ['material', ' 100 %\n cotton ', '100 % cotton'],
    ['manual', 'Press.\r\nHold.\u0000', 'Press.\nHold.'],
    ['warranty', '<b>2 years</b>', '<b>2 years</b>'],
    ['material', '   ', ''],
  ])('of %s, typed %j, is kept as %j', (field, text, value) => {
    expect(readValue(field, text)).toEqual({ ok: true, value });
  });

  it.each([
    ['deviceInput', 'black', 'no-device-label'],
    ['deviceWatts', '0', 'out-of-range'],
    ['deviceWatts', '-5', 'out-of-range'],
    ['deviceWatts', '1,800', 'no-number'],
    ['deviceWatts', 'NaN', 'no-number'],
    ['deviceWatts', '1e3', 'no-number'],
    ['deviceWatts', '999999', 'out-of-range'],
    ['devicePlug', 'P', 'no-plug'],
    ['devicePlug', 'EU plug', 'no-plug'],
    ['devicePlug', 'A/B', 'no-plug'],
    ['sizeCategory', 'spaceship', 'no-category'],
    ['sizeSystem', 'XX', 'no-system'],
    ['sizeOffset', '3.5', 'out-of-range'],
    ['sizeOffset', '0.25', 'out-of-range'],
    ['sizeOffset', 'small', 'no-number'],
    ['material', 'x'.repeat(201), 'too-long'],
    ['buyerPhone', '1', 'unknown-field'],
    ['__proto__', '1', 'unknown-field'],
  ])('of %s can not be %j: %s', (field, text, kind) => {
    expect(readValue(field, text)).toMatchObject({ ok: false, error: { kind, field } });
  });

  it('is the same when it is read again, and never longer than its field; no text breaks the reader', () => {
    const anyField = fc.constantFrom(...productFields);
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 1_100 }), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(anyField, anyText, ({ id, maxLength }, text) => {
        const read = readValue(id, text);
        if (!read.ok) return;
        expect(read.value.length).toBeLessThanOrEqual(maxLength);
        expect(readValue(id, read.value)).toEqual(read);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the author of a value', () => {
  const typed = aCard({ values: { sizeOffset: '1' } });
  const learned = putValues(aCard(), { sizeOffset: '0.5' }, 'returns');

  it('is kept for what was worked out from returns', () => {
    expect(learned).toMatchObject({ values: { sizeOffset: '0.5' }, authors: { sizeOffset: 'returns' } });
  });

  it('decides: what a person typed is not replaced by what was worked out', () => {
    expect(putValues(typed, { sizeOffset: '0.5' }, 'returns')).toEqual(typed);
    expect(putValues(learned, { sizeOffset: '-1' }, 'returns').values).toEqual({ sizeOffset: '-1' });
  });

  it('becomes a person when a person changes it, and stays when the same is saved again', () => {
    expect(putValues(learned, { sizeOffset: '1' }, 'person')).toEqual(typed);
    expect(putValues(learned, { sizeOffset: '0.5' }, 'person')).toEqual(learned);
  });

  it('goes with the value', () => {
    expect(putValues(learned, { sizeOffset: '' }, 'person')).toEqual(aCard());
  });
});
