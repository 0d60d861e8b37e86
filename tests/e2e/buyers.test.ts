// @vitest-environment node
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { facetOf, facetsOf, isCounted } from '../../utils/domain/customers/facets';
import { brandAs } from '../../utils/domain/ids';
import type { BuyerRow } from '../../utils/domain/records';
import { eventually } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';

/** Enough that most of them are never in the page at once. */
const CROWD = 1_000;
/** Rows in the page at any time: a few blocks of fifty. */
const MOST_ROWS = 450;
/** Nine frames of ten come sooner while a person scrolls, also on a machine that does other work. Units: milliseconds. */
const LONG_FRAME_MS = 100;

const stamp = { shopId: brandAs<'ShopId'>('shop-1'), authorId: brandAs<'AgentId'>('agent-1'), origin: 'node-1' };

const aBuyer = (name: string, minutesAgo: number, change: Partial<BuyerRow> = {}): BuyerRow => {
  const row: BuyerRow = {
    ...stamp,
    hlc: '0',
    deleted: 0,
    key: brandAs<'BuyerKey'>(name.replaceAll(' ', '-')),
    aliases: [`order:${name}`],
    displayName: name,
    country: brandAs<'CountryCode'>('DE'),
    lang: 'de',
    tags: [],
    archived: 0,
    lastSeen: brandAs<'Instant'>(new Date(Date.UTC(2026, 9, 1) - minutesAgo * 60_000).toISOString()),
    ...change,
  };
  return { ...row, facets: facetsOf(row) };
};

const cast = [
  aBuyer('Anna Berg', 1, { tags: ['vip'] }),
  aBuyer('Boris', 2, { country: brandAs<'CountryCode'>('FR'), segments: ['at-risk'] }),
  aBuyer('陈小红', 3, { tags: ['批发'] }),
  aBuyer('Olga Sokolova', 4),
  aBuyer('olga sokolova', 5, { key: brandAs<'BuyerKey'>('olga-2') }),
  aBuyer('Gone Soon', 6),
];
const crowd = Array.from({ length: CROWD }, (_, at) => aBuyer(`Crowd ${at}`, 10 + at));

let desk: Desk;
let page: Page;

/** Puts records into the store as the product keeps them, with the counts of their lists. */
async function seed(rows: readonly BuyerRow[]): Promise<void> {
  const counts: Record<string, number> = {};
  for (const facet of rows
    .flatMap((row) => row.facets ?? [])
    .filter(isCounted)
    .map(facetOf))
    counts[facet] = (counts[facet] ?? 0) + 1;
  await page.evaluate(
    async ([buyers, counters]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('parley');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
      const transaction = db.transaction(['buyers', 'counters', 'shops'], 'readwrite');
      for (const row of buyers) transaction.objectStore('buyers').put(row);
      for (const [facet, count] of Object.entries(counters)) transaction.objectStore('counters').put({ facet, count });
      const shop = { id: 'shop-1', shopId: 'shop-1', name: 'Lumen DE', marketplace: 'amazon' };
      transaction.objectStore('shops').put({ ...shop, authorId: 'agent-1', hlc: '0', origin: 'node-1', deleted: 0 });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      db.close();
    },
    [rows, counts] as const,
  );
}

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  page = await desk.openExtensionPage('dashboard.html#/buyers');
  await page.getByText(/Open a conversation on a seller page/).waitFor();
  await seed([...cast, ...crowd]);
  await page.reload();
  await link('Anna Berg').waitFor();
});

afterAll(() => desk.close());

afterEach(() => expect(desk.refused).toEqual([]));

const link = (name: string, on: Page = page) => on.getByRole('link', { name, exact: true });
const button = (name: string | RegExp, on: Page = page) =>
  on.getByRole('button', { name, exact: typeof name === 'string' });
const record = (on: Page = page) => on.getByRole('region', { name: 'Buyer record' });
const search = () => page.getByRole('searchbox', { name: 'Search buyers' });
const rows = () => page.locator('tr[data-line]').count();
const showAll = async () => {
  await page.evaluate(() => (location.hash = '#/buyers'));
  await link('Anna Berg').waitFor();
};
const axeFindings = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('main');
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)}`));
  });
};
const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe('the buyers in the built extension', () => {
  it('scrolls through a crowd with few rows in the page and hardly a long frame', async () => {
    await page.evaluate(() => {
      const watched = window as unknown as { frames: number[] };
      watched.frames = [];
      let last = performance.now();
      const frame = (now: number) => {
        watched.frames.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await page.locator('tbody').first().hover();
    let most = 0;
    await eventually(async () => {
      await page.mouse.wheel(0, 3_000);
      most = Math.max(most, await rows());
      return link(`Crowd ${CROWD - 1}`).count();
    }, 40_000).toBe(1);
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThanOrEqual(MOST_ROWS);
    const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
    const sorted = frames.sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(LONG_FRAME_MS);
    await page.evaluate(() => scrollTo(0, 0));
    await link('Anna Berg').waitFor();
  });

  it('filters by what is counted beside it, and goes back', async () => {
    await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'France (1)' });
    await eventually(rows).toBe(1);
    expect(await link('Boris').count()).toBe(1);
    await page.goBack();
    await link('Anna Berg').waitFor();
  });

  it('finds a name in any language from its beginning, by keys alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('小红');
    await eventually(rows, 20_000).toBe(1);
    expect(await link('陈小红').count()).toBe(1);
    await search().fill('nobody at all');
    await page.getByText('No buyer found').waitFor();
    await button('Show all buyers').click();
    await link('Anna Berg').waitFor();
  });

  it('saves a view and opens it again after a reload', async () => {
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('vip');
    await button('Save this view').click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Our best');
    await page.keyboard.press('Enter');
    await button('Our best').waitFor();
    await page.evaluate(() => (location.hash = '#/buyers'));
    await page.reload();
    await button('Our best').click();
    await eventually(rows).toBe(1);
    await showAll();
  });

  it('tags in bulk and takes it back from those who got it', async () => {
    const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    await box('Anna Berg').check();
    await box('陈小红').click({ modifiers: ['Shift'] });
    await page.getByText('3 selected').waitFor();
    await button('Tag').click();
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('vip');
    await page.keyboard.press('Enter');
    await page.getByText('2 buyers now have the tag “vip”.').waitFor();
    await eventually(() => page.locator('tr[data-line] [data-column=tags]', { hasText: 'vip' }).count()).toBe(3);
    await button('Undo').click();
    await page.getByText('2 buyers no longer have the tag “vip”.').waitFor();
    await eventually(() => page.locator('tr[data-line] [data-column=tags]', { hasText: 'vip' }).count()).toBe(1);
    expect(await axeFindings()).toEqual([]);
    await button('Clear selection').click();
    await button('Close').click();
  });

  it('archives, finds the record in the archive, and brings it back', async () => {
    await page.getByRole('checkbox', { name: 'Select Boris', exact: true }).check();
    await button('Archive').click();
    await page.getByText('1 buyer archived.').waitFor();
    await eventually(() => link('Boris').count()).toBe(0);
    await page.getByRole('checkbox', { name: /^Archived/ }).check();
    await link('Boris').waitFor();
    await page.getByRole('checkbox', { name: 'Select Boris', exact: true }).check();
    await button('Bring back').click();
    await page.getByText('1 buyer brought back.').waitFor();
    await showAll();
    await link('Boris').waitFor();
    await button('Close').click();
  });

  it('joins two records that may be one person, and separates them', async () => {
    await link('Olga Sokolova').click();
    await record().getByRole('heading', { level: 2, name: 'Olga Sokolova' }).waitFor();
    await record()
      .getByRole('button', { name: /^Join with/ })
      .click();
    const separate = record().getByRole('button', { name: /^Separate/ });
    await separate.waitFor();
    await eventually(() => link('olga sokolova').count()).toBe(0);
    await separate.click();
    await eventually(() => link('olga sokolova').count()).toBe(1);
    await record().getByRole('button', { name: 'Close' }).click();
  });

  it('shows two pages that change the same field what the other one wrote', async () => {
    const other = await desk.openExtensionPage('dashboard.html#/buyers/Anna-Berg');
    await page.evaluate(() => (location.hash = '#/buyers/Anna-Berg'));
    for (const [on, name] of [
      [page, 'Anna Mine'],
      [other, 'Anna Theirs'],
    ] as const) {
      await button('Change Name', on).click();
      await on.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    }
    await button('Save', other).click();
    await record(other).getByRole('heading', { level: 2, name: 'Anna Theirs' }).waitFor();
    await page.getByText('Changed elsewhere to: Anna Theirs').waitFor();
    expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Anna Mine');
    await button('Keep mine').click();
    for (const on of [page, other]) await record(on).getByRole('heading', { level: 2, name: 'Anna Mine' }).waitFor();
    await other.close();
  });

  it('passes axe with a record and the segments open, light and dark, narrow, wide and mirrored', async () => {
    await button('Segments').click();
    await page.getByText(/never decide who is asked for a review/).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings()).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    for (const width of [900, 1400]) {
      await page.setViewportSize({ width, height: 800 });
      for (const dir of ['rtl', 'ltr']) {
        await page.evaluate((to) => (document.documentElement.dir = to), dir);
        expect(await isTooWide()).toBe(false);
      }
      const shots = process.env['PARLEY_SHOTS'];
      if (shots) await page.screenshot({ path: `${shots}/buyers-${width}.png` });
    }
    await page.keyboard.press('Escape');
  });

  it('gives a copy, and forgets somebody for good', async () => {
    await page.evaluate(() => (location.hash = '#/buyers/Gone-Soon'));
    await record().getByRole('heading', { level: 2, name: 'Gone Soon' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('Give a copy').click()]);
    expect(download.suggestedFilename()).not.toContain('Gone');
    expect(await readFile(await download.path(), 'utf8')).toContain('Gone Soon');
    await button('Forget').click();
    await button('Forget Gone Soon for good').click();
    await record().getByText('This buyer was forgotten').waitFor();
    await eventually(() => link('Gone Soon').count()).toBe(0);
    const left = await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('parley');
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await Promise.all(
        [...db.objectStoreNames].map(
          (name) =>
            new Promise<readonly unknown[]>((resolve) => {
              const all = db.transaction(name).objectStore(name).getAll();
              all.onsuccess = () => resolve(all.result);
            }),
        ),
      );
      db.close();
      return JSON.stringify(rows);
    });
    expect(left).not.toContain('Gone Soon');
    expect(left).not.toContain('order:Gone');
  });
});
