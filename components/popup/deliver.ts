import { browser } from 'wxt/browser';
import { INSERT_TEXT } from '@/utils/platform/messaging/insert-text';
import type { Delivery } from './delivery-line';

/** Puts a text on the clipboard. */
export async function copyText(text: string): Promise<Delivery> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // NotAllowedError without focus or permission: the words stay selectable in the card.
    return 'copy-failed';
  }
}

/** Hands a text to the composer of the active tab; a tab without one is an ordinary answer. */
export async function insertIntoTab(text: string): Promise<Delivery> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return 'no-composer';
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab.id, { kind: INSERT_TEXT, text });
    return (answer as { readonly inserted?: unknown } | undefined)?.inserted === true ? 'inserted' : 'no-composer';
  } catch {
    // No assistant listens in this tab: it is not a seller page, or was open before the extension.
    return 'no-composer';
  }
}
