import { browser } from 'wxt/browser';
import { FIND_REPLY } from '../platform/messaging/find-reply';

/** Calls back when the key for the palette was pressed that the agent chose in the browser's shortcut settings. */
export function serveFindRequests(signal: AbortSignal, find: () => void): void {
  const listener = (message: unknown): undefined => {
    if ((message as { kind?: unknown } | null)?.kind === FIND_REPLY) find();
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener), { once: true });
}
