import { brandAs, type CountryCode } from '../../domain/ids';

/**
 * Marketplace ids, as addresses carry them in `marketplaceID`, with their country.
 *
 * Source: public marketplace lists, checked 2026-11-21.
 */
const COUNTRY_OF: Readonly<Record<string, string>> = {
  A13V1IB3VIYZZH: 'FR',
  A17E79C6D8DWNP: 'SA',
  A1805IZSGTT6HS: 'NL',
  A19VAU5U5O7RUS: 'SG',
  A1AM78C64UM0Y8: 'MX',
  A1C3SOZRARQ6R3: 'PL',
  A1F83G8C2ARO7P: 'GB',
  A1PA6795UKMFR9: 'DE',
  A1RKKUPIHCS9HS: 'ES',
  A1VC38T7YXB528: 'JP',
  A21TJRUUN4KGV: 'IN',
  A28R8C7NBKEWEA: 'IE',
  A2EUQ1WTGCTBG2: 'CA',
  A2NODRKZP88ZB9: 'SE',
  A2Q3Y263D00KWC: 'BR',
  A2VIGQ35RCS4UG: 'AE',
  A33AVAJ2PDY3EV: 'TR',
  A39IBJ37TRP1C6: 'AU',
  AE08WJ6YKNBMC: 'ZA',
  AMEN7PMS3EDWL: 'BE',
  APJ6JRA9NG5V4: 'IT',
  ARBP9OOSHTCHU: 'EG',
  ATVPDKIKX0DER: 'US',
};

/** The country of a marketplace id; undefined for ids that are not in the list. */
export function marketplaceCountry(id: string): CountryCode | undefined {
  const country = COUNTRY_OF[id.toUpperCase()];
  return country ? brandAs<'CountryCode'>(country) : undefined;
}
