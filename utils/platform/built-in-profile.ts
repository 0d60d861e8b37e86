import type { MarketId } from '../domain/ids';
import { otherMarket } from '../domain/other-market';
import type { PageProfile } from '../domain/profiles/profile';
import type { Assets } from './assets';

const pagesAlone: PageProfile = {
  format: 'parley-page-profile',
  schema: 1,
  marketplace: otherMarket,
  version: '',
  date: '',
  fields: {},
};

/**
 * The profile a marketplace comes with, as the build has put it beside the catalogue. Hosts the agent has named have none:
 * all that is known of them was shown.
 */
export const readBuiltInProfile = async (assets: Pick<Assets, 'json'>, market: MarketId): Promise<PageProfile> =>
  market === otherMarket ? pagesAlone : ((await assets.json(`catalog/profiles/${market}.json`)) as PageProfile);
