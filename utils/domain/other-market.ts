import { brandAs, type MarketId } from './ids';

/** The marketplace of every host outside the manifest on which the agent has asked for Parley. */
export const otherMarket = brandAs<'MarketId'>('other');

/** Whose rules hold on a marketplace: on hosts nobody knows only those that hold everywhere. */
export const ruleMarket = (market: MarketId): MarketId | 'any' => (market === otherMarket ? 'any' : market);
