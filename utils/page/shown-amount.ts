import { plain } from './shown-date';

/** A sum of money as a page shows it. */
export interface ShownAmount {
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Signs that stand for one currency alone; the longer ones first, since `R$` ends like `$`. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['us$', 'USD'], ['ca$', 'CAD'], ['c$', 'CAD'], ['mx$', 'MXN'], ['a$', 'AUD'], ['au$', 'AUD'], ['s$', 'SGD'],
  ['r$', 'BRL'], ['hk$', 'HKD'], ['nt$', 'TWD'], ['nz$', 'NZD'], ['cn¥', 'CNY'], ['jp¥', 'JPY'], ['€', 'EUR'],
  ['£', 'GBP'], ['₹', 'INR'], ['₩', 'KRW'], ['₺', 'TRY'], ['₽', 'RUB'], ['zł', 'PLN'], ['円', 'JPY'], ['元', 'CNY'], ['원', 'KRW'],
  ['ر.س', 'SAR'], ['د.إ', 'AED'], ['ج.م', 'EGP'], ['tl', 'TRY'],
]; // prettier-ignore

/** `$`, `kr` and `¥` belong to several countries; the page's own currency decides. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'MXN', 'AUD', 'SGD'],
  kr: ['SEK', 'NOK', 'DKK'],
  '¥': ['JPY', 'CNY'],
};

const CODE =
  /(?<![a-z])(usd|eur|gbp|cad|mxn|brl|jpy|cny|inr|aud|sgd|sek|pln|try|aed|sar|egp|zar|krw|rub|nok|dkk|chf)(?![a-z])/;
const NUMBER = /\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?/;

/** A number in either notation: the last separator cuts off cents unless three digits follow it. */
function toNumber(text: string): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const isCents = last >= 0 && text.length - last - 1 < 3;
  const whole = isCents ? text.slice(0, last) : text;
  return Number(whole.replace(/\D/g, '')) + (isCents ? Number(`0.${text.slice(last + 1)}`) : 0);
}

/**
 * The sum of money a text names; undefined where it names none, or no currency.
 *
 * @param own Currency of the page's country: what `$`, `kr` and `¥` stand for there.
 */
export function shownAmount(text: string, own?: string): ShownAmount | undefined {
  if (!/\p{N}/u.test(text)) return undefined;
  const flat = plain(text).replace(/٫/g, '.').replace(/٬/g, ',').replace(/\s+/g, ' ');
  const shared = Object.keys(SHARED).find((sign) => flat.includes(sign));
  const currency =
    CODE.exec(flat)?.[1]?.toUpperCase() ??
    SIGNS.find(([sign]) => flat.includes(sign))?.[1] ??
    (shared && (SHARED[shared]!.includes(own ?? '') ? own : SHARED[shared]![0]));
  const number = NUMBER.exec(flat)?.[0];
  return currency && number ? { value: toNumber(number), currency } : undefined;
}
