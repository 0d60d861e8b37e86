const DIGIT_ZEROES = [0x660, 0x6f0, 0x966];
/** Marks that only steer writing direction; pages in Arabic put them between the parts of a date. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Lower case, Latin digits, no direction marks: the form in which dates are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(DIRECTION_MARKS, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - DIGIT_ZEROES.findLast((zero) => code >= zero)!);
    })
    .toLowerCase();

interface DateWords {
  readonly months: ReadonlyMap<string, number>;
  /** "9 March 2026" and "March 9, 2026". */
  readonly dayMonthYear: RegExp;
  readonly monthDayYear: RegExp;
  readonly weekdays: RegExp;
}

const wordCache = new Map<string, DateWords>();

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

/** Month and weekday names come from the browser, so every page language works without a table. */
function dateWords(lang: string): DateWords {
  const known = wordCache.get(lang);
  if (known) return known;
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const locales = [lang, 'en'].filter((tag) => Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0);
  for (const locale of locales)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        weekday: style,
        day: 'numeric',
        month: style,
        year: 'numeric',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month++)
        for (const { type, value } of format.formatToParts(Date.UTC(2026, month, month + 1))) {
          const word = plain(value).replace(/\.$/, '');
          if (type === 'month' && !/\d/.test(word)) months.set(word, month + 1);
          if (type === 'weekday') weekdays.add(word);
        }
    }
  const month = longestFirst(months.keys());
  const words = {
    months,
    dayMonthYear: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.|º|er)?\\s*(?:de\\s+)?(${month})\\.?,?\\s*(?:de\\s+)?(\\d{4})`,
      'g',
    ),
    monthDayYear: new RegExp(`(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'g'),
    weekdays: new RegExp(longestFirst(weekdays), 'g'),
  };
  wordCache.set(lang, words);
  return words;
}

const toDay = (year: number, month: number, day: number): string | undefined => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 2000 && year < 2100;
  return isReal ? at.toISOString().slice(0, 10) : undefined;
};

interface ShownDay {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

function scan(text: string, lang: string): ShownDay[] {
  const { months, dayMonthYear, monthDayYear } = dateWords(lang);
  const monthFirst = /^en(-us)?$/i.test(lang);
  const days: ShownDay[] = [];
  const collect = (pattern: RegExp, read: (parts: string[]) => string | undefined): void => {
    for (const match of text.matchAll(pattern)) {
      const day = read(match.slice(1).map((part) => part ?? ''));
      const from = match.index;
      const to = from + match[0].length;
      if (day && !days.some((other) => from < other.to && other.from < to)) days.push({ day, from, to });
    }
  };
  collect(
    /(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)(?:[日일]|(?<=\. *\d+)\.)?/g,
    ([y, m, d]) => toDay(Number(y), Number(m), Number(d)),
  );
  collect(dayMonthYear, ([d, m, y]) => toDay(Number(y), months.get(m!)!, Number(d)));
  collect(monthDayYear, ([m, d, y]) => toDay(Number(y), months.get(m!)!, Number(d)));
  collect(/(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/g, ([first, second, y]) => {
    const [day, month] = monthFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
    return toDay(Number(y), month, day) ?? toDay(Number(y), day, month);
  });
  return days.sort((a, b) => a.from - b.from);
}

const dayCache = new Map<string, readonly string[]>();
const MAX_KNOWN_DAYS = 500;

/**
 * The days a text names, in reading order, as `YYYY-MM-DD`; dates without a year are left out.
 *
 * @param lang Language of the page: decides month names and whether 05/12 is May or December.
 */
export function shownDays(text: string, lang: string): readonly string[] {
  // Most parts of a page have no digit at all, and lists name the same days in every row.
  if (!/\p{N}/u.test(text)) return [];
  const key = `${lang} ${text}`;
  const known = dayCache.get(key);
  if (known) return known;
  if (dayCache.size > MAX_KNOWN_DAYS) dayCache.clear();
  const days = scan(plain(text), lang).map(({ day }) => day);
  dayCache.set(key, days);
  return days;
}

/** A text without the days it names, in its own letters; undefined where letters change their number with their case. */
export function withoutDays(text: string, lang: string): string | undefined {
  const own = text.normalize('NFKC').replace(DIRECTION_MARKS, '');
  const flat = plain(text);
  if (flat.length !== own.length) return undefined;
  const rest = scan(flat, lang).reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), own);
  const { weekdays } = dateWords(lang);
  return rest.replace(new RegExp(`(?<!\\p{L})(?:${weekdays.source})(?!\\p{L})\\.?`, 'giu'), '').trim();
}

/** Letters a time stamp may have besides its date: "at", "um", "PM", "JST". */
const MAX_EXTRA_LETTERS = 8;

/** Whether a text is nothing but a date or time, as the label under a message is. */
export function isTimeStamp(text: string, lang: string): boolean {
  // Most parts of a page have no digit at all.
  if (text.length > 60 || !/\p{N}/u.test(text)) return false;
  const flat = plain(text);
  const days = scan(flat, lang);
  const rest = days.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), flat);
  const hasTime = /\d{1,2}[:.]\d{2}/.test(rest);
  if (days.length === 0 && !hasTime) return false;
  const letters = rest.replace(dateWords(lang).weekdays, '').replace(/[^\p{L}]/gu, '');
  return (
    letters.length <= (days.length > 0 ? MAX_EXTRA_LETTERS : 4) && !/\d{3}/.test(rest.replace(/\d{1,2}[:.]\d{2}/g, ''))
  );
}

/** When a `time` element says it was, in ISO 8601; nothing where it says no exact time. */
export function exactTime(element: Element | undefined): { readonly at?: string } {
  const at = element?.getAttribute('datetime') ?? '';
  const isExact = /^\d{4}-\d\d-\d\dT/.test(at) && !Number.isNaN(Date.parse(at));
  return isExact ? { at: new Date(at).toISOString() } : {};
}
