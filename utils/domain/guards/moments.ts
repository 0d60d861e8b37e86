import type { Hit } from './hit';
import { addDays, dayMs, dayOfMs, weekdayOf } from '../convert/measures/civil-day';
import { daysOf, findDates } from './dates';
import type { GuardText } from './guard-text';

/** A day a text names, by a date or counted from today; offsets of the normalised text. */
export interface Moment extends Hit {
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const FRIDAY = 5;
const HOURS_A_DAY = 24;
/** No promise reaches further than this; larger numbers are guarantees and terms. */
const MOST_DAYS = 60;
/** Words such as "within" and the first number of a range stand in between. */
const MARK_REACH = 4;

const nextWeekday = (today: number, wanted: number): number => {
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
};

const fridayOf = (today: number): number => addDays(today, (FRIDAY - weekdayOf(today) + 7) % 7);

const addWorkingDays = (from: number, count: number): number => {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) % 6 !== 0) left -= 1;
  }
  return day;
};

const lastOfMonth = (today: number): number => {
  const at = new Date(today);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0);
};

const WORDS: readonly (readonly [cue: string, dayFrom: (today: number) => number])[] = [
  ['DAY_0', (today) => today],
  ['DAY_1', (today) => addDays(today, 1)],
  ['DAY_2', (today) => addDays(today, 2)],
  ['WEEK_THIS', fridayOf],
  ['WEEK_NEXT', (today) => addDays(fridayOf(addDays(today, -((weekdayOf(today) + 6) % 7))), 7)],
  ['MONTH_THIS', lastOfMonth],
];

const UNITS: readonly (readonly [cue: string, dayFrom: (today: number, count: number) => number])[] = [
  ['UNIT_HOUR', (today, count) => addDays(today, Math.ceil(count / HOURS_A_DAY))],
  ['UNIT_WORKDAY', addWorkingDays],
  ['UNIT_DAY', addDays],
  ['UNIT_WEEK', (today, count) => addDays(today, count * 7)],
];

const MAY_BE_GLUED = /\d[hsч]/;
const GLUED = /^(\d{1,3})(h|hs|hrs|hr|std|ч)$/;

/** The number a word writes; null when it is none. */
const numberOf = (word: string | undefined, { words }: GuardText): number | null => {
  if (word === undefined) return null;
  return /^\d{1,3}$/.test(word) ? Number(word) : (words.numbers.get(word) ?? null);
};

const overlaps = (a: Hit, b: Hit): boolean => a.firstWord <= b.lastWord && b.firstWord <= a.lastWord;

/** Whether a stretch is said to be a term: "within" before it, or "以内" behind it. */
const isMarked = (text: GuardText, at: Hit): boolean => {
  const near = (cue: string, side: 'before' | 'after', reach: number): boolean =>
    text.hitsIn(cue, at.sentence).some((mark) => {
      const gap = side === 'before' ? at.firstWord - mark.lastWord - 1 : mark.firstWord - at.lastWord - 1;
      return gap >= 0 && gap <= reach;
    });
  return near('IN_BEFORE', 'before', MARK_REACH * text.wordsPerUnit) || near('IN_AFTER', 'after', 1);
};

/** Stretches of time counted from today: "within 24 hours", "in 2-3 days", "3日以内". */
function terms(text: GuardText, today: number): readonly Moment[] {
  const { words } = text.tokens;
  const found: Moment[] = [];
  const add = (hit: Hit, ms: number): void => {
    const days = (ms - today) / 86_400_000;
    if (days <= MOST_DAYS && isMarked(text, hit)) found.push({ ...hit, day: dayOfMs(ms) });
  };
  for (const [cue, dayFrom] of UNITS)
    for (const hit of text.hits(cue)) {
      const value = numberOf(words[hit.firstWord - 1], text);
      const first = value === null ? hit.firstWord : hit.firstWord - 1;
      const start = text.tokens.starts[first] ?? hit.start;
      // "next few days" has no number and names no day.
      if (value !== null && value <= MOST_DAYS * HOURS_A_DAY)
        add({ ...hit, firstWord: first, start }, dayFrom(today, value));
    }
  if (!MAY_BE_GLUED.test(text.text)) return found;
  words.forEach((word, at) => {
    const hours = GLUED.exec(word)?.[1];
    if (hours === undefined) return;
    const [start = 0, end = 0] = [text.tokens.starts[at], text.tokens.ends[at]];
    add(text.asHit({ start, end }), addDays(today, Math.ceil(Number(hours) / HOURS_A_DAY)));
  });
  return found;
}

/** The days a text names, in its order; of two readings of the same words the longer one. */
export function findMoments(text: GuardText, today: string): readonly Moment[] {
  const now = dayMs(today);
  if (now === null) return [];
  const dates = findDates(text).flatMap((date): readonly Moment[] => {
    const days = daysOf(date, today);
    // Of two readings (03/04) the next one to come is meant: nobody promises the past.
    const day = [...days].filter((one) => one >= today).sort()[0] ?? days[0];
    return day === undefined ? [] : [{ ...text.asHit(date), day }];
  });
  const said = WORDS.flatMap(([cue, dayFrom]) =>
    text.hits(cue).map((hit): Moment => ({ ...hit, day: dayOfMs(dayFrom(now)) })),
  );
  const weekdays = [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) =>
    text
      .hits(`WEEKDAY_${weekday}`)
      // "Friday, 24 November" is one day, said twice.
      .filter((hit) => !dates.some((date) => Math.abs(date.firstWord - hit.lastWord) <= 3 * text.wordsPerUnit))
      .map((hit): Moment => ({ ...hit, day: dayOfMs(nextWeekday(now, weekday)) })),
  );
  const all: readonly Moment[] = [...dates, ...said, ...weekdays, ...terms(text, now)];
  const length = ({ firstWord, lastWord }: Hit): number => lastWord - firstWord;
  return all
    .filter((one) => !all.some((other) => other !== one && overlaps(one, other) && length(other) > length(one)))
    .sort((a, b) => a.start - b.start);
}
