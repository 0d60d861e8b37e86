import { describe, expect, test } from 'vitest';
import { convertUnit, footToMm } from '@/utils/domain/convert/measures/units';

describe('units', () => {
  test.each([
    [10, 'in', 'cm', 25.4],
    [5, 'lb', 'kg', 2.268],
    [100, 'degF', 'degC', 37.78],
    [0, 'C', 'F', 32],
    [12, 'fl_oz_us', 'ml', 354.88],
    [1, 'fl_oz_uk', 'ml', 28.41],
    [3, 'jin', 'kg', 1.5],
    [1, 'gal_us', 'l', 3.785],
    [6, 'ft', 'm', 1.829],
  ])('%d %s is in %s about %d', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBeCloseTo(expected, 2);
  });

  test('has no answer between different dimensions or for unknown units', () => {
    expect(convertUnit(1, 'kg', 'cm')).toBeNull();
    expect(convertUnit(1, 'parsec', 'cm')).toBeNull();
  });

  test('a foot is measured in millimetres and refused when it is none', () => {
    expect(footToMm({ cm: 24.5 })).toBe(245);
    expect(footToMm({ inch: 10 })).toBe(254);
    expect(footToMm({ cm: 45 })).toBeNull();
    expect(footToMm({ inch: 2 })).toBeNull();
  });
});
