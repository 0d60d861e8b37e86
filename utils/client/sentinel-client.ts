import { browser } from 'wxt/browser';
import type { MarketId } from '../domain/ids';
import { NEED_ASSISTANT } from '../platform/messaging/need-assistant';
import { readLocal } from '../platform/settings/local-items';

/** Whether the agent has switched a marketplace off. */
export const isMarketOff = async (market: MarketId): Promise<boolean> =>
  (await readLocal('marketsOff'))?.includes(market) ?? false;

/** Asks the background for the assistant; false when it could not be loaded or nobody answered. */
export async function needAssistant(): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage({ kind: NEED_ASSISTANT })) === true;
  } catch {
    return false;
  }
}
