import type { CountryCode, Lang } from '../../domain/ids';

/** One host of the seller pages; AliExpress hosts serve every country. */
export interface SellerHost {
  readonly host: string;
  readonly country?: CountryCode;
  readonly lang: Lang;
}

/**
 * The cross-border seller platform and the one for local sellers.
 *
 * Source: public seller tools, checked 2026-11-21. The older hosts (msg, feedback, trade) and the Russian platform have
 * pages of their own and are not read.
 */
export const hosts: readonly SellerHost[] = [
  { host: 'csp.aliexpress.com', lang: 'zh' },
  { host: 'gsp.aliexpress.com', lang: 'en' },
];

/** Match patterns for the extension's entries. */
export const matches: string[] = hosts.map(({ host }) => `https://${host}/*`);

/** The seller host of this name; undefined elsewhere. */
export const sellerHost = (hostname: string): SellerHost | undefined => hosts.find(({ host }) => host === hostname);
