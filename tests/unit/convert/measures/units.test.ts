import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { showConverted, unitsFor, writeQuantity } from '@/utils/domain/convert/measures/show-quantity';
import { convertUnit, footToMm, unitNamed } from '@/utils/domain/convert/measures/units';

const table = measureTables.units;
const keys = Object.keys(table.units);
const convert = (value: number, from: string, to: string) => convertUnit(value, { from, to }, table);

describe('units', () => {
  test.each([
    [10, 'in', 'cm', 25.4],
    [5, 'lb', 'kg', 2.26796],
    [100, 'degF', 'degC', 37.7778],
    [0, 'C', 'F', 32],
    [-40, 'F', 'C', -40],
    [300, 'K', 'C', 26.85],
    [12, 'floz_us', 'ml', 354.882],
    [12, 'fl_oz_us', 'ml', 354.882],
    [1, 'fl_oz_uk', 'ml', 28.4131],
    [1, 'floz_uk', 'ml', 28.4131],
    [3, 'jin', 'kg', 1.5],
    [3, 'catty', 'kg', 1.5],
    [2, 'liang', 'g', 100],
    [2.2, 'chi', 'cm', 73.3333],
    [2, 'cun', 'cm', 6.66667],
    [1, 'gal_us', 'l', 3.78541],
    [1, 'gal', 'l', 3.78541],
    [1, 'gal_uk', 'l', 4.54609],
    [1, 'pint_us', 'ml', 473.176],
    [1, 'pint_uk', 'ml', 568.261],
    [1, 'qt_us', 'l', 0.946353],
    [1, 'cup_us', 'ml', 236.588],
    [6, 'ft', 'm', 1.8288],
    [1, 'yd', 'm', 0.9144],
    [1, 'mi', 'km', 1.609344],
    [1, 'stone', 'kg', 6.35029],
    [1, 'oz', 'g', 28.3495],
    [100, 'sq_ft', 'm2', 9.2903],
    [100, 'sqft', 'm2', 9.2903],
    [1, 'sq_in', 'cm2', 6.4516],
    [1, 'acre', 'm2', 4046.86],
    [10, 'ping', 'm2', 33.0579],
    [10, 'tsubo', 'm2', 33.0579],
    [10, 'pyeong', 'm2', 33.0579],
    [1, 'jin_tw', 'g', 600],
    [1, 'jin_hk', 'g', 604.78982],
    [30, 'psi', 'bar', 2.06843],
    [100, 'mph', 'km/h', 160.9344],
    [2, '公斤', '斤', 4],
    [1, '英寸', '厘米', 2.54],
    [1, 'дюйм', 'см', 2.54],
    [1, 'بوصة', 'سم', 2.54],
    [1, 'インチ', 'センチ', 2.54],
    [1, '인치', '센티', 2.54],
    [1, 'Zoll', 'Zentimeter', 2.54],
    [1, 'pulgada', 'centímetros', 2.54],
    [1, 'inç', 'santim', 2.54],
    [1, 'унция', 'г', 28.3495],
    [1, 'ft2', 'in2', 144],
    [1, 'm3', 'l', 1000],
    [1, 'ha', 'm2', 10000],
  ])('%d %s is in %s about %d', (value, from, to, expected) => {
    expect(convert(value, from, to)! / expected).toBeCloseTo(1, 5);
  });

  test.each([
    [1, 'kg', 'cm'],
    [1, 'parsec', 'cm'],
    [1, 'constructor', '__proto__'],
    [-1, 'cm', 'in'],
    [-300, 'C', 'F'],
    [Number.NaN, 'cm', 'in'],
    [Number.POSITIVE_INFINITY, 'cm', 'in'],
    [1e308, 'km', 'mm'],
  ])('%d %s in %s has no answer', (value, from, to) => {
    expect(convert(value, from, to)).toBeNull();
  });

  test('zero degrees Fahrenheit are minus 17.8 degrees Celsius', () => {
    expect(convert(0, 'F', 'C')).toBeCloseTo(-17.7778, 4);
  });

  test('a foot is measured in millimetres and refused when it is none', () => {
    expect(footToMm({ cm: 24.5 })).toBe(245);
    expect(footToMm({ inch: 10 })).toBe(254);
    expect(footToMm({ cm: 45 })).toBeNull();
    expect(footToMm({ inch: 2 })).toBeNull();
  });

  test('there and back is the same, larger stays larger, and nothing is NaN', () => {
    const unit = fc.constantFrom(...keys);
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0, max: 1e9, noNaN: true }), (from, to, value) => {
        const there = convert(value, from, to);
        if (table.units[from]!.dimension !== table.units[to]!.dimension) return there === null;
        if (there === null) return false;
        if (there < 0 && table.units[to]!.dimension !== 'temperature') return false;
        const back = convert(there, to, from)!;
        const larger = convert(value + 1, from, to)!;
        return Math.abs(back - value) <= 1e-9 * Math.max(1, value) && larger > there;
      }),
      { numRuns: 10_000 },
    );
  });

  test('any pair of strings is converted or refused without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double(), (from, to, value) => {
        const found = convert(value, from, to);
        return found === null || Number.isFinite(found);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('units an answer shows', () => {
  test.each<[number, string, string | undefined, readonly string[]]>([
    [30, 'cm', 'US', ['in']],
    [183, 'cm', 'US', ['in', 'ft']],
    [10, 'm', 'US', ['ft']],
    [5, 'km', 'US', ['mi']],
    [200, 'g', 'US', ['oz']],
    [2, 'kg', 'US', ['lb']],
    [250, 'ml', 'US', ['fl_oz_us']],
    [20, 'c', 'US', ['f']],
    [2, 'm2', 'US', ['ft2']],
    [10, 'in', 'DE', ['cm']],
    [10, 'in', 'US', ['cm']],
    [2, 'lb', 'DE', ['g']],
    [5, 'lb', 'DE', ['kg']],
    [1, 'lb', 'FR', ['g']],
    [72, 'f', 'DE', ['c']],
    [72, 'f', 'GB', ['c']],
    [72, 'f', undefined, ['c']],
    [30, 'cm', undefined, ['in']],
    [30, 'cm', 'DE', ['in']],
    [6, 'ft', 'GB', ['cm']],
    [5, 'jin', 'CN', ['kg']],
    [5, 'jin', 'DE', ['kg']],
    [5, 'jin', 'US', ['lb']],
    [1, 'jin', undefined, ['g']],
    [12, 'fl_oz_us', 'DE', ['ml']],
    [12, 'fl_oz_us', 'GB', ['ml', 'fl_oz_uk']],
    [10, 'ping', 'DE', ['m2']],
    [10, 'ping', 'US', ['ft2']],
    [35, 'psi', 'DE', ['bar']],
    [2, 'bar', 'US', ['psi']],
    [60, 'mph', 'FR', ['kmh']],
    [1, 'parsec', 'US', []],
    [-1, 'cm', 'US', []],
  ])('%d %s for a buyer in %s', (value, unit, country, expected) => {
    expect(unitsFor({ value, unit }, country, table)).toEqual(expected);
  });

  test.each<[number, string, string, string, string, boolean]>([
    [30, 'cm', 'in', 'en', '11.8 in', true],
    [10, 'in', 'cm', 'de', '25,4 cm', false],
    [5, 'lb', 'kg', 'en', '2.27 kg', true],
    [72, 'f', 'c', 'en', '22°C', true],
    [98.6, 'f', 'c', 'en', '37°C', false],
    [-40, 'c', 'f', 'en', '-40°F', false],
    [6, 'ft', 'cm', 'fr', '183 cm', true],
    [1.5, 'l', 'fl_oz_us', 'en', '50.7 fl oz (US)', true],
    [1000, 'm2', 'ft2', 'en', '10,800 sq ft', true],
    [2, 'kg', 'jin', 'zh', '4斤', false],
    [1234, 'g', 'lb', 'en', '2.721 lb', true],
    [30, 'cm', 'in', 'ar', '11.8 بوصة', true],
    [10, 'in', 'cm', 'not a language', '25.4 cm', false],
  ])('%d %s in %s, written in %s', (value, unit, to, lang, text, rounded) => {
    const shown = showConverted({ value, unit }, { to, lang }, table);
    expect(shown?.text.replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
    expect(shown?.rounded).toBe(rounded);
  });

  test('every unit can be written in every reply language', () => {
    for (const lang of ['en', 'de', 'es', 'zh', 'fr', 'it', 'pt', 'ru', 'ja', 'ko', 'ar', 'nl', 'pl', 'tr'])
      for (const unit of keys)
        expect.soft(writeQuantity({ value: 3, unit }, lang, table), `${lang} ${unit}`).toMatch(/3/);
  });

  test('names lead to units of the table', () => {
    for (const names of Object.values(table.names))
      for (const name of names.split('|')) expect.soft(unitNamed(name, table), name).not.toBeNull();
  });
});
