import { browser } from 'wxt/browser';
import { FIND_REPLY } from './messaging/find-reply';

/** The command of the manifest; it has no key until the agent gives it one, so that no page loses Alt+K. */
const COMMAND = 'find-reply';

/** Hands the agent's own key for the palette to the tab it was pressed in; must run in the first synchronous turn. */
export function serveFindKey(): void {
  // Firefox for Android has no keys to give.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command !== COMMAND || tab?.id === undefined) return;
    // Most tabs have nobody who listens; that is no failure.
    void browser.tabs.sendMessage(tab.id, { kind: FIND_REPLY }).catch(() => undefined);
  });
}
