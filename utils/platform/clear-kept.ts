import { browser } from 'wxt/browser';
import { syncOtherHosts } from './other-hosts';
import { clearLocal } from './settings/local-items';

/** Clears everything the browser keeps for Parley beside the database; what it was allowed stays allowed. */
export async function clearKept(): Promise<void> {
  await Promise.all([clearLocal(), browser.storage.session.clear()]);
  // The converter's last queries; the background has no such store.
  globalThis.localStorage?.clear();
  // No host is named any more: its script must not run on.
  await syncOtherHosts();
}
