// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedOrders, ordersPerPage } from '../replica/amazon/orders-page';
import {
  goldenClaims,
  goldenFeedback,
  goldenListedOrder,
  goldenManagedReturns,
  goldenOrder,
  goldenReturns,
  goldenReviewRequest,
  goldenReviews,
  orderPageExamples,
  privateValues,
} from '../replica/golden-amazon';
import { feedbackPerPage } from '../replica/amazon/feedback-page';
import type { BookedOrder } from '../replica/amazon/order-book';
import type { KnobChoice } from '../replica/knobs';
import {
  amazonBrandReviewsUrl,
  amazonClaimsUrl,
  amazonFeedbackUrl,
  amazonOrdersUrl,
  amazonOrderUrl,
  amazonReturnsUrl,
  amazonReviewRequestUrl,
} from '../replica/urls';
import { toPageView } from '../replica/view';
import { judgeAll, mutations, otherLanguages, type MatrixPage, type Verdict } from './amazon-matrix';
import { openListWorld, type ListReading } from './list-world';
import { NOW, openReplicaPage } from './replica-page';

const HOST = 'sellercentral.amazon.de';

let browser: Browser;
let page: Page;
const verdicts: Verdict[] = [];

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
});

afterAll(async () => {
  const count = (outcome: Verdict['outcome']): number => verdicts.filter((one) => one.outcome === outcome).length;
  const pages = new Set(verdicts.map((one) => one.page)).size;
  const knobs = new Set(verdicts.map((one) => JSON.stringify(one.knobs))).size;
  console.info(
    `${pages} pages x ${knobs} knobs, ${verdicts.length} combinations: ${count('right')} right, ${count('limited')} limited, ${count('wrong')} wrong`,
  );
  await browser?.close();
});

/** An order with its variants, which its own page shows as customisations. */
const ownPage = (booked: BookedOrder) => {
  const golden = goldenOrder(booked, NOW);
  return { ...golden, items: golden.items.map((item, at) => ({ ...item, variant: booked.order.items[at]?.variant })) };
};

const ordersOn = (url: string) =>
  listedOrders(toPageView('orders', new URL(url), NOW))
    .slice(0, ordersPerPage)
    .map((booked) => goldenListedOrder(booked, NOW));

const orderPages: readonly MatrixPage[] = Object.entries(orderPageExamples).map(([name, booked]) => ({
  name: `order ${name}`,
  url: (knobs) => amazonOrderUrl(booked, knobs),
  golden: () => [ownPage(booked)],
  part: ({ orders }) => orders,
}));

const ordersUrl =
  (state: string) =>
  (knobs: KnobChoice): string =>
    amazonOrdersUrl({ host: 'de' }, { ...knobs, state });

const listPages: readonly MatrixPage[] = [
  ...['', 'cards', 'tour'].map((state): MatrixPage => ({
    name: `orders ${state}`,
    url: ordersUrl(state),
    golden: (knobs) => ordersOn(ordersUrl(state)(knobs)),
    part: ({ orders }) => orders,
  })),
  {
    name: 'feedback',
    url: (knobs) => amazonFeedbackUrl('de', knobs),
    golden: () => goldenFeedback(HOST, NOW).slice(0, feedbackPerPage),
    part: ({ events }) => events,
  },
  ...(['classic', 'container', 'new'] as const).map((variant): MatrixPage => ({
    name: `returns ${variant}`,
    url: (knobs) => amazonReturnsUrl(variant, knobs, 'de'),
    golden: ({ loc }) =>
      variant === 'new' ? goldenManagedReturns(HOST) : goldenReturns(HOST, NOW, loc && loc !== 'auto' ? loc : 'de'),
    part: ({ events }) => events,
  })),
  {
    name: 'claims',
    url: (knobs) => amazonClaimsUrl('de', knobs),
    golden: () => goldenClaims(HOST, NOW),
    part: ({ events }) => events,
  },
  {
    name: 'brand reviews',
    url: (knobs) => amazonBrandReviewsUrl('de', knobs),
    golden: () => goldenReviews(NOW),
    part: ({ events }) => events,
    takesMs: 3_200,
  },
];

const delivered = orderPageExamples['delivered']!;

const reviewPages: readonly MatrixPage[] = Object.entries(goldenReviewRequest).map(([state, believed]) => ({
  name: `review request ${state}`,
  url: (knobs) => amazonReviewRequestUrl(delivered, { ...knobs, state }),
  golden: () => ({ orderId: delivered.order.id, state: believed }),
  part: ({ review }) => review,
  takesMs: 3_200,
}));

const newPage = () => page.context().newPage();

/** Nothing wrong was said at any moment, and in the end everything is right, or less and honestly so. */
function accept(judged: readonly Verdict[]): void {
  verdicts.push(...judged);
  expect(judged.filter(({ lies }) => lies.length > 0)).toEqual([]);
  expect(judged.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
}

// Pages mostly wait for what they load late, so several are read at a time.
describe.concurrent('every page beside the conversation, under every mutation', () => {
  test('orders in all their states', { timeout: 120_000 }, async () => {
    const judged = await judgeAll(
      newPage,
      orderPages.map((one) => [one, {}]),
    );
    accept(judged);
    expect(judged.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });

  const mutated = [...orderPages.filter(({ name }) => /shipped|five|gift/.test(name)), ...listPages];
  test.each(mutated)('$name', { timeout: 240_000 }, async (one) => {
    const judged = await judgeAll(
      newPage,
      [...mutations, ...otherLanguages].map((knobs) => [one, knobs]),
    );
    accept(judged);
    expect(judged.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });

  test('review requests in all their states', { timeout: 240_000 }, async () => {
    accept(
      await judgeAll(
        newPage,
        reviewPages.map((one) => [one, {}]),
      ),
    );
  });

  const someStates = reviewPages.filter(({ name }) => /request (already|window|slow|sent)?$/.test(name));
  test.each(someStates)('$name', { timeout: 240_000 }, async (one) => {
    const judged = await judgeAll(
      newPage,
      [...mutations, ...otherLanguages].map((knobs) => [one, knobs]),
    );
    accept(judged);
    expect(judged.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });
});

async function read(url: string, wish: (reading: ListReading) => boolean, limitMs = 4_000): Promise<ListReading> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
  return (await openListWorld(page)).readUntil(wish, limitMs);
}

describe('pages that are not what they seem', () => {
  test('attaches nothing where the address and the page name different orders', async () => {
    const url = amazonOrderUrl(orderPageExamples['shipped']!, { state: 'other-id' });
    const reading = await read(url, ({ problems }) => problems['orders'] === 'disagree');
    expect(reading).toMatchObject({ orders: null, problems: { orders: 'disagree' }, glance: 'broken' });
  });

  test('asks no review for an order the page does not show', async () => {
    const { page: _, ...reading } = await readAfterRename();
    expect(reading).toMatchObject({ review: null, problems: { review: 'disagree' } });
  });

  async function readAfterRename() {
    await read(amazonReviewRequestUrl(delivered), ({ review }) => review?.state === 'eligible');
    await page.evaluate(() =>
      history.replaceState(null, '', location.href.replace(/999-\d{7}-\d{7}/, '999-7777777-7777777')),
    );
    return { page, ...(await (await openListWorld(page)).read()) };
  }

  test.each([
    ['an order', amazonOrderUrl(orderPageExamples['shipped']!, { state: 'loading' })],
    ['a list of orders without a frame', amazonOrdersUrl({ host: 'de' }, { late: 9_000 })],
    ['the reviews of a brand', amazonBrandReviewsUrl('de', { late: 9_000 })],
  ])('reads nothing from %s that is still loading, and says so', async (_, url) => {
    const reading = await read(url, () => false, 600);
    expect(reading.glance).toBe('broken');
    expect([...(reading.orders ?? []), ...(reading.events ?? [])]).toEqual([]);
  });

  test('takes an empty list for empty, and for no fault', async () => {
    const reading = await read(
      amazonOrdersUrl({ host: 'co.jp', tab: '/fba/canceled' }),
      ({ orders }) => orders !== null,
    );
    expect(reading).toMatchObject({ orders: [], rows: [], glance: 'good' });
  });

  test.each([
    '/cu/case-dashboard/view-case?caseID=1',
    '/abis/listing/edit/description?asin=B0TEST0001',
    '/hz/vendor/members/contact',
    '/home',
  ])('stays away from %s', async (path) => {
    const reading = await read(`https://${HOST}${path}`, () => false, 600);
    expect(reading).toMatchObject({ kind: 'none', orders: [], events: [], review: null, rows: [], health: [] });
  });

  test.each(['signin', 'captcha', 'switcher'] as const)('stays away from %s', async (blocked) => {
    const reading = await read(amazonOrdersUrl({ host: 'de' }, { blocked }), ({ kind }) => kind === 'blocked', 1_000);
    expect(reading).toMatchObject({ kind: 'blocked', orders: [], events: [], rows: [] });
  });

  test('keeps no address, phone or e-mail of a buyer', async () => {
    const booked = orderPageExamples['shipped']!;
    const reading = await read(amazonOrderUrl(booked), ({ orders }) => orders !== null);
    const kept = JSON.stringify(reading);
    expect(privateValues(booked).length).toBeGreaterThan(2);
    for (const secret of privateValues(booked)) expect(kept).not.toContain(secret);
  });

  test('takes 500 of 5,000 rows, those on screen among them', { timeout: 120_000 }, async () => {
    const url = amazonOrdersUrl({ host: 'de', count: 5_000 });
    const reading = await read(url, ({ orders }) => (orders?.length ?? 0) > 0, 60_000);
    expect(reading.orders).toHaveLength(500);
    await page.locator('#orders-table tbody tr').nth(4_000).scrollIntoViewIfNeeded();
    const shown = await page
      .locator('#orders-table tbody tr')
      .nth(4_000)
      .locator('.cell-body-title a')
      .first()
      .innerText();
    const world = await openListWorld(page);
    const later = await world.readUntil(({ orders }) => orders?.some(({ orderId }) => orderId === shown) === true);
    expect(later.orders?.map(({ orderId }) => orderId as string)).toContain(shown);
    // A page of 250,000 elements, by the clock of a machine that does other work as well.
    expect(await world.medianMs(5)).toBeLessThan(2_000);
  });
});
