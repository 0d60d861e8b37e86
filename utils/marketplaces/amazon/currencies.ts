import type { CountryCode } from '../../domain/ids';

/** What `$`, `kr` and `¥` stand for on the marketplaces that use them. */
const CURRENCIES: Readonly<Record<string, string>> = {
  US: 'USD', CA: 'CAD', MX: 'MXN', AU: 'AUD', SG: 'SGD', SE: 'SEK', JP: 'JPY',
}; // prettier-ignore

/** The currency of a marketplace whose sign several countries share; undefined where the sign is its own. */
export const currencyOf = (country: CountryCode | undefined): string | undefined => CURRENCIES[country ?? ''];
