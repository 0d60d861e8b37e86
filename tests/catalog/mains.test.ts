import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import aliases from '@/utils/catalog/mains/country-aliases.json';
import mains from '@/utils/catalog/mains/mains.json';
import { countryAliasesSchema, mainsSchema } from '@/utils/catalog/mains/schema';

const rows = Object.entries(mains.countries) as [
  string,
  { plugs: string; volts: number[]; hertz: number[]; from: string; inferred?: number },
][];

describe('mains table', () => {
  test('has the shape the converter reads', () => {
    expect(v.safeParse(mainsSchema, mains).issues).toBeUndefined();
  });

  test('lists 250 territories in order of their codes', () => {
    expect(rows).toHaveLength(250);
    expect(rows.map(([code]) => code)).toEqual(rows.map(([code]) => code).sort());
  });

  test('Japan has 100 V at 50 and 60 Hz, outlets A and B', () => {
    expect(mains.countries.JP).toMatchObject({ plugs: 'AB', volts: [100], hertz: [50, 60] });
  });

  test('the United Kingdom has 230 V at 50 Hz, outlet G', () => {
    expect(mains.countries.GB).toMatchObject({ plugs: 'G', volts: [230], hertz: [50] });
  });

  test('a row without any source says that it is inferred', () => {
    for (const [code, { from, inferred }] of rows) expect.soft(from === '' ? inferred : 1, code).toBe(1);
  });

  test('only places without a grid have no voltage', () => {
    expect(rows.filter(([, { volts }]) => volts.length === 0).map(([code]) => code)).toEqual(['AQ', 'BV', 'HM']);
  });

  test('outlet letters and voltages come sorted and once', () => {
    for (const [code, { plugs, volts }] of rows) {
      expect.soft([...plugs], code).toEqual([...new Set(plugs)].sort());
      expect.soft(volts, code).toEqual([...new Set(volts)].sort((a, b) => a - b));
    }
  });
});

describe('country aliases', () => {
  test('have the shape the converter reads', () => {
    expect(v.safeParse(countryAliasesSchema, aliases).issues).toBeUndefined();
  });

  test('are lower case and lead to countries of the mains table', () => {
    for (const [name, code] of Object.entries(aliases.names)) {
      expect.soft(name).toBe(name.toLowerCase());
      expect.soft(Object.keys(mains.countries), name).toContain(code);
    }
  });
});
