import { browser } from 'wxt/browser';
import type { Assets } from '../../platform/assets';
import { shortHash } from '../../domain/text/short-hash';
import { flattenCatalogue, createPageWords } from '../../platform/i18n/page-words';
import { log } from '../../platform/log';
import { mayNotify, notify, openTodayFromNotifications } from '../../platform/notify';
import { listenToChanges } from '../../platform/settings/change-signal';
import { readLocal, writeLocal } from '../../platform/settings/local-items';
import { writeHandOverCount } from '../../platform/settings/hand-over-count';
import { showDueCount } from '../../platform/toolbar-badge';
import { readHandOver } from '../bundles/hand-over-ready';
import { createFollowUps, type FollowUpsDeps } from '../follow-ups';
import { createDueWatch } from './due-watch';
import { refreshAged } from './upkeep';

const ALARM = 'follow-ups';
const EVERY_MIN = 15;
/** A list of a thousand orders is one change, and a page that loads makes several. Units: milliseconds. */
const CALM_MS = 1_000;

/** Stores and surroundings of what runs by itself. */
export interface WatchDeps extends FollowUpsDeps {
  readonly assets: Assets;
  readonly uiLang: () => Promise<string>;
}

/** Browsers may lose alarms over a restart; creating one that exists would start its time anew at every wake-up. */
const keepAlarm = async (): Promise<void> => {
  if (await browser.alarms.get(ALARM)) return;
  await browser.alarms.create(ALARM, { periodInMinutes: EVERY_MIN, delayInMinutes: 1 });
};

/** The words of one kind of clock, in the language of the interface. */
const wordsOf = async ({ assets, uiLang }: WatchDeps, kind: string) => {
  const lang = await uiLang();
  const entries: Record<string, string> = {};
  flattenCatalogue('follow-ups', await assets.json(`locales/${lang}/follow-ups.json`), entries);
  const t = createPageWords(entries, lang);
  return { title: t(`follow-ups.${kind}.name`), message: t('follow-ups.notify.text') };
};

/** Whether a change may have moved what is due or to hand over: the rows of a record, its shop, the team, its files. */
const isAboutDue = (topic: string): boolean => /^(?:buyer|shops|followUps|team$|exports$)/.test(topic);

/**
 * Keeps the number on the icon and the notifications right: every quarter of an hour and after every change, and works
 * out anew what time has changed. Call it in the first turn of the background: its listeners wake a stopped worker.
 */
export function startDueWatch(deps: WatchDeps): void {
  const look = createDueWatch({
    followUps: createFollowUps(deps),
    clock: deps.clock,
    showCount: showDueCount,
    countHandOver: async () => {
      const count = await readHandOver(deps);
      if (count.ok) await writeHandOverCount(count.value);
    },
    mayNotify,
    notify: async ({ mark, kind }) => notify(mark, await wordsOf(deps, kind)),
    markOf: shortHash,
    readMarks: async () => (await readLocal('toldOf')) ?? [],
    writeMarks: (toldOf) => writeLocal({ toldOf }),
  });
  const lookNow = (): void => void look().catch(() => log('due-watch-failed'));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  listenToChanges((topics) => {
    if (!topics.some(isAboutDue)) return;
    clearTimeout(waiting);
    waiting = setTimeout(lookNow, CALM_MS);
  }, new AbortController().signal);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    void refreshAged(deps)
      .then((done) => done.ok || log('upkeep-failed'))
      .then(lookNow);
  });
  browser.permissions.onAdded.addListener(() => {
    openTodayFromNotifications();
    lookNow();
  });
  openTodayFromNotifications();
  // A restart of the browser takes the number off the icon.
  browser.runtime.onStartup.addListener(lookNow);
  browser.runtime.onInstalled.addListener(lookNow);
  void keepAlarm();
}
