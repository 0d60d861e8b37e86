import { browser } from 'wxt/browser';
import type { MarketId } from '../domain/ids';
import { otherMarket } from '../domain/other-market';
import { marketIdOf, markets } from './markets';
import { NEED_ASSISTANT, type ScriptRole } from './messaging/need-assistant';
import { otherSentinel } from './other-hosts';
import { runScript, runScriptOnce } from './run-script';
import { readLocal } from './settings/local-items';

/** Sender of a runtime message; `origin` is missing from the polyfill's types, both browsers set it. */
interface PageSender {
  readonly origin?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number };
}

type OnMessage = Parameters<typeof browser.runtime.onMessage.addListener>[0];

const ROLES: readonly ScriptRole[] = [
  'assistant',
  'lists',
  'taught',
  'teach',
  'skeleton',
  'parts',
  'check',
  'palette',
  'meaning',
  'profiles',
];

const roleOf = (message: unknown): ScriptRole | null => {
  const { kind, role } = (message ?? {}) as { kind?: unknown; role?: unknown };
  return kind === NEED_ASSISTANT ? (ROLES.find((known) => known === role) ?? null) : null;
};

/** Teach mode, the same file on every page. */
export const teachScript = 'content-scripts/parley-teach.js';

/** Writes down how a page is built, when somebody asks for it; too heavy to lie in every conversation. */
const skeletonScript = 'content-scripts/parley-skeleton.js';

/** The buyer's card and the page's health, for when they are opened. */
const partsScript = 'content-scripts/parley-parts.js';

/** Checks what is written, from the first look at the text box on. */
const checkScript = 'content-scripts/parley-check.js';

/** Finds replies and sentences, once somebody looks for one. */
const paletteScript = 'content-scripts/parley-palette.js';

/** Explains what was written, once somebody asks. */
const meaningScript = 'content-scripts/parley-meaning.js';

/** Merges profiles, where somebody has imported one or shown a page. */
const profilesScript = 'content-scripts/parley-profiles.js';

/** The file of a role; null where a marketplace has none: named hosts are read as they were taught and in no other way. */
export const scriptOf = (market: MarketId, role: ScriptRole): string | null => {
  if (role === 'teach') return teachScript;
  if (role === 'skeleton') return skeletonScript;
  if (role === 'parts') return partsScript;
  if (role === 'check') return checkScript;
  if (role === 'palette') return paletteScript;
  if (role === 'meaning') return meaningScript;
  if (role === 'profiles') return profilesScript;
  if (role === 'taught') return 'content-scripts/other-assistant.js';
  return market === otherMarket ? null : `content-scripts/${market}-${role}.js`;
};

/**
 * Injects the scripts that sentinels, or the bar, ask for into the frame that asks, and answers whether they are there.
 * Registered in the first synchronous turn of the background; `isOff` is asked at each call.
 */
export function serveInjection(isOff: (market: MarketId) => Promise<boolean>): void {
  const serve = async (role: ScriptRole, { origin, frameId = 0, tab }: PageSender): Promise<boolean> => {
    const market = await marketIdOf(origin);
    const tabId = tab?.id;
    if (market === null || tabId === undefined) return false;
    // Switched off counts as done: there is nothing to ask again for.
    if (await isOff(market)) return true;
    const file = scriptOf(market, role);
    if (file === null) return false;
    // Teach mode starts anew each time somebody asks for it; its script ends the one before.
    return role === 'teach' ? runScript({ tabId, frameId }, file) : runScriptOnce({ tabId, frameId }, file);
  };
  const listener = (message: unknown, sender: unknown): Promise<boolean> | undefined => {
    const role = roleOf(message);
    return role === null ? undefined : serve(role, sender as PageSender);
  };
  browser.runtime.onMessage.addListener(listener as OnMessage);
}

/** Serves tabs that were open before Parley was installed, updated or let in, without a reload. */
export async function injectIntoOpenTabs(): Promise<void> {
  const sentinels = markets().map(({ matches, sentinel }) => ({ matches, sentinel }));
  const hosts = (await readLocal('otherHosts')) ?? [];
  if (hosts.length > 0) sentinels.push({ matches: hosts.map((host) => `https://${host}/*`), sentinel: otherSentinel });
  for (const { matches, sentinel } of sentinels) {
    const tabs = await browser.tabs.query({ url: [...matches] });
    for (const { id } of tabs) if (id !== undefined) await runScript({ tabId: id }, sentinel);
  }
}
