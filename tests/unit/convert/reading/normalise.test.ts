import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '@/utils/domain/convert/reading/normalise';

describe('normalising numbers', () => {
  test.each([
    ['５．５', '5.5'],
    ['٤٢', '42'],
    ['۴۲', '42'],
    ['5½', '5.5'],
    ['5 ½', '5.5'],
    ['5 1/2', '5.5'],
    ['5 and a half', '5.5'],
    ['41 et demi', '41.5'],
    ['5,5', '5.5'],
    ['37码半', '37.5'],
    ['½', '0.5'],
    ['38–39', '38-39'],
  ])('reads %s as %s', (source, plain) => {
    expect(normalise(source).text).toBe(plain);
  });

  test.each(['38,39,40', '1,250', '12/05/2026', '半年'])('leaves %s alone', (source) => {
    expect(normalise(source).text).toBe(source);
  });

  test('leads back to the place in the original', () => {
    const source = 'a ５½ b';
    const { text, span } = normalise(source);
    const at = text.indexOf('5.5');
    expect(source.slice(span(at, at + 3).start, span(at, at + 3).end)).toBe('５½');
  });

  test('spans of the whole text cover the whole original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, span } = normalise(source);
        const all = span(0, text.length);
        return source.length === 0 || (all.start === 0 && all.end === source.length);
      }),
      { seed: 7 },
    );
  });
});
