import { browser } from 'wxt/browser';
import { log } from './log';
import { marketOfOrigin, markets, type Market } from './markets';
import { NEED_ASSISTANT } from './messaging/need-assistant';

/** Sender of a runtime message; `origin` is missing from the polyfill's types, both browsers set it. */
interface PageSender {
  readonly origin?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number };
}

/** WXT types the files of a build it knows; these names come from the manifest of that same build. */
type InjectedFile = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>[number];

type OnMessage = Parameters<typeof browser.runtime.onMessage.addListener>[0];

const isNeed = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === NEED_ASSISTANT;

async function run(tabId: number, frameIds: number[] | undefined, file: string): Promise<boolean> {
  try {
    const target = frameIds ? { tabId, frameIds } : { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: [file as InjectedFile] });
    return true;
  } catch {
    // The tab was closed, navigated or is not ours to touch; the sentinel asks again if its document is still there.
    log('injection-failed');
    return false;
  }
}

/**
 * Injects the assistant into every frame whose sentinel asks for it, and answers whether that worked.
 * Registered in the first synchronous turn of the background; `isOff` is asked at each call.
 */
export function serveInjection(isOff: (market: Market) => Promise<boolean>): void {
  const listener = (message: unknown, sender: unknown): Promise<boolean> | undefined => {
    if (!isNeed(message)) return undefined;
    const { origin, frameId, tab } = sender as PageSender;
    const market = marketOfOrigin(origin);
    const tabId = tab?.id;
    if (!market || tabId === undefined) return undefined;
    // Switched off counts as done: there is nothing to ask again for.
    return isOff(market).then((off) => off || run(tabId, [frameId ?? 0], market.assistant));
  };
  browser.runtime.onMessage.addListener(listener as OnMessage);
}

/** Serves seller tabs that were open before Parley was installed or updated, without a reload. */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const market of markets()) {
    const tabs = await browser.tabs.query({ url: [...market.matches] });
    for (const { id } of tabs) if (id !== undefined) await run(id, undefined, market.sentinel);
  }
}
