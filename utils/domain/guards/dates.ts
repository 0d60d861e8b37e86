import { dayMs, dayOfMs } from '../convert/measures/civil-day';
import type { Span } from '../text/span';
import type { GuardText } from './guard-text';
import type { GuardWords } from './guard-words';

/** How a date is written, so that another one can be written the same way. */
export type DateStyle =
  | { readonly kind: 'named' }
  | { readonly kind: 'east' }
  | { readonly kind: 'numbers'; readonly order: 'ymd' | 'dmy' | 'mdy'; readonly separator: string };

/** A date in a text; several options where figures can be read both ways (`03/04`). Offsets of the normalised text. */
export interface FoundDate extends Span {
  readonly year?: number;
  readonly options: readonly { readonly month: number; readonly day: number }[];
  readonly style: DateStyle;
}

const YEAR_FIRST = /(?<![\d./-])(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g;
const YEAR_LAST = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d|\d\d)(?![\d/-]|[.,]\d)/g;
const EAST = /(?:(20\d\d)\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/g;

interface DatePatterns {
  readonly dayMonth: RegExp | null;
  readonly monthDay: RegExp | null;
  readonly short: RegExp | null;
}

const prepared = new WeakMap<GuardWords, DatePatterns>();

function patternsOf(words: GuardWords): DatePatterns {
  const known = prepared.get(words);
  if (known) return known;
  const { monthPattern: month, onPattern: on } = words;
  const year = '(?:,?\\s?(?:de |del |of )?(20\\d\\d))?';
  const made: DatePatterns = {
    dayMonth: month
      ? new RegExp(
          `(?<![\\d.,:/-])(\\d{1,2})(?:\\.|st|nd|rd|th|er|o|a|\u00ba)?\\s?(?:de |of |di |d')?(${month})(?!\\p{L})\\.?${year}`,
          'gu',
        )
      : null,
    monthDay: month
      ? new RegExp(`(?<!\\p{L})(${month})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])(?![.,]\\d)${year}`, 'gu')
      : null,
    // Two figures alone are a date only behind a word such as "by"; "24/7" and "1/2" are none.
    short: on
      ? new RegExp(`(?<!\\p{L})(?:${on})\\s(\\d{1,2})([./])(\\d{1,2})(?![\\d/]|[.,]\\d|\\s?[%€$£])`, 'gu')
      : null,
  };
  prepared.set(words, made);
  return made;
}

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Finds the dates of a text, in its order. */
export function findDates({ text, words }: Pick<GuardText, 'text' | 'words'>): readonly FoundDate[] {
  if (!/\d/.test(text)) return [];
  const found: FoundDate[] = [];
  const add = (date: Omit<FoundDate, 'options' | 'year'>, options: FoundDate['options'], year?: number): void => {
    const real = options.filter(({ month, day }) => isDay(month, day));
    if (real.length === 0 || found.some((one) => one.start < date.end && date.start < one.end)) return;
    found.push({ ...date, options: real, ...(year === undefined ? {} : { year: year < 100 ? 2000 + year : year }) });
  };
  const spanOf = (match: RegExpMatchArray): Span => ({
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].trimEnd().length,
  });
  /** Americans write the month first, everybody else the day; English is written by both. */
  const figures = (a: number, b: number): FoundDate['options'] => {
    const dayFirst = { month: b, day: a };
    return words.lang === 'en' && a !== b ? [{ month: a, day: b }, dayFirst] : [dayFirst];
  };
  const orderOf = (a: number): 'dmy' | 'mdy' => (words.lang === 'en' && a <= 12 ? 'mdy' : 'dmy');
  for (const match of text.matchAll(YEAR_FIRST)) {
    const style = { kind: 'numbers', order: 'ymd', separator: match[2] ?? '-' } as const;
    add({ ...spanOf(match), style }, [{ month: Number(match[3]), day: Number(match[4]) }], Number(match[1]));
  }
  for (const match of text.matchAll(YEAR_LAST)) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const style = { kind: 'numbers', order: orderOf(a), separator: match[2] ?? '/' } as const;
    add({ ...spanOf(match), style }, figures(a, b), Number(match[4]));
  }
  for (const match of text.matchAll(EAST)) {
    const [, year, month, day] = match;
    const option = { month: Number(month), day: Number(day) };
    add({ ...spanOf(match), style: { kind: 'east' } }, [option], year === undefined ? undefined : Number(year));
  }
  const { dayMonth, monthDay, short } = patternsOf(words);
  const named = (match: RegExpMatchArray, name: string, day: number, year: string | undefined): void => {
    const option = { month: words.monthOf.get(name) ?? 0, day };
    add({ ...spanOf(match), style: { kind: 'named' } }, [option], year === undefined ? undefined : Number(year));
  };
  if (dayMonth) for (const match of text.matchAll(dayMonth)) named(match, match[2] ?? '', Number(match[1]), match[3]);
  if (monthDay) for (const match of text.matchAll(monthDay)) named(match, match[1] ?? '', Number(match[2]), match[3]);
  for (const match of short ? text.matchAll(short) : []) {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const style = { kind: 'numbers', order: orderOf(a), separator: match[2] ?? '/' } as const;
    const { end } = spanOf(match);
    add({ start: end - `${match[1]}${match[2]}${match[3]}`.length, end, style }, figures(a, b));
  }
  return found.sort((a, b) => a.start - b.start);
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The days a date can mean, as `YYYY-MM-DD`; without a year the one nearest to `near`. */
export function daysOf(date: FoundDate, near: string): readonly string[] {
  const at = dayMs(near);
  if (at === null) return [];
  const year = Number(near.slice(0, 4));
  return date.options.flatMap(({ month, day }) => {
    const years = date.year === undefined ? [year - 1, year, year + 1] : [date.year];
    const all = years.flatMap((one) => dayMs(`${one}-${two(month)}-${two(day)}`) ?? []);
    const [best] = all.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
    return best === undefined ? [] : [dayOfMs(best)];
  });
}

/** Writes a day the way a found date is written; the year only where it was written. */
export function writeDay(day: string, like: FoundDate, lang: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const { style } = like;
  if (style.kind === 'east' && lang !== 'ko')
    return `${like.year === undefined ? '' : `${year}年`}${Number(month)}月${Number(dayOfMonth)}日`;
  if (style.kind === 'numbers') {
    const { separator, order } = style;
    if (order === 'ymd') return [year, month, dayOfMonth].join(separator);
    const parts = order === 'mdy' ? [month, dayOfMonth] : [dayOfMonth, month];
    return [...parts, ...(like.year === undefined ? [] : [year])].join(separator);
  }
  const withYear = like.year === undefined ? {} : ({ year: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric',
    month: 'long',
    ...withYear,
    timeZone: 'UTC',
  });
  return format.format(dayMs(day) ?? 0).replace(/\s?г\.$/, '');
}
