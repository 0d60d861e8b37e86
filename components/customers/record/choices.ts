import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { languageName } from '../../content/labels';

/** What a select offers: the value and its words. */
export type Choices = readonly (readonly [string, string])[];

// Codes the browser names although nobody lives there: groups of countries, test regions, "unknown".
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const byName = (choices: Choices, uiLang: string): Choices => {
  const { compare } = new Intl.Collator(uiLang);
  return [...choices].sort(([, a], [, b]) => compare(a, b));
};

/** Every country the browser can name, by name; former codes of one are left out. */
export function countryChoices(uiLang: string): Choices {
  const names = new Intl.DisplayNames([uiLang], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const found = codes.flatMap((code) => {
    const name = NO_COUNTRY.has(code) ? undefined : names.of(code);
    const isCurrent = name !== undefined && new Intl.Locale(`und-${code}`).region === code;
    return isCurrent ? [[code, name] as const] : [];
  });
  return byName(found, uiLang);
}

/** The languages buyers write in here, by name, and the one the record has. */
export const languageChoices = (uiLang: string, current: string): Choices =>
  byName(
    [...new Set([...SHIPPED_LANGS, ...(current ? [current] : [])])].map((lang) => [lang, languageName(lang, uiLang)]),
    uiLang,
  );
