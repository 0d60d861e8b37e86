// @vitest-environment node
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../../replica/knobs';
import { aliexpressChatUrl, amazonThreadUrl } from '../../replica/urls';
import { cards, eventually, holdTheLine, ready } from '../desk-kit';
import { type Desk, launchDesk } from '../harness/launch-desk';
import { composerState, parley, replyBox } from '../harness/page-checks';
import { markOffsets } from './marks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const MAX_OFF_PX = 2;
const english = (knobs: KnobChoice = {}) => amazonThreadUrl('where-en', knobs);

const visit = async (url: string): Promise<Page> => {
  const page = await desk.context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await ready(page, /^(good|limited)$/);
  return page;
};

/** Writes as a person does and waits until something is underlined. */
const write = async (page: Page, text: string): Promise<void> => {
  await replyBox(page).click();
  await page.keyboard.type(text);
  await eventually(() => markOffsets(page).then((marks) => marks.length)).toBeGreaterThan(0);
};

/** Asserts that lines are drawn and each stands under its own words. */
const standOnTheirWords = async (page: Page, words: RegExp): Promise<void> => {
  // The page may move the box without any event; the lines follow within a look.
  await eventually(async () => {
    const marks = await markOffsets(page);
    const isRight = marks.every(({ first, last }) => first <= MAX_OFF_PX && last <= MAX_OFF_PX);
    return marks.some((mark) => words.test(mark.words)) && isRight ? 'on their words' : JSON.stringify(marks);
  }).toBe('on their words');
};

const risky = 'Thank you for your order, it is on its way. Please leave us a 5-star review for a gift card. Bye';

describe('underlines in the box of the page stand on their words, to 2 px', () => {
  const session = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

  it.each([
    ['on Amazon', english()],
    ['on AliExpress', aliexpressChatUrl('power-en')],
    ['in the light DOM', english({ shadow: 'light' })],
    ['in a closed root', english({ shadow: 'closed' })],
    ['on an Arabic page', english({ loc: 'ar' })],
  ] as const)('%s', async (where, url) => {
    const page = await visit(url);
    if (where === 'in a closed root') {
      // Nobody but the extension sees into it: that lines are drawn is all that can be asked.
      await page.locator('kat-textarea[data-r=composer]').first().click();
      await page.keyboard.type(risky);
      await eventually(() => page.evaluate(() => CSS.highlights.get('parley-block')?.size ?? 0)).toBeGreaterThan(0);
      return;
    }
    await write(page, risky);
    await standOnTheirWords(page, /5-star review/);
  });

  it('in Arabic words and the Latin ones among them', async () => {
    const page = await visit(amazonThreadUrl('where-ar'));
    await write(page, 'مرحبا، طلبك في الطريق. راسلنا على shop@example.org وشكرا لك.');
    await standOnTheirWords(page, /shop@example\.org/);
  });

  it.each([0.8, 1.25, 1.5])('at a page zoom of %s, set before and while it is written', async (zoom) => {
    const page = await visit(english());
    await write(page, risky);
    const cdp = await session(page);
    // What the browser's own zoom does: fewer, larger CSS pixels.
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(1366 / zoom),
      height: Math.round(768 / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    });
    await replyBox(page).scrollIntoViewIfNeeded();
    await standOnTheirWords(page, /5-star review/);
    await replyBox(page).fill('');
    // The cards come back and move the box; a click must not meet them on the way.
    await eventually(() => cards(page).count()).toBe(3);
    await write(page, risky);
    await standOnTheirWords(page, /5-star review/);
  });

  it.each([
    ['main', '0.8'],
    ['main', '1.25'],
    ['main', '1.5'],
    ['html', '1.25'],
  ])('on a page that zooms its %s by %s', async (part, zoom) => {
    const page = await visit(english());
    await page.evaluate(({ css, by }) => document.querySelector<HTMLElement>(css)?.style.setProperty('zoom', by), {
      css: part,
      by: zoom,
    });
    await replyBox(page).scrollIntoViewIfNeeded();
    await write(page, risky);
    await standOnTheirWords(page, /5-star review/);
  });

  it('while an input method composes behind and before them, and after', async () => {
    const page = await visit(english());
    await write(page, risky);
    const cdp = await session(page);
    const compose = (text: string) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('にほん');
    await standOnTheirWords(page, /5-star review/);
    await cdp.send('Input.insertText', { text: '日本' });
    await eventually(() => composerState(page)).toBe(`${risky}日本`);
    await standOnTheirWords(page, /5-star review/);
    await page.keyboard.press('Control+Home');
    await compose('ni hao');
    await standOnTheirWords(page, /5-star review/);
    await cdp.send('Input.insertText', { text: '你好' });
    await eventually(() => composerState(page)).toBe(`你好${risky}日本`);
    await standOnTheirWords(page, /5-star review/);
  });
});

describe('the bar moves the box by no more than its own height', () => {
  interface Shift {
    /** Units: CSS pixels. */
    readonly moved: number;
    readonly narrowed: number;
    readonly bar: number;
  }

  /** Takes the bar out and puts it back in one turn, so that the page is measured with and without it. */
  const shiftOf = (page: Page): Promise<Shift> =>
    page.evaluate(() => {
      const find = (root: Document | ShadowRoot, css: string): HTMLElement | undefined => {
        for (const node of root.querySelectorAll<HTMLElement>('*')) {
          if (node.matches(css) && node.checkVisibility()) return node;
          const inner = node.shadowRoot && !node.matches('parley-root') ? find(node.shadowRoot, css) : undefined;
          if (inner) return inner;
        }
        return undefined;
      };
      const box = find(document, '[data-r=composer], .editor textarea');
      const bar = find(document, 'parley-root');
      if (!box || !bar) throw new Error('no box or no bar');
      const height = bar.getBoundingClientRect().height;
      const shown = box.getBoundingClientRect();
      const { parentNode, nextSibling } = bar;
      bar.remove();
      const alone = box.getBoundingClientRect();
      parentNode?.insertBefore(bar, nextSibling);
      return {
        moved: Math.abs(shown.top - alone.top),
        narrowed: Math.max(Math.abs(shown.width - alone.width), Math.abs(shown.height - alone.height)),
        bar: height,
      };
    });

  const windows = [
    { width: 1366, height: 768 },
    { width: 1280, height: 720 },
  ];
  const pages = [
    ['Amazon', english()],
    ['AliExpress', aliexpressChatUrl('power-en')],
  ] as const;
  const cases = windows.flatMap((size) =>
    pages.map(([market, url]) => [market, size.width, size.height, url] as const),
  );

  it.each(cases)('on %s at %i × %i', async (_market, width, height, url) => {
    const page = await visit(url);
    await page.setViewportSize({ width, height });
    await eventually(() => cards(page).count()).toBe(3);
    const open = await shiftOf(page);
    expect(open.moved).toBeLessThanOrEqual(open.bar + 8);
    expect(open.narrowed).toBeLessThanOrEqual(1);
    await replyBox(page).click();
    await page.keyboard.type('Hello');
    await eventually(() => cards(page).count()).toBe(0);
    await eventually(() => shiftOf(page).then(({ moved }) => moved)).toBeLessThanOrEqual(48);
    const folded = await shiftOf(page);
    expect(folded.narrowed).toBeLessThanOrEqual(1);
    console.log(
      `${_market} ${width}x${height}: open ${open.moved.toFixed(0)} px, folded ${folded.moved.toFixed(0)} px`,
    );
    expect(await parley(page).count()).toBe(1);
  });
});
