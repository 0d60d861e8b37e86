// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cards,
  countChords,
  eventually,
  form,
  holdTheLine,
  insertButton,
  insertByKeys,
  onSettings,
  ready,
  soon,
  typeDay,
} from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replicaLog, replyBox } from './harness/page-checks';

let desk: Desk;
/** A page somebody reads for a while before doing anything; open while the other tests run. */
let unhurried: Page | undefined;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  unhurried = await desk.openContact('shoe-uk');
});

afterAll(() => desk.close());

holdTheLine(() => desk, { keep: () => unhurried });

/** The conversations of the main job and what the page must show of them. */
const jobs = [
  {
    market: 'Amazon',
    open: () => desk.openThread('where-de'),
    language: 'German',
    starts: 'Guten Tag Lena Baumgartner',
  },
  { market: 'AliExpress', open: () => desk.openChat('where-es'), language: 'Spanish', starts: 'Hola, María Fernández' },
] as const;

const openReady = async (open: () => Promise<Page>): Promise<Page> => {
  const page = await open();
  await ready(page);
  return page;
};

describe.each(jobs)('a conversation on $market', ({ open, language, starts }) => {
  it('shows three replies, each with its intent, its template and its key, and the buyer’s language', async () => {
    const page = await openReady(open);
    await eventually(() => cards(page).count()).toBe(3);
    for (const number of [1, 2, 3]) {
      const card = cards(page).nth(number - 1);
      expect(await card.getAttribute('data-intent')).toMatch(/^[a-z_]+$/);
      expect(await card.getAttribute('data-template')).toMatch(/^[a-z-]+$/);
      expect(await insertButton(page, number).getAttribute('aria-keyshortcuts')).toBe(`Alt+${number}`);
    }
    await parley(page)
      .getByRole('status', { name: `Buyer language: ${language}`, exact: true })
      .waitFor();
    await parley(page).getByRole('region', { name: 'Parley' }).waitFor();
  });

  it('has the complete reply in the page by keyboard alone, in at most four keys beside the date', async () => {
    const page = await openReady(open);
    const chords = await countChords(page);
    await page.keyboard.press('Alt+1');
    const came = await Promise.race([
      form(page)
        .waitFor()
        .then(() => 'form'),
      page.waitForFunction(() => window.__replica.state.composer !== '').then(() => 'text'),
    ]);
    if (came === 'form') {
      await typeDay(page, soon());
      await page.keyboard.press('Enter');
    }
    await eventually(() => composerState(page)).toContain(starts);
    const text = await composerState(page);
    expect(text).toContain('Lumen Home');
    // No hole is left: neither a placeholder nor the name of a value.
    expect(text).not.toMatch(/\[|\{|\}|\]|date/i);
    if (came === 'form') expect(text).toContain(String(new Date(soon()).getUTCDate()));
    expect(await replyBox(page).inputValue()).toBe(text);
    expect((await replicaLog(page)).state.sendEnabled).toBe(true);
    expect((await replicaLog(page)).state.sentTexts).toEqual([]);
    await parley(page).getByRole('button', { name: 'No issues' }).waitFor();
    expect(await chords()).toBeLessThanOrEqual(4);
  });

  it('is taken back by the page’s own undo', async () => {
    const page = await openReady(open);
    await insertByKeys(page, 1);
    await page.keyboard.press('Control+z');
    await eventually(() => composerState(page)).toBe('');
  });

  it('stacks a second reply before the closing of the first, without a second greeting', async () => {
    const page = await openReady(open);
    const first = await insertByKeys(page, 1);
    const both = await insertByKeys(page, 2);
    const closing = first.slice(first.lastIndexOf('\n\n'));
    expect(both.startsWith(first.slice(0, -closing.length))).toBe(true);
    expect(both.endsWith(closing)).toBe(true);
    expect(both.split(starts).length - 1).toBe(1);
    expect(both.length).toBeGreaterThan(first.length + 40);
    await page.keyboard.press('Control+z');
    await eventually(() => composerState(page)).toBe(first);
  });

  it('leaves Alt+1 alone while an input method composes and when AltGr writes', async () => {
    const page = await openReady(open);
    await replyBox(page).click();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await page.keyboard.press('Alt+1');
    await session.send('Input.insertText', { text: '日' });
    await eventually(() => composerState(page)).toBe('日');
    await page.keyboard.press('Control+Alt+1');
    await page.keyboard.press('Shift+Alt+1');
    // Whatever these keys had started would be over once the next insertion is.
    const text = await insertByKeys(page, 1);
    expect(text.startsWith('日\n\n')).toBe(true);
    expect(text.split(starts).length - 1).toBe(1);
  });
});

describe('the agent’s own language', () => {
  it('shows the reply in Chinese above the buyer’s language when Chinese was chosen', async () => {
    const choose = (lang: string) =>
      onSettings(desk, async (settings) => {
        await settings.getByLabel('My language').selectOption(lang);
        await settings.getByText('Saved.').waitFor();
      });
    await choose('zh');
    const page = await openReady(() => desk.openThread('where-de'));
    const first = cards(page).first();
    await first.locator('[lang=zh]').waitFor();
    expect(await first.locator('[lang=zh]').innerText()).toMatch(/\p{Script=Han}{4}/u);
    expect(await first.locator('p[lang=de]').innerText()).toContain('Guten Tag Lena Baumgartner');
    expect(await insertByKeys(page, 1)).toContain('Guten Tag Lena Baumgartner');
    await choose('en');
  });
});

describe('a new message to a buyer', () => {
  it('offers replies from order and reason before there is a text box, and inserts once it is there', async () => {
    const page = await desk.openContact('where-de');
    await cards(page).first().waitFor();
    await parley(page)
      .getByRole('status', { name: /^Buyer language: German/ })
      .waitFor();
    expect(await parley(page).getAttribute('data-health')).not.toBe('broken');
    await page.locator('kat-radiobutton').first().click();
    await replyBox(page).waitFor();
    await ready(page);
    expect(await composerState(page)).toBe('');
    expect(await insertByKeys(page, 1)).toMatch(/^Guten Tag Lena,/);
  });

  it(
    'notices the text box of a page that was looked at for long before a reason was chosen',
    { timeout: 120_000 },
    async () => {
      // Where a machine with other work makes a second try of it, that one waits itself.
      const page = unhurried ?? (await desk.openContact('shoe-uk'));
      unhurried = undefined;
      await cards(page).first().waitFor();
      await page.waitForFunction(() => performance.now() > 22_000);
      await page.bringToFront();
      await page.locator('kat-radiobutton').first().click();
      await replyBox(page).waitFor();
      await ready(page);
      expect(await insertByKeys(page, 1)).toContain('Harriet');
    },
  );
});
