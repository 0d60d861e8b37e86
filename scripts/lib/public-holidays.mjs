// Public holidays of the main destinations, as date-holidays computes them.
import Holidays from 'date-holidays';

const DAY_MS = 86_400_000;

/** Destinations most parcels go to. */
export const COUNTRIES = 'AE AU BR CA CN DE ES FR GB IT JP KR MX NL PL PT RU SA TR US'.split(' ');
/** First and last year of the table. */
export const YEARS = [2026, 2031];

// The Emirates took these off their list in 2019; the library still names them.
const NOT_KEPT = { AE: /Mi'raj|Ramadan$/ };

/** Days of a year without work in all of a country, as `MMDD`; half days are worked. */
export function publicHolidays(country, year) {
  const library = new Holidays(country);
  const days = new Set();
  for (const near of [year - 1, year])
    for (const { type, name, date, start, end } of library.getHolidays(near, 'en')) {
      if (type !== 'public' || NOT_KEPT[country]?.test(name)) continue;
      // Clock of the country read as UTC, so that this machine's zone plays no part.
      const from = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`);
      const to = from + (end - start);
      for (let day = from - (from % DAY_MS); day < to; day += DAY_MS) {
        const share = (Math.min(to, day + DAY_MS) - Math.max(from, day)) / DAY_MS;
        const written = new Date(day).toISOString();
        if (share > 0.75 && written.startsWith(`${year}-`)) days.add(written.slice(5, 7) + written.slice(8, 10));
      }
    }
  return [...days].sort();
}

/** The whole table, by country and year. */
export function holidayDays() {
  const years = Array.from({ length: YEARS[1] - YEARS[0] + 1 }, (_, index) => YEARS[0] + index);
  return Object.fromEntries(
    COUNTRIES.map((country) => [
      country,
      Object.fromEntries(years.map((year) => [String(year), publicHolidays(country, year).join(' ')])),
    ]),
  );
}
