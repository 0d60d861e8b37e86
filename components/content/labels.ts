import type { Translate } from '../ui/translate';

/** Right to left for the scripts Parley's interface could be shown in. */
export const directionOf = (lang: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr');

// Making one costs more than a hundred look-ups, and pages name dozens of languages whenever something changes.
const namers = new Map<string, Intl.DisplayNames>();

function namerFor(uiLang: string): Intl.DisplayNames {
  const known = namers.get(uiLang) ?? new Intl.DisplayNames([uiLang], { type: 'language' });
  namers.set(uiLang, known);
  return known;
}

/** A language's name in the interface language; its tag where the browser knows no name. */
export function languageName(lang: string, uiLang: string): string {
  try {
    return namerFor(uiLang).of(lang) ?? lang;
  } catch {
    // RangeError: not a language tag. The tag itself is the most honest thing to show.
    return lang;
  }
}

/** Turns `newEta` or `page-field` into `New eta` or `Page field`, for names nobody has translated. */
const humanise = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The words for a key, or the name made readable when there are none. */
export function labelOr(t: Translate, key: string, name: string): string {
  const words = t(key);
  return words === key ? humanise(name) : words;
}

/** What a person calls a variable of a template. */
export const variableLabel = (t: Translate, name: string): string => labelOr(t, `reply.variable.${name}`, name);

/** What a person calls a buyer's concern. */
export const intentLabel = (t: Translate, id: string): string => labelOr(t, `reply.intent.${id}`, id);

/** Words for a value that is either text as it stands or a message key of the converter. */
export const convertWord = (t: Translate, value: string): string => (value.startsWith('convert.') ? t(value) : value);

/** A moment as short date and time in the interface language. */
export const momentLabel = (instant: string, uiLang: string): string =>
  new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** A calendar day `YYYY-MM-DD` in the interface language; anything else stays as it is. */
export function dayLabel(day: string, lang: string): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00`);
  return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(date);
}

/** Two days, `YYYY-MM-DD`, as a range in the interface language. */
export function dayRangeLabel(from: string, to: string, lang: string): string {
  const [first, last] = [new Date(`${from}T12:00:00`), new Date(`${to}T12:00:00`)];
  if (Number.isNaN(first.getTime() + last.getTime())) return `${from} – ${to}`;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).formatRange(first, last);
}

/** A list of words joined the way the language does it. */
export const listLabel = (words: readonly string[], uiLang: string): string =>
  new Intl.ListFormat(uiLang, { type: 'conjunction', style: 'narrow' }).format(words);
