import { momentOf, offsetMinutes, wallTime, type WallTime } from './clock';
import type { MeasureTables, ZoneTable } from './tables';

/** The same moment at another place. */
export interface TimeThere {
  readonly zone: string;
  /** Minutes after midnight on the clock there. */
  readonly minutes: number;
  /** `YYYY-MM-DD` there. */
  readonly day: string;
  /** Days the calendar there is ahead (1) or behind (-1). */
  readonly dayShift: number;
  /** Set when the clocks of the first place change that day: the time does not exist or comes twice. */
  readonly note?: 'skipped' | 'twice';
}

/** A time of day at one place to be told at another. */
export interface TimeAsked {
  /** Minutes after midnight at `from`; absent: now. */
  readonly minutes?: number;
  readonly from: string;
  readonly to: string;
  /** Now in milliseconds UTC; a time of day is meant on this day at `from`. */
  readonly now: number;
}

/** Zones of a country with different clocks, the most populous first; empty for an unknown country. */
export const zonesOf = (country: string, { countries }: ZoneTable): readonly string[] =>
  Object.hasOwn(countries, country) ? (countries[country]?.split(' ') ?? []) : [];

/** What the clocks at one place show when those at another show a time; null for a zone the browser does not know. */
export function timeIn({ minutes, from, to, now }: TimeAsked): TimeThere | null {
  const here = wallTime(now, from);
  if (!here) return null;
  if (minutes !== undefined && !(minutes >= 0 && minutes < 1440)) return null;
  const moment = minutes === undefined ? { ms: now } : momentOf({ ...here, minutes: Math.floor(minutes) }, from);
  const there = moment && wallTime(moment.ms, to);
  if (!there) return null;
  const note = 'note' in moment ? moment.note : undefined;
  return {
    zone: to,
    minutes: there.minutes,
    day: writeDay(there),
    dayShift: Math.round(
      (Date.UTC(there.year, there.month - 1, there.day) - Date.UTC(here.year, here.month - 1, here.day)) / 86_400_000,
    ),
    ...(note ? { note } : {}),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const writeDay = ({ year, month, day }: WallTime): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** A time of day as `HH:MM`. */
export const writeMinutes = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes) % 60)}`;

/** Clock of one zone of a country now. */
export interface ZoneClock {
  readonly zone: string;
  readonly minutes: number;
  readonly day: string;
}

/** Clocks of a country now, earliest first; one for each zone that shows another time. Empty for an unknown country. */
export function timesIn(country: string, now: number, { zones }: MeasureTables): readonly ZoneClock[] {
  const clocks = zonesOf(country, zones).flatMap((zone) => {
    const wall = wallTime(now, zone);
    return wall ? [{ zone, minutes: wall.minutes, day: writeDay(wall) }] : [];
  });
  const seen = new Set<string>();
  return clocks
    .filter(({ minutes, day }) => !seen.has(`${day} ${minutes}`) && seen.add(`${day} ${minutes}`))
    .sort((a, b) => (a.day + writeMinutes(a.minutes) < b.day + writeMinutes(b.minutes) ? -1 : 1));
}

/** Hours at which a message or call is welcome. Units: minutes after midnight, end exclusive. */
export const POLITE = { from: 8 * 60, to: 20 * 60 } as const;

/** Whether it is a polite hour in all zones now, and when the next one begins. */
export interface PoliteHours {
  readonly isPolite: boolean;
  /** The next moment it is polite in every zone, milliseconds UTC; now when it already is. Null when there is none. */
  readonly next: number | null;
}

const STEP_MS = 15 * 60_000;

/** Whether it is between 8 and 20 o'clock in all the zones given, and the next quarter of an hour that is. */
export function politeHours(zones: readonly string[], now: number): PoliteHours {
  const isPolite = (ms: number): boolean =>
    zones.every((zone) => {
      const minutes = wallTime(ms, zone)?.minutes;
      return minutes !== undefined && minutes >= POLITE.from && minutes < POLITE.to;
    });
  if (zones.length === 0) return { isPolite: false, next: null };
  if (isPolite(now)) return { isPolite: true, next: now };
  const first = Math.ceil(now / STEP_MS) * STEP_MS;
  // Two days of quarters: a change of the clocks cannot hide a whole day.
  for (let step = 0; step < 192; step += 1)
    if (isPolite(first + step * STEP_MS)) return { isPolite: false, next: first + step * STEP_MS };
  return { isPolite: false, next: null };
}

/** How many minutes one zone is ahead of another at a moment; null for an unknown zone. */
export function minutesAhead(zone: string, of: string, now: number): number | null {
  const [there, here] = [offsetMinutes(now, zone), offsetMinutes(now, of)];
  return there === null || here === null ? null : there - here;
}
