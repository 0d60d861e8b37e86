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

const isNeed = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === NEED_ASSISTANT;

async function run(tabId: number, frameIds: number[] | undefined, file: string): Promise<void> {
  try {
    const target = frameIds ? { tabId, frameIds } : { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: [file as InjectedFile] });
  } catch {
    // The tab was closed, navigated or is not ours to touch; there is nothing to serve then.
    log('injection-failed');
  }
}

/**
 * Injects the assistant into every frame whose sentinel asks for it.
 * Registered in the first synchronous turn of the background; `isOff` is asked at each call.
 */
export function serveInjection(isOff: (market: Market) => Promise<boolean>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown) => {
    if (!isNeed(message)) return undefined;
    const { origin, frameId, tab } = sender as PageSender;
    const market = marketOfOrigin(origin);
    const tabId = tab?.id;
    if (!market || tabId === undefined) return undefined;
    void isOff(market).then((off) => (off ? undefined : run(tabId, [frameId ?? 0], market.assistant)));
    return undefined;
  });
}

/** Serves seller tabs that were open before Parley was installed or updated, without a reload. */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const market of markets()) {
    const tabs = await browser.tabs.query({ url: [...market.matches] });
    for (const { id } of tabs) if (id !== undefined) await run(id, undefined, market.sentinel);
  }
}
