// @vitest-environment node
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';
import { dayBack, putTallies } from './harness/put-tallies';

const DAYS = 14;
/** Where the page is read: every other address is refused and counted. */
const ADDRESS = 'https://elsewhere.example/report.html';

let desk: Desk;
let folder: string;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  folder = await mkdtemp(join(tmpdir(), 'parley-report-'));
});

afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const recordCells = {
  order: 40,
  'order-repeat': 4,
  'order|product|B01': 25,
  'order|product|B02': 9,
  'order|product|B03': 6,
  'order|country|DE': 30,
  'order|country|FR': 10,
  'order-money|currency|EUR': 99_900,
  'order-money|currency|JPY': -120_000,
  return: 3,
  'return|product|B01': 2,
  'return|product|B03': 1,
  'return|country|DE': 3,
  'return|reason|Too small': 3,
};

const agentCells = {
  sent: 100,
  'sent-reply': 80,
  'sent|intent|where_is_order': 60,
  'sent|intent|thanks_closing': 40,
  'sent|hour|9': 100,
  'sent|lang|de': 100,
  'sent|waited|30': 100,
};

/** Two weeks of counts of a shop, with products whose titles want to be run and one that bears a name. */
const fill = (page: Page): Promise<void> => {
  const days = Array.from({ length: DAYS }, (_, back) => dayBack(back));
  const counted = days.flatMap((day) => [
    { day, shop: 'one', cells: recordCells },
    { day, shop: 'one', agent: 'ann', cells: agentCells },
  ]);
  const other = { day: dayBack(0), shop: 'two', cells: { order: 1, 'order|product|B04': 1 } };
  return putTallies(page, [...counted, other], {
    B01: '=HYPERLINK("https://x.example","Kettle")',
    B02: '<img src="https://x.example/a.png"><script>fetch("https://x.example")</script>',
    B03: '+1 year of warranty for a lamp',
    B04: 'Mug for Erika Mustermann',
  });
};

/** Opens the reports and saves one of the files by keyboard alone. */
const save = async (page: Page, kind: string): Promise<string> => {
  const button = page.getByRole('button', { name: `Save as ${kind}` });
  if (!(await button.isVisible())) {
    await page.getByRole('button', { name: 'Save as…' }).focus();
    await page.keyboard.press('Enter');
  }
  const download = page.waitForEvent('download');
  await button.focus();
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^parley-report-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.\w+$/);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  await page.getByText(`Saved: ${file.suggestedFilename()}`).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Save as ${kind}`);
  return path;
};

describe('a report in a file', () => {
  let page: Page;

  beforeAll(async () => {
    page = await desk.openExtensionPage('dashboard.html#/reports');
    await page.getByRole('combobox', { name: 'Time' }).waitFor();
    await fill(page);
    await page.reload();
    await page.getByRole('region', { name: 'At a glance' }).waitFor();
  });

  it('is offered in a panel that Escape closes, without barriers, narrow and in the dark', async () => {
    const toggle = page.getByRole('button', { name: 'Save as…' });
    await toggle.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save as XLSX');
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 900, height: 900 });
      const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save as…');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('is a workbook whose figures are figures', async () => {
    const sheets = new Map((await readWorkbook(await save(page, 'XLSX'))).map(({ sheet, data }) => [sheet, data]));
    const glance = sheets.get('At a glance')!;
    expect(glance.find(([name]) => name === 'Messages sent')?.slice(1, 4)).toEqual([700, 700, 700]);
    expect(glance.find(([name]) => name === 'With a reply from Parley')?.[1]).toBe(0.8);
    expect(sheets.get('Returns by product')?.slice(0, 2)).toEqual([
      ['Product', 'These days', 'Orders', 'Per order', 'Before'],
      ['=HYPERLINK("https://x.example","Kettle")', 14, 175, 0.08, 0.08],
    ]);
    expect(sheets.get('Amounts of orders')).toEqual([
      ['Time', 'EUR', 'JPY'],
      ['These days', 6_993, -8_400],
      ['Before', 6_993, -8_400],
    ]);
  });

  it('is a list of values no spreadsheet computes', async () => {
    const text = await readFile(await save(page, 'CSV'), 'utf8');
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toContainEqual(['At a glance', 'Messages sent', 'These days', '700']);
    expect(data).toContainEqual(['Amounts of orders', 'JPY', 'These days', '-8400']);
    expect(data).toContainEqual(['Products ordered', `'=HYPERLINK("https://x.example","Kettle")`, 'These days', '175']);
    expect(data.flatMap((row) => row.slice(0, 3)).filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
  });

  it('is a page that asks for nothing, names nobody and can be read everywhere', async () => {
    const body = await readFile(await save(page, 'HTML'), 'utf8');
    expect(body).not.toContain('Erika');
    const reader = await desk.context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    reader.on('console', (message) => said.push(message.text()));
    await reader.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body }));
    await reader.goto(ADDRESS);
    const returns = reader.getByRole('article', { name: 'Returns by product' });
    expect(await returns.getByRole('row').nth(1).innerText()).toBe(
      '=HYPERLINK("https://x.example","Kettle")\t14\t175\t8%\t8%',
    );
    expect(await reader.getByRole('article', { name: 'Products ordered' }).getByRole('row').last().innerText()).toBe(
      'Other products (1)\t1\t0.4%\t0',
    );
    await reader.getByRole('img', { name: 'What buyers wanted, as bars' }).waitFor();
    for (const [colorScheme, width] of [
      ['light', 1_280],
      ['dark', 1_280],
      ['light', 360],
      ['dark', 320],
    ] as const) {
      await reader.emulateMedia({ colorScheme });
      await reader.setViewportSize({ width, height: 800 });
      // The page runs no script; what looks at it comes from outside of it.
      const session = await reader.context().newCDPSession(reader);
      const { result } = await session.send('Runtime.evaluate', {
        expression: `${axe.source}; axe.run().then(({ violations }) => violations.map(({ id }) => id).join())`,
        awaitPromise: true,
      });
      expect(result.value).toBe('');
      expect(await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    expect(asked).toEqual([ADDRESS]);
    // The browser itself reaches for the host a page came from before it asks it anything.
    expect(desk.refused.filter((host) => !host.startsWith('elsewhere.example'))).toEqual([]);
    expect(said).toEqual([]);
    await reader.close();
  });
});
