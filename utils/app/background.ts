import { browser } from 'wxt/browser';
import type { MarketId } from '../domain/ids';
import { createAssets } from '../platform/assets';
import { localDays } from '../platform/clock/local-days';
import { localToday, systemClock } from '../platform/clock/system-clock';
import { lazyDatabase } from '../platform/db/lazy-database';
import { createPageCatalogue, teachNamespaces } from '../platform/i18n/page-catalogue';
import { serveFindKey } from '../platform/find-key';
import { openFirstSteps } from '../platform/first-steps-tab';
import { injectIntoOpenTabs, serveInjection } from '../platform/injection';
import { lockAlarm } from '../platform/lock/lock-alarm';
import { noteSeen } from '../platform/lock/lock-state';
import { log } from '../platform/log';
import { marketIdOf, servedMarkets } from '../platform/markets';
import { servePorts } from '../platform/messaging/serve-port';
import { syncOtherHosts } from '../platform/other-hosts';
import { announceChange } from '../platform/settings/change-signal';
import { readLocal, writeLocal } from '../platform/settings/local-items';
import { fulfilTeachWish } from '../platform/teach-tab';
import { serveRecordRequests } from '../platform/side-panel';
import { writeTabBuyer } from '../platform/tab-buyers';
import { showToolbarHealth } from '../platform/toolbar-badge';
import { importAlarm } from './bundles/import-alarm';
import { recoverImports } from './bundles/recover-imports';
import { createBuyers } from './buyers';
import { createCatalogue } from './catalogue';
import { verdictsFor } from './coach';
import { createDeskRules } from './desk-rules';
import { createDrafts } from './drafts';
import { createEdits } from './edits';
import { startDueWatch } from './follow-ups/start-due-watch';
import { createWaiting } from './follow-ups/waiting';
import { createHabits } from './habits';
import { createDeskTemplates } from './templates';
import { createContentApi, type ContentDeps } from './content-api';
import { lockWhenIdle } from './lock';
import { gated } from './lock-gate';
import { createNoteReview } from './note-review';
import { createNotes } from './notes';
import { createProducts } from './products';
import { createProfiles } from './profiles';
import { countWaiting } from './reports/drain';
import { createRetention } from './retention';
import { createRecordWork } from './record-work';
import { createSettings, uiLangOf } from './settings';
import { createShops } from './shops';
import { createTabBuyers } from './tab-buyers';
import { createTabSigns } from './tab-signs';
import { createVisits } from './visits';
import { createWorklog } from './worklog';
import { whileSeen } from './while-seen';
import { createWorklogDays } from './worklog-days';

const PURGE_ALARM = 'purge-drafts';
const PURGE_EVERY_MIN = 60;

/** Browsers may lose alarms over a restart; creating one that exists would start its hour anew at every wake-up. */
async function keepPurging(): Promise<void> {
  if (await browser.alarms.get(PURGE_ALARM)) return;
  await browser.alarms.create(PURGE_ALARM, { periodInMinutes: PURGE_EVERY_MIN });
}

/** Brings Parley to every page it is allowed on, also to those that are open already. */
async function letIn(): Promise<void> {
  await syncOtherHosts();
  await injectIntoOpenTabs();
}

/**
 * Starts the background. Every listener is registered in the first synchronous turn: a stopped worker that is woken by
 * an event only hears it then.
 */
export function startBackground(): void {
  // What works on by itself reads the store; what answers pages stands behind the lock.
  const store = { db: lazyDatabase(), clock: systemClock, announce: announceChange };
  const records = { ...store, db: gated(store.db) };
  const assets = createAssets();
  const drafts = createDrafts(records);
  const browserLang = browser.i18n.getUILanguage();
  const settings = createSettings({ ...store, browserLang, mirror: writeLocal });
  const catalogue = createCatalogue(assets);
  const deskRules = createDeskRules({ ...store, today: localToday });
  const edits = createEdits(store);
  const retention = createRetention({ ...store, today: localToday });
  const { oldNotes } = createNoteReview({
    catalogue: async () => catalogue,
    deskRules,
    uiLang: () => uiLangOf(settings, browserLang),
  });
  const buyers = createBuyers({ ...records, oldNotes, verdicts: verdictsFor });
  const deps: Omit<ContentDeps, 'showBuyer'> = {
    records,
    isRecorded: retention.isRecorded,
    shops: createShops(store),
    buyers,
    record: createRecordWork({ ...records, today: localToday }, buyers),
    notes: createNotes(records),
    drafts,
    products: createProducts(store),
    worklog: createWorklog(records),
    waiting: createWaiting(records),
    worklogDays: createWorklogDays({ ...records, today: localToday, days: localDays }),
    habits: createHabits(store),
    settings,
    catalogue,
    shelf: createDeskTemplates({ ...store, catalogue: async () => catalogue, edits, today: localToday }).active,
    edits,
    deskRules,
    words: createPageCatalogue(assets),
    teachWords: createPageCatalogue(assets, teachNamespaces),
    visits: createVisits({ clock: systemClock }),
    showHealth: showToolbarHealth,
    profiles: createProfiles({
      assets,
      markets: servedMarkets,
      // A worker has no document to ask; the page has asked its own before it sends.
      isSelector: () => true,
      today: localToday,
      announce: announceChange,
    }),
    clock: systemClock,
    today: localToday,
  };
  const purge = async (): Promise<void> => {
    if (!(await createDrafts(store).purge()).ok) log('draft-purge-failed');
    if (!(await retention.purgeDaily()).ok) log('retention-purge-failed');
    if (!(await countWaiting({ ...store, days: localDays })).ok) log('reports-count-failed');
  };
  const isOff = async (market: MarketId): Promise<boolean> => ((await readLocal('marketsOff')) ?? []).includes(market);

  const signs = createTabSigns(deps.showHealth);
  const tabBuyers = createTabBuyers(writeTabBuyer);
  servePorts({
    onConnect: { addListener: (listener) => browser.runtime.onConnect.addListener((port) => listener(port)) },
    createApi: (session, gone) =>
      whileSeen(createContentApi(session, { ...deps, showHealth: signs(gone), showBuyer: tabBuyers(gone) }), noteSeen),
    marketOf: marketIdOf,
    isOff,
  });
  serveInjection(isOff);
  serveFindKey();
  startDueWatch({ ...store, today: localToday, assets, uiLang: () => uiLangOf(settings, browserLang) });
  serveRecordRequests();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void letIn();
    void openFirstSteps(reason);
  });
  // Site access given later, from the popup or the settings, serves the open tabs at once.
  browser.permissions.onAdded.addListener(() => void letIn().then(fulfilTeachWish));
  browser.permissions.onRemoved.addListener(() => void syncOtherHosts());
  const recover = async (): Promise<void> => {
    if (await recoverImports(store)) return;
    await settings.mirrorAll();
    await browser.alarms.clear(importAlarm);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PURGE_ALARM) void purge();
    if (name === importAlarm) void recover();
    if (name === lockAlarm) void lockWhenIdle(store).catch(() => log('lock-failed'));
  });
  browser.runtime.onStartup.addListener(() => {
    void purge();
    void recover();
    void syncOtherHosts();
  });
  void keepPurging();
}
