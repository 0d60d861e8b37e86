// @vitest-environment node
import { mkdir } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';
import { pseudoBuild } from './harness/pseudo-build';
import { tooWide, walk } from './harness/page-walk';

/** All pages of the dashboard, and which of them the demo data fills; the others belong to one's own desk. */
const pages = [
  { name: 'today', demo: true },
  { name: 'buyers', demo: true },
  { name: 'templates', demo: true },
  { name: 'rules', demo: true },
  { name: 'reports', demo: true },
  { name: 'log', demo: true },
  { name: 'converter', demo: true },
  { name: 'team', demo: false },
  { name: 'practice', demo: false },
  { name: 'settings', demo: false },
  { name: 'welcome', demo: false },
] as const;
type PageCase = (typeof pages)[number];

const shots = process.env['PARLEY_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!shots) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
};

const loadDemo = async (desk: Desk): Promise<void> => {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  const section = page.locator('section', { has: page.locator('h2', { hasText: /[DĎ][eé][mḿ][oó]/ }) });
  await section.getByRole('button').first().click();
  await section.locator('a[href*="?demo"]').waitFor({ timeout: 90_000 });
  await page.close();
};

/** Opens a page and waits until nothing of it is loading any more. */
const openPage = async (desk: Desk, { name, demo }: PageCase, change = ''): Promise<Page> => {
  const page = await desk.openExtensionPage(`dashboard.html${demo ? '?demo' : ''}#/${name}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(
    () => ![...document.querySelectorAll('[aria-busy=true]')].some((one) => one.checkVisibility()),
  );
  // The bar of the seller pages has come too, with its words.
  if (name === 'practice') await page.locator('[data-template]').first().waitFor();
  if (change === 'rtl') await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.waitForTimeout(300);
  return page;
};

/** What axe finds wrong on a page. */
const violations = async (page: Page, name: PageCase['name']): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async (isNamed) => {
    // What a reply of the bar is called ("Insert reply 1: …") is a contract; it does not repeat the words drawn beside it.
    const rules = { 'label-content-name-mismatch': { enabled: !isNamed } };
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { rules });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, name === 'practice');
};

describe('every page', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await launchDesk({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
    await loadDemo(desk);
  }, 120_000);
  afterAll(() => desk.close());

  it.each(pages)(
    'can be walked through with Tab: $name',
    async (one) => {
      const page = await openPage(desk, one);
      const { stops, missed, unseen, backwards } = await walk(page);
      expect({ missed, unseen, backwards }).toEqual({ missed: [], unseen: [], backwards: [] });
      expect(stops).toBeGreaterThan(8);
      await page.close();
    },
    60_000,
  );

  it.each(pages)(
    'has no barriers that axe finds, light, dark and from right to left: $name',
    async (one) => {
      for (const look of ['light', 'dark', 'rtl'] as const) {
        const page = await openPage(desk, one, look);
        await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
        expect(await violations(page, one.name)).toEqual([]);
        await shoot(page, `en-${look}-${one.name}`);
        await page.close();
      }
    },
    60_000,
  );
});

describe('every page in words half as long again', () => {
  let desk: Desk;
  let build: Awaited<ReturnType<typeof pseudoBuild>>;

  beforeAll(async () => {
    build = await pseudoBuild();
    desk = await launchDesk({ locale: 'en-US', viewport: { width: 1280, height: 800 }, extensionDir: build.dir });
    await loadDemo(desk);
  }, 120_000);
  afterAll(async () => {
    await desk.close();
    await build.remove();
  });

  it.each(pages)(
    'clips nothing and needs no scrolling to the side: $name',
    async (one) => {
      const page = await openPage(desk, one);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^\[.+\]$/);
      for (const width of [1280, 900]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForTimeout(200);
        await shoot(page, `pseudo-${width}-${one.name}`);
        expect({ width, ...(await tooWide(page)) }).toEqual({ width, clipped: [], overflow: 0 });
      }
      await page.close();
    },
    60_000,
  );
});
