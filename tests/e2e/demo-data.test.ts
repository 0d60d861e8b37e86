// @vitest-environment node
import { mkdir } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertByKeys, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

/** Loading is to take no longer. Units: milliseconds. */
const AIM_MS = 10_000;

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
});

afterAll(() => desk.close());

const shots = process.env['PARLEY_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!shots) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
};

/** Every row of every table of the real records, as text. */
const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parley');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    const tables = [...db.objectStoreNames];
    const rows = await Promise.all(
      tables.map(
        (name) =>
          new Promise((resolve) => {
            const request = db.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve([name, request.result]);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

const databases = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const violations = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe.source);
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
};
const settingsPage = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.getByRole('heading', { name: 'Demo data' }).waitFor();
  return page;
};
const loadWhole = async (page: Page): Promise<number> => {
  const begun = Date.now();
  await page.getByRole('button', { name: /^Load (demo data|again)$/ }).click();
  await page.getByText('The demo data is loaded.').waitFor({ timeout: 90_000 });
  return Date.now() - begun;
};

describe('the demo data', () => {
  let before = '';

  it('is loaded beside the records of a desk in use, which it does not touch', async () => {
    const seller = await desk.openThread('where-de');
    await ready(seller);
    await parley(seller)
      .getByRole('button', { name: /^Buyer notes/ })
      .click();
    await parley(seller).getByRole('textbox', { name: 'Add a note' }).fill('Calls on Mondays');
    await parley(seller).getByRole('button', { name: 'Save note' }).click();
    await parley(seller).getByRole('list', { name: 'Notes' }).getByText('Calls on Mondays').waitFor();
    await seller.goto('about:blank');

    const page = await settingsPage();
    before = await dump(page);
    expect(before).toContain('Calls on Mondays');
    await page.getByText('You have records already.', { exact: false }).waitFor();
    await page.getByRole('heading', { name: 'Demo data' }).scrollIntoViewIfNeeded();
    await shoot(page, 'settings-before');
    const took = await loadWhole(page);
    console.log(`the demo data was loaded in ${took} ms (aim ${AIM_MS} ms)`);
    // Three times the aim fails, so that a machine with other work does not.
    expect(took).toBeLessThan(3 * AIM_MS);
    await shoot(page, 'settings-loaded');
    expect(await violations(page)).toEqual([]);
    expect(await dump(page)).toBe(before);
    await page.close();
  }, 180_000);

  it('fills today, buyers, search, work log and reports, and says on every page that it is a demo', async () => {
    const page = await settingsPage();
    await page.getByRole('link', { name: 'Look at the demo data' }).click();
    const sign = page.getByText('Everyone here is invented, and nothing here is yours.');
    await page.getByText(/^Lumora Home EU: /).waitFor();
    await sign.waitFor();
    expect(await page.locator('[data-due]').count()).toBeGreaterThan(10);
    expect(await violations(page)).toEqual([]);
    await shoot(page, 'today');

    await page.getByRole('link', { name: 'Buyers', exact: true }).click();
    await page.getByText(/4,000/).first().waitFor();
    await shoot(page, 'buyers');
    await page.getByRole('searchbox', { name: 'Search buyers' }).fill('adapter');
    await page
      .getByText(/adapter/i)
      .nth(1)
      .waitFor({ timeout: 30_000 });
    await shoot(page, 'search');
    await page.reload();
    await sign.waitFor();
    expect(page.url()).toContain('?demo#/buyers');

    await page.getByRole('link', { name: 'Work log', exact: true }).click();
    await page
      .getByText('UK plug adapter gets hot and melts', { exact: false })
      .or(page.getByText('Messages sent'))
      .first()
      .waitFor();
    await sign.waitFor();
    await shoot(page, 'worklog');

    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByRole('combobox', { name: 'Time' }).selectOption('90');
    const returns = page.getByRole('region', { name: 'Returns by product' });
    await returns.getByRole('rowheader', { name: 'Volta travel charger 65 W with plug adapters' }).waitFor();
    await shoot(page, 'reports');

    for (const away of ['team', 'practice', 'welcome']) {
      await page.evaluate((name) => (window.location.hash = `#/${name}`), away);
      await page.getByText('Go back to your desk to open this page.').waitFor();
    }
    await page.evaluate(() => (window.location.hash = '#/settings'));
    await page.getByText('Settings, shops, PIN and backups belong to your own desk.', { exact: false }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Team' }).count()).toBe(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 900, height: 800 });
    await page.evaluate(() => (window.location.hash = '#/today'));
    await page.getByText(/^Lumora Home EU: /).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await shoot(page, 'today-dark-900');
    await page.getByRole('link', { name: 'Back to my desk' }).click();
    await page.getByRole('heading', { name: 'Demo data' }).waitFor();
    expect(page.url()).not.toContain('?demo');
    expect(await dump(page)).toBe(before);
    await page.close();
  }, 120_000);

  it('does not reach the seller pages', async () => {
    const seller = await desk.openThread('where-es');
    await ready(seller);
    expect(await insertByKeys(seller, 1)).not.toContain('Lumora');
    await seller.goto('about:blank');
  });

  it('goes as a whole, open pages of it go home, and the records are as they were', async () => {
    const page = await settingsPage();
    const unchanged = await dump(page);
    const looking = await desk.openExtensionPage('dashboard.html?demo#/buyers');
    await looking.getByText(/4,000/).first().waitFor();
    await page.bringToFront();
    const begun = Date.now();
    await page.getByRole('button', { name: 'Remove demo data' }).click();
    await page.getByText('The demo data is gone.', { exact: false }).waitFor();
    console.log(`the demo data was removed in ${Date.now() - begun} ms`);
    expect(await databases(page)).not.toContain('parley-demo');
    await looking.bringToFront();
    await looking.getByRole('link', { name: 'Work log', exact: true }).click();
    await looking.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(looking.url()).not.toContain('?demo');
    expect(await databases(page)).not.toContain('parley-demo');
    expect(await dump(page)).toBe(unchanged);
    expect(unchanged).toContain('Calls on Mondays');
    expect(unchanged).not.toContain('Lumora');
    await looking.close();
    await page.close();
  });

  it('can be stopped half way, and nothing is left', async () => {
    const page = await settingsPage();
    await page.getByRole('button', { name: 'Load demo data' }).click();
    await page.getByRole('progressbar', { name: 'Loading the demo data' }).waitFor();
    await page.getByText(/^[1-9]\d?%$/).waitFor();
    await shoot(page, 'loading');
    await page.keyboard.press('Enter');
    await page.getByText('Stopped. Nothing was kept.').waitFor();
    expect(await databases(page)).not.toContain('parley-demo');
    await page.getByRole('button', { name: 'Load demo data' }).waitFor();
    await page.close();
  });
});
