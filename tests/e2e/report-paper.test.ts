// @vitest-environment node
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';

let desk: Desk;

const shots = process.env['PARLEY_SHOTS'];

/** The report of a week of the demo desk, with all of it read. */
const openReport = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html?demo#/reports');
  await page.locator('[data-figure=sent]').waitFor();
  await page.locator('section', { has: page.locator('h2', { hasText: /^(Defect radar|质量雷达)$/ }) }).waitFor();
  return page;
};

/** How many sheets a page of the browser needs, and the first of them as a file to look at. */
const sheetsOf = async (page: Page, format: 'A4' | 'Letter', name: string): Promise<number> => {
  const pdf = await page.pdf({ format, printBackground: true });
  if (shots) {
    await mkdir(shots, { recursive: true });
    await writeFile(`${shots}/${name}-${format}.pdf`, pdf);
  }
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.getByRole('button', { name: 'Load demo data' }).click();
  await page.getByText('The demo data is loaded.').waitFor({ timeout: 90_000 });
  await page.close();
}, 120_000);

afterAll(() => desk.close());

describe('a report on paper', () => {
  it.each(['A4', 'Letter'] as const)('is one page of %s, dark ink on light', async (format) => {
    const page = await openReport();
    expect(await sheetsOf(page, format, 'report-en')).toBe(1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.body).backgroundColor,
      hasButtons: [...document.querySelectorAll('button, nav, select')].some((one) => one.checkVisibility()),
      texts: document.querySelector('main')?.innerText ?? '',
    }));
    expect(seen).toMatchObject({ paper: 'rgb(255, 255, 255)', hasButtons: false });
    expect(Number(/\d+/.exec(seen.ink)?.[0])).toBeLessThan(80);
    for (const words of [
      'Shop: All shops',
      'Messages sent',
      'Top complaint of each product',
      'Defect radar',
      'compared',
    ])
      expect(seen.texts).toContain(words);
    expect(seen.texts).not.toContain('Hours of the day');
    await page.close();
  });

  it('has all tables when somebody asks for them, and one page again afterwards', async () => {
    const page = await openReport();
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole('button', { name: 'Print with all tables' }).focus();
    await page.keyboard.press('Enter');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('region', { name: 'Hours of the day' }).isVisible()).toBe(true);
    expect(await sheetsOf(page, 'A4', 'report-all')).toBeGreaterThan(3);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await sheetsOf(page, 'A4', 'report-again')).toBe(1);
    await page.close();
  });

  it('is one page in Chinese too', async () => {
    const settings = await desk.openExtensionPage('dashboard.html#/settings');
    await settings.getByRole('combobox', { name: 'Interface language' }).selectOption('zh-CN');
    await settings.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    await settings.close();
    const page = await openReport();
    expect(await sheetsOf(page, 'A4', 'report-zh')).toBe(1);
    expect(await sheetsOf(page, 'Letter', 'report-zh')).toBe(1);
    await page.close();
  });
});
