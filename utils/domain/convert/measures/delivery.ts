import { err, ok, type Result } from '../../result';
import { addDays, dayMs, dayOfMs, weekdayOf, type CivilDay } from './civil-day';
import type { HolidayTable, MeasureTables, WeekendTable } from './tables';

/** What a delivery window is computed from; the day of dispatch itself does not count. */
export interface DeliveryAsked {
  readonly from: CivilDay;
  readonly workingDays: readonly [low: number, high: number];
  /** ISO 3166-1 alpha-2 of the destination. */
  readonly country: string;
  /** Days of the week without delivery, 0 for Sunday; absent: those of the country. */
  readonly weekend?: readonly number[];
  /** Days without delivery besides those; absent: the public holidays of the country, as far as loaded. */
  readonly holidays?: readonly CivilDay[];
}

/** First and last day a parcel should arrive. */
export interface DeliveryWindow {
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** Public holidays within the window's way that fell on working days. */
  readonly skipped: readonly CivilDay[];
  /** False when the holidays of the country or of a year are not known: only weekends were left out. */
  readonly holidaysCounted: boolean;
}

/** Why there is no window; shown as `convert.cannot.<kind>`. */
export type DeliveryProblem =
  | { readonly kind: 'unknown-destination'; readonly country: string }
  | { readonly kind: 'not-a-day'; readonly day: string }
  | { readonly kind: 'not-working-days'; readonly days: readonly [number, number] };

/** More working days than this are no promise anybody makes. */
const MOST_DAYS = 250;

/** Days of the week without delivery in a country, 0 for Sunday. */
export function weekendOf(country: string, { weekends }: WeekendTable): readonly number[] {
  const days = Object.entries(weekends).find(([, countries]) => countries.split(' ').includes(country))?.[0] ?? '06';
  return [...days].map(Number);
}

/** Public holidays of a country in a year; null when the table does not have them. */
export function holidaysOf(country: string, year: number, table: HolidayTable): readonly CivilDay[] | null {
  const days = Object.hasOwn(table.days, country) ? table.days[country]?.[String(year)] : undefined;
  if (days === undefined) return null;
  return days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
}

/**
 * The days between which a parcel arrives that takes so many working days.
 *
 * Errors: a country without known weekend, a day that is none, working days that are none or too many.
 */
export function deliveryWindow(asked: DeliveryAsked, tables: MeasureTables): Result<DeliveryWindow, DeliveryProblem> {
  const { country, workingDays } = asked;
  const [low, high] = workingDays;
  if (!Object.hasOwn(tables.zones.countries, country)) return err({ kind: 'unknown-destination', country });
  const start = dayMs(asked.from);
  if (start === null) return err({ kind: 'not-a-day', day: asked.from });
  const isCount = (days: number): boolean => Number.isInteger(days) && days >= 0 && days <= MOST_DAYS;
  if (!isCount(low) || !isCount(high) || low > high) return err({ kind: 'not-working-days', days: workingDays });
  const weekend = new Set(asked.weekend ?? weekendOf(country, tables.weekends));
  if (weekend.size > 6) return err({ kind: 'not-working-days', days: workingDays });

  const known = holidayBook(asked, tables);
  const skipped: CivilDay[] = [];
  let day = start;
  const next = (): void => {
    for (;;) {
      day = addDays(day, 1);
      if (weekend.has(weekdayOf(day))) continue;
      const written = dayOfMs(day);
      if (!known.isHoliday(written)) return;
      skipped.push(written);
    }
  };
  let first = start;
  for (let count = 1; count <= high; count += 1) {
    next();
    if (count === low) first = day;
  }
  return ok({ from: dayOfMs(first), to: dayOfMs(day), skipped, holidaysCounted: known.isComplete() });
}

interface HolidayBook {
  isHoliday(day: CivilDay): boolean;
  isComplete(): boolean;
}

/** Years are opened as the days reach them. */
function holidayBook({ country, holidays }: DeliveryAsked, tables: MeasureTables): HolidayBook {
  if (holidays) {
    const given = new Set(holidays);
    return { isHoliday: (day) => given.has(day), isComplete: () => true };
  }
  const table = tables.holidays;
  const years = new Map<string, ReadonlySet<CivilDay>>();
  let isComplete = table !== undefined;
  return {
    isHoliday: (day) => {
      const year = day.slice(0, 4);
      let days = years.get(year);
      if (!days) {
        const found = table ? holidaysOf(country, Number(year), table) : null;
        isComplete &&= found !== null;
        days = new Set(found ?? []);
        years.set(year, days);
      }
      return days.has(day);
    },
    isComplete: () => isComplete && years.size > 0,
  };
}
