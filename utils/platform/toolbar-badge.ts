import { browser } from 'wxt/browser';

/** Colour under the number of what is due; a clock that runs out is as red as a page that cannot be read. */
const CALM = '#3f5873';
const PRESSING = '#b3261e';

/**
 * How the page of a tab could be read, in one sign on Parley's icon. A page that reads well has no sign of its own, so
 * that its icon shows what all tabs show; an empty text would hide that.
 */
const SIGNS = {
  good: { text: null, colour: CALM },
  limited: { text: '!', colour: '#9a5b00' },
  broken: { text: '!', colour: PRESSING },
} as const;

const MOST_SHOWN = 99;

/** Shows on the toolbar icon of one tab how well its page can be read; the browser forgets it when the tab navigates. */
export async function showToolbarHealth(tabId: number, health: keyof typeof SIGNS): Promise<void> {
  const { text, colour } = SIGNS[health];
  try {
    // Both browsers take null for "as in all tabs"; the types know only text.
    await browser.action.setBadgeText({ tabId, text: text as string });
    if (text !== null) await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
  } catch {
    // The tab was closed in the meantime: there is no icon to write on any more.
  }
}

/** The number on the toolbar icon as it is shown, `99+` for more; empty when nothing is due. */
export const readDueCount = (): Promise<string> => browser.action.getBadgeText({});

/** Shows on the toolbar icon how much is due, in every tab that has no sign of its own; nothing when nothing is. */
export async function showDueCount({
  due,
  deadlines,
}: {
  readonly due: number;
  readonly deadlines: number;
}): Promise<void> {
  const count = due + deadlines;
  const text = count === 0 ? '' : count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  await browser.action.setBadgeText({ text });
  if (text !== '') await browser.action.setBadgeBackgroundColor({ color: deadlines > 0 ? PRESSING : CALM });
}
