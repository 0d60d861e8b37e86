// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../replica/knobs';
import { askByKeys, cards, eventually, form, holdTheLine, insertByKeys, notice, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, parleyText, replicaLog, replyBox } from './harness/page-checks';

let desk: Desk;
/** Pages in which the test itself opened another conversation. */
const readOn = new Map<Page, number>();

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(() => desk.close());

holdTheLine(() => desk, { own: (page) => ({ read: readOn.get(page) ?? 0 }) });

const thread = async (knobs: KnobChoice): Promise<Page> => {
  const page = await desk.openThread('where-de', knobs);
  await ready(page, /^(good|limited)$/);
  return page;
};
const chat = async (knobs: KnobChoice): Promise<Page> => {
  const page = await desk.openChat('where-es', knobs);
  await ready(page, /^(good|limited)$/);
  return page;
};

const starts = /^(Guten Tag Lena Baumgartner|Hola, María Fernández)/;

/** Inserts the first reply and asserts that the page's app holds exactly what its box shows, once. */
async function insertsWhole(page: Page): Promise<void> {
  const text = await insertByKeys(page, 1);
  expect(text).toMatch(starts);
  expect(text).toMatch(/Lumen Home[^\n]*$/);
  expect(text.match(/Lumen Home/g)).toHaveLength(1);
  expect(text).toContain('\n\n');
  expect(text).not.toContain('\r');
  expect(await replyBox(page).inputValue()).toBe(text);
  const { state } = await replicaLog(page);
  expect(state.sendEnabled).toBe(true);
  expect(state.sentTexts).toEqual([]);
  await eventually(() => notice(page).innerText()).toMatch(/^Inserted\./);
}

describe('a reply reaches the page’s app whole', () => {
  it.each([
    ['in the light variant of the box', () => thread({ shadow: 'light' })],
    ['in the React chat', () => chat({})],
    ['in the React chat that draws anew at every event', () => chat({ rerender: 'onInput' })],
    ['in a box that reports by input', () => thread({ commit: 'A' })],
    ['in a box that reports by change only', () => thread({ commit: 'B' })],
    ['in a box that ignores its attribute while focused', () => thread({ commit: 'C' })],
    ['in a box whose app resets foreign text', () => thread({ commit: 'R' })],
    ['in a box that is exchanged at its first focus', () => thread({ rerender: 'swapNode' })],
    ['in a box whose page draws anew at every event', () => thread({ rerender: 'onInput' })],
    ['beside a hidden copy of the box', () => thread({ dup: '1' })],
    ['on a page in English', () => thread({ loc: 'en' })],
    ['on a page in German', () => thread({ loc: 'de' })],
    ['on a page in Chinese', () => thread({ loc: 'zh_CN' })],
    ['on a page in Japanese', () => thread({ loc: 'ja' })],
    ['on a page in Arabic', () => thread({ loc: 'ar' })],
    ['on a page that comes two seconds late', () => thread({ late: 2_000 })],
    ['under four wrappers and one more shadow root', () => thread({ depth: '4' })],
    ['on a chat page in Chinese, under four wrappers', () => chat({ loc: 'zh_CN', depth: '4' })],
  ] as const)('%s', async (_where, open) => {
    await insertsWhole(await open());
  });

  it('with the caret at its end, so that writing goes on', async () => {
    const page = await thread({});
    const text = await insertByKeys(page, 1);
    await page.keyboard.type(' PS');
    await eventually(() => composerState(page)).toBe(`${text} PS`);
  });
});

describe('a reply that cannot be inserted', () => {
  it('is offered on the clipboard when the page takes no text, and the box is as it was', async () => {
    const page = await thread({ commit: 'N' });
    await askByKeys(page, 1);
    await eventually(() => notice(page).innerText()).toMatch(/did not take the text\. It is copied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(starts);
    expect(await replyBox(page).inputValue()).toBe('');
    expect(await composerState(page)).toBe('');
  });

  it('is not cut when it would be too long: the count is said and nothing changes', async () => {
    const page = await desk.openThread('long-3900');
    await ready(page);
    const present = 'Dear buyer, '.repeat(325);
    await replyBox(page).fill(present);
    await page.keyboard.press('Alt+1');
    await eventually(
      async () => (await form(page).count()) > 0 || /over the limit/.test(await notice(page).innerText()),
    ).toBe(true);
    if ((await form(page).count()) > 0) {
      for (const input of await form(page).locator('input').all()) {
        await input.fill((await input.getAttribute('type')) === 'date' ? '2027-01-05' : 'Muster');
      }
      await page.keyboard.press('Enter');
    }
    await eventually(() => notice(page).innerText()).toMatch(/^\d+ characters over the limit of 4,?000\./);
    expect(await composerState(page)).toBe(present);
    expect(await replyBox(page).inputValue()).toBe(present);
  });

  it('never lands in a conversation that was opened between the key and the insertion', async () => {
    // Nothing was typed for this conversation yet, so its form is asked for.
    const page = await desk.openChat('where-ru');
    await ready(page);
    await page.keyboard.press('Alt+1');
    await form(page).waitFor();
    await form(page).locator('input').first().fill('2027-01-05');
    // A background that has to start first answers late: the session is switched meanwhile.
    expect(await desk.killWorker()).toBe(1);
    readOn.set(page, 1);
    await form(page).locator('input').first().press('Enter', { noWaitAfter: true });
    await page.locator('.session', { hasText: '김민지' }).first().click();
    await eventually(() => notice(page).innerText()).toMatch(/^The conversation changed before the reply was ready/);
    await parley(page).getByRole('status', { name: 'Buyer language: Korean' }).waitFor();
    expect(await composerState(page)).toBe('');
    expect(await replyBox(page).inputValue()).toBe('');
  });
});

describe('what the cards stand on', () => {
  it('is the order on screen, whichever conversation was shown before', async () => {
    const page = await chat({});
    await eventually(() => cards(page).first().innerText()).toContain('María Fernández');
    readOn.set(page, 1);
    await page.locator('.session', { hasText: '김민지' }).first().click();
    await eventually(() => cards(page).first().innerText()).toContain('김민지');
    expect(await parleyText(page)).not.toContain('María');
  });
});
