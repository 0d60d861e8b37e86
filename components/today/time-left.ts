import type { Translate } from '../ui/translate';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much something presses, for colour and weight beside the words. */
export type Pressure = 'late' | 'soon' | 'calm';

/**
 * Time left until a moment, or since it, in the largest unit that says enough: 90 minutes, 30 hours, 3 days. A clock runs
 * out and is late then; anything else begins at its moment and presses nobody.
 */
export function timeLeft(
  dueAt: string,
  { now, isClock, t }: { readonly now: Date; readonly isClock: boolean; readonly t: Translate },
): { readonly text: string; readonly pressure: Pressure } {
  const ms = Date.parse(dueAt) - now.getTime();
  const [unit, size] =
    Math.abs(ms) < 2 * HOUR ? ['minutes', MINUTE] : Math.abs(ms) < 2 * DAY ? ['hours', HOUR] : ['days', DAY];
  // Never more time than there is: what is left is rounded down, what has passed too.
  const time = t(`today.time.${unit}`, { count: Math.floor(Math.abs(ms) / size) });
  if (!isClock) return { text: t(ms < 0 ? 'today.time.ago' : 'today.time.in', { time }), pressure: 'calm' };
  return {
    text: t(ms < 0 ? 'today.time.late' : 'today.time.left', { time }),
    pressure: ms < 0 ? 'late' : ms < 2 * HOUR ? 'soon' : 'calm',
  };
}
