// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerLangs } from '@/components/convert/choices';
import { conversionFacts } from '@/utils/catalog/conversion-facts';
import sentences from '@/utils/catalog/sentences/en.json';
import { quietMedian } from '../marketplaces/quiet-median';
import { type Desk, builtExtension, launchDesk } from './harness/launch-desk';

/** How long the popup may take to open, and to answer. */
const AIM_MS = 100;
/** What the tables and sentences may weigh that are loaded with the popup. Units: bytes, gzip. */
const MOST_CATALOGUE = 25_000;

let desk: Desk;
const pages: Page[] = [];

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

afterAll(() => desk.close());

/** Opens a page of the extension with nothing remembered but what is given. */
async function open(path: string, kept: Readonly<Record<string, unknown>> = {}): Promise<Page> {
  const page = await desk.openExtensionPage('popup.html');
  pages.push(page);
  await page.evaluate((items) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, JSON.stringify(value));
  }, kept);
  if (path === 'popup.html') await page.reload();
  else await page.goto(`chrome-extension://${desk.extensionId}/${path}`);
  await page.getByRole('textbox', { name: 'Convert' }).waitFor();
  return page;
}

const input = (page: Page) => page.getByRole('textbox', { name: 'Convert' });
const cards = (page: Page) => page.getByRole('list', { name: 'Results' }).locator(':scope > li');

async function ask(page: Page, query: string) {
  await input(page).fill(query);
  await cards(page).first().waitFor();
}

/** What axe finds, colours included. */
async function findings(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

describe('the popup', () => {
  it('has the focus in its input at once', async () => {
    const page = await open('popup.html');
    expect(await input(page).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it.each([
    ['UK 5.5 women', /EU\s*39/],
    ['размер 42', /EU/],
    ['taille 38 robe', /38/],
    ['23.5cm', /EU/],
    ['220V to Japan', /100 V/],
    ["5'7 140 lb", /./],
    ['12:30 Madrid', /12:30|:30/],
    ['30 cm in inches', /11\.8/],
    ['3-5 business days to Spain', /20\d\d|day/i],
  ])('answers "%s", whatever tab is open', async (query, expected) => {
    const page = await open('popup.html');
    await ask(page, query);
    expect(await page.getByRole('list', { name: 'Results' }).textContent()).toMatch(expected);
    for (const tab of ['Sizes', 'Power', 'Units', 'Time']) {
      await page.getByRole('tab', { name: tab }).click();
      const back = page.getByRole('button', { name: 'Show under All' });
      await expect.poll(async () => (await cards(page).count()) + (await back.count())).toBeGreaterThan(0);
    }
  });

  it('works from end to end with the keys alone', async () => {
    const page = await open('popup.html');
    await page.keyboard.type('US 8');
    await expect.poll(() => cards(page).count()).toBeGreaterThan(1);
    const focused = () =>
      page.evaluate(() =>
        [...(document.activeElement?.parentElement?.children ?? [])].indexOf(document.activeElement as Element),
      );
    const isInInput = () => input(page).evaluate((field) => field === document.activeElement);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(1);
    const second = await cards(page).nth(1).locator('blockquote').textContent();
    await page.keyboard.press('Enter');
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(second);
    // No seller page is open: it is said, and nothing is lost.
    await page.keyboard.press('Control+Enter');
    await page.getByText(/No message box found in this tab/).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await isInInput()).toBe(true);
    await page.keyboard.press('Enter');
    const first = await cards(page).first().locator('blockquote').textContent();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect([await isInInput(), await input(page).inputValue()]).toEqual([true, '']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Sizes');
  });

  it('remembers what was asked, offers it again and forgets it on demand', async () => {
    const page = await open('popup.html');
    for (const query of ['UK 5.5 women', '220V to Japan']) {
      await ask(page, query);
      await page.keyboard.press('Enter');
      await page.getByText('Copied.').waitFor();
    }
    // A pasted message with an address is nothing to keep.
    await input(page).fill('EU 38, write to lena@example.com');
    await page.reload();
    const past = page.getByRole('list', { name: 'Last queries' }).getByRole('listitem');
    await past.first().waitFor();
    expect(await past.allTextContents()).toEqual(['220V to Japan×', 'UK 5.5 women×']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await input(page).inputValue()).toBe('UK 5.5 women');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Delete 220V to Japan' }).click();
    expect(await past.allTextContents()).toEqual(['UK 5.5 women×']);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByText(/Type it the way the buyer wrote it/).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('converterQueries'))).toBeNull();
  });

  it('keeps twenty queries at most', async () => {
    const page = await open('popup.html', {
      converterQueries: Array.from({ length: 30 }, (_, at) => `${at + 30} cm in inches`),
    });
    expect(await page.getByRole('list', { name: 'Last queries' }).getByRole('listitem').count()).toBe(20);
  });

  it('answers in each of the 14 languages, from right to left in Arabic', async () => {
    const page = await open('popup.html');
    await ask(page, 'UK 5.5 women');
    const said = new Set<string>();
    for (const lang of answerLangs) {
      await page.getByRole('combobox', { name: 'Answer in' }).selectOption(lang);
      const quote = cards(page).first().locator('blockquote');
      await expect.poll(() => quote.getAttribute('lang')).toBe(lang);
      said.add((await quote.textContent()) ?? '');
      expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe(
        lang === 'ar' ? 'rtl' : 'ltr',
      );
    }
    expect(said.size).toBe(14);
  });

  it('explains why it cannot say, and offers nothing to insert', async () => {
    const page = await open('popup.html');
    await ask(page, 'EU 5.5 women');
    const card = cards(page).first();
    await card.getByText("Can't say.").waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.getByText('Copied.').count()).toBe(0);
  });

  it('keeps forms and text in step', async () => {
    const page = await open('popup.html');
    await page.getByRole('tab', { name: 'Units' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('30');
    expect(await input(page).inputValue()).toBe('30 cm in inches');
    await cards(page).first().waitFor();
    await input(page).fill('5 lb in kg');
    expect(await page.getByRole('textbox', { name: 'Amount' }).inputValue()).toBe('5');
    expect(await page.getByRole('combobox', { name: 'Unit', exact: true }).inputValue()).toBe('lb');
    await page.getByRole('tab', { name: 'Power' }).click();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('JP');
    await page.getByRole('textbox', { name: 'Input on the device label' }).fill('220V');
    expect(await input(page).inputValue()).toBe('220V to Japan');
    await page.getByRole('tab', { name: 'Sizes' }).click();
    await input(page).fill('UK 5.5 women shoes');
    expect(await page.getByRole('combobox', { name: 'System' }).inputValue()).toBe('UK');
    expect(await page.getByRole('textbox', { name: 'Size', exact: true }).inputValue()).toBe('5.5');
    await page.getByRole('textbox', { name: 'Size', exact: true }).fill('6');
    expect(await input(page).inputValue()).toBe('UK 6 women shoes');
    expect(await cards(page).first().textContent()).toMatch(/UK 6/);
  });

  // Rounds are repeated while the machine has other work.
  it('paints and answers within 100 ms', { timeout: 180_000 }, async () => {
    const page = await open('popup.html');
    const openOnce = async () => {
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
      await input(page).waitFor();
      return page.evaluate(async () => {
        const field = document.querySelector('input');
        if (!field) throw new Error('no input');
        const begun = performance.now();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'UK 5.5 women');
        field.dispatchEvent(new Event('input', { bubbles: true }));
        while (!document.querySelector('blockquote')) await new Promise((next) => setTimeout(next, 1));
        const answer = performance.now() - begun;
        return { paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, answer };
      });
    };
    const round = async (what: 'paint' | 'answer') => {
      const times: number[] = [];
      for (let count = 0; count < 7; count += 1) times.push((await openOnce())[what]);
      return times;
    };
    const paint = await quietMedian(AIM_MS, () => round('paint'));
    const answer = await quietMedian(AIM_MS, () => round('answer'));
    console.log(`popup: first paint ${paint.toFixed(0)} ms, first answer ${answer.toFixed(0)} ms after it is typed`);
    // Twice the aim fails, so that a machine with other work does not.
    expect(Math.max(paint, answer)).toBeLessThan(2 * AIM_MS);
  });

  it('keeps its catalogue small and says what it weighs', async () => {
    const page = await open('popup.html');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.reload();
    await ask(page, 'UK 5.5 women');
    const size = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;
    const bytes = [...new Set(loaded)]
      .filter((path) => /\.(?:js|css)$/.test(path))
      .reduce((sum, path) => sum + size(readFileSync(join(builtExtension, path))), 0);
    const catalogue = size(JSON.stringify([conversionFacts, sentences]));
    console.log(
      `popup: ${(bytes / 1000).toFixed(1)} kB gzip with the converter, catalogue ${(catalogue / 1000).toFixed(1)} kB`,
    );
    expect(catalogue).toBeLessThanOrEqual(MOST_CATALOGUE);
  });

  it('loads cities, clocks, holidays and currencies with the first question about them, and not before', async () => {
    const page = await open('popup.html');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.reload();
    for (const query of ['UK 5.5 women', '220V to Japan', '5 lb in kg']) await ask(page, query);
    // Longer than the pause after which words nobody has read are looked up.
    await page.waitForTimeout(400);
    const isLater = (path: string) => /measure-(?:tables|extras)/.test(path);
    expect(loaded.filter(isLater)).toEqual([]);
    await input(page).fill('Madrid');
    await cards(page).first().getByText('Madrid').first().waitFor();
    expect(loaded.filter(isLater).length).toBeGreaterThan(0);
  });

  it.each(['light', 'dark'] as const)('passes axe with its colours, %s, in both directions', async (colorScheme) => {
    const page = await open('popup.html', { converterQueries: ['EU 38'] });
    await page.emulateMedia({ colorScheme });
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate((to) => void (document.documentElement.dir = to), dir);
      await input(page).fill('');
      expect(await findings(page), `${dir} empty`).toEqual([]);
      for (const [tab, query] of [
        ['All', 'US 8'],
        ['Sizes', 'EU 5.5 women'],
        ['Power', '220V to Japan'],
        ['Units', '30 cm in inches'],
        ['Time', '12:30 Madrid'],
      ] as const) {
        await page.getByRole('tab', { name: tab }).click();
        await ask(page, query);
        expect(await findings(page), `${dir} ${tab}`).toEqual([]);
      }
      await page.getByRole('tab', { name: 'All' }).click();
    }
  });
});

describe('the Converter page', () => {
  it('shows the table of what is asked with its row marked, and the scale', async () => {
    const page = await open('dashboard.html#/converter');
    await ask(page, 'UK 5.5 women');
    const row = page.locator('tr[aria-current=true]');
    await row.waitFor();
    expect(await row.getByRole('rowheader').textContent()).toBe('39');
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(
      expect.arrayContaining(['EU', 'UK', 'US', 'JP']),
    );
    expect(await page.getByRole('img', { name: /^Size scale over/ }).getAttribute('aria-label')).toMatch(
      /EU from .+ to/,
    );
    await page.getByText(/^The line: EU 39 · UK 5.5/).waitFor();
    await page.getByText(/sources?, compared on 20\d\d-/).waitFor();
    await page.getByRole('combobox', { name: 'Table of' }).selectOption('ring');
    await expect.poll(() => page.getByRole('columnheader').allTextContents()).toContain('US');
    expect(await row.count()).toBe(0);
    // Asked for something else, the tables follow again.
    await ask(page, 'EU 42 men');
    await row.waitFor();
  });

  it('draws the plugs of the country that is asked for', async () => {
    const page = await open('dashboard.html#/converter');
    await ask(page, '220V to Brazil');
    const plugs = page.getByRole('list', { name: 'Plugs in Brazil' });
    await plugs.getByRole('img', { name: /Type N/ }).waitFor();
    await page.getByRole('tabpanel', { name: 'Mains and plugs' }).getByRole('combobox').selectOption('GB');
    await page
      .getByRole('list', { name: 'Plugs in United Kingdom' })
      .getByRole('img', { name: /Type G/ })
      .waitFor();
  });

  it('opens the product cards, which load once they are looked at', async () => {
    const page = await open('dashboard.html#/converter');
    const region = page.getByRole('region', { name: 'Product cards' });
    expect(await region.count()).toBe(0);
    await page.getByRole('tab', { name: 'Product cards' }).click();
    await region.getByRole('button', { name: 'New card' }).waitFor();
    await region.getByRole('button', { name: 'Import CSV' }).waitFor();
    // A query about something else opens its own tab; the cards stay where they were.
    await ask(page, '220V to Brazil');
    await page.getByRole('tabpanel', { name: 'Mains and plugs' }).waitFor();
    await page.getByRole('tab', { name: 'Product cards' }).click();
    await region.getByRole('button', { name: 'New card' }).waitFor();
  });

  it('shows clocks, the delivery window and dated duty facts', async () => {
    const page = await open('dashboard.html#/converter');
    await ask(page, '3-5 business days to Spain');
    const panel = page.getByRole('tabpanel', { name: 'Time and delivery' });
    await panel
      .getByRole('heading', { name: /^Spain/ })
      .first()
      .waitFor();
    await panel.getByText('Check before promising.').waitFor();
    await panel.getByText(/Weekends and public holidays of Spain are counted in/).waitFor();
    await panel.getByRole('spinbutton', { name: 'Days from' }).fill('9');
    await panel.getByText(/Enter whole working days/).waitFor();
  });

  it.each(['light', 'dark'] as const)('passes axe with its colours, %s, in both directions', async (colorScheme) => {
    const page = await open('dashboard.html#/converter');
    await page.emulateMedia({ colorScheme });
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate((to) => void (document.documentElement.dir = to), dir);
      for (const query of ['UK 5.5 women', '220V to Brazil', '12:30 Madrid']) {
        await ask(page, query);
        expect(await findings(page), `${dir} ${query}`).toEqual([]);
      }
    }
  });

  it.each([900, 1400])('needs no sideways scrolling at %i px', async (width) => {
    const page = await open('dashboard.html#/converter');
    await page.setViewportSize({ width, height: 900 });
    for (const query of ['UK 5.5 women', '220V to Brazil', '12:30 Madrid']) {
      await ask(page, query);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), query).toBeLessThanOrEqual(
        0,
      );
    }
  });
});

it('asks nothing of the network', () => {
  expect(desk.refused).toEqual([]);
});
