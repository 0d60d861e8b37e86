import { browser } from 'wxt/browser';
import type { BuyerKey } from '../domain/ids';

/**
 * Which buyer the conversation of a tab is about. In the session store, which no page and no content script can read, and
 * which outlives a stopped worker but not the browser.
 */
const itemOf = (tabId: number): string => `tabBuyer:${tabId}`;

/** The buyer of a tab; null when none is known. */
export async function readTabBuyer(tabId: number): Promise<BuyerKey | null> {
  const item = itemOf(tabId);
  return ((await browser.storage.session.get(item))[item] as BuyerKey | undefined) ?? null;
}

/** Remembers the buyer of a tab, or forgets it with null. */
export async function writeTabBuyer(tabId: number, key: BuyerKey | null): Promise<void> {
  const item = itemOf(tabId);
  if (key === null) await browser.storage.session.remove(item);
  else await browser.storage.session.set({ [item]: key });
}

/** Calls back when the buyer of a tab changes, until the signal aborts. */
export function listenToTabBuyers(heard: (tabId: number) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'session') return;
    for (const name of Object.keys(changes)) {
      const tabId = /^tabBuyer:(\d+)$/.exec(name)?.[1];
      if (tabId !== undefined) heard(Number(tabId));
    }
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
}
