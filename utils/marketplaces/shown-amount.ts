/** An amount of money as a page shows it. */
export interface Amount {
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Signs and short names of currencies; the longer ones first, because `R$` holds `$`. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['us $', 'USD'], ['us$', 'USD'], ['cn￥', 'CNY'], ['cn¥', 'CNY'], ['r$', 'BRL'], ['ca$', 'CAD'], ['a$', 'AUD'], ['mx$', 'MXN'], ['zł', 'PLN'],
  ['kč', 'CZK'], ['руб.', 'RUB'], ['руб', 'RUB'], ['ر.س.', 'SAR'], ['د.إ.', 'AED'], ['€', 'EUR'], ['£', 'GBP'], ['₽', 'RUB'], ['₩', 'KRW'],
  ['₺', 'TRY'], ['₴', 'UAH'], ['₪', 'ILS'], ['₹', 'INR'], ['元', 'CNY'], ['円', 'JPY'], ['원', 'KRW'], ['¥', 'JPY'], ['￥', 'CNY'], ['$', 'USD'],
]; // prettier-ignore

const CODE =
  /(?<![a-z])(usd|eur|cny|rub|brl|krw|jpy|try|gbp|pln|aud|cad|mxn|chf|sek|nok|dkk|czk|huf|ils|inr|sar|aed|uah)(?![a-z])/;
const NUMBER = /(?<![\d.,])\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?(?![\d])|(?<![\d.,])\d+(?:[.,]\d{1,2})?(?!\d)/;
const MAX_LENGTH = 40;

/** The number a text writes with either comma or point before its cents. */
function numberOf(text: string): number | undefined {
  const digits = NUMBER.exec(text)?.[0].replace(/[ '’]/g, '');
  if (!digits) return undefined;
  const cents = /[.,](\d{1,2})$/.exec(digits)?.[1];
  const whole = (cents ? digits.slice(0, -cents.length - 1) : digits).replace(/[.,]/g, '');
  return Number(cents ? `${whole}.${cents}` : whole);
}

/**
 * Reads an amount with its currency; nothing where a text says no currency or more than an amount.
 *
 * @param text One short line: `US $23.10`, `1.234,50 €`, `CN￥19.80`.
 */
export function shownAmount(text: string): Amount | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const flat = text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  // Full-width yen signs become narrow by now: a Chinese page means its own currency unless it says JP.
  const sign = SIGNS.find(([each]) => flat.includes(each.normalize('NFKC')));
  const code = CODE.exec(flat)?.[1]?.toUpperCase() ?? (text.includes('￥') && sign?.[0] !== 'cn￥' ? 'CNY' : sign?.[1]);
  if (!code) return undefined;
  const rest = flat.replace(CODE, '').replace(sign ? sign[0].normalize('NFKC') : '', '');
  const value = numberOf(rest);
  const others = rest.replace(NUMBER, '').replace(/[\s.:+-]/g, '');
  return value === undefined || others.length > 0 ? undefined : { value, currency: code };
}
