import { browser } from 'wxt/browser';
import type { MarketId, ShopId } from '@/utils/domain/ids';

const keyOf = (market: MarketId, shown?: string): string =>
  shown === undefined ? `shopChoice:${market}` : `shopChoice:${market}:${shown}`;

/**
 * The answer to "which shop is this?" for pages that show this name, for as long as the browser runs; for pages without a
 * name the last answer. It outlives the worker, which stops after half a minute, and content scripts cannot read it.
 */
export const readShopChoice = async (market: MarketId, shown?: string): Promise<ShopId | undefined> => {
  const key = keyOf(market, shown);
  return (await browser.storage.session.get(key))[key] as ShopId | undefined;
};

/** An answer and the name the page showed when it was given. */
export interface ShopChoice {
  readonly shopId: ShopId;
  readonly shown?: string | undefined;
}

/** Keeps the answer for the rest of the browser session. */
export const keepShopChoice = (market: MarketId, { shopId, shown }: ShopChoice): Promise<void> =>
  browser.storage.session.set({ [keyOf(market)]: shopId, [keyOf(market, shown)]: shopId });
