import { brandAs, type CountryCode, type Lang } from '../../domain/ids';

/** One host of the seller pages, with the country of its marketplace and the language its pages start in. */
export interface SellerHost {
  readonly host: string;
  /** Missing on hosts that serve several marketplaces. */
  readonly country?: CountryCode;
  readonly lang: Lang;
}

/**
 * `host ending, country, language`. Match patterns have no wildcard over top-level domains, so every host is listed.
 *
 * Source: host lists of public seller tools, checked 2026-11-21; ie, co.za, na and fe are seen in one list only.
 */
const ROWS = [
  '.com,US,en',
  '.ca,CA,en',
  '.com.mx,MX,es',
  '.com.br,BR,pt',
  '.co.uk,GB,en',
  '.de,DE,de',
  '.fr,FR,fr',
  '.it,IT,it',
  '.es,ES,es',
  '.nl,NL,nl',
  '.se,SE,sv',
  '.pl,PL,pl',
  '.com.be,BE,fr',
  '.ie,IE,en',
  '.com.tr,TR,tr',
  '.ae,AE,en',
  '.sa,SA,ar',
  '.eg,EG,ar',
  '.co.za,ZA,en',
  '.in,IN,en',
  '.co.jp,JP,ja',
  '.com.au,AU,en',
  '.sg,SG,en',
  '-europe.com,,en',
  '-japan.com,JP,ja',
  '-na.com,,en',
  '-fe.com,,en',
];

const toHost = (row: string): SellerHost => {
  const [ending = '', country = '', lang = 'en'] = row.split(',');
  const [alias, tld] = ending.startsWith('-') ? [ending.split('.')[0], '.com'] : ['', ending];
  return {
    host: `sellercentral${alias}.amazon${tld}`,
    ...(country && { country: brandAs<'CountryCode'>(country) }),
    lang,
  };
};

/** Every Seller Central host Parley runs on. */
export const hosts: readonly SellerHost[] = ROWS.map(toHost);

/** Match patterns for the extension's entries. */
export const matches: string[] = hosts.map(({ host }) => `https://${host}/*`);

/** The seller host of this name; undefined elsewhere. */
export const sellerHost = (hostname: string): SellerHost | undefined => hosts.find(({ host }) => host === hostname);
