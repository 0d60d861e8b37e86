import type { BuyerRow } from '@/utils/domain/records';
import type { Translate } from '../ui/translate';

const named = (code: string, uiLang: string, type: 'language' | 'region'): string => {
  try {
    return new Intl.DisplayNames([uiLang], { type }).of(code) ?? code;
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
export const momentLabel = (instant: string, uiLang: string): string =>
  new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** The buyer's name, or words that say that no page has shown one. */
export const buyerLabel = (t: Translate, buyer: BuyerRow): string => buyer.displayName ?? t('buyers.name.none');

/** A marketplace by its name; its id while nobody has named it. */
export const marketLabel = (t: Translate, market: string): string => {
  const words = t(`common.market.${market}`);
  return words === `common.market.${market}` ? market : words;
};
