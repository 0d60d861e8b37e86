/** A while in which Parley only measures, so that an owner can compare with how it went before. */
import type { Instant } from '../ids';

/** From when until when Parley only watches, or did. */
export interface Watch {
  readonly from: Instant;
  readonly until: Instant;
}

/** How long it watches when somebody wants it to. Units: days. */
export const WATCH_DAYS = 2;

const DAY_MS = 86_400_000;

/** Longer than this nobody works without what they have installed. Units: days. */
const MOST_DAYS = 14;

const momentOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);

/** Whether a value read from somewhere is such a while, or null for none. */
export const isWatch = (value: unknown): value is Watch | null => {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { from, until } = value as Readonly<Record<string, unknown>>;
  const span = momentOf(until) - momentOf(from);
  return span >= 0 && span <= MOST_DAYS * DAY_MS;
};

/** Until when Parley only watches; null while it helps. */
export const watchingUntil = (watch: Watch | null, now: Instant): Instant | null =>
  watch !== null && watch.from <= now && now < watch.until ? watch.until : null;

/** A while that begins now. */
export const watchFrom = (now: Instant): Watch => ({
  from: now,
  until: new Date(Date.parse(now) + WATCH_DAYS * DAY_MS).toISOString() as Instant,
});
