/// <reference types="vite/client" />

import type { FollowUpType } from '../../domain/follow-ups/follow-up-type';
import type { MarketplaceClocks } from '../../domain/follow-ups/marketplace-clock';
import clocks from '../time/marketplace-clocks.json';

// A glob, not a list of imports: a new type is a new file and no change here. Its shape is checked by a test.
const files = import.meta.glob<FollowUpType>('./*.json', { eager: true, import: 'default' });

/** Every type of follow-up, in the order of the names of the files. */
export const followUpTypes: readonly FollowUpType[] = Object.values(files);

/** Which clock the days of each marketplace are in. */
export const marketplaceClocks: MarketplaceClocks = clocks.marketplaces;
