/** Days as files write them: whole columns decide what single values leave open. */
import { isDay } from '../follow-ups/day-moment';
import type { DayOrder } from './fields';

// Before there were marketplaces, and after anybody will sell there.
const FIRST_YEAR = 1995;
const LAST_YEAR = 2100;

const LANGS = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'tr', 'ru', 'uk'] as const;

const bareWord = (word: string): string => word.toLowerCase().replace(/[.\s]/g, '');

/** Month names, long and short and as they stand inside of a date, by number from 1. */
const monthNames = (() => {
  let names: ReadonlyMap<string, number> | undefined;
  return (): ReadonlyMap<string, number> => {
    if (names) return names;
    const made = new Map<string, number>();
    const add = (word: string, month: number): void => {
      if (/\p{L}/u.test(word) && !made.has(bareWord(word))) made.set(bareWord(word), month);
    };
    for (const lang of LANGS) {
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(Date.UTC(2026, month - 1, 15));
        for (const style of ['long', 'short'] as const) {
          add(new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' }).format(date), month);
          const parts = new Intl.DateTimeFormat(lang, { day: 'numeric', month: style, timeZone: 'UTC' });
          add(parts.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '', month);
        }
      }
    }
    // Amazon writes September with four letters in some countries.
    made.set('sept', 9);
    names = made;
    return made;
  };
})();

const written = (year: number, month: number, day: number): string | null => {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
};

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Two numbers and a year, in an order nobody has said. */
interface LooseDay {
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

const LOOSE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

const looseOf = (text: string): (LooseDay & { readonly sign: string }) | null => {
  const found = LOOSE.exec(text);
  if (!found) return null;
  const [, first = '', sign = '', second = '', year = ''] = found;
  return { first: Number(first), second: Number(second), year: fullYear(year), sign };
};

const YEAR_FIRST = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/;
const REIWA = /^令和(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const DAY_NAME_YEAR = /^(\d{1,2})\.?(?:\s+de)?[\s-]+(\p{L}+)\.?(?:\s+de)?[\s,-]+(\d{4}|\d{2})(?!\d)/u;
const NAME_DAY_YEAR = /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u;

/** The day of a count of days as spreadsheets keep it: 1 is the first of January 1900, and 1900 had a 29 February. */
const fromSerial = (serial: number): string | null => {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

const fromNames = (text: string): string | null => {
  const [, day = '', name = '', year = ''] = DAY_NAME_YEAR.exec(text) ?? [];
  const month = monthNames().get(bareWord(name));
  if (month !== undefined) return written(fullYear(year), month, Number(day));
  const [, other = '', second = '', end = ''] = NAME_DAY_YEAR.exec(text) ?? [];
  const found = monthNames().get(bareWord(other));
  return found === undefined ? null : written(Number(end), found, Number(second));
};

/** A day whose parts can be told without looking at others; null when they can't, or there is none. */
const plainDay = (text: string): string | null => {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year !== '') return written(Number(year), Number(month), Number(day));
  const era = REIWA.exec(text);
  if (era) return written(2018 + (era[1] === '元' ? 1 : Number(era[1])), Number(era[2]), Number(era[3]));
  return SERIAL.test(text) ? fromSerial(Number(text)) : fromNames(text);
};

const clean = (value: string): string => value.normalize('NFKC').trim();

/** What a column of days says of their order: `open` when some could be read both ways and none tells. */
export type DayEvidence = DayOrder | 'none' | 'open' | 'contradictory';

/** Looks through a column; the first value that can be read only one way decides, unless another one objects. */
export function dayEvidence(values: Iterable<string>): DayEvidence {
  let [isDayFirst, isMonthFirst, isOpen] = [false, false, false];
  for (const value of values) {
    const loose = looseOf(clean(value));
    if (!loose) continue;
    // Nobody writes months first with dots between.
    if (loose.first > 12 || (loose.sign === '.' && loose.second <= 12)) isDayFirst = true;
    else if (loose.second > 12) isMonthFirst = true;
    else if (loose.first !== loose.second) isOpen = true;
  }
  if (isDayFirst && isMonthFirst) return 'contradictory';
  if (isDayFirst) return 'day-first';
  if (isMonthFirst) return 'month-first';
  return isOpen ? 'open' : 'none';
}

/**
 * The day in a cell, as it is written there: a time or zone behind it changes nothing. Null when there is none, when it
 * does not exist, or when it does not fit the order of its column.
 *
 * Units: `YYYY-MM-DD`.
 */
export function readDay(value: string, order: DayOrder): string | null {
  const text = clean(value);
  const loose = looseOf(text);
  if (!loose) return plainDay(text);
  const { first, second, year } = loose;
  return order === 'day-first' ? written(year, second, first) : written(year, first, second);
}
