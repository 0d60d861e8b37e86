import { holidaysOf } from '../../domain/convert/measures/delivery';
import type { HolidayTable, MeasureTables, PlaceTable } from '../../domain/convert/measures/tables';

/** Tables that only times of cities and delivery days need. */
export interface MeasureExtras {
  readonly places: PlaceTable;
  readonly holidays: HolidayTable;
}

/** Every table of measures, none of them empty. */
export type WholeMeasures = MeasureTables & MeasureExtras;

/** Loads what times, deliveries, money and duties need, which would weigh on the first sight of a page. */
export async function loadMeasureExtras(): Promise<WholeMeasures> {
  const [{ measureTables }, { measureExtras }] = await Promise.all([
    import('../measures/measure-tables'),
    import('./measure-extras'),
  ]);
  return { ...measureTables, ...measureExtras };
}

/** Public holidays of a country in the years asked for as `YYYY-MM-DD`; null when one of them is not known. */
export async function loadHolidays(country: string, years: readonly number[]): Promise<readonly string[] | null> {
  const { holidays } = await loadMeasureExtras();
  const days = years.map((year) => holidaysOf(country, year, holidays));
  return days.includes(null) ? null : days.flatMap((year) => year ?? []);
}
