// @vitest-environment node
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, eventually, fillForm, form, holdTheLine, ready, soon, insertByKey } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const dialog = (page: Page, name: string): Locator => parley(page).getByRole('dialog', { name, exact: true });
const option = (page: Page): Locator => parley(page).getByRole('option');
const chosen = (page: Page): Locator => parley(page).locator('[role=option][aria-selected=true]');

/** Puts the caret into the page's own box and opens the palette from there. */
async function openFromText(page: Page): Promise<void> {
  await ready(page);
  await replyBox(page).click();
  await page.keyboard.press('Alt+k');
  await parley(page).getByRole('searchbox', { name: 'Search replies', exact: true }).waitFor();
  await option(page).first().waitFor();
}

/** Types what is looked for and waits until the chosen row is of that template. */
async function lookFor(page: Page, query: string, template: RegExp): Promise<void> {
  await page.keyboard.type(query);
  await eventually(() => chosen(page).getAttribute('data-template')).toMatch(template);
}

/** Enter, and what the reply still needs. */
const insertChosen = (page: Page): Promise<string> => insertByKey(page, 'Enter');

const jobs = [
  {
    market: 'Amazon',
    open: () => desk.openThread('where-de'),
    fresh: () => desk.openThread('where-it'),
    starts: /^Guten Tag Lena/,
  },
  {
    market: 'AliExpress',
    open: () => desk.openChat('where-es'),
    fresh: () => desk.openChat('where-ru'),
    starts: /^Hola, María/,
  },
] as const;

describe.each(jobs)('the palette on $market', ({ open, fresh, starts }) => {
  it('opens from the text box, finds a reply in the agent’s language and inserts it in the buyer’s', async () => {
    const page = await open();
    await openFromText(page);
    await dialog(page, 'Find a reply').waitFor();
    await lookFor(page, 'arrived dama', /^damaged/);
    const text = await insertChosen(page);
    expect(text).toMatch(starts);
    expect(text).not.toMatch(/[[{}\]]|˚|dama$/);
    expect(await dialog(page, 'Find a reply').count()).toBe(0);
    await eventually(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await page.keyboard.press('Control+z');
    await eventually(() => composerState(page)).toBe('');
  });

  it('inserts a single sentence where the caret stands, by its words in the agent’s language', async () => {
    const page = await open();
    await ready(page);
    await replyBox(page).click();
    await page.keyboard.type('Servus.');
    await page.keyboard.press('Alt+k');
    await page.keyboard.press('Alt+k');
    await dialog(page, 'Find a sentence').waitFor();
    await option(page).first().waitFor();
    await page.keyboard.type('photo');
    await eventually(() => chosen(page).textContent()).toMatch(/photo/i);
    const shown = await chosen(page).locator('.p-theirs').innerText();
    const text = await insertChosen(page);
    expect(text).toMatch(/^Servus\. /);
    const sentence = text.slice('Servus. '.length).trim();
    expect(sentence.charAt(0)).toBe(sentence.charAt(0).toUpperCase());
    expect(sentence.toLowerCase()).toBe(shown.trim().toLowerCase());
    await page.keyboard.press('Control+z');
    await eventually(() => composerState(page)).toBe('Servus.');
  });

  it('asks for what a sentence needs, then inserts that sentence alone', async () => {
    // Nothing was typed for this conversation yet: what was is remembered.
    const page = await fresh();
    await ready(page);
    await replyBox(page).click();
    await page.keyboard.press('Alt+k');
    await page.keyboard.press('Alt+k');
    await dialog(page, 'Find a sentence').waitFor();
    await option(page).first().waitFor();
    await page.keyboard.type('following carrier result');
    await eventually(() => chosen(page).innerText()).toMatch(/following[^]*Needs: /);
    await page.keyboard.press('Enter');
    await form(page).waitFor();
    await fillForm(page);
    await page.keyboard.press('Enter');
    await eventually(() => composerState(page)).not.toBe('');
    const text = await composerState(page);
    expect(text).not.toContain('Lumen Home');
    expect(text).toContain(String(new Date(soon()).getUTCDate()));
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it('goes away on Esc, gives the caret back, and the page heard no key of it', async () => {
    const page = await open();
    await ready(page);
    await page.evaluate(() => {
      const heard = window as unknown as { heard: string[] };
      heard.heard = [];
      document.addEventListener('keydown', ({ key }) => heard.heard.push(key));
    });
    await openFromText(page);
    await page.keyboard.type('tk');
    await page.keyboard.press('Escape');
    await dialog(page, 'Find a reply').waitFor({ state: 'detached' });
    await page.keyboard.type('ok');
    await eventually(() => composerState(page)).toBe('ok');
    await page.keyboard.press('Alt+k');
    await option(page).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog(page, 'Find a reply').waitFor({ state: 'detached' });
    await page.keyboard.type('k');
    await eventually(() => composerState(page)).toBe('okk');
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard.filter((key) => !['o', 'k', 'Alt'].includes(key))).toEqual([]);
  });
});

describe('the palette in the built extension', () => {
  it('passes axe, says why a reply is not for this order, and keeps favourites', async () => {
    const page = await desk.openThread('where-de');
    await openFromText(page);
    await page.evaluate(axe.source);
    const findings = await page.evaluate(async () => {
      const root = document.querySelector('parley-root')?.shadowRoot?.querySelector('dialog');
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(root as unknown as Node);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 100)}`));
    });
    expect(findings).toEqual([]);
    await page.keyboard.type('dispute');
    await parley(page).locator('[role=option][data-misfit]').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('warranty');
    await eventually(() => chosen(page).getAttribute('data-template')).toBe('warranty');
    await parley(page)
      .getByRole('button', { name: /^Favourite: / })
      .click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+k');
    await eventually(() => chosen(page).getAttribute('data-template')).toBe('warranty');
    await page.keyboard.press('Escape');
  });
});

describe('a key of the agent’s own', () => {
  it('opens the palette in the tab it was pressed in', async () => {
    const page = await desk.openThread('where-de');
    await ready(page);
    // What the background does when the browser tells it of the key; a test can't press keys of the browser itself.
    const extension = await desk.openExtensionPage('dashboard.html#/settings');
    await page.bringToFront();
    await extension.evaluate(async () => {
      interface Tabs {
        query(what: { url: string }): Promise<readonly { readonly id?: number }[]>;
        sendMessage(id: number, message: object): Promise<unknown>;
      }
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      const [tab] = await tabs.query({ url: 'https://sellercentral.amazon.de/*' });
      await tabs.sendMessage(tab?.id ?? -1, { kind: 'parley:find-reply' }).catch(() => undefined);
    });
    await dialog(page, 'Find a reply').waitFor();
    await page.keyboard.press('Escape');
    await extension.close();
  });
});

describe('a message of thanks on Amazon', () => {
  it('is said to need no answer, beside the replies, which stay', async () => {
    const page = await desk.openThread('thanks-en');
    await ready(page);
    await parley(page).getByRole('note').filter({ hasText: 'no answer is needed' }).waitFor();
    expect(await cards(page).count()).toBeGreaterThan(0);
    const asking = await desk.openThread('where-en');
    await ready(asking);
    expect(await parley(asking).getByText('no answer is needed').count()).toBe(0);
  });
});
