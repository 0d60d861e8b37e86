import { browser } from 'wxt/browser';
import type { BuyerKey, MarketId } from '@/utils/domain/ids';
import { shortHash } from '@/utils/domain/text/short-hash';
import { log } from '../log';
import { readLocal, writeLocal, type ChangeSignal } from './local-items';

/** Topic of everything the agent can choose. */
export const settingsTopic = 'settings';
/** Topic of the list of shops. */
export const shopsTopic = 'shops';
/** Topic of the product cards. */
export const productsTopic = 'products';
/** Topic of the entries of the work log. */
export const worklogTopic = 'worklog';

/** Topic of what is kept of page profiles for one marketplace: pages that are open should read it again. */
export const profilesTopic = (market: MarketId): string => `profiles:${market}`;

/** Topic of one buyer's record, hashed; two records that share a hash cost one needless read. */
export const buyerTopic = (key: BuyerKey): string => `buyer:${shortHash(key)}`;

let queue: Promise<void> = Promise.resolve();

/**
 * Tells every context what a committed change touched. Never rejects: the change itself is safe, only its echo in
 * other tabs would be late.
 */
export const announceChange = (topics: readonly string[]): Promise<void> => {
  // One after the other, or two quick changes would count to the same number and the browser would drop the second.
  queue = queue
    .then(async () => {
      const seq = ((await readLocal('changeSignal'))?.seq ?? 0) + 1;
      await writeLocal({ changeSignal: { seq, topics } });
    })
    .catch(() => log('change-signal-failed'));
  return queue;
};

/** Calls `heard` with the topics of every change until the signal aborts. */
export const listenToChanges = (heard: (topics: readonly string[]) => void, signal: AbortSignal): void => {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes['changeSignal']?.newValue as ChangeSignal | undefined;
    if (area === 'local' && change !== undefined) heard(change.topics);
  };
  browser.storage.onChanged.addListener(onChanged);
  // After a reload of the extension the API is gone and with it the listener.
  signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(onChanged), { once: true });
};
