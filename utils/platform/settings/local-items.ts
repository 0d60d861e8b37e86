import { browser } from 'wxt/browser';
import type { PageVisit } from '@/utils/app/api';
import type { MarketId } from '@/utils/domain/ids';
import type { KeptProfiles } from '@/utils/domain/profiles/profile';

/** A change that was committed: a number that grows, and what it touched. */
export interface ChangeSignal {
  readonly seq: number;
  readonly topics: readonly string[];
}

/**
 * Everything `storage.local` may hold. Content scripts can read it, so nothing personal ever goes in; what else needs
 * keeping belongs into the database. The three settings are copies: the database has the originals.
 */
export interface LocalItems {
  readonly changeSignal: ChangeSignal;
  readonly uiLang: 'auto' | 'en' | 'zh-CN';
  readonly marketsOff: readonly MarketId[];
  /** Whether somebody works alone: pages that offer a team read it before they draw. */
  readonly works: 'alone' | 'desk' | null;
  /** The bar was left as its icon. */
  readonly barCollapsed: boolean;
  /** Imported and taught profiles, by marketplace: selectors, no content. */
  readonly pageProfiles: Readonly<Record<string, KeptProfiles>>;
  /** Hosts outside the manifest on which the agent has asked for Parley. */
  readonly otherHosts: readonly string[];
  /** How well the last pages could be read, newest first. */
  readonly pageVisits: readonly PageVisit[];
  /** Hashes of the clocks a notification was shown for, so that each is told of once. */
  readonly toldOf: readonly string[];
}

/** The names of `LocalItems`, for the test that nothing else is stored. */
export const localKeys: readonly (keyof LocalItems)[] = [
  'changeSignal',
  'uiLang',
  'marketsOff',
  'works',
  'barCollapsed',
  'pageProfiles',
  'otherHosts',
  'pageVisits',
  'toldOf',
];

/** Reads one item; undefined until it was first written. */
export const readLocal = async <K extends keyof LocalItems>(key: K): Promise<LocalItems[K] | undefined> => {
  const found = await browser.storage.local.get(key);
  return found[key] as LocalItems[K] | undefined;
};

/** Reads several items in one question to the browser. */
export const readLocals = async <K extends keyof LocalItems>(
  keys: readonly K[],
): Promise<Partial<Pick<LocalItems, K>>> => await browser.storage.local.get<Partial<Pick<LocalItems, K>>>([...keys]);

/** Writes some of the items. */
export const writeLocal = (items: Partial<LocalItems>): Promise<void> => browser.storage.local.set({ ...items });

/** Removes all items. */
export const clearLocal = (): Promise<void> => browser.storage.local.clear();

/** Calls `heard` whenever one item was written, in any context, until the signal aborts. */
export const listenToLocal = (key: keyof LocalItems, heard: () => void, signal: AbortSignal): void => {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && key in changes) heard();
  };
  browser.storage.onChanged.addListener(onChanged);
  // After a reload of the extension the API is gone and with it the listener.
  signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(onChanged), { once: true });
};
