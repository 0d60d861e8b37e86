import { dayAt } from '../follow-ups/day-moment';
import type { MarketplaceClocks } from '../follow-ups/marketplace-clock';
import type { CountryCode, Instant } from '../ids';

/** Where a day of any marketplace begins last and first. */
const OUTERMOST = ['Pacific/Honolulu', 'Pacific/Auckland'] as const;

/** Whose clock counts. */
export interface MarketPlaceOf {
  readonly marketplace: string;
  readonly country?: CountryCode | undefined;
  readonly clocks: MarketplaceClocks;
  /** The zone the shop has set for itself. */
  readonly ownZone?: string | undefined;
}

/**
 * The day it is now in the clock of a marketplace, `YYYY-MM-DD`; two days, the earlier first, while its country is not
 * known and the days differ around the world: what is to be allowed must then hold on both.
 */
export function marketDays(now: Instant, { marketplace, country, clocks, ownZone }: MarketPlaceOf): readonly string[] {
  const clock = clocks[marketplace];
  // A marketplace with one clock for all countries needs none to be known.
  const single = clock && Object.keys(clock.countries).length === 0 ? clock.other : undefined;
  const zone = ownZone ?? single ?? (country && clock?.countries[country]);
  return [...new Set((zone ? [zone] : OUTERMOST).map((one) => dayAt(now, one)))];
}
