// @vitest-environment node
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkButton, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { replyBox } from './harness/page-checks';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  page = await desk.openExtensionPage('dashboard.html#/rules');
  await page.getByRole('searchbox', { name: 'Search rules' }).waitFor();
});

afterAll(() => desk.close());

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const panel = (name: string) => page.getByRole('tabpanel', { name });
const axeFindings = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('main');
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 100)}`));
  });
};
const give = async (name: string, file: string, text: string): Promise<void> => {
  const path = join(tmpdir(), `parley-${process.pid}-${file}`);
  await writeFile(path, text);
  await panel(name).locator('input[type=file]').setInputFiles(path);
};

describe('the page of message rules in the built extension', () => {
  it('lists every rule, and passes axe with one open, in light and dark', async () => {
    expect(await page.locator('li[data-rule]').count()).toBeGreaterThanOrEqual(70);
    await page.getByRole('button', { name: 'Reward for a review' }).press('Enter');
    await page.getByText('Looks similar, is fine').waitFor();
    expect(await axeFindings()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('needs no scrolling sideways at 900 px, nor mirrored', async () => {
    await page.setViewportSize({ width: 900, height: 800 });
    const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await isTooWide()).toBe(false);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await isTooWide()).toBe(false);
    await page.evaluate(() => (document.documentElement.dir = 'ltr'));
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('finds rules by a word of an example', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('gift card');
    await page.locator('li[data-rule=tone-shouting]').waitFor({ state: 'detached' });
    await page.locator('li[data-rule=review-incentive]').waitFor();
    await page.getByRole('searchbox', { name: 'Search rules' }).fill('');
  });

  it('teaches conversations the words of the desk, the one that is open as well', async () => {
    const thread = await desk.openThread('where-en');
    await ready(thread, /^(good|limited)$/);
    await replyBox(thread).click();
    await thread.keyboard.type('Our subcontractor has your parcel.');
    await checkButton(thread).filter({ hasText: 'No issues' }).waitFor();
    await page.bringToFront();
    await tab('Own words');
    await page.getByRole('button', { name: 'New rule' }).click();
    await page.keyboard.type('Subcontractor');
    await page.getByRole('textbox', { name: /^Words or phrases/ }).fill('subcontractor*');
    await page.getByRole('textbox', { name: /^A message to try/ }).fill('Two subcontractors.');
    await page.locator('mark', { hasText: 'subcontractors' }).waitFor();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.getByRole('row', { name: /Subcontractor/ }).waitFor();
    await thread.bringToFront();
    await checkButton(thread).filter({ hasText: '1 issue' }).waitFor();
    await thread.close();
    await page.bringToFront();
  });

  it('previews a pack, applies it with its locks, keeps it over a reload and undoes it', async () => {
    await tab('Rule pack');
    const pack = {
      format: 'parley-rules',
      version: 1,
      name: 'Lumen EU',
      issuedOn: '2026-01-10',
      settings: { 'tone-blame': { severity: 'block' } },
      own: [],
      locks: ['review-incentive', 'tone-blame'],
    };
    await give('Rule pack', 'pack.json', JSON.stringify(pack));
    const preview = page.getByRole('table', { name: 'Import preview' });
    await preview.waitFor();
    expect(await preview.getByRole('row').count()).toBe(4);
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Apply import' }).press('Enter');
    await page.getByText('“Lumen EU” was imported.').waitFor();
    await page.reload();
    await page.getByText('These rules may be out of date.').waitFor();
    expect(await page.getByRole('switch', { name: 'Blames the buyer is on' }).isDisabled()).toBe(true);
    await tab('Rule pack');
    await page.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('The import was undone.').waitFor();
    await tab('Own words');
    await page.getByRole('row', { name: /Subcontractor/ }).waitFor();
  });

  it('tests two thousand templates without holding up the page, and writes the findings as CSV', async () => {
    await tab('Test bench');
    const texts = Array.from({ length: 2000 }, (_, at) =>
      at % 100 === 0
        ? { id: `t-${at}`, body: 'Write a review and we will send you a 10 dollar gift card.' }
        : { id: `t-${at}`, body: `Thank you for your message. Order ${at} has left our warehouse and arrives soon.` },
    );
    await give('Test bench', 'library.json', JSON.stringify(texts));
    await page.getByText(/library\.json: 2,?000 texts/).waitFor();
    const longest = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let most = 0;
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) most = Math.max(most, duration);
          }).observe({ type: 'longtask' });
          setTimeout(() => resolve(most), 3000);
        }),
    );
    const from = Date.now();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(/in 20 of 2000 texts/).waitFor();
    console.log(`2,000 texts in ${Date.now() - from} ms, longest task ${await longest} ms`);
    expect(await longest).toBeLessThan(400);
    expect(await axeFindings()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.split('\r\n').filter((line) => line.includes('(review-incentive)'))).toHaveLength(20);
  });

  it('passes axe where mutes and overrides are reviewed', async () => {
    await tab('Mutes and overrides');
    await page.getByText('No message was sent against a rule.').waitFor();
    expect(await axeFindings()).toEqual([]);
  });
});
