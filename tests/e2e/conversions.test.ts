// @vitest-environment node
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const region = (page: Page) => parley(page).getByRole('region', { name: 'Conversions' });
const insert = (page: Page) => region(page).getByRole('button', { name: 'Insert conversion' });
const popover = (page: Page) => parley(page).getByRole('group', { name: /^Conversion of/ });

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface SeenMark {
  readonly label: string;
  readonly lines: readonly Rect[];
}

/** The marks on screen with every line of theirs, in pixels of the document's window. */
const marks = (where: Page | Frame): Promise<readonly SeenMark[]> =>
  where.evaluate(() => {
    const root = document.querySelector('parley-marks')?.shadowRoot;
    return [...(root?.querySelectorAll<HTMLElement>('button:not([hidden])') ?? [])].map((button) => ({
      label: button.getAttribute('aria-label') ?? '',
      lines: [...button.children].map((line) => {
        const { left, top, right, bottom } = line.getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    }));
  });

/** Where the page itself shows words, through its open roots; the first place in the message itself. */
const wordsAt = (where: Page | Frame, words: string): Promise<readonly Rect[]> =>
  where.evaluate((wanted) => {
    const found: Range[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && /^parley-|^(script|style|textarea)$/.test(node.localName)) return;
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      for (const child of node.childNodes) walk(child);
      if (node.nodeType !== 3) return;
      const at = (node as Text).data.indexOf(wanted);
      const box = (node as Text).parentElement?.closest('p, div, span, section')?.getBoundingClientRect();
      if (at < 0 || !box || box.width === 0) return;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      // The list of conversations and the page's own translation show the same signs.
      if (!(node as Text).parentElement?.closest('.session, .translation')) found.push(range);
    };
    walk(document.body);
    const rects = [...(found.at(0)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
    return rects.map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, words);

/** Where the mark of a message is and where the page shows the words it stands on; both on one line. */
async function markAndWords(
  where: Page | Frame,
  words: string,
): Promise<{ readonly mark: Rect; readonly words: Rect }> {
  let seen: { readonly mark: Rect | undefined; readonly words: Rect | undefined } = {
    mark: undefined,
    words: undefined,
  };
  await eventually(async () => {
    const [first] = await marks(where);
    const [place] = await wordsAt(where, words);
    // A span that mixes directions ("EU 38" inside Arabic words) has a box for each of them.
    const over = place && first?.lines.find((line) => isOver(line, place));
    seen = { mark: over, words: place };
    return over !== undefined;
  }).toBe(true);
  if (!seen.mark || !seen.words) throw new Error('no mark');
  return { mark: seen.mark, words: seen.words };
}

/** On the very line, and around the words: a span may hold more than the size itself ("UK 5.5 women"). */
const isOver = (mark: Rect | undefined, words: Rect): boolean =>
  mark !== undefined &&
  Math.abs(mark.top - words.top) < 1 &&
  Math.abs(mark.bottom - words.bottom) < 1 &&
  mark.left < words.left + 1 &&
  mark.right > words.right - 1 &&
  mark.right - mark.left < 6 * (words.right - words.left);

const middle = ({ left, top, right, bottom }: Rect) => [(left + right) / 2, (top + bottom) / 2] as const;
const count = async (page: Page): Promise<number> => (await marks(page)).length;

describe("marks in the buyer's message", () => {
  it.each([
    ['Amazon', () => desk.openThread('shoe-uk'), 'UK 5.5'],
    ['Amazon, in another markup', () => desk.openThread('shoe-uk', { bubble: 'b3' }), 'UK 5.5'],
    ['Amazon, in open roots', () => desk.openThread('shoe-uk', { depth: '4' }), 'UK 5.5'],
    ['Amazon, right to left', () => desk.openThread('shoe-ar', { loc: 'ar' }), 'EU 38'],
    ['AliExpress, beside a translation that says the same', () => desk.openChat('power-mx'), '220V'],
  ] as const)('lie over the very words: %s', async (_where, open, words) => {
    const page = await open();
    await region(page).waitFor();
    const { mark } = await markAndWords(page, words);
    expect(mark.right).toBeGreaterThan(mark.left);
    expect((await marks(page))[0]?.label).toMatch(/: show conversion$/);
  });

  it('lie over the words of a conversation in a frame', async () => {
    const page = await desk.openThread('shoe-uk', { frame: 'same' });
    await eventually(() => page.frames().length).toBeGreaterThan(1);
    const inner = page.frames().find((frame) => frame !== page.mainFrame());
    if (!inner) throw new Error('no frame');
    await eventually(() => marks(inner)).not.toEqual([]);
    await markAndWords(inner, 'UK 5.5');
  });

  it.each([0.8, 1.25, 2])('stay on the words at a zoom of %d', async (zoom) => {
    const page = await desk.openThread('shoe-uk');
    await markAndWords(page, 'UK 5.5');
    await page.evaluate((to) => (document.documentElement.style.zoom = String(to)), zoom);
    await page.getByText('I normally wear UK 5.5').last().scrollIntoViewIfNeeded();
    await markAndWords(page, 'UK 5.5');
  });

  it('follow the words when the conversation is scrolled, and are not drawn outside of its box', async () => {
    const page = await desk.openThread('shoe-uk');
    await markAndWords(page, 'UK 5.5');
    const scroll = (share: number) =>
      page.evaluate((part) => {
        const words = [...document.querySelectorAll('*')].find(
          (each) => each.childElementCount === 0 && each.textContent?.includes('I normally wear UK 5.5'),
        );
        const holder = words?.parentElement;
        if (!words || !holder) throw new Error('no message');
        // The page's own box around the message becomes a small scroll container.
        holder.style.cssText = 'max-height: 60px; overflow: auto; display: block';
        if (!holder.querySelector('[data-test-tail]')) {
          const tail = document.createElement('div');
          tail.dataset['testTail'] = '';
          tail.style.height = '400px';
          holder.append(tail);
        }
        holder.scrollTop = part;
      }, share);
    await scroll(0);
    await markAndWords(page, 'UK 5.5');
    await scroll(10);
    await eventually(() => count(page)).toBe(1);
    await scroll(300);
    await eventually(() => count(page)).toBe(0);
    await scroll(0);
    await markAndWords(page, 'UK 5.5');
  });

  it.each(['every2s', 'swapNode'] as const)(
    'come back after the page has drawn its message anew: %s',
    async (rerender) => {
      const page = await desk.openThread('shoe-uk', { rerender });
      await markAndWords(page, 'UK 5.5');
      await page.waitForTimeout(2_500);
      await markAndWords(page, 'UK 5.5');
    },
  );

  it('come back after the words were exchanged inside their bubble', async () => {
    const page = await desk.openThread('shoe-uk');
    await markAndWords(page, 'UK 5.5');
    await page
      .getByText('I normally wear UK 5.5')
      .last()
      .evaluate((words) => words.replaceChildren(words.textContent ?? ''));
    await markAndWords(page, 'UK 5.5');
  });

  it('vanish with a message that is hidden or covered, and come back with it', async () => {
    const page = await desk.openThread('shoe-uk');
    await markAndWords(page, 'UK 5.5');
    const words = page.getByText('I normally wear UK 5.5').last();
    await words.evaluate((node: HTMLElement) => (node.style.display = 'none'));
    await eventually(() => count(page)).toBe(0);
    await words.evaluate((node: HTMLElement) => (node.style.display = ''));
    await markAndWords(page, 'UK 5.5');
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      dialog.id = 'test-cover';
      dialog.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 9999';
      document.body.append(dialog);
    });
    await eventually(() => count(page)).toBe(0);
    await page.evaluate(() => document.querySelector('#test-cover')?.remove());
    await markAndWords(page, 'UK 5.5');
  });

  it('lie over the original where the page can show a translation in its place', async () => {
    const page = await desk.openChat('power-mx', { translation: 'toggle' });
    await region(page).waitFor();
    await markAndWords(page, '220V');
  });
});

describe('a mark', () => {
  it('shows its conversion when the pointer rests on it, and inserts it', async () => {
    const page = await desk.openThread('shoe-uk');
    const { mark } = await markAndWords(page, 'UK 5.5');
    await page.mouse.move(...middle(mark));
    await popover(page).waitFor();
    expect(await popover(page).innerText()).toMatch(/EU\s*3[89]/);
    await popover(page).getByRole('button', { name: 'Insert conversion' }).click();
    await eventually(() => composerState(page)).toMatch(/UK 5\.5.*EU 3[89]/s);
    await eventually(() => popover(page).count()).toBe(0);
  });

  it('lets the page have its own text: what lies under it is still selected', async () => {
    const page = await desk.openThread('shoe-uk');
    const { mark } = await markAndWords(page, 'UK 5.5');
    const [x, y] = middle(mark);
    await page.mouse.dblclick(x, y);
    expect((await page.evaluate(() => getSelection()?.toString() ?? '')).trim()).not.toBe('');
  });

  it('is reached from the chip with the arrow keys; Esc leads back', async () => {
    const page = await desk.openThread('shoe-uk');
    await markAndWords(page, 'UK 5.5');
    await region(page)
      .getByRole('button', { name: /^UK 5\.5/ })
      .focus();
    await page.keyboard.press('ArrowUp');
    await popover(page).waitFor();
    await page.keyboard.press('Tab');
    const focused = () =>
      page.evaluate(() => document.querySelector('parley-root')?.shadowRoot?.activeElement?.textContent ?? '');
    await eventually(focused).toBe('Insert conversion');
    await page.keyboard.press('Escape');
    await eventually(() => popover(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    await eventually(focused).toMatch(/^UK 5\.5/);
  });

  it('changes nothing of the page', async () => {
    const page = await desk.openThread('shoe-uk');
    await ready(page, /^(good|limited)$/);
    await page.evaluate(() => {
      const world = window as unknown as { changes: string[] };
      world.changes = [];
      const message = [...document.querySelectorAll('*')].find(
        (each) => each.childElementCount === 0 && each.textContent?.includes('I normally wear UK 5.5'),
      );
      new MutationObserver((records) =>
        world.changes.push(...records.map(({ type, target }) => `${type} ${(target as Element).localName ?? '#text'}`)),
      ).observe(message?.parentElement ?? document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
    const { mark } = await markAndWords(page, 'UK 5.5');
    await page.mouse.move(...middle(mark));
    await popover(page).waitFor();
    await page.mouse.wheel(0, 40);
    expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  });
});

describe('the conversion, by keyboard', () => {
  it('is one key away from the text box when there is one clear reading', async () => {
    const page = await desk.openThread('shoe-uk');
    await insert(page).waitFor();
    await replyBox(page).click();
    await page.keyboard.type('Hello Harriet.');
    await page.keyboard.press('Alt+0');
    await eventually(() => composerState(page)).toMatch(/^Hello Harriet\. UK 5\.5.*EU 3[89]/);
    await page.keyboard.press('Control+z');
    await eventually(() => composerState(page)).toBe('Hello Harriet.');
  });

  it('is two keys away when the agent has to choose', async () => {
    const page = await desk.openChat('shoe-ru');
    await insert(page).waitFor();
    await replyBox(page).click();
    await page.keyboard.press('Alt+0');
    const focused = () =>
      page.evaluate(() => document.querySelector('parley-root')?.shadowRoot?.activeElement?.textContent ?? '');
    await eventually(focused).toBe('Insert conversion');
    await page.keyboard.press('Enter');
    // In the buyer's language, whatever the agent's is.
    await eventually(() => composerState(page)).toMatch(/\p{Script=Cyrillic}{3}/u);
  });

  it('is inserted once by a double press', async () => {
    const page = await desk.openThread('shoe-uk');
    await insert(page).dblclick();
    await eventually(() => composerState(page)).toMatch(/EU 3[89]/);
    await page.waitForTimeout(500);
    expect((await composerState(page)).match(/UK 5\.5/g)).toHaveLength(1);
  });
});
