// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import AxeBuilder from 'axe-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { flattenCatalogue } from '@/utils/platform/i18n/page-words';
import { type DemoChoice, demoPage, demoThreads } from './demo-pages';
import { openReplicaPage } from './replica-page';

let browser: Browser;
let page: Page;
let run: <T>(expression: string) => Promise<T>;
let shown: DemoChoice = { markup: 'plain' };

/** Teach mode as its content script starts it, with a background that only remembers. */
const contents = `
import { startTeach } from './components/content/teach/start-teach';
import { previewTaught } from './utils/marketplaces/taught-preview';
globalThis.parleySaved = [];
globalThis.parleyTeach = async (entries, answer) => {
  const life = new AbortController();
  globalThis.parleyOver = false;
  await startTeach({
    marketplace: 'other',
    client: {
      teachWords: async () => ({ ok: true, value: { uiLang: 'en', entries } }),
      saveTaught: async ({ page }) => { parleySaved.push(page); await globalThis.parleyHold; return answer; },
      dispose: () => {},
    },
    preview: previewTaught,
    activate: async () => true,
    today: () => '2026-11-22',
    signal: life.signal,
    end: () => { life.abort(); globalThis.parleyOver = true; },
  });
};`;

async function teachBundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    alias: { '@': process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
    charset: 'utf8',
    plugins: [
      {
        name: 'inline-css',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
            path: `${resolveDir}/${path.replace('?inline', '')}`,
            namespace: 'inline-css',
          }));
          onLoad({ filter: /.*/, namespace: 'inline-css' }, async ({ path }) => ({
            contents: await readFile(path, 'utf8'),
            loader: 'text',
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

let script: string;
let entries: Record<string, string>;

beforeAll(async () => {
  script = await teachBundle();
  entries = flattenCatalogue('teach', JSON.parse(await readFile('public/locales/en/teach.json', 'utf8')));
  ({ browser, page } = await openReplicaPage());
  await page.route('https://seller.demo.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: demoPage(shown) }),
  );
});

afterAll(() => browser?.close());

/** Opens a demo page and starts teach mode on it. */
async function teach(choice: DemoChoice, answer: unknown = { ok: true, value: null }): Promise<void> {
  shown = choice;
  await page.goto('about:blank');
  await page.goto(`https://seller.demo.example/messages/thread/${demoThreads[0]!.id}`, { waitUntil: 'load' });
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'parley-teach',
  });
  run = async (expression) => {
    const sent = { expression, contextId, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', sent);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as never;
  };
  await run(`${script};0`);
  await run(`parleyTeach(${JSON.stringify(entries)}, ${JSON.stringify(answer)})`);
}

const panel = () => page.locator('parley-teach [role=dialog]');
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const saved = () => run<TaughtPage[]>('parleySaved');
/** What of the hand arrived at the page. */
const arrived = () => page.evaluate(() => (window as unknown as { forbidden: string[] }).forbidden);

/** Presses the mouse in the middle of a part of the page, as a hand does. */
async function point(css: string): Promise<void> {
  const box = (await page.locator(css).last().boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 8), { steps: 3 });
  await page.mouse.down();
  await page.mouse.up();
}

describe('teach mode', () => {
  beforeEach(() => teach({ markup: 'plain' }));

  test('learns a page from four clicks, shows what it will read, and keeps it', async () => {
    await point('.replyInput');
    await expect.poll(() => panel().textContent()).toContain('Click the last message');
    await point('.messageRow:last-child .messageText');
    await point('.orderLink');
    await point('main h2');
    const values = panel().locator('dd');
    await expect
      .poll(() => values.allInnerTexts())
      .toEqual([
        'found',
        '3 messages',
        'Dziękuję.\nA kiedy dotrze?',
        '5301-7741-2290',
        'Marta Kowalska',
        'seller.demo.example/messages/thread/*',
      ]);
    await button('Save').click();
    await expect.poll(() => panel().textContent()).toContain('Parley is ready on this page.');
    const [kept] = await saved();
    expect(kept).toMatchObject({ marketplace: 'other', host: 'seller.demo.example', path: '/messages/thread/*' });
    expect(Object.keys(kept!.fields).sort()).toEqual(['buyerName', 'composer', 'message', 'orderId']);
    expect(JSON.stringify(kept)).not.toMatch(/Marta|Kowalska|5301|Dzi/);
    expect(await arrived()).toEqual([]);
    await button('Close').click();
    expect(await page.locator('parley-teach').count()).toBe(0);
  });

  test('lets no hand and no key of the page through', async () => {
    const before = page.url();
    for (const css of ['.sendButton', 'nav button', 'nav a', '.orderLink', '.sessionItem', 'textarea']) {
      const box = (await page.locator(css).first().boundingBox())!;
      const [x, y] = [box.x + 6, box.y + 6];
      await page.mouse.click(x, y);
      await page.mouse.dblclick(x, y);
      await page.mouse.click(x, y, { button: 'right' });
      await page.mouse.click(x, y, { button: 'middle' });
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 4);
      await page.mouse.up();
    }
    await page.keyboard.type('abc');
    expect(await arrived()).toEqual([]);
    expect(page.url()).toBe(before);
    expect(await page.locator('textarea').inputValue()).toBe('');
    expect(await saved()).toEqual([]);
  });

  test('starts over when the page goes to another conversation meanwhile', async () => {
    await point('.replyInput');
    await expect.poll(() => panel().textContent()).toContain('Click the last message');
    await page.evaluate(() => history.pushState(null, '', '/archive/thread/99123'));
    await expect.poll(() => panel().locator('[aria-current=step]').innerText()).toContain('1');
    await point('.replyInput');
    for (let step = 0; step < 3; step++) await button('Skip').click();
    await expect.poll(() => panel().locator('dd').last().innerText()).toBe('seller.demo.example/archive/thread/*');
  });

  test('keeps the focus while it saves', async () => {
    await point('.replyInput');
    for (let step = 0; step < 3; step++) await button('Skip').click();
    await run('void (globalThis.parleyHold = new Promise(() => {}))');
    await button('Save').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => saved()).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('parley-teach');
  });

  test('says what is wrong with a part, and takes nothing of it', async () => {
    await point('main h2');
    await expect.poll(() => panel().textContent()).toContain('There is no text box in this part');
    await point('.replyInput');
    await button('Skip').click();
    await point('main h2');
    await expect.poll(() => panel().textContent()).toContain('no order number');
    await button('Skip').click();
    await point('.orderLink');
    await expect.poll(() => panel().textContent()).toContain('no full name');
    await button('Skip').click();
    await expect
      .poll(() => panel().locator('dd').allInnerTexts())
      .toEqual(['found', 'not shown', 'not shown', 'not shown', 'not shown', 'seller.demo.example/messages/thread/*']);
  });

  test('saves nothing without a text box', async () => {
    for (let step = 0; step < 4; step++) await button('Skip').click();
    await expect.poll(() => panel().textContent()).toContain('Without the text box');
    expect(await button('Save').isDisabled()).toBe(true);
    await button('Start again').click();
    await expect.poll(() => panel().textContent()).toContain('Click the box');
  });

  test('works with the keyboard alone', async () => {
    const picker = panel().getByRole('application');
    expect(await picker.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(
      true,
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().textContent()).toContain('Click the last message');
    for (let press = 0; press < 60 && !(await picker.textContent())?.startsWith('Dziękuję'); press++)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await picker.textContent()).toContain('Dziękuję');
    await page.keyboard.press('Enter');
    for (let press = 0; press < 60 && (await picker.textContent()) !== '5301-7741-2290'; press++)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().textContent()).toContain("Click the buyer's name");
    for (let press = 0; press < 80 && (await picker.textContent()) !== 'Marta Kowalska'; press++)
      await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().locator('dd').allInnerTexts()).toContain('5301-7741-2290');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().textContent()).toContain('Parley is ready');
    expect(await saved()).toHaveLength(1);
    expect(await arrived()).toEqual([]);
  });

  test('ends with Escape, gives the focus back and leaves the page as it was', async () => {
    const markup = await page.evaluate(() => document.body.innerHTML);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('parley-teach').count()).toBe(0);
    expect(await run('parleyOver')).toBe(true);
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(markup);
    await page.locator('.sendButton').click();
    expect(await arrived()).toContain('PRESSED');
  });

  test('ignores what the page presses by itself', async () => {
    for (let step = 0; step < 4; step++) await button('Skip').click();
    await page.evaluate(() => {
      const root = document.querySelector('parley-teach')!.shadowRoot!;
      for (const each of root.querySelectorAll('button')) {
        each.removeAttribute('disabled');
        each.click();
      }
    });
    expect(await saved()).toEqual([]);
    expect(await page.locator('parley-teach').count()).toBe(1);
  });

  test.each([
    ['light', 'en', 1366],
    ['dark', 'ar', 1366],
    ['light', 'ja', 360],
  ] as const)('can be read and reached in %s on a page in %s, %i px wide', async (colorScheme, lang, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 700 });
    await teach({ markup: 'modules', lang });
    await page.evaluate(AxeBuilder.source);
    const problems = () =>
      page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run: (
              context: unknown,
              options: unknown,
            ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const only = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
        const { violations } = await axe.run({ include: [['parley-teach', '[role=dialog]']] }, { runOnly: only });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    expect(await problems()).toEqual([]);
    const boxes = await panel()
      .locator('button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    for (const box of boxes as { width: number; height: number; left: number; right: number }[]) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
    }
    for (let step = 0; step < 4; step++) await button('Skip').click();
    expect(await problems()).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('says when it could not be saved, and can be tried again', async () => {
    await teach({ markup: 'plain' }, { ok: false, error: { kind: 'storage' } });
    await point('.replyInput');
    for (let step = 0; step < 3; step++) await button('Skip').click();
    await button('Save').click();
    await expect.poll(() => panel().textContent()).toContain("couldn't be saved");
    expect(await button('Save').isEnabled()).toBe(true);
  });
});
