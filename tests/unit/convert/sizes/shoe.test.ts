import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertShoe, writeShoeSize, type Audience, type ShoeSystem } from '@/utils/domain/convert/sizes/shoe';

const convert = (system: ShoeSystem, size: number, to: ShoeSystem, audience: Audience = 'unisex') => {
  const answer = convertShoe({ system, size, audience }, to);
  return answer.ok ? answer.value : answer.error.kind;
};

describe('shoe sizes', () => {
  test.each<[ShoeSystem, number, Audience, ShoeSystem, number]>([
    ['UK', 5.5, 'women', 'EU', 39],
    ['UK', 5.5, 'women', 'US', 8],
    ['UK', 5.5, 'women', 'JP', 24.5],
    ['UK', 5.5, 'women', 'AU', 8],
    ['UK', 8, 'men', 'US', 9],
    ['UK', 8, 'men', 'AU', 8],
    ['EU', 42, 'men', 'UK', 8],
    ['EU', 42, 'men', 'JP', 27],
    ['EU', 38, 'women', 'UK', 5],
    ['EU', 38, 'women', 'US', 7.5],
    ['EU', 38, 'women', 'KR', 240],
    ['US', 9, 'men', 'EU', 42],
    ['JP', 23.5, 'women', 'KR', 235],
    ['KR', 245, 'unisex', 'JP', 24.5],
    ['CN_OLD', 40, 'unisex', 'CN', 250],
    ['CN', 260, 'unisex', 'CN_OLD', 42],
    ['CN_OLD', 42, 'unisex', 'EU', 40.5],
    ['CN_EU_STYLE', 42, 'unisex', 'EU', 42],
    ['EU', 39, 'women', 'BR', 37],
    ['BR', 37, 'women', 'EU', 39],
    ['RU', 42, 'men', 'EU', 43],
    ['MX', 26, 'men', 'JP', 26],
    ['MX', 8, 'men', 'US', 9],
    ['MONDOPOINT', 265, 'unisex', 'JP', 26.5],
    ['FOOT_CM', 23.5, 'women', 'EU', 37.5],
    ['US', 9, 'men', 'FOOT_CM', 26.2],
    ['MONDOPOINT', 265, 'men', 'FOOT_CM', 26.5],
    ['EU', 23, 'kids', 'UK', 6],
    ['EU', 28, 'kids', 'US', 11],
    ['EU', 22, 'kids', 'JP', 13],
    ['UK', 13, 'kids', 'EU', 32],
    ['UK', 14, 'kids', 'EU', 33.5],
  ])('%s %d %s is %s %d', (system, size, audience, to, expected) => {
    expect(convert(system, size, to, audience)).toBe(expected);
  });

  test('keeps half sizes between systems that differ by a fixed step', () => {
    expect(convert('EU', 38.5, 'BR')).toBe(36.5);
    expect(convert('JP', 23.5, 'KR')).toBe(235);
  });

  test('goes up, not to the nearest, from a measured foot', () => {
    // 1.5 × 24.1 + 2 = 38.15: the nearest half is 38, a foot needs 38.5.
    expect(convert('FOOT_CM', 24.1, 'EU')).toBe(38.5);
  });

  test.each<[ShoeSystem, number]>([
    ['EU', 60],
    ['UK', 38],
    ['JP', 245],
    ['FOOT_CM', 40],
    ['FOOT_CM', 5],
  ])('gives no answer for %s %d, which is no size', (system, size) => {
    expect(convert(system, size, system === 'EU' ? 'UK' : 'EU')).toBe('out-of-range');
  });

  test('writes children’s labels the way they restart after 13½', () => {
    expect(writeShoeSize({ system: 'UK', size: 14, audience: 'kids' })).toBe('1Y');
    expect(writeShoeSize({ system: 'UK', size: 13.5, audience: 'kids' })).toBe('13.5');
    expect(writeShoeSize({ system: 'UK', size: 14, audience: 'men' })).toBe('14');
  });

  test('an adult UK size comes back from every label system within half a size', () => {
    const systems: ShoeSystem[] = ['EU', 'US', 'AU', 'JP', 'KR', 'CN', 'CN_OLD', 'BR', 'RU', 'MX'];
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 28 }),
        fc.constantFrom(...systems),
        fc.constantFrom<Audience>('men', 'women'),
        (halves, system, audience) => {
          const there = convert('UK', halves / 2, system, audience);
          const back = convert(system, Number(there), 'UK', audience);
          return Math.abs(Number(back) - halves / 2) <= 0.5;
        },
      ),
      { seed: 20261121 },
    );
  });
});
