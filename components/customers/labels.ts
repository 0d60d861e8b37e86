import type { BuyerRow } from '@/utils/domain/records';
import type { Translate } from '../ui/translate';

/** Keeps what `make` made for a language: making a formatter costs more than a row of the table. */
const perLanguage = <F>(make: (uiLang: string) => F): ((uiLang: string) => F) => {
  const made = new Map<string, F>();
  return (uiLang) => {
    const known = made.get(uiLang) ?? make(uiLang);
    made.set(uiLang, known);
    return known;
  };
};

const namers = {
  language: perLanguage((uiLang) => new Intl.DisplayNames([uiLang], { type: 'language' })),
  region: perLanguage((uiLang) => new Intl.DisplayNames([uiLang], { type: 'region' })),
};
const moments = perLanguage((uiLang) => new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium', timeStyle: 'short' }));
const momentsThisYear = perLanguage(
  (uiLang) => new Intl.DateTimeFormat(uiLang, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }),
);
const numbers = perLanguage((uiLang) => new Intl.NumberFormat(uiLang));

const named = (code: string, uiLang: string, type: 'language' | 'region'): string => {
  try {
    return namers[type](uiLang).of(code) ?? code;
  } catch {
    // RangeError: not a code the browser knows. The code itself is the most honest thing to show.
    return code;
  }
};

/** A language in the interface language. */
export const languageLabel = (lang: string, uiLang: string): string => named(lang, uiLang, 'language');

/** A country in the interface language. */
export const countryLabel = (country: string, uiLang: string): string => named(country, uiLang, 'region');

/** A moment as short date and time in the interface language. */
export const momentLabel = (instant: string, uiLang: string): string => moments(uiLang).format(new Date(instant));

/** The same without the year while it is this one, for lists: a row is one line less high. */
export const shortMomentLabel = (instant: string, uiLang: string): string => {
  const at = new Date(instant);
  return (at.getFullYear() === new Date().getFullYear() ? momentsThisYear : moments)(uiLang).format(at);
};

/** A number in the interface language. */
export const numberLabel = (value: number, uiLang: string): string => numbers(uiLang).format(value);

/** The buyer's name, or words that say that no page has shown one. */
export const buyerLabel = (t: Translate, buyer: BuyerRow): string => buyer.displayName ?? t('buyers.name.none');

/** A marketplace by its name; its id while nobody has named it. */
export const marketLabel = (t: Translate, market: string): string => {
  const words = t(`common.market.${market}`);
  return words === `common.market.${market}` ? market : words;
};
