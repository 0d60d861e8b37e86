// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cards, checkButton, eventually, holdTheLine, insertByKeys, ready, sendButton } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, replicaLog } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

const sentOn = new Map<Page, number>();
holdTheLine(() => desk, { own: (page) => ({ sent: sentOn.get(page) ?? 0 }) });

const WAS = 'Freundliche Grüße';
const IS = 'Mit freundlichen Grüßen';

type Detail = Readonly<Record<string, string | number>>;

/** What the work log says of the messages that were sent, the oldest first. */
const sentDetails = async (): Promise<readonly Detail[]> =>
  (await desk.serviceWorker()).evaluate(
    () =>
      new Promise<Detail[]>((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => reject(new Error('the database could not be opened'));
        opening.onsuccess = () => {
          const asking = opening.result.transaction('log').objectStore('log').index('at').getAll();
          asking.onsuccess = () => {
            opening.result.close();
            const lines = asking.result as { what: string; detail: Detail }[];
            resolve(lines.filter(({ what }) => what === 'message.sent').map(({ detail }) => detail));
          };
        };
      }),
  );
const sentLines = async (): Promise<number> => (await sentDetails()).length;

/** Inserts the first reply, writes its closing another way as an agent would, and sends it. */
async function sendWithOtherClosing(page: Page): Promise<void> {
  const text = await insertByKeys(page, 1);
  const from = text.indexOf(WAS);
  expect(from).toBeGreaterThan(0);
  await page.keyboard.press('Control+Home');
  for (const _letter of text.slice(0, from)) await page.keyboard.press('ArrowRight');
  await page.keyboard.down('Shift');
  for (const _letter of WAS) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await page.keyboard.type(IS);
  await eventually(() => composerState(page)).toContain(IS);
  // Looked at when the keys have been quiet for a moment.
  await page.waitForTimeout(300);
  const sentBefore = await sentLines();
  const before = (await replicaLog(page)).state.sentTexts.length;
  sentOn.set(page, before + 1);
  await sendButton(page).click();
  await eventually(async () => (await replicaLog(page)).state.sentTexts.length).toBe(before + 1);
  await eventually(() => composerState(page)).toBe('');
  await eventually(() => sentLines()).toBe(sentBefore + 1);
}

it('offers the change of a sentence after three alike, and uses it once it is taken up', async () => {
  for (let sent = 0; sent < 3; sent += 1) {
    const page = await desk.openThread('where-de');
    await ready(page);
    await sendWithOtherClosing(page);
    await page.close();
  }
  const lead = await desk.openExtensionPage('dashboard.html#/templates');
  const proposal = lead.locator('[data-proposal]');
  await proposal.waitFor();
  expect(await proposal.count()).toBe(1);
  expect((await proposal.locator('ins').allInnerTexts()).join(' ')).toBe(IS);
  // Nothing of the buyer or the order is kept.
  expect(await proposal.innerText()).not.toMatch(/Lena|Baumgartner|999-/);
  await proposal.getByRole('button', { name: /^Update the reply/ }).click();
  await proposal.waitFor({ state: 'detached' });
  await lead.close();
  const page = await desk.openThread('where-de');
  await ready(page);
  await eventually(() => cards(page).first().innerText()).toContain(IS);
  expect(await insertByKeys(page, 1)).toContain(IS);
});

it('keeps of a message for the reports what it was about and what was changed before it went, and no word of it', async () => {
  const page = await desk.openThread('where-de');
  await ready(page);
  const before = await sentLines();
  await insertByKeys(page, 1);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Schreiben Sie mir auf WhatsApp.');
  await checkButton(page)
    .filter({ hasText: /[1-9] issue/ })
    .waitFor();
  for (const _letter of ' Schreiben Sie mir auf WhatsApp.') await page.keyboard.press('Backspace');
  await checkButton(page).filter({ hasText: 'No issues' }).waitFor();
  sentOn.set(page, (await replicaLog(page)).state.sentTexts.length + 1);
  await sendButton(page).click();
  await eventually(() => sentLines()).toBe(before + 1);
  const detail = (await sentDetails()).at(-1);
  expect(detail).toMatchObject({ lang: 'de', foreign: 1 });
  expect(detail?.['intent']).toMatch(/^[a-z_]+$/);
  expect(detail?.['templateId']).toMatch(/^[\w.-]+$/);
  expect(String(detail?.['changed']).split(' ')).toContain('contact-messenger');
  expect(detail?.['openFor']).toBeGreaterThan(0);
  expect(detail?.['waited']).toBeGreaterThan(0);
  expect(JSON.stringify(detail)).not.toMatch(/WhatsApp|Lena|999-/);
});
