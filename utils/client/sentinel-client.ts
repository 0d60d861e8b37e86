import { browser } from 'wxt/browser';
import type { MarketId } from '../domain/ids';
import type { TaughtPage } from '../domain/profiles/profile';
import { NEED_ASSISTANT, type NeedScript, type ScriptRole } from '../platform/messaging/need-assistant';
import { readLocals } from '../platform/settings/local-items';

/** What a sentinel has to know before it looks at anything. */
export interface SentinelState {
  /** The agent has switched the marketplace off. */
  readonly isOff: boolean;
  /** Pages somebody has shown, on any host of the marketplace. */
  readonly taught: readonly TaughtPage[];
}

/** Reads it in one question to the browser. */
export async function readSentinelState(market: MarketId): Promise<SentinelState> {
  const { marketsOff = [], pageProfiles = {} } = await readLocals(['marketsOff', 'pageProfiles']);
  return { isOff: marketsOff.includes(market), taught: pageProfiles[market]?.taught ?? [] };
}

/** Asks the background for a script; false when it could not be loaded or nobody answered. */
export async function needScript(role: ScriptRole): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage({ kind: NEED_ASSISTANT, role } satisfies NeedScript)) === true;
  } catch {
    return false;
  }
}
