// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KnobChoice } from '../replica/knobs';
import {
  aliexpressThread,
  aliexpressThreadKeys,
  type AliexpressThreadKey,
  amazonThread,
  amazonThreadKeys,
  type AmazonThreadKey,
} from '../replica/threads';
import { aliexpressChatUrl, amazonContactUrl, amazonThreadUrl } from '../replica/urls';
import { expectAmazonOrder, expectAmazonThread, expectChat, expectPanel, factsOf, said, saying } from './expectations';
import { openReadWorld, type PageReading } from './read-world';
import { openReplicaPage } from './replica-page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
});

afterAll(() => browser?.close());

/** How long a page may take on a busy machine; what is there is read at once. Units: milliseconds. */
const LONGEST_MS = 10_000;

async function readAmazon(key: AmazonThreadKey, knobs: KnobChoice = {}): Promise<PageReading> {
  await page.goto(amazonThreadUrl(key, knobs), { waitUntil: 'domcontentloaded' });
  const world = await openReadWorld(page, 'amazon');
  const { state, orders } = amazonThread(key);
  const isClosed = knobs.shadow === 'closed';
  return world.readUntil(
    ({ thread, composer, order }) =>
      thread !== null &&
      (composer !== 'missing' || state === 'resolved' || isClosed) &&
      (order !== null || orders.length === 0),
    LONGEST_MS + (knobs.late ?? 0),
  );
}

const amazonKnobs: readonly KnobChoice[] = [
  ...(['b1', 'b2', 'b3', 'b4', 'b5'] as const).flatMap((bubble) => [
    { bubble },
    { bubble, time: 'v2', hash: 'b' } as const,
    { bubble, loc: 'ar', depth: '4', time: 'v2' } as const,
  ]),
  { hash: 'b', depth: '2' },
  { loc: 'de' },
  { loc: 'zh_CN', time: 'v2' },
  { loc: 'ja', late: 1500 },
  { translation: 'toggle', loc: 'en' },
  { translation: 'inline', loc: 'en' },
  { shadow: 'light' },
  { dup: '1', drawer: '1' },
  { w: 1680, loc: 'en_GB' },
  { tt: '1', depth: '4', bubble: 'b5' },
];

describe('Amazon inbox', () => {
  test.each(amazonThreadKeys)('reads the conversation %s', async (key) => {
    const reading = await readAmazon(key);
    expectAmazonThread(reading, key);
    const { state, orders, orderLink } = amazonThread(key);
    if (orders.length > 0) expectAmazonOrder(reading, key);
    if (orders.length > 0 && orderLink === 'link') expect(reading.aliases).toContain('order!');
    expect(reading.composer).toBe(state === 'expired' ? 'disabled' : state === 'resolved' ? 'missing' : 'textarea');
    if (state === 'open') expect(reading.slotIsAbove).toBe(true);
  });

  describe.each(amazonKnobs)('with %o', (knobs) => {
    test.each(['where-de', 'thanks-en', 'cancel-it', 'where-en'] as const)('reads %s', async (key) => {
      const reading = await readAmazon(key, knobs);
      expectAmazonThread(reading, key);
      expectAmazonOrder(reading, key);
      expect(reading).toMatchObject({ composer: 'textarea', composerVisible: true, slotIsAbove: true });
    });
  });

  test.each(['block', 'toggle', 'inline'] as const)('keeps the translation apart, shown as %s', async (translation) => {
    const reading = await readAmazon('where-de', { loc: 'en', translation });
    const [, last] = amazonThread('where-de').messages;
    expect(reading.thread?.bubbles[1]?.platformTranslation).toMatchObject({ text: last!.en, by: 'the marketplace' });
  });

  test('gives machine-readable times as they are and others as shown', async () => {
    const exact = await readAmazon('where-de');
    expect(exact.thread?.bubbles.at(-1)?.at).toBe('2026-11-21T12:20:00.000Z');
    const shown = await readAmazon('where-de', { time: 'v2', bubble: 'b3' });
    expect(shown.thread?.bubbles.at(-1)?.at).toBeUndefined();
    expect(shown.thread?.bubbles.at(-1)?.shownTime).toMatch(/21/);
  });

  test('calls plain markup good and guessed markup limited', async () => {
    expect((await readAmazon('where-de')).glance).toBe('good');
    expect((await readAmazon('where-de', { bubble: 'b2' })).glance).toBe('limited');
  });

  test('does not reach a closed text box from here, and says so', async () => {
    const reading = await readAmazon('where-de', { shadow: 'closed' });
    expect(said(reading)).toEqual(saying(amazonThread('where-de').messages));
    expect(reading).toMatchObject({ composer: 'missing', glance: 'broken' });
  });

  test.each(['signin', 'mfa', 'captcha', 'switcher'] as const)('stays away from %s', async (blocked) => {
    await page.goto(amazonThreadUrl('where-de', { blocked }), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'amazon');
    const reading = await world.readUntil(({ kind }) => kind === 'blocked', 1_000);
    expect(reading).toMatchObject({ kind: 'blocked', thread: null, composer: 'missing' });
  });

  test('reports a message only when the page shows it as sent', async () => {
    await page.goto(amazonThreadUrl('where-de'), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'amazon');
    await world.readUntil(({ composer }) => composer === 'textarea');
    await world.run('parleyWatch()');
    const box = page.locator('#case-messages kat-textarea textarea');
    await box.fill('Ihr Paket kommt morgen an.');
    await box.fill('');
    await page.waitForTimeout(400);
    expect(await world.run('parleySent')).toEqual([]);
    await box.fill('Ihr Paket kommt morgen an.');
    expect(await world.run('parleyTook("Ihr Paket kommt morgen an.")')).toBe(true);
    await page.locator('#case-messages kat-button[data-r="send"]').click();
    await expect.poll(() => world.run('parleySent')).toEqual(['message']);
  });

  test('sees that the page ignores a text', async () => {
    await page.goto(amazonThreadUrl('where-de', { commit: 'N' }), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'amazon');
    await world.readUntil(({ composer }) => composer === 'textarea');
    await page.locator('#case-messages kat-textarea textarea').fill('Hallo');
    expect(await world.run('parleyTook("Hallo")')).toBe(false);
  });

  test('is quick on a page of 50,000 elements', async () => {
    await page.goto(amazonThreadUrl('forty'), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'amazon');
    await world.readUntil(({ thread, composer }) => thread !== null && composer === 'textarea');
    await page.evaluate(() => {
      const filler = document.createElement('div');
      filler.hidden = true;
      for (let at = 0; at < 25_000; at++)
        filler.append(Object.assign(document.createElement('p'), { title: String(at) }));
      for (const line of [...filler.children]) line.append(document.createElement('i'));
      document.body.prepend(filler);
    });
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push((await world.read()).ms);
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(150);
  });
});

describe('Amazon contact page', () => {
  const reasons = ['order-detail', 'shipping-problem', 'customisation', 'return', 'other'] as const;

  describe.each(['en', 'de', 'zh_CN', 'ja', 'ar'] as const)('in %s', (loc) => {
    test.each(reasons.map((reason, at) => [at, reason] as const))('knows reason %i as %s', async (at, reason) => {
      await page.goto(amazonContactUrl('where-de', { loc, depth: '2' }), { waitUntil: 'load' });
      const world = await openReadWorld(page, 'amazon');
      await world.readUntil(({ thread }) => thread !== null);
      await page.locator('kat-radiobutton').nth(at).locator('input').check();
      const hasText = reason !== 'return';
      const reading = await world.readUntil(({ composer }) => !hasText || composer === 'textarea', 5_000);
      expect(reading.thread).toMatchObject({
        orderId: amazonThread('where-de').orders[0]!.id,
        buyerName: 'Lena',
        buyerLang: 'de',
        contactReason: reason,
        bubbles: [],
      });
      expect(reading.composer).toBe(hasText ? 'textarea' : 'missing');
      if (hasText) expect(reading.slotIsAbove).toBe(true);
      // This page names the product without its number of pieces.
      const { items, ...facts } = factsOf(amazonThread('where-de').orders[0]!, 'DE');
      expect(reading.order).toMatchObject({
        ...(JSON.parse(JSON.stringify(facts)) as object),
        items: [{ title: items[0]!.title, productId: items[0]!.productId }],
      });
    });
  });

  test('refuses a page whose address names another order', async () => {
    await page.goto(amazonContactUrl('where-de'), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'amazon');
    await world.readUntil(({ thread }) => thread !== null);
    await page.evaluate(() =>
      history.replaceState(null, '', location.href.replace(/999-\d{7}-\d{7}/, '999-7777777-7777777')),
    );
    expect(await world.read()).toMatchObject({ thread: null, threadProblem: 'disagree', order: null });
  });
});

async function readAliexpress(
  key: AliexpressThreadKey | undefined,
  knobs: KnobChoice = {},
  host = 'csp',
): Promise<PageReading> {
  const url = aliexpressChatUrl(key, knobs).replace('csp.', `${host}.`);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const world = await openReadWorld(page, 'aliexpress');
  const { orders = [], buyer = undefined } = key === undefined ? {} : aliexpressThread(key);
  return world.readUntil(
    ({ thread, composer, country, order }) =>
      thread !== null &&
      composer === 'textarea' &&
      (country !== null || buyer?.name === '') &&
      (order !== null || orders.length === 0),
    LONGEST_MS + (knobs.late ?? 0),
  );
}

const chatKnobs: readonly KnobChoice[] = [
  { hash: 'b', depth: '2' },
  { hash: 'c', depth: '4', translation: 'inline' },
  { loc: 'en' },
  { loc: 'en', translation: 'inline' },
  { translation: 'none' },
  { late: 1500, dup: '1' },
];

describe('AliExpress message centre', () => {
  const namedKeys = aliexpressThreadKeys.filter((key) => aliexpressThread(key).buyer.name !== '');

  test.each(aliexpressThreadKeys)('reads the conversation %s', async (key) => {
    const reading = await readAliexpress(key);
    expectChat(reading, key);
    if (namedKeys.includes(key)) expectPanel(reading, key);
  });

  describe.each(['csp', 'gsp'])('on %s', (host) => {
    describe.each(chatKnobs)('with %o', (knobs) => {
      test.each(['where-es', 'thanks-ko', 'recalled'] as const)('reads %s', async (key) => {
        const reading = await readAliexpress(key, knobs, host);
        expectChat(reading, key);
        expectPanel(reading, key);
      });
    });
  });

  test.each(['block', 'inline'] as const)('keeps the translation apart, shown as %s', async (translation) => {
    const reading = await readAliexpress('where-es', { translation });
    expect(reading.thread?.bubbles[0]?.platformTranslation).toEqual({
      text: aliexpressThread('where-es').messages[0]!.zh,
      by: 'Alibaba Auto Translation',
    });
  });

  test('uses nothing of the panel while it shows the previous buyer', async () => {
    await readAliexpress('where-es');
    const world = await openReadWorld(page, 'aliexpress');
    await world.read();
    await page.locator('.im-session-item', { hasText: 'Иван Петров' }).first().click();
    const during = await world.readUntil(({ thread }) => thread?.buyerName === 'Иван Петров', 1_000);
    expect(during.thread?.orderId).toBeUndefined();
    expect(during).toMatchObject({ order: null, country: null });
    const after = await world.readUntil(({ order }) => order !== null);
    expect(after).toMatchObject({ country: 'RU', order: { orderId: aliexpressThread('where-ru').orders[0]!.id } });
  });

  test('has nothing to report while no session is open', async () => {
    // From elsewhere, because a change of the hash alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(aliexpressChatUrl(), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'aliexpress');
    await page.locator('.im-session-item').first().waitFor();
    expect(await world.read()).toMatchObject({
      kind: 'thread',
      thread: null,
      composer: 'missing',
      shop: { accountId: '4711' },
    });
  });

  test('stays away from a verification frame', async () => {
    await page.goto(aliexpressChatUrl('where-es', { blocked: 'slider' }), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'aliexpress');
    expect(await world.readUntil(({ kind }) => kind === 'blocked', 1_000)).toMatchObject({
      kind: 'blocked',
      thread: null,
    });
  });

  test('reports a message only when the page shows it as sent', async () => {
    await page.goto(aliexpressChatUrl('where-es'), { waitUntil: 'load' });
    const world = await openReadWorld(page, 'aliexpress');
    await world.readUntil(({ composer }) => composer === 'textarea');
    await world.run('parleyWatch()');
    const box = page.locator('textarea.im-message-input-no-auto-height');
    await box.fill('Hola, su pedido está en camino.');
    expect(await world.run('parleyTook("Hola, su pedido está en camino.")')).toBe(true);
    await page.waitForTimeout(300);
    expect(await world.run('parleySent')).toEqual([]);
    await page.locator('img[class*="send-icon"]').click();
    await expect.poll(() => world.run('parleySent')).toEqual(['message']);
  });
});
