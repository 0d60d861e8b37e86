import { browser } from 'wxt/browser';
import type { MarketId } from '@/utils/domain/ids';
import type { PageProfile } from '@/utils/domain/profiles/profile';
import { createAssets } from '@/utils/platform/assets';
import { readBuiltInProfile } from '@/utils/platform/built-in-profile';
import { syncOtherHosts } from '@/utils/platform/other-hosts';
import { readLocal } from '@/utils/platform/settings/local-items';

/** What the settings say about pages beside the API: what came with this build, and which sites were named. */
export interface SiteTools {
  builtIn(market: MarketId): Promise<Pick<PageProfile, 'version' | 'date'>>;
  /** Hosts outside the manifest on which the agent has asked for Parley. */
  otherHosts(): Promise<readonly string[]>;
  /** Gives the access to a host back to the browser; Parley is gone there with the next page. */
  stop(host: string): Promise<void>;
}

/** The browser's own answers. */
export const siteTools = (): SiteTools => {
  const assets = createAssets();
  return {
    builtIn: (market) => readBuiltInProfile(assets, market),
    otherHosts: async () => (await readLocal('otherHosts')) ?? [],
    stop: async (host) => {
      await browser.permissions.remove({ origins: [`https://${host}/*`] });
      await syncOtherHosts();
    },
  };
};
