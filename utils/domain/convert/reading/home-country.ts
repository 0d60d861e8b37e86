import { brandAs, type CountryCode } from '../../ids';
import type { ReadHints } from './reading';

/** Languages nearly all of whose writers buy by their own country's labels; used only while the country is unknown. */
const HOME_OF_LANG: Readonly<Record<string, string>> = { zh: 'CN', ja: 'JP', ko: 'KR', ru: 'RU' };

/** Country whose labels a buyer means, from the country or, without one, the language. */
export function countryOf({ buyerCountry, lang }: ReadHints): CountryCode | undefined {
  const home = HOME_OF_LANG[lang?.split('-')[0] ?? ''];
  return buyerCountry ?? (home ? brandAs<'CountryCode'>(home) : undefined);
}
