// @vitest-environment node
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { marketConversations } from '../replica/other/market';
import { aliexpressFeedbackUrl, thirdMarketHost, thirdMarketUrl } from '../replica/urls';
import { cards, eventually, holdTheLine } from './desk-kit';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley } from './harness/page-checks';

let desk: Desk;
let extensionDir: string;

/** The build with access to one more host, as a person gives it in the browser's own question. */
async function withAccess(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'parley-teach-'));
  await cp(builtExtension, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(`https://${thirdMarketHost}/*`);
  await writeFile(file, JSON.stringify(manifest));
  return dir;
}

beforeAll(async () => {
  extensionDir = await withAccess();
  desk = await launchDesk({ extensionDir, locale: 'en-US' });
});

afterAll(async () => {
  await desk?.close();
  await rm(extensionDir, { recursive: true, force: true });
});

// The test opens one conversation itself, as a person does.
holdTheLine(() => desk, { own: (page) => (page.url().includes(thirdMarketHost) ? { read: 1 } : {}) });

const panel = (page: Page) => page.locator('parley-teach [role=dialog]');
const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click();

/** Starts teach mode in the tab that shows an address, as the popup and the bar do. */
async function startTeach(url: string): Promise<void> {
  const worker = await desk.serviceWorker();
  await worker.evaluate(async (address) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
        scripting: { executeScript(what: object): Promise<unknown> };
      };
    };
    const tab = (await chrome.tabs.query({})).find((each) => each.url === address);
    if (!tab) throw new Error(`no tab shows ${address}`);
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content-scripts/parley-teach.js'] });
  }, url);
}

/** Presses the mouse on a part of the page, as a hand does. */
async function point(page: Page, css: string): Promise<void> {
  const box = (await page.locator(css).first().boundingBox())!;
  await page.mouse.click(box.x + 12, box.y + 10);
}

const openAnswer = async (page: Page): Promise<void> => {
  await page.locator('td:last-child button:first-child:not(:only-child):visible').first().click();
  await page.locator('[role=dialog].ait-modal textarea').waitFor();
};

test('a page that no adapter knows is taught, and replies are written into it', async () => {
  const page = await desk.context.newPage();
  await page.goto(aliexpressFeedbackUrl('modern-v1'), { waitUntil: 'load' });
  await openAnswer(page);
  expect(await parley(page).count()).toBe(0);
  await startTeach(page.url());
  await panel(page).waitFor();
  await point(page, '.ait-modal textarea');
  for (let step = 0; step < 3; step++) await press(page, 'Skip');
  await press(page, 'Save');
  await eventually(() => panel(page).textContent()).toContain('Parley is ready on this page.');
  await press(page, 'Close');
  await cards(page).first().waitFor();
  expect(await composerState(page)).toBe('');
  await parley(page)
    .getByRole('button', { name: /^Insert reply/ })
    .first()
    .click();
  const form = parley(page).getByRole('form', { name: 'Complete the reply' });
  await eventually(async () => (await form.count()) > 0 || (await composerState(page)) !== '').toBe(true);
  if ((await form.count()) > 0) {
    for (const input of await form.locator('input').all())
      await input.fill((await input.getAttribute('type')) === 'date' ? '2026-12-01' : 'Muster');
    await page.keyboard.press('Enter');
  }
  await eventually(() => composerState(page)).not.toBe('');

  // The next load needs no teaching, and knows no one: nothing may be attached here.
  await page.reload({ waitUntil: 'load' });
  await openAnswer(page);
  await cards(page).first().waitFor();
});

test('what is kept of a taught page says nothing of what it showed', async () => {
  const worker = await desk.serviceWorker();
  const kept = await worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }
    ).chrome.storage.local.get('pageProfiles'),
  );
  expect(kept).toMatchObject({
    pageProfiles: {
      aliexpress: { taught: [{ host: 'csp.aliexpress.com', path: '/m_apps/evaluation/list', kind: 'thread' }] },
    },
  });
  expect(JSON.stringify(kept)).not.toMatch(/\d{6}|@/);
});

test('a marketplace nobody knows is taught: replies, and the right buyer in each conversation', async () => {
  const worker = await desk.serviceWorker();
  await worker.evaluate((host) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ otherHosts: [host] });
  }, thirdMarketHost);
  const [first, second] = marketConversations;
  const page = await desk.context.newPage();
  await page.goto(thirdMarketUrl(first!.id), { waitUntil: 'load' });
  await page.locator('.tm-thread textarea').waitFor();
  await startTeach(page.url());
  await panel(page).waitFor();
  for (const css of ['.tm-thread textarea', '.tm-msg--in:last-child .tm-msg__body', '.tm-order a', 'h1.tm-buyer'])
    await point(page, css);
  await eventually(() => panel(page).locator('dd').allInnerTexts()).toContain(first!.order);
  expect(await panel(page).locator('dd').allInnerTexts()).toContain(first!.buyer);
  await press(page, 'Save');
  await eventually(() => panel(page).textContent()).toContain('Parley is ready on this page.');
  await press(page, 'Close');
  await cards(page).first().waitFor();
  const titled = (buyer: string) => parley(page).getByText(`Notes on ${buyer}`).waitFor();
  await parley(page)
    .getByRole('button', { name: /^Buyer notes/ })
    .click();
  await titled(first!.buyer);

  await page.locator('.tm-inbox a', { hasText: second!.buyer }).first().click();
  await page.locator('h1.tm-buyer', { hasText: second!.buyer }).waitFor();
  await eventually(() => parley(page).getByText(`Notes on ${first!.buyer}`).count()).toBe(0);
  await cards(page).first().waitFor();
  await parley(page)
    .getByRole('button', { name: /^Buyer notes/ })
    .click();
  await titled(second!.buyer);
});
