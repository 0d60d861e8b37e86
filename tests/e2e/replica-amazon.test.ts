// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bookedAs, numberedOrder } from '../replica/amazon/order-book';
import { ordersPerPage } from '../replica/amazon/orders-page';
import { orderWords } from '../replica/amazon/order-words';
import { eventWords } from '../replica/amazon/event-words';
import { reviewWords } from '../replica/amazon/review-words';
import { threadWords } from '../replica/amazon/thread-words';
import type { PageLoc } from '../replica/dates';
import {
  goldenClaims,
  goldenFeedback,
  goldenManagedReturns,
  goldenReturns,
  goldenReviewRequest,
  goldenReviews,
  goldenRows,
  orderPageExamples,
} from '../replica/golden-amazon';
import { type KnobChoice, knobQuery } from '../replica/knobs';
import { replicaMessage } from '../replica/threads';
import * as urls from '../replica/urls';
import { type Desk, launchDesk } from './harness/launch-desk';
import { assertNothingForbidden, counters, replicaLog } from './harness/page-checks';

const now = new Date().toISOString();
const claire = bookedAs('dress-fr', 'claire');
const lena = bookedAs('five-de', 'lena');

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ extensionDir: null, now });
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

interface Sample {
  readonly url: (knobs: KnobChoice) => string;
  /** What stands on the page once it is drawn, and how often. */
  readonly mark: string;
  readonly count: number;
  readonly word: (loc: PageLoc) => string;
}

const samples: Readonly<Record<string, Sample>> = {
  order: {
    url: (knobs) => urls.amazonOrderUrl(lena, knobs),
    mark: '[data-test-id="item-status-label"]',
    count: 5,
    word: (loc) => orderWords(loc).contents,
  },
  'list of orders': {
    url: (knobs) => urls.amazonOrdersUrl({ host: 'de' }, knobs),
    mark: '#orders-table tbody tr',
    count: ordersPerPage,
    word: (loc) => orderWords(loc).manageOrders,
  },
  'review request': {
    url: (knobs) => urls.amazonReviewRequestUrl(claire, knobs),
    mark: '.ayb-reviews-button-container kat-button',
    count: 2,
    word: (loc) => reviewWords(loc).question,
  },
  'feedback manager': {
    url: (knobs) => urls.amazonFeedbackUrl('de', knobs),
    mark: '[id=feedback-details]',
    count: Math.min(5, goldenFeedback('sellercentral.amazon.de', now).length),
    word: (loc) => eventWords(loc).feedbackManager,
  },
  'brand reviews': {
    url: (knobs) => urls.amazonBrandReviewsUrl('com', knobs),
    mark: '.reviewContainer',
    count: goldenReviews(now).length,
    word: (loc) => eventWords(loc).customerReviews,
  },
  returns: {
    url: (knobs) => urls.amazonReturnsUrl('container', knobs, 'de'),
    mark: '.manage-returns-table-row',
    count: goldenReturns('sellercentral.amazon.de', now, 'en').length,
    word: (loc) => eventWords(loc).manageReturns,
  },
  'newer list of returns': {
    url: (knobs) => urls.amazonReturnsUrl('new', knobs, 'de'),
    mark: '.return-row',
    count: goldenManagedReturns('sellercentral.amazon.de').length,
    word: (loc) => eventWords(loc).manageReturns,
  },
  claims: {
    url: (knobs) => urls.amazonClaimsUrl('com', knobs),
    mark: '.claim-row',
    count: goldenClaims('sellercentral.amazon.com', now).length,
    word: (loc) => eventWords(loc).claims,
  },
};

const locales: readonly PageLoc[] = [
  'en_GB', 'de', 'fr', 'it', 'es', 'pt_BR', 'ja', 'zh_CN', 'ko', 'ar', 'tr', 'pl', 'nl', 'sv', 'en',
]; // prettier-ignore
const names = Object.keys(samples);
const mutations: readonly KnobChoice[] = [
  { hash: 'b', depth: '2', late: 1500 },
  { loc: 'ar', depth: '4', rerender: 'swapNode' },
  { loc: 'sv', rerender: 'every2s', tt: '1' },
];

describe.each(Object.entries(samples))('the %s', (name, sample) => {
  it.each(mutations.map((knobs) => [knobQuery(knobs), knobs] as const))('is drawn with %s', async (_query, knobs) => {
    const { page, errors } = await visit(sample.url(knobs));
    const marks = page.locator(`${sample.mark}:visible`);
    await expect.poll(() => marks.count(), { timeout: 9000 }).toBe(sample.count);
    await page.waitForTimeout(knobs.rerender ? 1100 : 0);
    expect(await marks.count()).toBe(sample.count);
    expect(errors).toEqual([]);
    expect((await replicaLog(page)).events.filter(({ kind }) => kind === 'csp')).toEqual([]);
    await assertNothingForbidden(page);
  });

  // A third of the languages each; over all pages every language has its turn.
  const turn = locales.filter((_, at) => at % 3 === names.indexOf(name) % 3);

  it(`speaks ${turn.join(', ')} and hides its copies`, async () => {
    const page = await desk.context.newPage();
    for (const loc of turn) {
      await page.goto(sample.url({ loc, dup: '1' }), { waitUntil: 'domcontentloaded' });
      await page.locator(`${sample.mark}:visible`).first().waitFor();
      expect(await page.locator(`${sample.mark}:visible`).count(), loc).toBe(sample.count);
      expect(await page.locator(sample.mark).count(), `${loc}, with the copy`).toBeGreaterThan(sample.count);
      await page.getByText(sample.word(loc)).filter({ visible: true }).first().waitFor();
    }
  });
});

describe('how the pages behave', () => {
  it.each(Object.entries(orderPageExamples))('names the order: %s', async (_, booked) => {
    const { page, errors } = await visit(urls.amazonOrderUrl(booked, { state: 'tour' }));
    await page.locator('[data-test-id="button-close"]').click();
    expect(await page.locator('[data-test-id="order-id-value"]').innerText()).toBe(booked.order.id);
    expect(await page.locator('.tour').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('contradicts its address where that is asked for', async () => {
    const { page } = await visit(urls.amazonOrderUrl(lena, { state: 'other-id' }));
    const shown = await page.locator('[data-test-id="order-id-value"]').innerText();
    expect(shown).toMatch(/^999-/);
    expect(page.url()).not.toContain(shown);
    const inbox = await visit(urls.amazonThreadUrl('thanks-en', { state: 'other-case' }));
    const relay = await inbox.page.locator('.case-header .relay').innerText();
    expect(relay).not.toContain(new URL(inbox.page.url()).searchParams.get('cc'));
  });

  it('turns the page in place: the address first, the same rows later', async () => {
    const { page } = await visit(urls.amazonOrdersUrl({ host: 'de', page: 1 }));
    const id = page.locator('#orders-table tbody tr:first-child .cell-body-title a').first();
    const row = await page.locator('#orders-table tbody tr').first().elementHandle();
    const before = await id.innerText();
    await page.locator('.a-last a').click();
    await page.waitForURL(/page=2/);
    expect(await id.innerText()).toBe(before);
    await expect.poll(() => id.innerText(), { timeout: 5000 }).not.toBe(before);
    expect(await row?.evaluate((node) => node.isConnected)).toBe(true);
    await assertNothingForbidden(page);
  });

  it('shows as many orders as asked for, as cards too', async () => {
    const { page } = await visit(urls.amazonOrdersUrl({ count: 200 }));
    await page.locator(`a[href="/orders-v3/order/${numberedOrder(199).order.id}"]`).waitFor();
    expect(await page.locator('#orders-table tbody tr').count()).toBe(200);
    const cards = await visit(urls.amazonOrdersUrl({ count: 12 }, { state: 'cards' }));
    await cards.page.locator('.order-card-row').nth(11).waitFor();
    expect(await cards.page.locator('#orders-table').count()).toBe(0);
  });

  it.each(Object.entries(goldenReviewRequest))(
    'answers a review request with state "%s": %s',
    async (state, golden) => {
      const { page, errors } = await visit(urls.amazonReviewRequestUrl(claire, { state }));
      const yes = page.locator('kat-button[data-r=yes]');
      await page.locator('#ayb-app').waitFor({ state: 'attached' });
      if (state === 'slow') expect(await page.locator('kat-alert[variant=warning]').count()).toBe(1);
      await expect.poll(() => yes.count(), { timeout: 4000 }).toBe(golden === 'eligible' ? 1 : 0);
      expect(await page.locator('kat-alert[variant=success]').count()).toBe(golden === 'sent' ? 1 : 0);
      expect(errors).toEqual([]);
    },
  );

  it('has other content behind the hash, and nothing on the bare path of the feedback manager', async () => {
    const { page } = await visit(urls.amazonFeedbackUrl('de', {}, '#/report'));
    await page.locator('kat-textarea[name=report-comment]').waitFor();
    expect(await page.locator('feedback-list').count()).toBe(0);
    await page.locator('a[href="#/"]').click();
    await page.locator('feedback-list kat-link').first().waitFor();
    const bare = await visit('https://sellercentral.amazon.de/feedback-manager');
    await bare.page.locator('my-app').waitFor({ state: 'attached' });
    expect(await bare.page.locator('my-app > *').count()).toBe(0);
  });

  it.each(['r1', 'r2', 'r3'] as const)(
    'shows the list of conversations with rows %s and notices between',
    async (rows) => {
      const { page, errors } = await visit(urls.amazonThreadUrl('thanks-es', { rows, w: 1680, bubble: 'b6' }));
      await page.getByText(threadWords('en').flagged).waitFor();
      expect(await page.locator('.thread-row').count()).toBe(goldenRows('sellercentral.amazon.es', rows).length);
      expect(errors).toEqual([]);
      await assertNothingForbidden(page);
    },
  );

  it.each(['chrome', 'edge', 'firefox', 'bilingual'] as const)('is translated by %s', async (translated) => {
    const { page, errors } = await visit(urls.amazonThreadUrl('where-es', { translated }));
    const { text, zh = '' } = replicaMessage('where-es');
    await page.getByText(zh).first().waitFor();
    expect(await page.getByText(text).count()).toBe(translated === 'bilingual' ? 1 : 0);
    expect(await page.locator('html').getAttribute('lang')).toBe(translated === 'bilingual' ? 'en' : 'zh-CN');
    expect(await page.locator('html.translated-ltr').count()).toBe(translated === 'chrome' ? 1 : 0);
    expect((await page.locator('[_msttexthash]').count()) > 0).toBe(translated === 'edge');
    expect(errors).toEqual([]);
    await assertNothingForbidden(page);
  });
});

describe('what the pages count', () => {
  const acts: readonly (readonly [string, string, string, 'sent' | 'read'])[] = [
    ['Yes of a review request', urls.amazonReviewRequestUrl(claire), 'kat-button[data-r=yes]', 'sent'],
    ['the buyer on an order', urls.amazonOrderUrl(lena), '[data-test-id="buyer-name-with-link"]', 'read'],
    ['the buyer in a list', urls.amazonOrdersUrl({ host: 'de' }), '[data-test-id="buyer-name-with-link"]', 'read'],
    ['Contact Buyer of a return', urls.amazonReturnsUrl('classic', {}, 'de'), 'button[data-r=contact]', 'read'],
    ['an approval of a return', urls.amazonReturnsUrl('classic', {}, 'de'), 'button[data-r=submit]', 'sent'],
    ['a claim', urls.amazonClaimsUrl(), '.claim-row td:last-child', 'read'],
  ];

  it.each(acts)('counts %s, by hand and forged', async (_, url, selector, name) => {
    const { page } = await visit(url);
    const control = page.locator(selector).first();
    await control.click();
    await assertNothingForbidden(page, { [name]: 1 });
    const again = await visit(url);
    await again.page.locator(selector).first().waitFor();
    await again.page
      .locator(selector)
      .first()
      .evaluate((node: HTMLElement) => node.click());
    expect(await counters(again.page)).toMatchObject({ [name]: 0, forged: 1 });
  });

  it('counts a request to remove feedback only when it is sent', async () => {
    const { page } = await visit(urls.amazonFeedbackUrl('de'));
    await page.locator('[id=feedback-details] .indicator').first().click();
    await page.locator('[data-action=request_removal]').first().click();
    await page.locator('.side-panel-open').waitFor();
    await assertNothingForbidden(page);
    await page.locator('#submit-button').click();
    await assertNothingForbidden(page, { sent: 1 });
  });
});
