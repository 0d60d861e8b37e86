// @vitest-environment node
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facetEntry } from '@/utils/domain/customers/facets';
import { brandAs } from '@/utils/domain/ids';
import { type Desk, launchDesk } from './harness/launch-desk';

/** A note is shown in other windows before anybody looks there. Units: milliseconds. */
const AIM_MS = 300;

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
});

afterAll(() => desk.close());

/** The lists a record stands in. */
const listsOf = (key: string, lastSeen: string): string[] => [
  facetEntry('all', { lastSeen: brandAs<'Instant'>(lastSeen), key: brandAs<'BuyerKey'>(key) }),
];

/** Puts one buyer with an order into the database, as a seller page would. */
const seeBuyer = (page: Page, name: string, lastSeen: string): Promise<void> =>
  page.evaluate(
    async ([displayName, seenAt, facets]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('parley');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
      const stamp = { shopId: 'shop', authorId: 'agent', hlc: '0', origin: 'node', deleted: 0 };
      const transaction = db.transaction('buyers', 'readwrite');
      const row = { key: displayName, displayName, aliases: [`order:${displayName}`], tags: [], archived: 0, facets };
      transaction.objectStore('buyers').put({ ...stamp, ...row, lastSeen: seenAt });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      db.close();
    },
    [name, lastSeen, listsOf(name, lastSeen)] as const,
  );

const openSettings = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.getByRole('heading', { level: 2, name: /Shops|店铺/ }).waitFor();
  return page;
};

describe('the dashboard', () => {
  it('says on the buyers page what to do next, within half a second of opening', async () => {
    let fastest = Infinity;
    // A machine that does other work at the same moment says nothing about the page: it is asked until one is quiet.
    for (let opening = 0; opening < 15 && fastest >= 500; opening += 1) {
      const page = await desk.context.newPage();
      await page.addInitScript(() => {
        const watcher = new MutationObserver(() => {
          if (document.body?.innerText.includes('Open a conversation')) performance.mark('ready');
        });
        watcher.observe(document, { childList: true, subtree: true });
      });
      await page.goto(`chrome-extension://${desk.extensionId}/dashboard.html#/buyers`);
      await page.getByText(/Open a conversation on a seller page/).waitFor();
      const ready = await page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? Infinity);
      fastest = Math.min(fastest, ready);
      await page.close();
    }
    expect(fastest).toBeLessThan(500);
  }, 60_000);

  it('applies another interface language at once, here and in another window, and keeps it', async () => {
    const page = await openSettings();
    const other = await desk.openExtensionPage('dashboard.html#/buyers');
    await other.getByRole('searchbox', { name: 'Search buyers' }).fill('half a na');
    await page.getByRole('combobox', { name: 'Interface language' }).selectOption('zh-CN');
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await other.getByRole('searchbox', { name: '搜索买家' }).inputValue()).toBe('half a na');
    await page.reload();
    await page.getByRole('combobox', { name: '界面语言' }).selectOption('en');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await Promise.all([page.close(), other.close()]);
  });

  it('adds a shop and renames it, also for the window beside it', async () => {
    const page = await openSettings();
    const other = await openSettings();
    await page.getByRole('textbox', { name: 'Name of another Amazon shop' }).fill('Lumen DE');
    await page.getByRole('button', { name: 'Add Amazon shop' }).click();
    await page.getByRole('button', { name: 'Rename Lumen DE' }).click();
    await page.getByRole('textbox', { name: 'New name of Lumen DE' }).fill('Lumen Berlin');
    await page.keyboard.press('Enter');
    for (const window of [page, other])
      await window.getByRole('list', { name: 'Amazon shops' }).getByText('Lumen Berlin').waitFor();
    await Promise.all([page.close(), other.close()]);
  });

  it('switches a marketplace off, where the seller pages read it, and on again', async () => {
    const page = await openSettings();
    const box = page.getByRole('checkbox', { name: 'AliExpress', exact: true });
    const off = () => page.evaluate('chrome.storage.local.get("marketsOff")');
    await box.uncheck();
    await expect.poll(off).toEqual({ marketsOff: ['aliexpress'] });
    await page.reload();
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await expect.poll(off).toEqual({ marketsOff: [] });
    await page.close();
  });

  it('finds that it may work on the seller pages of this build', async () => {
    const page = await openSettings();
    await page.getByText('Parley may work on the seller pages.').waitFor();
    await page.close();
  });

  it('keeps a note, shows it in a second window soon and saves it with everything else', async () => {
    const page = await desk.openExtensionPage('dashboard.html#/buyers');
    await page.getByText(/Open a conversation on a seller page/).waitFor();
    await seeBuyer(page, 'Anna', '2026-03-02T09:00:00.000Z');
    await page.goto(page.url().replace('#/buyers', '#/buyers/Anna'));
    await page.reload();
    const panel = await desk.openExtensionPage('sidepanel.html');
    await panel.getByRole('heading', { level: 2, name: 'Anna' }).waitFor();
    await page.getByRole('textbox', { name: 'Add a note' }).fill('Wants the black cable');
    const heard = panel.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const watcher = new MutationObserver(() => {
            if (document.body.innerText.includes('Wants the black cable')) resolve(Date.now());
          });
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
        }),
    );
    const savedAt = await page.evaluate(() => {
      const form = [...document.querySelectorAll('form')].find((one) => one.querySelector('textarea'));
      form?.requestSubmit();
      return Date.now();
    });
    const took = (await heard) - savedAt;
    console.info(`a note is in the side panel after ${took} ms (aim ${AIM_MS} ms)`);
    // Two browsers share the machine with whatever else runs: three times the aim fails.
    expect(took).toBeLessThan(3 * AIM_MS);

    await page.getByRole('link', { name: 'Settings' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all as JSON' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^parley-\d{4}-\d{2}-\d{2}\.json$/);
    const backup = JSON.parse(await readFile(await file.path(), 'utf8')) as {
      app: string;
      tables: Record<string, { text?: string }[]>;
    };
    expect([backup.app, backup.tables.notes?.map(({ text }) => text)]).toEqual(['parley', ['Wants the black cable']]);
    await page.getByText(/with 1 buyer and 1 note\./).waitFor();
    await Promise.all([page.close(), panel.close()]);
  });

  it('shows a buyer’s record from the keyboard alone, and Esc leads back to the row', async () => {
    const page = await desk.openExtensionPage('dashboard.html#/buyers');
    const row = page.getByRole('link', { name: 'Anna' });
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Buyer record' }).getByText('Wants the black cable').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Buyer record' }).waitFor({ state: 'detached' });
    expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('passes axe with its colours, %s, in both directions', async (colorScheme) => {
    const page = await desk.context.newPage();
    await page.emulateMedia({ colorScheme });
    for (const address of ['dashboard.html#/buyers/Anna', 'dashboard.html#/settings', 'sidepanel.html'])
      for (const dir of ['ltr', 'rtl']) {
        await page.goto(`chrome-extension://${desk.extensionId}/${address}`);
        await page.reload();
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await page.evaluate((to) => void (document.documentElement.dir = to), dir);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
        expect(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          `${address} ${dir}`,
        ).toEqual([]);
      }
    await page.close();
  });

  it('asks nothing of the network', () => {
    expect(desk.refused).toEqual([]);
  });
});
