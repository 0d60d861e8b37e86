import type { Lang } from '@/utils/domain/ids';
import { languageName, listLabel } from '../content/labels';

// Intl's formats take longer to make than a row takes to draw; a hundred rows need the same few of them.
const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, string>();

/** A number as the interface language writes it. */
export function numberLabel(count: number, uiLang: string): string {
  const format = numbers.get(uiLang) ?? new Intl.NumberFormat(uiLang);
  numbers.set(uiLang, format);
  return format.format(count);
}

/** The names of languages, joined. */
export function languagesLabel(langs: readonly Lang[], uiLang: string): string {
  const key = `${uiLang} ${langs.join()}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const names = langs.map((lang) => languageName(lang, uiLang));
  const words = listLabel(names, uiLang);
  lists.set(key, words);
  return words;
}
