// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { feedback, aliexpressFeedbackKeys } from '../replica/aliexpress/records';
import type { KnobChoice } from '../replica/knobs';
import { assertNothingForbidden } from '../e2e/harness/page-checks';
import { marketConversations } from '../replica/other/market';
import buyersJson from '../replica/fixtures/buyers.json';
import { aliexpressChatUrl, aliexpressFeedbackUrl, amazonThreadUrl, thirdMarketUrl } from '../replica/urls';
import { openReplicaPage } from './replica-page';
import { openTaughtWorld, type TaughtReading, type TaughtWorld } from './taught-world';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
});

afterAll(() => browser?.close());

/** What a release, another language or a wrapper more does to a page after it was taught. */
const changes: readonly KnobChoice[] = [
  {},
  { hash: 'b' },
  { hash: 'c', depth: '2' },
  { loc: 'de', hash: 'b' },
  { loc: 'ja' },
  { loc: 'ar', depth: '4' },
  { loc: 'zh_CN', hash: 'c' },
  { dup: '1' },
  { late: 800 },
];

async function readSoon(world: TaughtWorld, taught: TaughtPage, isDone: (reading: TaughtReading) => boolean) {
  const until = Date.now() + 4_000;
  for (;;) {
    const reading = await world.read(taught);
    if (isDone(reading) || Date.now() > until) return reading;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a page of a marketplace nobody knows', () => {
  const [first] = marketConversations;
  let taught: TaughtPage;

  const open = async (id: string, knobs: KnobChoice = {}): Promise<TaughtWorld> => {
    await page.goto(thirdMarketUrl(id, knobs), { waitUntil: 'domcontentloaded' });
    return openTaughtWorld(page);
  };

  beforeAll(async () => {
    const world = await open(first!.id);
    await page.locator('.tm-thread textarea').waitFor();
    const learned = await world.learn({
      composer: '.tm-thread textarea',
      message: '.tm-msg--in:nth-last-child(1) .tm-msg__body p',
      orderId: '.tm-order a',
      buyerName: 'h1.tm-buyer',
    });
    expect(learned.failed).toEqual([]);
    taught = learned.page;
    await assertNothingForbidden(page);
  });

  test('is learned without a word of what it shows', () => {
    const kept = JSON.stringify(taught);
    for (const { id, buyer, order, messages } of marketConversations)
      for (const word of [id, order, ...buyer.split(' '), ...messages.map(({ text }) => text.slice(0, 8))])
        expect(kept).not.toContain(word);
    expect(taught.buyerMessage).toBeDefined();
  });

  describe.each(changes)('with %o', (knobs) => {
    test.each(marketConversations.map(({ id }) => id))('reads %s', async (id) => {
      const shown = marketConversations.find((each) => each.id === id)!;
      const world = await open(id, knobs);
      const reading = await readSoon(world, taught, ({ order, composer }) => order !== null && composer === 'textarea');
      expect(reading).toMatchObject({
        kind: 'thread',
        composer: 'textarea',
        order: shown.order,
        thread: { orderId: shown.order, buyerName: shown.buyer },
        aliases: ['order!', 'display-name'],
      });
      const said = reading.thread!.bubbles.map(({ side, text }) => [side, flat(text)]);
      expect(said).toEqual(shown.messages.map(({ from, text }) => [from, flat(text)]));
      await assertNothingForbidden(page);
    });
  });

  test('follows the page from one conversation to the next, and never mixes two', async () => {
    const world = await open(first!.id);
    await readSoon(world, taught, ({ order }) => order !== null);
    const next = marketConversations[1]!;
    await page.locator('.tm-inbox a', { hasText: next.buyer }).first().click();
    for (let look = 0; look < 40; look++) {
      const { thread, order } = await world.read(taught);
      for (const shown of [first!, next])
        if (thread?.orderId === shown.order) {
          expect([shown.buyer, undefined]).toContain(thread.buyerName);
          expect(shown.messages.map(({ text }) => flat(text))).toEqual(thread.bubbles.map(({ text }) => flat(text)));
        }
      expect([first!.order, next.order, null]).toContain(order);
      await page.waitForTimeout(25);
    }
    expect(await readSoon(world, taught, ({ order }) => order === next.order)).toMatchObject({ order: next.order });
  });

  test('is left alone where it lists orders', async () => {
    await page.goto(thirdMarketUrl('orders'), { waitUntil: 'load' });
    const world = await openTaughtWorld(page);
    expect(await world.read(taught)).toMatchObject({ kind: 'none', thread: null, composer: 'missing' });
  });
});

describe('the feedback pages of AliExpress', () => {
  const open = async (build: 'legacy' | 'modern-v1' | 'modern-v2', knobs: KnobChoice = {}): Promise<TaughtWorld> => {
    await page.goto(aliexpressFeedbackUrl(build, knobs), { waitUntil: 'domcontentloaded' });
    return openTaughtWorld(page);
  };
  const answerable = aliexpressFeedbackKeys.map(feedback).filter(({ replied, text }) => !replied && text !== '');

  /** Opens the box for one review, as a person does. */
  const answer = async (build: string, key: string): Promise<void> => {
    const at = aliexpressFeedbackKeys
      .map(feedback)
      .filter(({ replied }) => !replied)
      .findIndex((each) => each.key === key);
    const css = build === 'legacy' ? '.evaluate-bt' : 'td:last-child button:first-child:not(:only-child)';
    await page.locator(`${css}:visible`).nth(at).click();
    await page.locator('textarea:visible').waitFor();
  };

  test('before 2020: reads the one review that is being answered', async () => {
    const [one] = answerable;
    const world = await open('legacy');
    await answer('legacy', one!.key);
    const row = aliexpressFeedbackKeys.findIndex((key) => key === one!.key);
    const learned = await world.learn(
      {
        composer: '.ui-window textarea',
        message: `#buyer-ordertable tr:nth-child(${row * 2 + 2}) .feedback-content`,
        orderId: '.ui-window h3',
      },
      'aliexpress',
    );
    expect(learned.failed).toEqual([]);
    for (const knobs of changes) {
      for (const shown of answerable) {
        const changed = await open('legacy', knobs);
        await answer('legacy', shown.key);
        const reading = await readSoon(changed, learned.page, ({ order }) => order !== null);
        expect(reading).toMatchObject({ composer: 'textarea', order: shown.scene.order.id });
        expect(reading.thread?.bubbles.map(({ side, text }) => [side, flat(text)])).toEqual([
          ['buyer', flat(shown.text)],
        ]);
        await assertNothingForbidden(page);
      }
    }
  }, 240_000);

  test.each(['modern-v1', 'modern-v2'] as const)(
    '%s: takes the box, and nobody for sure',
    async (build) => {
      const world = await open(build);
      await answer(build, answerable[0]!.key);
      // The dialog says nothing of the review, and the rows behind it are all alike.
      const whole = await world.learn(
        { composer: '[role=dialog] textarea', orderId: 'tr.ait-table-row-level-0 a' },
        'aliexpress',
      );
      expect(whole.failed).toEqual(['orderId']);
      const { page: taught, failed } = await world.learn({ composer: '[role=dialog] textarea' }, 'aliexpress');
      expect(failed).toEqual([]);
      const keys = new Set<string>();
      for (const knobs of changes) {
        const changed = await open(build, knobs);
        const closed = await changed.read(taught);
        expect(closed).toMatchObject({ composer: 'missing', thread: null, order: null });
        await answer(build, answerable[1]!.key);
        const reading = await readSoon(changed, taught, ({ composer }) => composer === 'textarea');
        expect(reading).toMatchObject({ composer: 'textarea', order: null, aliases: [], thread: { bubbles: [] } });
        keys.add(reading.thread!.key);
        await assertNothingForbidden(page);
      }
      expect(keys.size).toBe(changes.length);
    },
    120_000,
  );
});

describe('the structure of a replica page', () => {
  test.each([
    ['the third marketplace', () => thirdMarketUrl(marketConversations[0]!.id)],
    ['feedback', () => aliexpressFeedbackUrl('modern-v1')],
    ['an Amazon conversation', () => amazonThreadUrl('where-de')],
    ['an AliExpress conversation', () => aliexpressChatUrl('where-es')],
  ])('of %s says how it is built and nothing it shows', async (_, url) => {
    await page.goto(url(), { waitUntil: 'load' });
    await page.waitForTimeout(500);
    const world = await openTaughtWorld(page);
    const skeleton = await world.skeleton();
    expect(skeleton.split('\n').length).toBeGreaterThan(40);
    expect(skeleton.length).toBeLessThanOrEqual(200_000);
    expect(skeleton).not.toMatch(/\d{3}/);
    expect(skeleton).toMatch(/^[\x20-\x7e\n]*$/);
    const { texts, values } = await page.evaluate(() => {
      const texts: string[] = [];
      const values: string[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (/^(?:script|style)$/.test(element.localName)) continue;
          for (const node of element.childNodes) if (node.nodeType === 3) texts.push((node as Text).data.trim());
          for (const { name, value } of element.attributes)
            if (!['class', 'id', 'role', 'part', 'slot'].includes(name)) values.push(value.trim());
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(document.body);
      return { texts, values };
    });
    const words = new Set(skeleton.toLowerCase().split(/[^a-z]+/));
    const names = [
      ...Object.values(buyersJson).map(({ name }) => name),
      ...marketConversations.map(({ buyer }) => buyer),
    ]
      // One buyer's name is markup, to see whether anybody takes it for some.
      .filter((name) => !name.includes('<'))
      .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u));
    for (const name of names) if (name.length > 2) expect(words.has(name), name).toBe(false);
    for (const text of [...texts, ...values])
      if (/\s/.test(text) && text.length > 8) expect(skeleton).not.toContain(text);
    for (const text of [...texts, ...values])
      if (/[^\w-]/.test(text) && text.length > 3) expect(skeleton).not.toContain(text);
  });
});
