import { browser } from 'wxt/browser';
import type { BuyerKey } from '../domain/ids';
import { log } from './log';
import { OPEN_RECORD, type OpenRecord, type RecordPlace } from './messaging/open-record';
import { listenToTabBuyers, readTabBuyer } from './tab-buyers';

/** The command of the manifest; it has no key until the agent gives it one. */
const COMMAND = 'open-record';

/** The part of Chromium's side panel that is used; other browsers have none. */
interface SidePanel {
  open(where: { readonly tabId: number } | { readonly windowId: number }): Promise<void>;
}

const sidePanel = (): SidePanel | undefined => (browser as { readonly sidePanel?: SidePanel }).sidePanel;

type OnMessage = Parameters<typeof browser.runtime.onMessage.addListener>[0];

const placeOf = (message: unknown): RecordPlace | null => {
  const { kind, where } = (message ?? {}) as Partial<OpenRecord>;
  return kind === OPEN_RECORD && (where === 'panel' || where === 'page') ? where : null;
};

const opened = (opening: Promise<unknown>): Promise<boolean> =>
  opening.then(
    () => true,
    () => {
      log('side-panel-refused');
      return false;
    },
  );

const openInTab = async (tabId: number): Promise<unknown> => {
  const key = await readTabBuyer(tabId);
  const address = key === null ? '#/buyers' : `#/buyers/${encodeURIComponent(key)}`;
  return browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${address}`), openerTabId: tabId });
};

/**
 * Opens records for seller pages and for the agent's own key; must run in the first synchronous turn. The panel is opened
 * before anything is awaited: the browser takes the click for spent after that.
 */
export function serveRecordRequests(): void {
  const answerTo = (where: RecordPlace, tabId: number): Promise<boolean> => {
    if (where === 'page') return opened(openInTab(tabId));
    const panel = sidePanel();
    // Firefox opens its sidebar for its own buttons and keys alone.
    return panel ? opened(panel.open({ tabId })) : Promise.resolve(false);
  };
  const listener = (
    message: unknown,
    { tab }: { readonly tab?: { readonly id?: number } },
    respond: (isOpen: boolean) => void,
  ): true | undefined => {
    const where = placeOf(message);
    if (where === null || tab?.id === undefined) return undefined;
    // Of the browsers Parley runs in, not all take a promise for an answer; all keep `respond` waiting for `true`.
    void answerTo(where, tab.id).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as OnMessage);
  browser.commands?.onCommand.addListener((command, tab) => {
    const panel = sidePanel();
    if (command === COMMAND && panel && tab?.windowId !== undefined)
      void opened(panel.open({ windowId: tab.windowId }));
  });
}

/** The buyer of the tab the agent looks at. */
export interface ActiveBuyer {
  /** Null when that tab shows no conversation whose buyer is known. */
  now(): Promise<BuyerKey | null>;
  /** Calls back when the agent turns to another tab, or that tab to another buyer, until the signal aborts. */
  listen(heard: () => void, signal: AbortSignal): void;
}

/** Follows the active tab of the window this page stands in. */
export const activeBuyer: ActiveBuyer = {
  async now() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Addresses are only told for pages Parley may read: any other page has no buyer, whatever was there before.
    return tab?.id === undefined || !tab.url ? null : readTabBuyer(tab.id);
  },
  listen(heard, signal) {
    const onTab = () => heard();
    const onUpdated = (_tabId: number, change: { readonly status?: string }, tab: { readonly active: boolean }) => {
      if (tab.active && change.status === 'complete') heard();
    };
    browser.tabs.onActivated.addListener(onTab);
    browser.tabs.onUpdated.addListener(onUpdated);
    signal.addEventListener(
      'abort',
      () => {
        browser.tabs.onActivated.removeListener(onTab);
        browser.tabs.onUpdated.removeListener(onUpdated);
      },
      { once: true },
    );
    listenToTabBuyers(onTab, signal);
  },
};
