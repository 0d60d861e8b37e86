import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { loadHolidays } from '@/utils/catalog/time/load-measure-extras';
import { measureExtras } from '@/utils/catalog/time/measure-extras';
import { addDays, dayMs, dayOfMs, weekdayOf } from '@/utils/domain/convert/measures/civil-day';
import { deliveryWindow, weekendOf } from '@/utils/domain/convert/measures/delivery';

const tables = { ...measureTables, ...measureExtras };
const window = (from: string, workingDays: readonly [number, number], country: string) => {
  const found = deliveryWindow({ from, workingDays, country }, tables);
  return found.ok
    ? `${found.value.from} ${found.value.to}${found.value.holidaysCounted ? '' : ' ?'}`
    : found.error.kind;
};

describe('delivery window', () => {
  test.each<[string, readonly [number, number], string, string]>([
    ['2026-11-23', [3, 5], 'DE', '2026-11-26 2026-11-30'],
    ['2026-11-20', [1, 1], 'DE', '2026-11-23 2026-11-23'],
    ['2026-11-21', [1, 2], 'DE', '2026-11-23 2026-11-24'],
    ['2026-11-22', [0, 1], 'DE', '2026-11-22 2026-11-23'],
    // Thanksgiving.
    ['2026-11-25', [1, 1], 'US', '2026-11-27 2026-11-27'],
    // Christmas and New Year.
    ['2026-12-22', [3, 5], 'DE', '2026-12-28 2026-12-30'],
    ['2026-12-23', [1, 5], 'GB', '2026-12-24 2027-01-04'],
    ['2026-12-31', [1, 1], 'FR', '2027-01-04 2027-01-04'],
    ['2027-12-24', [1, 3], 'US', '2027-12-27 2027-12-29'],
    // Year end with more than one table year.
    ['2027-12-20', [10, 15], 'GB', '2028-01-06 2028-01-13'],
    // Leap year.
    ['2028-02-25', [1, 3], 'DE', '2028-02-28 2028-03-01'],
    ['2027-02-26', [1, 2], 'DE', '2027-03-01 2027-03-02'],
    // Friday and Saturday in Saudi Arabia, Saturday and Sunday in the Emirates since 2022.
    ['2026-11-19', [1, 1], 'SA', '2026-11-22 2026-11-22'],
    ['2026-11-19', [1, 2], 'AE', '2026-11-20 2026-11-23'],
    ['2026-11-19', [1, 1], 'EG', '2026-11-22 2026-11-22 ?'],
    ['2026-11-20', [1, 1], 'IL', '2026-11-22 2026-11-22 ?'],
    // Golden Week in Japan, Spring Festival in China, Chuseok in Korea.
    ['2026-05-01', [1, 2], 'JP', '2026-05-07 2026-05-08'],
    ['2027-02-04', [1, 1], 'CN', '2027-02-08 2027-02-08'],
    ['2027-09-13', [1, 1], 'KR', '2027-09-17 2027-09-17'],
    ['2027-03-25', [1, 1], 'ES', '2027-03-29 2027-03-29'],
    ['2027-03-08', [1, 1], 'TR', '2027-03-12 2027-03-12'],
    // Countries and years without a table of holidays.
    ['2026-12-23', [1, 2], 'SE', '2026-12-24 2026-12-25 ?'],
    ['2035-12-24', [1, 1], 'DE', '2035-12-25 2035-12-25 ?'],
    ['2026-11-23', [3, 5], 'XX', 'unknown-destination'],
    ['2026-11-23', [3, 5], 'constructor', 'unknown-destination'],
    ['2026-02-30', [3, 5], 'DE', 'not-a-day'],
    ['tomorrow', [3, 5], 'DE', 'not-a-day'],
    ['2026-11-23', [5, 3], 'DE', 'not-working-days'],
    ['2026-11-23', [-1, 3], 'DE', 'not-working-days'],
    ['2026-11-23', [1.5, 3], 'DE', 'not-working-days'],
    ['2026-11-23', [1, 10_000], 'DE', 'not-working-days'],
    ['2026-11-23', [1, Number.NaN], 'DE', 'not-working-days'],
  ])('from %s, %j working days to %s: %s', (from, days, country, expected) => {
    expect(window(from, days, country)).toBe(expected);
  });

  test('names the holidays it left out', () => {
    const found = deliveryWindow({ from: '2026-12-24', workingDays: [1, 1], country: 'DE' }, tables);
    expect(found).toMatchObject({ ok: true, value: { skipped: ['2026-12-25'] } });
  });

  test('given holidays and weekend come before those of the country', () => {
    const asked = {
      from: '2026-12-23',
      workingDays: [1, 2],
      country: 'DE',
      holidays: ['2026-12-24'],
      weekend: [0],
    } as const;
    expect(deliveryWindow(asked, tables)).toMatchObject({ value: { from: '2026-12-25', to: '2026-12-26' } });
    expect(deliveryWindow({ ...asked, weekend: [0, 1, 2, 3, 4, 5, 6] }, tables).ok).toBe(false);
  });

  test('without a table of holidays it says that only weekends were left out', () => {
    const found = deliveryWindow({ from: '2026-12-24', workingDays: [1, 1], country: 'DE' }, measureTables);
    expect(found).toMatchObject({ value: { to: '2026-12-25', holidaysCounted: false } });
  });

  test('holidays are loaded by country and years', async () => {
    expect(await loadHolidays('US', [2026])).toContain('2026-11-26');
    expect(await loadHolidays('US', [2026, 2027])).toContain('2027-01-01');
    expect(await loadHolidays('US', [1990])).toBeNull();
    expect(await loadHolidays('SE', [2026])).toBeNull();
  });

  test('any day and count give days that are worked, in order, and more days never arrive earlier', () => {
    const day = fc.integer({ min: 20_000, max: 23_000 }).map((days) => dayOfMs(days * 86_400_000));
    const country = fc.constantFrom('US', 'GB', 'DE', 'SA', 'AE', 'CN', 'JP', 'IR', 'NP', 'BN', 'SE');
    fc.assert(
      fc.property(
        day,
        country,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 8 }),
        (from, to, low, more) => {
          const found = deliveryWindow({ from, workingDays: [low, low + more], country: to }, tables);
          const longer = deliveryWindow({ from, workingDays: [low + 1, low + more + 1], country: to }, tables);
          if (!found.ok || !longer.ok) return false;
          const weekend = weekendOf(to, tables.weekends);
          const [first, last] = [dayMs(found.value.from)!, dayMs(found.value.to)!];
          const works = [first, last].every((ms) => !weekend.includes(weekdayOf(ms)));
          return (
            works &&
            from < found.value.from &&
            first <= last &&
            longer.value.from > found.value.from &&
            longer.value.to > found.value.to
          );
        },
      ),
      { numRuns: 10_000 },
    );
  }, 20_000);

  test('any strings are refused or answered without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double(), fc.double(), (from, country, low, high) => {
        const found = deliveryWindow({ from, workingDays: [low, high], country }, tables);
        return !found.ok;
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('days of the calendar', () => {
  test.each(['2028-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s is one', (day) => {
    expect(dayOfMs(dayMs(day)!)).toBe(day);
  });

  test.each(['2027-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-11-31'])('%j is none', (day) => {
    expect(dayMs(day)).toBeNull();
  });

  test('the day after the last of February is the 29th in a leap year only', () => {
    expect(dayOfMs(addDays(dayMs('2028-02-28')!, 1))).toBe('2028-02-29');
    expect(dayOfMs(addDays(dayMs('2027-02-28')!, 1))).toBe('2027-03-01');
  });
});
