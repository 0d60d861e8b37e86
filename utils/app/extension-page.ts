import { browser } from 'wxt/browser';
import { createAssets } from '../platform/assets';
import { localToday, systemClock } from '../platform/clock/system-clock';
import { lazyDatabase } from '../platform/db/lazy-database';
import { listenToRows } from '../platform/db/listen-to-rows';
import { announceChange, listenToChanges } from '../platform/settings/change-signal';
import { writeLocal } from '../platform/settings/local-items';
import { servedMarkets } from '../platform/markets';
import type { AppApi } from './api';
import { createAppApi } from './app-api';
import { importAlarm } from './bundles/import-alarm';
import { jobsInWorker, type JobWorker } from './bundles/job-messages';
import { lazyApi } from './lazy-api';
import type { LockApi } from './lock-api';
import { gated, isLocked } from './lock-gate';
import type { RecordDeps } from './records';

/** What a page of the extension works with: the API over the real stores, and every change made anywhere. */
export interface ExtensionPage {
  readonly api: AppApi;
  /** The PIN before the records, where one is set. */
  readonly lock: LockApi;
  readonly listen: (heard: (topics: readonly string[]) => void, signal: AbortSignal) => void;
}

/** The browser is asked: what it does not take would find nothing in any page. */
const isSelector = (css: string): boolean => {
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
};

/** While an import is written an alarm rings every minute, so that the background goes on with it when this page is closed. */
const watchImport = async (isRunning: boolean): Promise<void> => {
  if (isRunning) await browser.alarms.create(importAlarm, { periodInMinutes: 1 });
  else await browser.alarms.clear(importAlarm);
};

/**
 * Composes the API for a page of the extension; nothing is opened before the first question. `bundleWorker` begins a worker
 * for the long jobs of files; without it they run in the page.
 */
export const createExtensionPage = (bundleWorker?: () => JobWorker): ExtensionPage => {
  const store = { db: lazyDatabase(), clock: systemClock, announce: announceChange };
  return { api: createApi(store, bundleWorker), lock: lockOver(store), listen };
};

const createApi = (store: RecordDeps, bundleWorker: (() => JobWorker) | undefined): AppApi =>
  createAppApi({
    ...store,
    db: gated(store.db),
    browserLang: browser.i18n.getUILanguage(),
    mirror: writeLocal,
    assets: createAssets(),
    markets: servedMarkets,
    isSelector,
    today: localToday,
    watch: watchImport,
    ...(bundleWorker ? { jobs: jobsInWorker(bundleWorker, announceChange) } : {}),
  });

/** Its own code is loaded when somebody sets, gives or changes a PIN; whether one stands in the way is known without. */
const lockOver = (store: RecordDeps): LockApi => ({
  ...lazyApi<Omit<LockApi, 'isLocked'>>(async () => (await import('./lock')).createLock(store), {
    ...{ read: true, set: true, setIdle: true, remove: true, unlock: true, lockNow: true },
  }),
  isLocked: () => isLocked(store.db),
});

const listen: ExtensionPage['listen'] = (heard, signal) => {
  listenToChanges(heard, signal);
  // What was only seen is not announced to the seller pages; the store itself tells its own pages.
  listenToRows(['buyers', 'orders', 'events', 'log', 'entries'], heard, signal);
};
