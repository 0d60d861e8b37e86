import type { MarketId } from '../domain/ids';
import type { KeptProfiles } from '../domain/profiles/profile';
import { readLocal } from '../platform/settings/local-items';

/** What is kept of page profiles for a marketplace beside the built-in one; undefined while nothing is. */
export const readKeptProfiles = async (market: MarketId): Promise<KeptProfiles | undefined> =>
  (await readLocal('pageProfiles'))?.[market];
