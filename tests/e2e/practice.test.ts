// @vitest-environment node
import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, checkButton, eventually, form, fillForm } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

let desk: Desk;
let page: Page;

/** How many rows stand in each table of the records; nothing where there are no records at all. */
const rowsOf = (name: string): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async (wanted) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === wanted)) return {};
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const db = await asked(indexedDB.open(wanted));
    const counts: Record<string, number> = {};
    for (const table of db.objectStoreNames)
      counts[table] = await asked(db.transaction(table).objectStore(table).count());
    db.close();
    return counts;
  }, name);

const storedLocally = () =>
  page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } })
      .chrome;
    return JSON.stringify(await storage.local.get());
  });

const box = () => page.getByRole('textbox', { name: /^Reply to / });
const steps = () => page.locator('li[data-done=true]');
const shots = process.env['PARLEY_SHOTS'];
const shot = async (name: string): Promise<void> => {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
};
const axeFindings = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // What a reply of the bar is called ("Insert reply 1: …") is a contract; it does not repeat the words drawn beside it.
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('main', {
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  });
};
/** Until the bar serves it: the cards of the conversation before stand a moment longer. */
const openSample = async (id: string, name: string): Promise<void> => {
  await page.evaluate((to) => (location.hash = `#/practice/${to}`), id);
  await page.getByRole('heading', { name }).waitFor();
  await cards(page).filter({ hasText: name }).first().waitFor();
};

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  page = await desk.openExtensionPage('dashboard.html#/practice');
  await cards(page).first().waitFor();
});

afterAll(() => desk.close());

describe('the practice page in the built extension', () => {
  let before: Readonly<Record<string, number>>;
  let storedBefore: string;

  it('lists 40 buyers with the bar of the seller pages, and passes axe in light and dark', async () => {
    before = await rowsOf('parley');
    storedBefore = await storedLocally();
    expect(await page.getByRole('navigation', { name: 'Sample buyers' }).getByRole('link').count()).toBe(40);
    expect(await parley(page).getAttribute('data-health')).toBe('good');
    await shot('light');
    expect(await axeFindings()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot('dark');
    expect(await axeFindings()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('teaches the first reply by its own keys', async () => {
    await page.keyboard.press('Alt+1');
    await form(page).waitFor();
    expect(await steps().count()).toBe(1);
    await fillForm(page);
    await page.keyboard.press('Enter');
    await eventually(() => box().inputValue()).toMatch(/Sabine Krüger/);
    expect(await steps().count()).toBe(2);
    await page.getByRole('button', { name: 'Add the sentence' }).click();
    await checkButton(page).filter({ hasText: '1 issue' }).click();
    await shot('issue');
    await parley(page).getByRole('button', { name: 'Fix', exact: true }).click();
    await eventually(() => box().inputValue()).not.toMatch(/5 Sterne/);
    await page.getByText('The other buyers are waiting.').waitFor();
    expect(await steps().count()).toBe(3);
    await checkButton(page).click();
  });

  it('keeps what is sent in the conversation and says that nothing went out', async () => {
    const text = await box().inputValue();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Kept here. Nothing was sent.').waitFor();
    expect(await box().inputValue()).toBe('');
    expect(await page.getByRole('list', { name: 'Messages' }).innerText()).toContain(text.slice(0, 40));
  });

  it('goes from buyer to buyer by keyboard, and types into a note without leaving the page', async () => {
    await page.locator('a[href="#/practice/de-late"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thomas Lehner' }).waitFor();
    // Not the cards of the conversation before, which stand a moment longer.
    await cards(page).filter({ hasText: 'Thomas Lehner' }).first().waitFor();
    await page.keyboard.press('Alt+1');
    await eventually(async () => (await form(page).count()) > 0 || (await box().inputValue()) !== '').toBe(true);
    if ((await form(page).count()) > 0) await page.keyboard.press('Escape');
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    const note = parley(page).getByRole('textbox', { name: 'Add a note' });
    await note.click();
    await page.keyboard.type('big boots, g b t');
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText('big boots, g b t').waitFor();
    expect(new URL(page.url()).hash).toBe('#/practice/de-boots-small');
    expect((await rowsOf('parley-practice'))['notes']).toBe(1);
    await page.keyboard.press('Escape');
  });

  it('converts what a buyer asks for', async () => {
    await openSample('ja-voltage', '佐藤 美咲');
    const region = parley(page).getByRole('region', { name: 'Conversions' });
    await region.waitFor();
    await page.keyboard.press('Alt+0');
    await eventually(() => box().inputValue()).toMatch(/100/);
    await shot('conversion');
  });

  it('needs no scrolling sideways at 900 px, nor mirrored', async () => {
    await openSample('ar-late', 'نورة العتيبي');
    await page.setViewportSize({ width: 900, height: 800 });
    const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await isTooWide()).toBe(false);
    await shot('narrow');
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await isTooWide()).toBe(false);
    await shot('rtl');
    await page.evaluate(() => (document.documentElement.dir = 'ltr'));
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('forgets notes and messages when somebody starts over', async () => {
    await openSample('de-late', 'Sabine Krüger');
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('are gone.').waitFor();
    expect(await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').count()).toBe(1);
    await openSample('de-boots-small', 'Thomas Lehner');
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText('No notes yet.').waitFor();
  });

  it('takes the bar away with the page', async () => {
    await page.evaluate(() => (location.hash = '#/converter'));
    await parley(page).waitFor({ state: 'detached' });
    expect(await page.locator('parley-marks').count()).toBe(0);
  });

  it('has written nothing into the records, nor told other pages of anything', async () => {
    expect(await rowsOf('parley')).toEqual(before);
    expect(await storedLocally()).toBe(storedBefore);
    expect(desk.refused).toEqual([]);
  });
});
