import { browser } from 'wxt/browser';
import { OPEN_RECORD, type OpenRecord, type RecordPlace } from '../platform/messaging/open-record';

/**
 * Opens the buyer of this page in the side panel or in a tab; call it directly from the click, the browser asks for one.
 * False where the browser lets no page open its side panel, or the extension can't be reached.
 */
export async function openRecord(where: RecordPlace): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage({ kind: OPEN_RECORD, where } satisfies OpenRecord)) === true;
  } catch {
    // The extension was reloaded under this page: nobody is there to open anything.
    return false;
  }
}
