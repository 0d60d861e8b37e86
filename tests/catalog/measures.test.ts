import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import en from '@/public/locales/en/convert.json';
import zh from '@/public/locales/zh-CN/convert.json';
import { COUNTRIES, publicHolidays, YEARS } from '@/scripts/lib/public-holidays.mjs';
import { dutyTableSchema } from '@/utils/catalog/duties/schema';
import duties from '@/utils/catalog/duties/duties.json';
import currencies from '@/utils/catalog/measures/currencies.json';
import { currencyTableSchema, unitTableSchema } from '@/utils/catalog/measures/schema';
import units from '@/utils/catalog/measures/units.json';
import holidays from '@/utils/catalog/time/holidays.json';
import places from '@/utils/catalog/time/places.json';
import { holidayTableSchema, placeTableSchema, weekendTableSchema, zoneTableSchema } from '@/utils/catalog/time/schema';
import weekends from '@/utils/catalog/time/weekends.json';
import zones from '@/utils/catalog/time/zones.json';
import mains from '@/utils/catalog/mains/mains.json';
import { dayMs } from '@/utils/domain/convert/measures/civil-day';

const rows = units.units as Readonly<
  Record<string, { source: string; intl?: string; symbol?: string; dimension: string }>
>;

describe('tables of measures', () => {
  test.each<[string, v.GenericSchema, unknown]>([
    ['units', unitTableSchema, units],
    ['currencies', currencyTableSchema, currencies],
    ['zones', zoneTableSchema, zones],
    ['places', placeTableSchema, places],
    ['weekends', weekendTableSchema, weekends],
    ['holidays', holidayTableSchema, holidays],
    ['duties', dutyTableSchema, duties],
  ])('%s have the shape the converter reads', (_, schema, table) => {
    expect(v.safeParse(schema, table).issues).toBeUndefined();
  });

  test('every unit names a source and can be written, and every source is used', () => {
    expect([...new Set(Object.values(rows).map(({ source }) => source))].sort()).toEqual(
      Object.keys(units.sources).sort(),
    );
    for (const [key, { intl, symbol }] of Object.entries(rows)) expect.soft(intl ?? symbol, key).toBeTruthy();
  });

  test('names are lower case, stand once and lead to units of the table', () => {
    const seen = new Map<string, string>();
    const regional = Object.entries(units.regional as Record<string, Record<string, string[]>>);
    const all = [...Object.entries(units.names), ...regional.map(([names, to]) => [names, to['']?.[0] ?? ''] as const)];
    for (const [unit, names] of all) {
      const list = unit in rows ? names : unit;
      for (const name of list.split('|')) {
        expect.soft(name, name).toBe(name.toLowerCase().trim());
        expect.soft(seen.get(name), `${name} of ${unit}`).toBeUndefined();
        seen.set(name, unit);
      }
    }
    for (const [, byCountry] of regional)
      for (const unit of Object.values(byCountry).flat()) expect.soft(Object.keys(rows)).toContain(unit);
    for (const weak of units.weak.split('|')) expect.soft([...seen.keys()], weak).toContain(weak);
  });

  test('what is shown grows with the quantity and is of the right dimension', () => {
    for (const [system, byDimension] of Object.entries(units.shown))
      for (const [dimension, shown] of Object.entries(byDimension as Record<string, Record<string, number | null>>)) {
        const limits = Object.values(shown).map((limit) => limit ?? Number.POSITIVE_INFINITY);
        expect.soft(limits, `${system} ${dimension}`).toEqual([...new Set(limits)].sort((a, b) => a - b));
        expect.soft(limits.at(-1), `${system} ${dimension}`).toBe(Number.POSITIVE_INFINITY);
        for (const unit of Object.keys(shown).flatMap((names) => names.split(' ')))
          expect.soft(rows[unit]?.dimension, unit).toBe(dimension);
      }
  });

  test('every country of the mains table with a population has a time zone', () => {
    const without = Object.keys(mains.countries).filter((country) => !(country in zones.countries));
    expect(without).toEqual(['BV', 'HM']);
  });

  test('a place leads to one zone only', () => {
    const names = Object.values(places.places).flatMap((list) => list.split('|'));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(Object.keys(places.places).length).toBeGreaterThan(80);
    expect(names.length).toBeGreaterThan(900);
  });

  test('weekends name countries once', () => {
    const all = Object.values(weekends.weekends).flatMap((list) => list.split(' '));
    expect(all).toEqual([...new Set(all)]);
  });

  test('public holidays are what the library computes, in the first and the last year', () => {
    expect(Object.keys(holidays.days)).toEqual(COUNTRIES);
    for (const [country, years] of Object.entries(holidays.days))
      for (const year of YEARS)
        expect
          .soft((years as Record<string, string>)[String(year)], `${country} ${year}`)
          .toBe(publicHolidays(country, year).join(' '));
  }, 20_000);

  test('public holidays are days of the calendar, sorted, and start with the new year', () => {
    for (const [country, years] of Object.entries(holidays.days)) {
      expect
        .soft(Object.keys(years).map(Number), country)
        .toEqual(Array.from({ length: (YEARS[1] ?? 0) - (YEARS[0] ?? 0) + 1 }, (_, index) => (YEARS[0] ?? 0) + index));
      for (const [year, days] of Object.entries(years)) {
        const list = days.split(' ');
        expect.soft(list, `${country} ${year}`).toEqual([...new Set(list)].sort());
        for (const day of list)
          expect.soft(dayMs(`${year}-${day.slice(0, 2)}-${day.slice(2)}`), `${country} ${year}-${day}`).not.toBeNull();
      }
    }
    expect(holidays.days.US['2026'].split(' ')).toContain('1126');
    expect(holidays.days.DE['2027'].split(' ')).toContain('0329');
    expect(holidays.days.JP['2026'].split(' ')).toContain('0506');
    expect(holidays.days.AE['2027'].split(' ')).not.toContain('0208');
  });

  test.each([en, zh])('every unit, duty and source has words', (words) => {
    expect(Object.keys(words.unit)).toEqual(expect.arrayContaining(Object.keys(rows)));
    expect(Object.keys(words.duty)).toEqual(expect.arrayContaining(duties.rows.map(({ id }) => id)));
    expect(Object.keys(words.source)).toEqual(
      expect.arrayContaining([units.id, zones.id, weekends.id, holidays.id, currencies.id, duties.id]),
    );
  });

  test('the words of a duty use only values its row has', () => {
    for (const { id, values } of duties.rows)
      for (const words of [en, zh]) {
        const text = (words.duty as unknown as Record<string, string>)[id] ?? '';
        const used = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
        expect.soft(Object.keys(values), id).toEqual(expect.arrayContaining(used));
      }
  });
});
