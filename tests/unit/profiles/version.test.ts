import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isProfileVersion } from '@/utils/domain/profiles/version';

const two = (value: number) => String(value).padStart(2, '0');
const version = fc
  .record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    number: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ year, month, day, number }) => `${year}.${two(month)}.${two(day)}.${number}`);

describe('compareVersions', () => {
  it('puts numbers within a day in the order of numbers, not of letters', () => {
    expect(compareVersions('2026.11.22.10', '2026.11.22.9')).toBe(1);
    expect(compareVersions('2026.11.22.1', '2026.12.01.1')).toBe(-1);
    expect(compareVersions('2026.11.22.1', '2026.11.22.1')).toBe(0);
  });

  it('holds what is no version for older than every version', () => {
    expect(compareVersions('latest', '2026.11.22.1')).toBe(-1);
    expect(compareVersions('2026.11.22.1', '')).toBe(1);
  });

  it('is an order: antisymmetric and transitive, and equal only to itself', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, b)).toBe(0 - compareVersions(b, a));
        expect(compareVersions(a, b) === 0).toBe(a === b);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThan(1);
      }),
    );
  });
});

describe('isProfileVersion', () => {
  it('takes versions with a real day alone', () => {
    fc.assert(fc.property(version, isProfileVersion));
    for (const text of ['2026.11.22', '2026.13.01.1', '2026.11.00.1', '2026.11.22.0', ' 2026.11.22.1', 'v2026.11.22.1'])
      expect(isProfileVersion(text), text).toBe(false);
  });
});
