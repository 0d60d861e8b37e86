import type { HolidayTable, PlaceTable } from '../../domain/convert/measures/tables';
import { holidaysOf } from '../../domain/convert/measures/delivery';

/** Tables that only times of cities and delivery days need. */
export interface MeasureExtras {
  readonly places: PlaceTable;
  readonly holidays: HolidayTable;
}

/** Loads cities and public holidays, which would weigh on the first sight of a page. */
export async function loadMeasureExtras(): Promise<MeasureExtras> {
  const [places, holidays] = await Promise.all([import('./places.json'), import('./holidays.json')]);
  return { places: places.default, holidays: holidays.default as unknown as HolidayTable };
}

/** Public holidays of a country in the years asked for as `YYYY-MM-DD`; null when one of them is not known. */
export async function loadHolidays(country: string, years: readonly number[]): Promise<readonly string[] | null> {
  const { holidays } = await loadMeasureExtras();
  const days = years.map((year) => holidaysOf(country, year, holidays));
  return days.includes(null) ? null : days.flatMap((year) => year ?? []);
}
