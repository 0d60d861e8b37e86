import { browser } from 'wxt/browser';
import { err, ok } from '../../domain/result';
import { createAssets } from '../../platform/assets';
import { localToday, systemClock } from '../../platform/clock/system-clock';
import { lazyDatabase, type DatabaseSource } from '../../platform/db/lazy-database';
import { listenToRows } from '../../platform/db/listen-to-rows';
import { openDatabase } from '../../platform/db/open-database';
import { servedMarkets } from '../../platform/markets';
import { listenToChanges, settingsTopic } from '../../platform/settings/change-signal';
import type { ApiProblem } from '../api';
import { createAppApi } from '../app-api';
import type { ExtensionPage } from '../extension-page';
import { demoDatabaseName } from './database-name';

/** An API that does nothing: what it is for belongs to the desk that is not shown. */
const refusing = <A extends object>(): A =>
  new Proxy({} as A, { get: () => async () => err<ApiProblem>({ kind: 'refused', code: 'demo' }) });

/** The demo database as long as it is there; looking for one that was removed must not make it again. */
const demoDatabase = (onGone: () => void): DatabaseSource =>
  lazyDatabase(async () => {
    const isThere = (await indexedDB.databases()).some(({ name }) => name === demoDatabaseName);
    if (isThere) return openDatabase(demoDatabaseName);
    onGone();
    return err({ kind: 'not-found' });
  });

/**
 * Composes the API of a page over the demo data. Records, settings, rules and replies of the desk are neither read nor
 * written: what acts on them, on files of theirs or on the browser is refused. `onGone` hears that the demo data was removed.
 */
export const createDemoPage = (onGone: () => void): Omit<ExtensionPage, 'lock'> => {
  const listeners = new Set<(topics: readonly string[]) => void>();
  const api = createAppApi({
    db: demoDatabase(onGone),
    clock: systemClock,
    // Told to this page alone: seller pages have nothing to do with it.
    announce: async (topics) => listeners.forEach((heard) => heard(topics)),
    browserLang: browser.i18n.getUILanguage(),
    mirror: async () => undefined,
    assets: createAssets(),
    markets: servedMarkets,
    isSelector: () => false,
    today: localToday,
    watch: async () => undefined,
  });
  return {
    api: {
      ...api,
      visits: { list: async () => ok([]) },
      retention: refusing(),
      backup: refusing(),
      reset: refusing(),
      profiles: refusing(),
      bundles: refusing(),
      folder: refusing(),
      autoBackup: refusing(),
      receipt: refusing(),
    },
    listen: (heard, signal) => {
      listeners.add(heard);
      signal.addEventListener('abort', () => listeners.delete(heard), { once: true });
      const tables = ['buyers', 'orders', 'events', 'log', 'entries'] as const;
      listenToRows({ tables, database: demoDatabaseName }, heard, signal);
      // The language of the interface is that of the desk.
      listenToChanges((topics) => void (topics.includes(settingsTopic) && heard([settingsTopic])), signal);
    },
  };
};
