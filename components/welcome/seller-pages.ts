import type { MarketId } from '@/utils/domain/ids';
import { markets } from '@/utils/platform/markets';

/** A seller page somebody can open, by the host its marketplace serves it on. */
export interface SellerPage {
  readonly url: string;
  /** The host without what all of them share. */
  readonly name: string;
}

/** The seller pages of one marketplace, as its adapter declares them in the manifest. */
export const sellerPagesOf = (market: MarketId): readonly SellerPage[] =>
  (markets().find(({ id }) => id === market)?.matches ?? [])
    .map((match) => {
      const url = match.replace(/\*$/, '');
      return { url, name: new URL(url).host.replace(/^sellercentral\./, '') };
    })
    // Hosts that serve several countries have longer names and come last: most people look for their own country.
    .sort((a, b) => Number(a.name.includes('-')) - Number(b.name.includes('-')));
