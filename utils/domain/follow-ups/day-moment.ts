import { momentOf, wallTime } from '../convert/measures/clock';
import { brandAs, type Instant } from '../ids';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A list of a thousand orders has some sixty days in it, and asking the browser for each anew costs a second. */
const MOST_KEPT = 2_000;
const kept = new Map<string, number>();

const asInstant = (ms: number): Instant => brandAs<'Instant'>(new Date(ms).toISOString());

/** Midnight UTC of a day; NaN for text that is no day of the calendar, such as 30 February. */
const utcOf = (day: string): number => {
  const ms = DAY.test(day) ? Date.parse(day) : NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? ms : NaN;
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => !Number.isNaN(utcOf(text));

/** The day `count` days after a day, by the calendar; NaN days stay what they are. */
export const dayAfter = (day: string, count: number): string => {
  const ms = utcOf(day) + count * DAY_MS;
  return Number.isNaN(ms) ? day : new Date(ms).toISOString().slice(0, 10);
};

/** Midnight of a day on the clocks of a zone, in UTC for a zone the browser does not know. Units: milliseconds UTC. */
const beginMs = (day: string, zone: string): number => {
  const name = `${zone} ${day}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const utc = utcOf(day);
  const date = new Date(utc);
  const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minutes: 0 };
  const ms = (Number.isNaN(utc) ? null : momentOf(wall, zone)?.ms) ?? utc;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, ms);
  return ms;
};

/** The moment a day begins on the clocks of a zone; null for text that is no day. */
export const dayBegin = (day: string, zone: string): Instant | null => {
  const ms = beginMs(day, zone);
  return Number.isNaN(ms) ? null : asInstant(ms);
};

/** The last millisecond of a day on the clocks of a zone; null for text that is no day. */
export const dayEnd = (day: string, zone: string): Instant | null => {
  const ms = isDay(day) ? beginMs(dayAfter(day, 1), zone) : NaN;
  return Number.isNaN(ms) ? null : asInstant(ms - 1);
};

/** The day it is at a moment on the clocks of a zone, `YYYY-MM-DD`; in UTC for a zone the browser does not know. */
export const dayAt = (at: Instant, zone: string): string => {
  const wall = wallTime(Date.parse(at), zone);
  if (wall === null) return at.slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
};

/**
 * The moment some hours after a day or a moment; null for text that is neither. Whole days after a day are days of the
 * calendar, also when one of them has 23 or 25 hours; hours after a moment are hours that pass, weekends and all.
 */
export const hoursAfter = (start: string, hours: number, zone: string): Instant | null => {
  if (isDay(start)) {
    return hours % 24 === 0
      ? dayBegin(dayAfter(start, hours / 24), zone)
      : asInstant(beginMs(start, zone) + hours * HOUR_MS);
  }
  const ms = start.includes('T') ? Date.parse(start) : NaN;
  return Number.isNaN(ms) ? null : asInstant(ms + hours * HOUR_MS);
};
