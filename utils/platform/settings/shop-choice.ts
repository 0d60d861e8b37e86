import { browser } from 'wxt/browser';
import type { MarketId, ShopId } from '@/utils/domain/ids';

const keyOf = (market: MarketId): string => `shopChoice:${market}`;

/**
 * The answer to "which shop is this?", for as long as the browser runs. It outlives the worker, which stops after half
 * a minute, and content scripts cannot read it.
 */
export const readShopChoice = async (market: MarketId): Promise<ShopId | undefined> => {
  const found = await browser.storage.session.get(keyOf(market));
  return found[keyOf(market)] as ShopId | undefined;
};

/** Keeps the answer for the rest of the browser session. */
export const keepShopChoice = (market: MarketId, shopId: ShopId): Promise<void> =>
  browser.storage.session.set({ [keyOf(market)]: shopId });
