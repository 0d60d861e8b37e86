import { browser } from 'wxt/browser';
import type { MarketId } from '@/utils/domain/ids';

/** A change that was committed: a number that grows, and what it touched. */
export interface ChangeSignal {
  readonly seq: number;
  readonly topics: readonly string[];
}

/**
 * Everything `storage.local` may hold. Content scripts can read it, so nothing personal ever goes in; what else needs
 * keeping belongs into the database. The two settings are copies: the database has the originals.
 */
export interface LocalItems {
  readonly changeSignal: ChangeSignal;
  readonly uiLang: 'auto' | 'en' | 'zh-CN';
  readonly marketsOff: readonly MarketId[];
  /** The bar was left as its icon. */
  readonly barCollapsed: boolean;
}

/** The names of `LocalItems`, for the test that nothing else is stored. */
export const localKeys: readonly (keyof LocalItems)[] = ['changeSignal', 'uiLang', 'marketsOff', 'barCollapsed'];

/** Reads one item; undefined until it was first written. */
export const readLocal = async <K extends keyof LocalItems>(key: K): Promise<LocalItems[K] | undefined> => {
  const found = await browser.storage.local.get(key);
  return found[key] as LocalItems[K] | undefined;
};

/** Writes some of the items. */
export const writeLocal = (items: Partial<LocalItems>): Promise<void> => browser.storage.local.set({ ...items });
