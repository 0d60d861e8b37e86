import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { convertSize } from '@/utils/domain/convert/sizes/convert-size';
import { fitsShoeSystem, type Audience } from '@/utils/domain/convert/sizes/shoe';

const ask = (system: string, size: number | string, to: string, audience?: Audience) =>
  convertSize(
    { category: 'shoes', system, size: String(size), ...(audience ? { audience } : {}) },
    to,
    conversionTables,
  );

const convert = (system: string, size: number | string, to: string, audience: Audience = 'unisex') => {
  const answer = ask(system, size, to, audience);
  return answer.ok ? answer.value.size : answer.error.kind;
};

const told = (system: string, size: number | string, to: string, audience?: Audience) => {
  const answer = ask(system, size, to, audience);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
};

describe('shoe sizes', () => {
  test.each<[string, number, Audience, string, number | string]>([
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
    ['CN', 42, 'men', 'EU', 40.5],
    ['JP', 245, 'women', 'EU', 39],
    ['DE', 42, 'men', 'US', 9],
    ['US', 9, 'women', 'CA', 9],
    ['MONDOPOINT', 265, 'unisex', 'JP', 26.5],
    ['FOOT_CM', 23.5, 'women', 'EU', 37.5],
    ['US', 9, 'men', 'FOOT_CM', 26.2],
    ['MONDOPOINT', 265, 'men', 'FOOT_CM', 26.5],
    ['JP', 27, 'men', 'FOOT_CM', 27],
    ['FOOT_CM', 24.2, 'women', 'KR', 245],
    ['EU', 23, 'kids', 'UK', 6],
    ['EU', 28, 'kids', 'US', 11],
    ['EU', 22, 'kids', 'JP', 13],
    ['UK', 13, 'kids', 'EU', 32],
    ['UK', 14, 'kids', 'EU', 33.5],
    ['EU', 33, 'kids', 'UK', '1Y'],
    ['UK', 13.5, 'kids', 'UK', 13.5],
  ])('%s %d %s is %s %d', (system, size, audience, to, expected) => {
    expect(convert(system, size, to, audience)).toBe(String(expected));
  });

  test('keeps half sizes between systems that differ by a fixed step', () => {
    expect(convert('EU', 38.5, 'BR')).toBe('36.5');
    expect(convert('JP', 23.5, 'KR')).toBe('235');
  });

  test('goes up, not to the nearest, from a measured foot', () => {
    // 1.5 × 24.1 + 2 = 38.15: the nearest half is 38, a foot needs 38.5.
    expect(convert('FOOT_CM', 24.1, 'EU')).toBe('38.5');
  });

  test.each<[string, number | string, Audience | undefined, string]>([
    ['EU', 60, undefined, 'out-of-range'],
    ['EU', 5.5, 'women', 'contradiction'],
    ['UK', 38, undefined, 'contradiction'],
    ['FOOT_CM', 40, undefined, 'out-of-range'],
    ['FOOT_CM', 3, undefined, 'out-of-range'],
    ['FOOT_CM', -24, 'men', 'out-of-range'],
    ['EU', 'NaN', undefined, 'not-a-size'],
    ['EU', '1e9', undefined, 'not-a-size'],
    ['XX', 40, undefined, 'unknown-system'],
    ['CIRC_MM', 54, undefined, 'no-table'],
  ])('gives no answer for %s %s %s: %s', (system, size, audience, kind) => {
    const answer = ask(system, size, 'US', audience);
    expect(answer.ok ? answer.value.size : answer.error.kind).toBe(kind);
  });

  test.each<[string, number, string, Audience, readonly [string, string]]>([
    // US men minus UK: 1 in most charts, 0.5 in others; women 2.5 or 2.
    ['UK', 8, 'US', 'men', ['8.5', '9']],
    ['UK', 5.5, 'US', 'women', ['7.5', '8']],
    ['US', 9, 'EU', 'men', ['41.5', '42.5']],
    ['EU', 39, 'BR', 'women', ['37', '38']],
    ['EU', 43, 'RU', 'men', ['41', '42']],
    // A label names the length; the board says the foot is shorter.
    ['JP', 27, 'FOOT_CM', 'men', ['26.2', '27']],
    // Australian women: as in the US, or one and a half below.
    ['UK', 15, 'JP', 'men', ['33.5', '34.5']],
  ])('%s %d in %s %s has the range of the charts', (system, size, to, audience, range) => {
    expect(told(system, size, to, audience).range).toEqual(range);
  });

  test.each<[string, number | string, string, Audience | undefined, string]>([
    ['CN_OLD', 42, 'EU', 'men', 'chineseCode'],
    ['CN', 42, 'EU', 'men', 'chineseCode'],
    ['JP', 27, 'FOOT_CM', 'men', 'jpLabelNotFoot'],
    ['FOOT_CM', 24.2, 'EU', 'women', 'footNotInsole'],
    ['EU', 33, 'UK', 'kids', 'kidsScale'],
    ['EU', 42, 'RU', 'men', 'fewSources'],
    ['EU', 42, 'US', 'unisex', 'unisexIsMens'],
  ])('%s %s in %s %s warns: %s', (system, size, to, audience, warning) => {
    expect(told(system, size, to, audience).warnings).toContain(warning);
  });

  test('says what it rests on: charts where they print the size, else the rule', () => {
    expect(told('UK', 8, 'EU', 'men').basis).toEqual({ kind: 'table', sourceId: 'shoe-charts-men' });
    expect(told('UK', 16, 'EU', 'men').basis).toEqual({ kind: 'rule', sourceId: 'shoes-men' });
    expect(told('EU', 28, 'US', 'kids').basis).toEqual({ kind: 'rule', sourceId: 'shoes-kids' });
  });

  test('a small size nobody is named for is a child’s', () => {
    expect(told('EU', 28, 'UK')).toMatchObject({ size: '10', audience: 'kids' });
    expect(told('EU', 42, 'UK').audience).toBeUndefined();
  });

  test.each<[string, string, string, string]>([
    ['adidas', 'US', 'EU', '42.5'],
    ['ADIDAS', 'US', 'UK', '8.5'],
    ['Nike', 'US', 'EU', '42.5'],
    ['nobody’s', 'US', 'EU', '42'],
  ])('%s: %s 9 in %s is %s', (brand, system, to, size) => {
    const given = { category: 'shoes', system, size: '9', audience: 'men', brand } as const;
    expect(convertSize(given, to, conversionTables)).toMatchObject({ value: { size } });
  });

  test('reading sorts out numbers no shoe has', () => {
    expect(fitsShoeSystem('EU', 42)).toBe(true);
    expect(fitsShoeSystem('EU', 5.5)).toBe(false);
  });
});
