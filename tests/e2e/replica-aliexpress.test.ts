// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aliexpressOrderKeys } from '../replica/aliexpress/records';
import { aliexpressLocs, wordsFor } from '../replica/aliexpress/words';
import {
  goldenDisputes,
  goldenDisputeThread,
  goldenFeedback,
  goldenMarketThread,
  goldenOrder,
  goldenOrders,
  goldenRows,
} from '../replica/golden-aliexpress';
import { type KnobChoice, knobQuery } from '../replica/knobs';
import { replicaMessage } from '../replica/threads';
import {
  aliexpressChatBuildUrl,
  aliexpressChatUrl,
  aliexpressDisputesUrl,
  aliexpressDisputeUrl,
  aliexpressFeedbackUrl,
  aliexpressNegativeUrls,
  aliexpressOrdersUrl,
  aliexpressOrderUrl,
  startPageUrl,
  thirdMarketUrl,
} from '../replica/urls';
import { type Desk, launchDesk } from './harness/launch-desk';
import { assertNothingForbidden, composerState, counters, replicaLog } from './harness/page-checks';

const NOW = '2026-11-21T15:20:00.000Z';

const mutations: readonly KnobChoice[] = [
  {},
  { hash: 'b', depth: '2', dup: '1' },
  { loc: 'ja', late: 1500 },
  { loc: 'ar', depth: '4', rerender: 'swapNode', time: 'v2' },
];

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ extensionDir: null, now: NOW });
});

afterAll(() => desk.close());

afterEach(async () => {
  for (const page of desk.context.pages()) await page.close();
  expect(desk.refused).toEqual([]);
});

async function visit(url: string): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await desk.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, errors };
}

/** Text of the page a person can see, spaces evened out. */
async function shownText(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Waits until the app has drawn, then until something of it is seen. */
async function drawn(page: Page, needle: string): Promise<void> {
  await page.getByText(needle, { exact: false }).filter({ visible: true }).first().waitFor({ timeout: 10_000 });
}

describe('every page in every required mutation', () => {
  const first = goldenOrders({}, NOW)[0]!;
  const pages: Record<string, readonly [(knobs: KnobChoice) => string, needle: string]> = {
    'order list': [(knobs) => aliexpressOrdersUrl({}, knobs), first.orderId],
    'order detail': [(knobs) => aliexpressOrderUrl('in-transit', {}, knobs), goldenOrder('in-transit', NOW).tracking!],
    'dispute list': [(knobs) => aliexpressDisputesUrl({}, knobs), goldenDisputes(NOW, 'en')[0]!.orderId],
    'dispute detail': [
      (knobs) => aliexpressDisputeUrl('damaged-br', {}, knobs),
      goldenDisputeThread('damaged-br').bubbles[0]!.text,
    ],
    'newer feedback': [(knobs) => aliexpressFeedbackUrl('modern-v1', knobs), goldenFeedback(NOW)[0]!.orderId],
    'newer feedback with bars': [(knobs) => aliexpressFeedbackUrl('modern-v2', knobs), goldenFeedback(NOW)[1]!.orderId],
    'old feedback': [(knobs) => aliexpressFeedbackUrl('legacy', knobs), goldenFeedback(NOW)[0]!.orderId],
    'third marketplace': [(knobs) => thirdMarketUrl('c-7f3b02', knobs), goldenMarketThread('c-7f3b02').orderId],
    'gsp chat': [(knobs) => aliexpressChatBuildUrl('gsp', 'where-ko', knobs), '김민지'],
    'earlier chat': [(knobs) => aliexpressChatBuildUrl('old', 'where-ko', knobs), '김민지'],
  };
  for (const [name, [url, needle]] of Object.entries(pages)) {
    for (const knobs of mutations) {
      it(`shows the ${name} with ${knobQuery(knobs) || 'no knobs'}, clean and untouched`, async () => {
        const { page, errors } = await visit(url(knobs));
        await drawn(page, needle.slice(0, 40));
        // Nodes made anew are part of the page's life, so they must have been made by now.
        if (knobs.rerender) await page.waitForTimeout(1100);
        await drawn(page, needle.slice(0, 40));
        expect(errors).toEqual([]);
        expect((await replicaLog(page)).events.filter(({ kind }) => kind === 'csp')).toEqual([]);
        await assertNothingForbidden(page);
      });
    }
  }
});

describe('the order pages', () => {
  it('shows what the golden records say, one table per order, ids beyond 2^53', async () => {
    const { page } = await visit(aliexpressOrdersUrl());
    const golden = goldenOrders({}, NOW);
    await drawn(page, golden[0]!.orderId);
    const tables = await page.locator('table.order-table').allInnerTexts();
    expect(tables).toHaveLength(golden.length);
    for (const [at, order] of golden.entries()) {
      expect(order.orderId).toMatch(/^\d{16,19}$/);
      expect(BigInt(order.orderId)).toBeGreaterThan(2n ** 53n);
      for (const part of [order.orderId, order.buyerName!, order.orderedOn, order.amount.value.toFixed(2)])
        expect(tables[at]).toContain(part);
      for (const { title, sku } of order.items) {
        expect(tables[at]).toContain(title);
        expect(tables[at]).toContain(sku);
      }
    }
  });

  it('puts another page of the list into the same nodes, under a mask', async () => {
    const { page } = await visit(aliexpressOrdersUrl({ size: '5' }));
    const [before, after] = [goldenOrders({ size: '5' }, NOW), goldenOrders({ size: '5', page: 2 }, NOW)];
    await drawn(page, before[0]!.orderId);
    const node = await page.locator('table.order-table').first().elementHandle();
    await page.locator('button.next-pagination-item.next').click();
    await page.locator('.next-loading').waitFor();
    await drawn(page, after[0]!.orderId);
    expect(await node?.innerText()).toContain(after[0]!.orderId);
    expect(await shownText(page)).toContain('2/');
    await assertNothingForbidden(page);
  });

  it('draws 5,000 orders, each id once', async () => {
    const { page } = await visit(aliexpressOrdersUrl({ count: '5000' }));
    await page.locator('table.order-table').nth(4999).waitFor({ state: 'attached', timeout: 30_000 });
    const ids = await page.locator('[class*="header--valueHighLight"]').allInnerTexts();
    expect(new Set(ids).size).toBe(5000);
    expect(ids).toEqual(goldenOrders({ count: '5000' }, NOW).map(({ orderId }) => orderId));
  });

  it('refuses a count it does not have', () => {
    expect(() => goldenOrders({ count: '5001' }, NOW)).toThrow(/count/);
  });

  it.each(aliexpressOrderKeys)('shows the order %s with its address masked', async (key) => {
    const { page } = await visit(aliexpressOrderUrl(key, {}, { loc: 'en' }));
    const golden = goldenOrder(key, NOW);
    await drawn(page, golden.tracking ?? golden.orderId);
    const text = await shownText(page);
    for (const { title, sku } of golden.items) {
      expect(text).toContain(title);
      expect(text).toContain(sku);
    }
    expect(text).toContain('****');
    expect(text).toContain(new Intl.DisplayNames(['en'], { type: 'region' }).of(golden.country!));
    expect((await counters(page)).eye).toBe(0);
  });

  it('counts an opened eye, and a forged one as well', async () => {
    const { page } = await visit(aliexpressOrderUrl('finished', { country: 'v1' }));
    const eye = page.locator('[class*="orderEye--eye"]');
    await eye.first().click();
    await page.getByText('99 Invented Street').waitFor();
    await assertNothingForbidden(page, { eye: 1 });
    await eye.nth(1).evaluate((element: HTMLElement) => element.click());
    expect(await counters(page)).toMatchObject({ eye: 2, forged: 1 });
    await expect(assertNothingForbidden(page, { eye: 2 })).rejects.toThrow(/forged/);
  });
});

describe('disputes and feedback', () => {
  it('lists disputes with buyer, order, reason, state and time left', async () => {
    const { page } = await visit(aliexpressDisputesUrl({}, { loc: 'en' }));
    const golden = goldenDisputes(NOW, 'en');
    await drawn(page, golden[0]!.orderId);
    const rows = await page.locator('tr.ait-table-row-level-0').allInnerTexts();
    expect(rows).toHaveLength(golden.length);
    for (const [at, row] of golden.entries())
      for (const part of [row.orderId, row.buyerName!, row.at, row.reason!, row.amount!.value.toFixed(2)])
        expect(rows[at]).toContain(part);
    expect(rows[0]).toContain('2 d 4 h left');
  });

  it('opens the chat in a frame of 480 by 640 beside the list', async () => {
    const { page } = await visit(aliexpressDisputesUrl({}, { loc: 'en' }));
    await page.locator('a.contact').first().click();
    const inside = page.frameLocator('iframe.chat-frame');
    await inside.locator('.editor textarea').waitFor();
    expect(await page.locator('iframe.chat-frame').boundingBox()).toMatchObject({ width: 480, height: 640 });
    await assertNothingForbidden(page, { read: 1 });
  });

  it.each(['page', 'modal', 'rich'] as const)('takes an answer in the composer: %s', async (compose) => {
    const { page } = await visit(aliexpressDisputeUrl('damaged-br', { compose }, { rerender: 'swapNode', dup: '1' }));
    if (compose !== 'page') await page.locator('.acts .ait-btn').nth(1).click();
    const box = page.locator('.answer .ait-input:visible');
    await box.focus();
    // The first focus replaces the node, so a person has to go there again.
    await page.waitForTimeout(200);
    await box.focus();
    await page.keyboard.type('One');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    expect(await composerState(page)).toBe('One\ntwo');
    expect(await page.locator('#root .ait-modal').count()).toBe(0);
    await page.locator('.answer-foot .ait-btn').click();
    expect(await composerState(page)).toBe('');
    await assertNothingForbidden(page, { sent: 1 });
  });

  it('has no composer in a closed dispute', async () => {
    const { page } = await visit(aliexpressDisputeUrl('described-sa'));
    await drawn(page, goldenDisputeThread('described-sa').orderId);
    expect(await page.locator('.answer, .acts').count()).toBe(0);
  });

  it('masks buyers, runs no markup and lets a review be answered once', async () => {
    const { page } = await visit(aliexpressFeedbackUrl('modern-v1', { loc: 'en' }));
    const golden = goldenFeedback(NOW);
    const rows = page.locator('tr.ait-table-row-level-0');
    await rows.first().waitFor();
    for (const [at, { stars, orderId, country, at: day }] of golden.entries()) {
      expect(await rows.nth(at).locator('[role=img]').getAttribute('aria-label')).toBe(`${stars} stars`);
      for (const part of [orderId, country!, day]) expect(await rows.nth(at).innerText()).toContain(part);
    }
    expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
    await rows.first().getByText('Reply').click();
    await page.locator('.ait-modal textarea').fill('Danke!');
    await page.locator('.answer-foot .ait-btn').click();
    await rows.first().getByText('Replied').waitFor();
    await assertNothingForbidden(page, { sent: 1 });
  });

  it('takes an answer on the old feedback page by plain events', async () => {
    const { page } = await visit(aliexpressFeedbackUrl('legacy'));
    await page.locator('.evaluate-bt').first().click();
    await page.locator('.ui-raty-star-trigger > span').nth(4).click();
    await page.locator('.evaluate-panel textarea').fill('Thank you');
    expect(await composerState(page)).toBe('Thank you');
    await page.locator('#confirm_cpf').click();
    await assertNothingForbidden(page, { sent: 1 });
  });
});

describe('the chat', () => {
  it.each(aliexpressLocs)('speaks %s', async (loc) => {
    const { page } = await visit(aliexpressChatUrl('bot', { loc }));
    await page.locator('.side .buyer-name').waitFor();
    const text = await shownText(page);
    for (const word of [wordsFor(loc).orders, wordsFor(loc).states.unshipped, wordsFor(loc).localTime])
      expect(text).toContain(word);
    expect(await page.locator('.ai-tag').count()).toBe(1);
  });

  it('shows name, last text, tags and unread messages in the rows', async () => {
    const { page } = await visit(aliexpressChatUrl());
    await page.locator('.session').first().waitFor();
    const rows = await page.locator('.session').allInnerTexts();
    for (const [at, row] of goldenRows(NOW).slice(0, rows.length).entries()) {
      for (const part of [row.name, row.lastText.split('\n')[0]!.trim(), ...row.tags]) expect(rows[at]).toContain(part);
      if (row.unread > 0) expect(rows[at]).toContain(String(row.unread));
    }
  });

  it('moves a conversation up while messages come in, with a newer time and one more unread', async () => {
    const { page } = await visit(aliexpressChatUrl(undefined, { incoming: '1' }));
    const firstRow = page.locator('.session').first();
    const node = await firstRow.elementHandle();
    const moved = goldenRows(NOW)[1]!;
    await firstRow.getByText(moved.name).waitFor({ timeout: 8000 });
    expect(await node?.innerText()).toContain(moved.name);
    expect(await firstRow.locator('sup').innerText()).toBe(String(moved.unread + 1));
    await assertNothingForbidden(page);
  });

  it('writes nothing into a field somebody is in: C', async () => {
    const { page } = await visit(aliexpressChatUrl('where-es', { commit: 'C' }));
    const field = page.locator('.editor textarea');
    await field.fill('Hola');
    expect(await composerState(page)).toBe('Hola');
    await field.press('Enter');
    expect(await composerState(page)).toBe('');
    expect(await field.inputValue()).toBe('Hola');
    await field.blur();
    expect(await field.inputValue()).toBe('');
    await assertNothingForbidden(page, { sent: 1 });
  });
});

describe('translated pages', () => {
  const chatInChinese = replicaMessage('where-es').zh!.slice(0, 20);
  const places: Record<string, readonly [(knobs: KnobChoice) => string, original: string, zh: string]> = {
    chat: [(knobs) => aliexpressChatUrl('where-es', knobs), 'Hola, ¿dónde está', chatInChinese],
    'dispute detail': [(knobs) => aliexpressDisputeUrl('damaged-br', {}, knobs), 'Não aceito', '我不接受'],
    'order list': [(knobs) => aliexpressOrdersUrl({}, knobs), 'Order number', '订单号'],
    'third marketplace': [(knobs) => thirdMarketUrl('c-7f3b02', knobs), 'buty są za małe', '鞋子太小'],
  };
  describe.each(['chrome', 'edge', 'firefox', 'bilingual'] as const)('by %s', (translated) => {
    it.each(Object.entries(places))('translates the %s', async (_name, [url, original, zh]) => {
      const { page, errors } = await visit(url({ loc: 'en', translated, translation: 'none' }));
      await drawn(page, zh);
      const place = page.locator('.message-list, .ait-timeline, .tables, .tm-thread__log').first();
      expect((await place.innerText()).includes(original)).toBe(translated === 'bilingual');
      expect(await page.locator('html').getAttribute('lang')).toBe(translated === 'bilingual' ? 'en' : 'zh-CN');
      expect(errors).toEqual([]);
      await assertNothingForbidden(page);
    });
  });

  it('survives another conversation while the browser translates', async () => {
    const { page, errors } = await visit(aliexpressChatUrl('where-es', { loc: 'en', translated: 'chrome' }));
    await page.locator('.message-list').getByText(chatInChinese).first().waitFor({ timeout: 8000 });
    await page.locator('.session').nth(3).click();
    await page.locator('.side .buyer-name', { hasText: '김민지' }).waitFor({ timeout: 5000 });
    expect(errors).toEqual([]);
    await assertNothingForbidden(page, { read: 1 });
  });
});

describe('pages that are none of Parley', () => {
  it.each(Object.entries(aliexpressNegativeUrls))('shows the %s with a text field', async (_name, url) => {
    const { page, errors } = await visit(url);
    await page.locator('textarea').first().waitFor();
    expect(errors).toEqual([]);
    await assertNothingForbidden(page);
  });

  it.each(['signin', 'slider'] as const)('stops at %s', async (blocked) => {
    const { page } = await visit(aliexpressChatUrl('where-es', { blocked }));
    await page.locator('#fm-login-password, .nc-container').waitFor({ state: 'attached' });
    expect(await page.locator('.editor').count()).toBe(0);
  });

  it('moves between the conversations and orders of the third marketplace without a load', async () => {
    const { page } = await visit(thirdMarketUrl('c-7f3a91'));
    const field = page.locator('.tm-reply textarea');
    await field.fill('Bonjour');
    const loads = desk.documents.length;
    await page.locator('.tm-inbox a').nth(2).click();
    await drawn(page, goldenMarketThread('c-7f3c44').orderId);
    expect(await field.inputValue()).toBe('');
    await page.locator('.tm-top a').nth(2).click();
    await page.locator('.tm-row').nth(3).waitFor();
    expect(new URL(page.url()).pathname).toBe('/orders');
    await page.goBack();
    await drawn(page, goldenMarketThread('c-7f3c44').orderId);
    expect(desk.documents.length).toBe(loads);
    await assertNothingForbidden(page, { read: 1 });
  });

  it('lists the pages on the start page', async () => {
    const { page } = await visit(startPageUrl);
    for (const url of [aliexpressOrdersUrl(), aliexpressDisputesUrl(), thirdMarketUrl('c-7f3a91')])
      expect(await page.locator(`a[href="${url}"]`).count()).toBe(1);
  });
});
