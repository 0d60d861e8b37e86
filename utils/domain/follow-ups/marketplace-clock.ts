import type { CountryCode, MarketId } from '../ids';

/** Which clock the days of a marketplace are in: by country of the order, and for all others. */
export type MarketplaceClocks = Readonly<
  Record<string, { readonly other: string; readonly countries: Readonly<Record<string, string>> }>
>;

/**
 * The zone whose clock counts for orders of a shop, by their country: the shop's own zone where it has set one, else that
 * of the marketplace in the country; UTC for a marketplace the table does not know.
 */
export const marketplaceZone =
  (clocks: MarketplaceClocks, marketplace: MarketId, own?: string) =>
  (country: CountryCode | undefined): string => {
    if (own) return own;
    const clock = clocks[marketplace];
    return (country && clock?.countries[country]) ?? clock?.other ?? 'UTC';
  };
