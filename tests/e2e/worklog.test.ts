// @vitest-environment node
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley } from './harness/page-checks';
import buyers from '../replica/fixtures/buyers.json';
import orders from '../replica/fixtures/orders.json';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const report = (page: Page): Locator => parley(page).getByRole('form', { name: 'Report a problem' });

/** Opens the work log of today. */
const openLog = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/log');
  await page.getByRole('heading', { level: 2 }).waitFor();
  return page;
};

/** What axe-core finds wrong on a page, contrast included. */
const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
};

/** Whose cup arrived in pieces, and what was ordered. */
const buyer = buyers.jess.name;
const product = orders.amazon['mug-us'].items[0]!.title;

describe('a problem reported from a conversation', () => {
  it('takes two keys, names the product and not the buyer, and counts up', async () => {
    const page = await desk.openThread('damaged-en');
    await ready(page);
    await page.keyboard.press('Shift+Alt+P');
    await report(page).getByText(product).waitFor();
    await page.keyboard.press('Enter');
    await parley(page).getByText('Written down: 1st today.').waitFor();
    const back = parley(page).getByRole('button', { name: 'Back to the message' });
    await eventually(() => back.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(() => back.count()).toBe(0);
    await page.keyboard.press('Shift+Alt+P');
    await report(page).getByText('Reported 1 time today.').waitFor();
    await page.keyboard.type(`${buyer.split(' ')[0]} wants another`);
    await page.keyboard.press('Enter');
    await report(page).getByText("Leave out the buyer's name.").waitFor();
    await report(page).getByRole('textbox').fill('Handle was off');
    await page.keyboard.press('Enter');
    await parley(page).getByText('Written down: 2nd today.').waitFor();
    expect(await composerState(page)).toBe('');

    const log = await openLog();
    const entries = log.getByRole('region', { name: 'Product problems' }).getByRole('listitem');
    expect(await entries.count()).toBe(1);
    const said = await entries.innerText();
    for (const words of [product, 'Arrived damaged', '2 times', 'Handle was off']) expect(said).toContain(words);
    const all = await log.locator('main').innerText();
    for (const part of buyer.split(' ')) expect(all).not.toContain(part);
    expect(await log.locator('[data-what="conversation.opened"]').innerText()).toBe('1 conversation opened');
    expect(await findings(log)).toEqual([]);
  });

  it('is in the file of the days, with what was done', async () => {
    const log = await openLog();
    await log.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      log.waitForEvent('download'),
      log.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^parley-work-log-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffDay,Kind,For,Urgency,Product,Reason,Text,Count,Shop');
    expect(lines.filter((line) => line.includes('Product problems') && line.includes(product))).toHaveLength(1);
    expect(text).toContain('1 conversation opened');
    for (const part of buyer.split(' ')) expect(text).not.toContain(part);
  });

  it('has a day before it, reached by a key, and entries written by hand', async () => {
    const log = await openLog();
    const day = () => log.getByRole('heading', { level: 2 }).innerText();
    const today = await day();
    await log.keyboard.press('ArrowLeft');
    await eventually(day).not.toBe(today);
    await log.keyboard.press('ArrowRight');
    await eventually(day).toBe(today);
    await log.keyboard.press('n');
    await log.getByRole('form', { name: 'New entry' }).getByLabel('For').selectOption('inventory');
    await log.getByLabel('What happened').fill('Only 12 cups left.');
    await log.keyboard.press('Enter');
    const inventory = log.getByRole('region', { name: 'Inventory' });
    await inventory.getByText('Only 12 cups left.').waitFor();
    await inventory.getByRole('button', { name: /^Remove/ }).click();
    await eventually(() => inventory.count()).toBe(0);
    await eventually(() => log.evaluate(() => document.activeElement?.hasAttribute('data-undo'))).toBe(true);
    await log.keyboard.press('Enter');
    await inventory.getByText('Only 12 cups left.').waitFor();
  });
});

describe('how long records are kept', () => {
  it('stands in the settings, and shows what would go before anything goes', async () => {
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    const section = page.getByRole('region', { name: 'How long records are kept' });
    await section.getByRole('form').waitFor();
    expect(await section.getByLabel(/Amazon: days after/).inputValue()).toBe('30');
    await section.getByRole('button', { name: 'See what would go' }).click();
    await section.getByText('Nothing to remove.').waitFor();
    await section.getByLabel(/^Messages you sent/).fill('6');
    await section.getByRole('button', { name: 'Save limits' }).click();
    await section.getByText('Saved.').waitFor();
    await page.reload();
    await section.getByRole('form').waitFor();
    expect(await section.getByLabel(/^Messages you sent/).inputValue()).toBe('6');
    expect(await findings(page)).toEqual([]);
  });
});
