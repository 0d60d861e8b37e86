import type { CurrencyTable } from './tables';

const formats = new Map<string, Intl.NumberFormat | null>();

function formatOf(lang: string, currency: string): Intl.NumberFormat | null {
  const key = `${lang}|${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  let format: Intl.NumberFormat | null = null;
  try {
    format = new Intl.NumberFormat(lang, { style: 'currency', currency, numberingSystem: 'latn' });
  } catch {
    // A language tag or code the runtime refuses: amount and code are written plainly.
  }
  formats.set(key, format);
  return format;
}

/** Writes an amount as a language does: `12,50 €`, `$30.00`, `￥2,000`. */
export function formatMoney(value: number, currency: string, lang: string): string {
  return formatOf(lang, currency)?.format(value) ?? `${value} ${currency}`;
}

/** An amount times a rate the person typed, to the cents of the target currency; null when it is no amount. */
export function convertMoney(value: number, rate: number, currency: string): number | null {
  const product = value * rate;
  if (!Number.isFinite(value) || !Number.isFinite(rate) || value < 0 || rate <= 0 || !Number.isFinite(product))
    return null;
  const digits = formatOf('en', currency)?.resolvedOptions().maximumFractionDigits ?? 2;
  const scale = 10 ** digits;
  // The nudge keeps 1.005 from becoming 1.00.
  const cents = Math.round(product * scale * (1 + Number.EPSILON));
  return Number.isFinite(cents) ? cents / scale : product;
}

/** Currency a country pays with; null when the table does not say. */
export function currencyOf(country: string, { countries }: CurrencyTable): string | null {
  return Object.entries(countries).find(([, list]) => list.split(' ').includes(country))?.[0] ?? null;
}
