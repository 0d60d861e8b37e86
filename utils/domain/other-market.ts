import { brandAs } from './ids';

/** The marketplace of every host outside the manifest on which the agent has asked for Parley. */
export const otherMarket = brandAs<'MarketId'>('other');
