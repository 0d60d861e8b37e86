const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Last moment a date can hold. Units: milliseconds. */
const LAST_MS = 8.64e15;

const dayNumber = (moment: string): number => Math.floor(Date.parse(moment) / DAY_MS);
const isoAt = (ms: number): string => new Date(Math.max(-LAST_MS, Math.min(LAST_MS, ms))).toISOString();

/** Whole calendar days in UTC from one moment to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Hours from one instant to another. */
export const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / HOUR_MS;

/** The day some days after a moment, `YYYY-MM-DD`. */
export const dayAfter = (from: string, days: number): string => isoAt((dayNumber(from) + days) * DAY_MS).slice(0, 10);

/** The instant some hours after another. */
export const hoursAfter = (from: string, hours: number): string => isoAt(Date.parse(from) + hours * HOUR_MS);

/** Whether a text can be read as a moment. */
export const isMoment = (text: string | null | undefined): text is string =>
  typeof text === 'string' && !Number.isNaN(Date.parse(text));
