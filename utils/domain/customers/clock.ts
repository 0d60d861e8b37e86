/**
 * Hybrid logical clock: time of day as far as it can be trusted, a counter for everything within one millisecond,
 * and the node for a total order. As text it sorts like time, so that rows and bundles compare it as strings.
 */
import { brandAs, type Instant } from '../ids';
import { err, ok, type Result } from '../result';

/** One reading of the clock. Units: milliseconds since 1970 UTC. */
export interface HybridTime {
  readonly millis: number;
  readonly counter: number;
  /** This installation: 1 to 36 of `a-z`, `0-9`, `-`. */
  readonly node: string;
}

/** Why there is no next reading. */
export type ClockProblem =
  | { readonly kind: 'clock-drift'; readonly aheadMs: number }
  | { readonly kind: 'clock-overflow' }
  | { readonly kind: 'clock-malformed' };

/** A change from another machine may be this far ahead of our time of day. Units: milliseconds. */
export const maxDriftMs = 60 * 60 * 1000;

// 9 digits in base 36 last until the year 5188; 4 digits count 1.6 million changes in one millisecond.
const MILLIS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const MAX_MILLIS = 36 ** MILLIS_DIGITS - 1;
const MAX_COUNTER = 36 ** COUNTER_DIGITS - 1;
const SHAPE = /^([0-9a-z]{9}):([0-9a-z]{4}):([a-z0-9-]{1,36})$/;

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/** Writes a reading as text whose order is the order of the clock. */
export const formatClock = ({ millis, counter, node }: HybridTime): string =>
  `${digits(millis, MILLIS_DIGITS)}:${digits(counter, COUNTER_DIGITS)}:${node}`;

/**
 * Reads what `formatClock` wrote.
 *
 * Errors: `clock-malformed`.
 */
export const parseClock = (text: string): Result<HybridTime, ClockProblem> => {
  const [, millis, counter, node] = SHAPE.exec(text) ?? [];
  if (millis === undefined || counter === undefined || node === undefined) return err({ kind: 'clock-malformed' });
  return ok({ millis: parseInt(millis, 36), counter: parseInt(counter, 36), node });
};

const after = (millis: number, counter: number, node: string): Result<HybridTime, ClockProblem> =>
  counter > MAX_COUNTER || millis > MAX_MILLIS ? err({ kind: 'clock-overflow' }) : ok({ millis, counter, node });

/**
 * The next reading for a change made here; always later than `last`, also when the time of day was set back.
 *
 * Errors: `clock-overflow` after 1.6 million changes while the time of day stands still or runs behind.
 */
export const tickClock = (last: HybridTime, nowMs: number): Result<HybridTime, ClockProblem> =>
  nowMs > last.millis ? after(nowMs, 0, last.node) : after(last.millis, last.counter + 1, last.node);

/**
 * The next reading after taking in a change from another machine; later than both.
 *
 * Errors: `clock-drift` when the other machine is more than `maxDriftMs` ahead, because taking it in would pull every
 * later change of ours into that future; `clock-overflow`.
 */
export const receiveClock = (
  last: HybridTime,
  incoming: HybridTime,
  nowMs: number,
): Result<HybridTime, ClockProblem> => {
  const aheadMs = incoming.millis - nowMs;
  if (aheadMs > maxDriftMs) return err({ kind: 'clock-drift', aheadMs });
  const millis = Math.max(nowMs, last.millis, incoming.millis);
  const seen = [last, incoming].filter((reading) => reading.millis === millis).map((reading) => reading.counter);
  return after(millis, seen.length === 0 ? 0 : Math.max(...seen) + 1, last.node);
};

/** The moment a reading was made, as far as its time of day can be trusted; 1970 for what is no reading. */
export const clockInstant = (text: string): Instant => {
  const read = parseClock(text);
  return brandAs<'Instant'>(new Date(read.ok ? read.value.millis : 0).toISOString());
};
