import { browser } from 'wxt/browser';
import type { ApiProblem } from '@/utils/app/api';
import type { MarketId } from '@/utils/domain/ids';
import { otherMarket } from '@/utils/domain/other-market';
import { err, ok, type Result } from '@/utils/domain/result';
import { marketOfOrigin } from '@/utils/platform/markets';
import { hostOf } from '@/utils/platform/other-hosts';
import { readLocals } from '@/utils/platform/settings/local-items';
import { dropTeachWish, rememberTeachWish, teachPattern, teachTab } from '@/utils/platform/teach-tab';

/** What Parley is in the tab the popup was opened over. */
export type TabState =
  | { readonly kind: 'none' }
  | { readonly kind: 'served' | 'unknown' | 'off'; readonly market: MarketId; readonly place: TabPlace }
  | { readonly kind: 'foreign'; readonly place: TabPlace };

/** The tab and the page in it. */
export interface TabPlace {
  readonly tabId: number;
  readonly url: string;
  readonly host: string;
}

/** What the line about the tab needs from the browser. */
export interface TabTools {
  look(): Promise<TabState>;
  /** Starts teach mode; on a foreign site the browser asks first. Call it directly from a click. */
  teach(place: TabPlace): Promise<Result<null, ApiProblem>>;
}

/** Runs in the page, alone: whether Parley shows something there, or reads it without showing anything. */
const isAtWork = (): boolean => {
  const { parleyScripts = {} } = globalThis as { parleyScripts?: Record<string, string> };
  return (
    document.querySelector('parley-root') !== null ||
    Object.keys(parleyScripts).some((file) => file.endsWith('-lists.js'))
  );
};

async function isServed(tabId: number): Promise<boolean> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: isAtWork });
    return frames.some(({ result }) => result === true);
  } catch {
    // The browser keeps extensions away from this page: then Parley is not at work in it either.
    return false;
  }
}

async function look(): Promise<TabState> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = hostOf(tab?.url);
  if (tab?.id === undefined || tab.url === undefined || host === null) return { kind: 'none' };
  const place = { tabId: tab.id, url: tab.url, host };
  const { marketsOff = [], otherHosts = [] } = await readLocals(['marketsOff', 'otherHosts']);
  const market = marketOfOrigin(new URL(tab.url).origin)?.id ?? (otherHosts.includes(host) ? otherMarket : null);
  if (market === null) return { kind: 'foreign', place };
  if (marketsOff.includes(market)) return { kind: 'off', market, place };
  return { kind: (await isServed(tab.id)) ? 'served' : 'unknown', market, place };
}

async function teach({ tabId, url }: TabPlace): Promise<Result<null, ApiProblem>> {
  const pattern = teachPattern(url);
  if (pattern === null) return err({ kind: 'invalid', field: 'url' });
  // Some browsers close the popup when they ask; the background then carries on with the wish.
  rememberTeachWish(tabId, url);
  try {
    // First thing after the click: the browser refuses to ask later. Where access is there already it asks nothing.
    if (!(await browser.permissions.request({ origins: [pattern] }))) {
      await dropTeachWish();
      return err({ kind: 'refused', code: 'foreign-origin' });
    }
  } catch {
    await dropTeachWish();
    return err({ kind: 'refused', code: 'foreign-origin' });
  }
  await dropTeachWish();
  const started = await teachTab(tabId, url);
  return started.ok ? ok(null) : started;
}

/** The browser's own answers. */
export const tabTools: TabTools = { look, teach };
