import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { bandOfUnderbust, braOfMeasures, convertBand } from '@/utils/domain/convert/sizes/bra';
import { convertSize } from '@/utils/domain/convert/sizes/convert-size';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeCategory, SizeGiven } from '@/utils/domain/convert/sizes/size';

const ask = (given: SizeGiven, to: string) => {
  const answer = convertSize(given, to, conversionTables);
  return answer.ok ? answer.value.size : answer.error.kind;
};

describe('clothing and small goods', () => {
  test.each<[SizeCategory, string, string, string, number | string, Audience?]>([
    ['dress', 'US', '4', 'UK', 8],
    ['dress', 'US', '8', 'FR', 40],
    ['dress', 'US', '8', 'DE', 38],
    ['dress', 'UK', '12', 'DE', 38],
    ['dress', 'DE', '38', 'FR', 40],
    ['dress', 'FR', '38', 'UK', 10],
    ['dress', 'KR', '55', 'US', 4],
    ['dress', 'US', '6', 'KR', 66],
    ['dress', 'IT', '44', 'US', 8],
    ['jacket', 'US', '38', 'EU', 48],
    ['jacket', 'EU', '52', 'UK', 42],
    ['jacket', 'US', '40', 'CM', 102],
    ['jeans', 'US', 'W32', 'EU', 48],
    ['jeans', 'US', '32', 'CM', 81],
    ['jeans', 'US', '28', 'UK', 10, 'women'],
    ['jeans', 'US', '28', 'DE', 36, 'women'],
    ['inseam', 'IN', 'L32', 'CM', 81],
    ['shirt_collar', 'US', '15', 'EU', 38],
    ['shirt_collar', 'UK', '18', 'CM', 45],
    ['shirt_collar', 'EU', '41', 'US', 16],
    ['jp_letter_bust', 'JP', 'M', 'CM', '79-87'],
    ['kids', 'AGE', '5-6 y', 'EU', 116],
    ['kids', 'AGE', '9-12 m', 'EU', 80],
    ['kids', 'EU', '116', 'AGE', '5-6 y'],
    ['kids', 'EU', '92', 'US', '2T'],
    ['kids', 'EU', '104', 'JP', 100],
    ['bra', 'UK', '34DD', 'EU', '75E'],
    ['bra', 'UK', '36C', 'FR', '95C'],
    ['bra', 'AU', '12D', 'UK', '34D'],
    ['bra', 'US', '34DDD', 'UK', '34E'],
    ['bra', 'FR', '85B', 'UK', '32B'],
    ['bra', 'EU', '70C', 'JP', '70D'],
    ['ring', 'US', '5', 'UK', 'J½'],
    ['ring', 'US', '7', 'DIAMETER_MM', 17.3],
    ['ring', 'US', '6', 'EU', 52],
    ['ring', 'UK', 'L½', 'US', 6],
    ['ring', 'EU', '54', 'IT', 14],
    ['hat', 'EU', '57', 'US', '7 1/8'],
    ['hat', 'EU', '57', 'UK', '7'],
    ['hat', 'US', '7 1/8', 'EU', 57],
    ['glove', 'IN', '8', 'CM', 20.5],
    ['belt', 'EU', '95', 'CM', '87-91', 'men'],
  ])('%s %s %s in %s is %s', (category, system, size, to, expected, audience) => {
    expect(ask({ category, system, size, ...(audience ? { audience } : {}) }, to)).toBe(String(expected));
  });

  test.each<[SizeCategory, string, string, string, string]>([
    ['dress', 'US', 'blue', 'EU', 'not-a-size'],
    ['dress', 'XX', '4', 'EU', 'unknown-system'],
    ['dress', 'MONDOPOINT', '240', 'EU', 'no-table'],
    ['bra', 'UK', '35C', 'EU', 'out-of-range'],
    ['bra', 'UK', '34Z', 'EU', 'not-a-size'],
    ['ring', 'US', '40', 'UK', 'contradiction'],
    ['ring', 'UK', '7', 'US', 'not-a-size'],
    ['hat', 'US', 'blue', 'EU', 'not-a-size'],
    ['shoes', 'FOOT_CM', '3', 'EU', 'out-of-range'],
    ['shoes', 'EU', '-40', 'UK', 'out-of-range'],
    ['shoes', 'EU', '5.5', 'UK', 'contradiction'],
  ])('has no answer for %s %s %s in %s: %s', (category, system, size, to, kind) => {
    expect(ask({ category, system, size }, to)).toBe(kind);
  });

  test('finds bands and bra sizes from measures', () => {
    const value = (answer: { readonly ok: boolean; readonly value?: unknown }) => (answer.ok ? answer.value : null);
    const measured = (underbustCm: number, bustCm: number) => {
      const answer = braOfMeasures({ underbustCm, bustCm }, 'EU', conversionTables);
      return answer.ok ? answer.value.size : answer.error.kind;
    };
    expect(value(bandOfUnderbust(74, 'EU', conversionTables))).toBe('75');
    expect(value(bandOfUnderbust(74, 'UK', conversionTables))).toBe('34');
    expect(value(convertBand({ band: '75', from: 'EU', to: 'FR' }, conversionTables))).toBe('90');
    expect(measured(75, 92)).toBe('75C');
    expect(measured(75, 80)).toBe('out-of-range');
  });
});
