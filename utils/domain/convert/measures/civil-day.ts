/** A day of the calendar as `YYYY-MM-DD`, without time or zone. */
export type CivilDay = string;

const DAY_MS = 86_400_000;

/** Midnight UTC of a day in milliseconds; null for what is no day of the calendar (`2027-02-29`). */
export function dayMs(day: CivilDay): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) || dayOfMs(ms) !== day ? null : ms;
}

/** The day of a moment in UTC. */
export const dayOfMs = (ms: number): CivilDay => new Date(ms).toISOString().slice(0, 10);

/** The day so many days later. */
export const addDays = (ms: number, days: number): number => ms + days * DAY_MS;

/** Day of the week, 0 for Sunday. */
export const weekdayOf = (ms: number): number => new Date(ms).getUTCDay();
