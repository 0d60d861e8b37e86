// @vitest-environment node
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, inContentWorld, insertByKeys, onSettings, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const KEY = 'Shift+Alt+U';

const drawer = (page: Page): Locator => parley(page).getByRole('group', { name: 'Meaning', exact: true });
const message = (page: Page): Locator => drawer(page).getByRole('region', { name: "The buyer's message" });
const sentences = (page: Page): Locator =>
  drawer(page).getByRole('region', { name: 'Your reply' }).getByRole('listitem');

/** What the drawer says is denied, with its meaning. */
const negations = (page: Page): Promise<readonly (readonly [string, string])[]> =>
  message(page)
    .locator('ruby[data-kind=negation]')
    .evaluateAll((marks) =>
      marks.map((mark) => [mark.firstChild?.textContent ?? '', mark.lastElementChild?.textContent ?? '']),
    );

/** The sentences of the box as the drawer lists them; `theirs` is null where nobody covers it. */
const listed = (page: Page) =>
  sentences(page).evaluateAll((items) =>
    items.map((item) => ({
      mine: item.querySelector('.p-mine')?.textContent ?? '',
      theirs: item.querySelector('.p-theirs')?.textContent ?? null,
      own: item.querySelector('small')?.textContent ?? null,
    })),
  );

/** Whether the focus lies in Parley, on the drawer or in it. */
const isFocusInside = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const root = document.querySelector('parley-root')?.shadowRoot;
    return root?.activeElement?.closest('.p-drawer') !== null && root?.activeElement !== null;
  });

const jobs = [
  {
    market: 'Amazon',
    open: () => desk.openThread('where-de'),
    denied: [
      ['immer noch nicht', 'not yet'],
      ['nichts mehr', 'no longer'],
    ],
  },
  {
    market: 'AliExpress',
    open: () => desk.openChat('where-es'),
    denied: [
      ['todavía no', 'not yet'],
      ['nada', 'nothing'],
    ],
  },
] as const;

describe.each(jobs)('the meaning of both texts on $market', ({ open, denied }) => {
  it('opens from the text box, takes the focus, and Esc gives the caret back', async () => {
    const page = await open();
    await ready(page);
    await replyBox(page).click();
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(KEY);
    await message(page).waitFor();
    expect(await isFocusInside(page)).toBe(true);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    await page.keyboard.type('x');
    await eventually(() => composerState(page)).toBe('axb');
    // The same key closes it too, from within.
    await page.keyboard.press(KEY);
    await message(page).waitFor();
    await page.keyboard.press(KEY);
    await drawer(page).waitFor({ state: 'detached' });
    await page.keyboard.type('y');
    await eventually(() => composerState(page)).toBe('axyb');
  });

  it('shows what the buyer denies', async () => {
    const page = await open();
    await ready(page);
    await page.keyboard.press(KEY);
    await message(page).waitFor();
    expect(await negations(page)).toEqual(denied);
    expect(await message(page).getByRole('list', { name: 'How words are marked' }).count()).toBe(1);
  });

  it('says of every sentence of an inserted reply what it means, and of an edited one that it does not know', async () => {
    const page = await open();
    await ready(page);
    await insertByKeys(page, 1);
    await page.keyboard.press(KEY);
    await eventually(() => sentences(page).count()).toBeGreaterThan(3);
    const before = await listed(page);
    // The shop signs with its name in every language: there is nothing to explain.
    const unexplained = before.filter(({ mine, theirs }) => theirs === null && mine !== before.at(-1)?.mine);
    expect(unexplained).toEqual([]);
    expect(before.map(({ own }) => own)).toEqual(before.map(() => null));
    expect(before[0]?.theirs).toMatch(/^Hello /);

    const changed = before[1]!.mine;
    const end = changed.length - 1;
    await page.keyboard.press('Escape');
    await replyBox(page).evaluate(
      (box: HTMLTextAreaElement, [sentence, within]) => {
        const at = box.value.indexOf(sentence) + within;
        box.setSelectionRange(at, at);
      },
      [changed, end] as const,
    );
    await page.keyboard.press(KEY);
    await message(page).waitFor();
    await replyBox(page).focus();
    await page.keyboard.type(' xyz');
    const edited = `${changed.slice(0, end)} xyz${changed.slice(end)}`;
    await eventually(async () => (await listed(page)).some(({ mine }) => mine.endsWith(' xyz.'))).toBe(true);
    const after = await listed(page);
    const own = after.filter(({ own }) => own !== null);
    expect(own.map(({ mine }) => mine).join(' ')).toBe(edited);
    expect(own.map(({ theirs, own }) => [theirs, own])).toEqual(own.map(() => [null, 'Yours, not covered']));
    expect(after.filter(({ own }) => own === null)).toEqual(before.filter((_, index) => index !== 1));
  });

  it('leaves the text box on a screen of 768 px, beside a long message and a whole reply', async () => {
    const page = await open();
    await ready(page);
    await insertByKeys(page, 1);
    await page.keyboard.press(KEY);
    await eventually(() => sentences(page).count()).toBeGreaterThan(3);
    const height = await drawer(page).evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeLessThanOrEqual(240);
    const box = await replyBox(page).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, screen: innerHeight };
    });
    expect(box.bottom).toBeLessThanOrEqual(box.screen);
    const [left, right] = await Promise.all([message(page), sentences(page).first()].map((one) => one.boundingBox()));
    expect(right!.x, 'the two lists stand side by side').toBeGreaterThan(left!.x + left!.width);
  });
});

describe('a translation of the page’s own', () => {
  it('stands under its name on AliExpress, after the original', async () => {
    const page = await desk.openChat('where-es');
    await ready(page);
    await page.keyboard.press(KEY);
    const heading = message(page).getByRole('heading', { name: 'On the page: Alibaba Auto Translation' });
    await heading.waitFor();
    expect(await message(page).locator('.p-meaning-translation').innerText()).toBe(
      '您好，我的订单在哪里？上周就应该到了，但是还没有收到。谢谢。',
    );
    expect(await message(page).locator('.p-meaning-sentences').innerText()).toContain('Hola');
  });
});

describe('the translation of the browser', () => {
  /** A browser that translates; it says what it was given, so that nobody takes it for a real one. */
  const TRANSLATOR = `globalThis.Translator = {
    availability: async () => 'available',
    create: async () => ({ translate: async (text) => '[' + text + ']', destroy() {} }),
  }`;
  const offer = (page: Page): Locator =>
    message(page).getByRole('button', { name: 'Translate into English on this device' });

  async function openWithTranslator(): Promise<Page> {
    const page = await desk.openThread('where-de');
    await ready(page);
    await inContentWorld(page, desk.extensionId, `void (${TRANSLATOR})`);
    await page.keyboard.press(KEY);
    await message(page).waitFor();
    return page;
  }

  it('is absent while its switch is off, and one press away once it is on', async () => {
    const before = await openWithTranslator();
    await before.waitForTimeout(500);
    expect(await offer(before).count()).toBe(0);
    await before.close();

    await desk.context.addInitScript({ content: TRANSLATOR });
    await onSettings(desk, async (settings) => {
      await settings.getByRole('checkbox', { name: 'Offer to translate messages on this device' }).click();
      await settings.waitForTimeout(500);
    });
    const page = await openWithTranslator();
    await offer(page).click();
    await eventually(() => message(page).locator('.p-meaning-device .p-meaning-translation').count()).toBe(1);
    expect(await message(page).locator('.p-meaning-sentences').innerText()).toContain('immer noch nicht');
  });
});
