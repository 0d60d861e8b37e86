import { browser } from 'wxt/browser';

/** How the page of a tab could be read, in one sign on Parley's icon. */
const SIGNS = {
  good: { text: '', colour: '#00000000' },
  limited: { text: '!', colour: '#9a5b00' },
  broken: { text: '!', colour: '#b3261e' },
} as const;

/** Shows on the toolbar icon of one tab how well its page can be read; the browser forgets it when the tab navigates. */
export async function showToolbarHealth(tabId: number, health: keyof typeof SIGNS): Promise<void> {
  const { text, colour } = SIGNS[health];
  try {
    await browser.action.setBadgeText({ tabId, text });
    if (text !== '') await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
  } catch {
    // The tab was closed in the meantime: there is no icon to write on any more.
  }
}
