// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const card = (page: Page) => parley(page).getByRole('complementary', { name: 'Buyer notes' });
const list = (page: Page) => parley(page).getByRole('list', { name: 'Notes' });

async function openCard(page: Page): Promise<Page> {
  await ready(page, /^(good|limited)$/);
  await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
  await parley(page).getByRole('textbox', { name: 'Add a note' }).waitFor();
  return page;
}

/** Tabs whose buyer the background remembers. */
const remembered = async (): Promise<readonly string[]> => {
  const worker = await desk.serviceWorker();
  const names = await worker.evaluate('chrome.storage.session.get().then((all) => Object.keys(all))');
  return (names as readonly string[]).filter((name) => name.startsWith('tabBuyer:'));
};

describe('the record of a buyer in the page', () => {
  it('says in one word whether the buyer is new, and in the card what the page has shown', async () => {
    const page = await openCard(await desk.openThread('shoe-us'));
    expect(await parley(page).locator('.p-buyer').textContent()).toBe('New here');
    await card(page).getByRole('list', { name: 'What is known' }).getByText('1 order', { exact: true }).waitFor();
    await card(page).getByRole('list', { name: 'Groups this buyer belongs to' }).getByText('1 order').waitFor();
  });

  it('keeps a quick note with one digit and takes it back', async () => {
    const page = await openCard(await desk.openThread('shoe-uk'));
    await page.keyboard.press('1');
    await list(page).getByText('Asked for size advice', { exact: true }).waitFor();
    await card(page).getByText('Saved: Asked for size advice.').getByRole('button', { name: 'Undo' }).click();
    await eventually(() => list(page).count()).toBe(0);
  });

  it('tags the buyer, in a second tab of the conversation at once', async () => {
    const first = await openCard(await desk.openThread('where-en'));
    const second = await openCard(await desk.openThread('where-en'));
    await card(first).getByLabel('Add a tag').fill('wholesale');
    await first.keyboard.press('Enter');
    const tags = card(second).getByRole('list', { name: 'Tags' });
    await tags.getByText('wholesale').waitFor();
    await card(second).getByRole('button', { name: 'Remove tag wholesale' }).click();
    await eventually(() => card(first).getByRole('list', { name: 'Tags' }).count()).toBe(0);
  });

  it('is undone for good while it is new, and kept again when somebody wants it', async () => {
    const page = await openCard(await desk.openThread('where-de'));
    await card(page).getByText('Recorded just now from this page.').getByRole('button', { name: 'Undo' }).click();
    await card(page).getByText('Forgotten on request, nothing is kept.').waitFor();
    await page.reload();
    await ready(page, /^(good|limited)$/);
    expect(await parley(page).locator('.p-buyer').count()).toBe(0);
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await card(page).getByRole('button', { name: 'Keep a record again' }).click();
    await card(page).getByText('Recorded just now from this page.').waitFor();
  });

  it('leaves nothing of segments and figures in the page once the card is closed', async () => {
    const page = await openCard(await desk.openThread('shoe-us'));
    const inPage = () =>
      page.evaluate(
        () =>
          document.documentElement.outerHTML +
          [...document.querySelectorAll('parley-root, parley-marks')].map((ours) => ours.shadowRoot?.innerHTML).join(),
      );
    const figures = 'What is known';
    await card(page).getByRole('list', { name: figures }).waitFor();
    expect(await inPage()).toContain(figures);
    await page.keyboard.press('Escape');
    await eventually(inPage).not.toContain(figures);
  });
});

describe('the record beside the page', () => {
  it('is asked for in the click itself, and follows the tab', async () => {
    const page = await openCard(await desk.openThread('shoe-us'));
    const worker = await desk.serviceWorker();
    // Asked within the message: a later call would find the click spent, and the browser would refuse.
    await worker.evaluate(`{
      const open = chrome.sidePanel.open.bind(chrome.sidePanel);
      self.opened = [];
      chrome.sidePanel.open = (where) => {
        const opening = open(where);
        self.opened.push(opening.then(() => 'tabId' in where, (error) => String(error)));
        return opening;
      };
    }`);
    await card(page).getByRole('button', { name: 'Open in the side panel' }).click();
    await eventually(() => worker.evaluate('Promise.all(self.opened)')).toEqual([true]);
    expect(
      await card(page)
        .getByText(/could not be opened from here/)
        .count(),
    ).toBe(0);

    expect(await remembered()).toHaveLength(1);
    await page.close();
    await eventually(remembered).toEqual([]);
  });

  it('is remembered for the tab by a background that was stopped', async () => {
    await openCard(await desk.openThread('shoe-us'));
    const before = await remembered();
    expect(before).toHaveLength(1);
    expect(await desk.killWorker()).toBe(1);
    const inside = await desk.openExtensionPage('popup.html');
    expect(await remembered()).toEqual(before);
    await inside.close();
  });

  it('opens in full in a tab of its own', async () => {
    const page = await openCard(await desk.openThread('shoe-us'));
    const opened = page.context().waitForEvent('page');
    await card(page).getByRole('button', { name: 'Open full record' }).click();
    const full = await opened;
    await eventually(() => full.url()).toMatch(/dashboard\.html#\/buyers\/.+/);
    await full.close();
  });
});
