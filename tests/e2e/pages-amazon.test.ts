// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, feedbackOf, returnsOf, reviews } from '../replica/amazon/events';
import { feedbackPerPage } from '../replica/amazon/feedback-page';
import { bookedAs, orderBook } from '../replica/amazon/order-book';
import { listedOrders, ordersPerPage } from '../replica/amazon/orders-page';
import {
  type GoldenEvent,
  type GoldenOrder,
  goldenClaims,
  goldenDay,
  goldenFeedback,
  goldenListedOrder,
  goldenOrder,
  goldenReturns,
  orderPageExamples,
  privateValues,
} from '../replica/golden-amazon';
import {
  amazonClaimsUrl,
  amazonFeedbackUrl,
  amazonOrdersUrl,
  amazonOrderUrl,
  amazonReturnsUrl,
  amazonReviewRequestUrl,
  amazonThreadUrl,
} from '../replica/urls';
import { toPageView } from '../replica/view';
import { cards, eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley, parleyText } from './harness/page-checks';
import { keptBuyers, keptEvents, keptOrders, lastVisit, visit, visitRead, type Written, written } from './pages-kit';

const NOW = `${new Date().toISOString().slice(0, 10)}T12:00:00.000Z`;
const HOST = 'sellercentral.amazon.de';
const lamp = bookedAs('lamp-de', 'lena');

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', now: NOW });
});

afterAll(() => desk?.close());

holdTheLine(() => desk);

/** What is kept of an order, of all that its page shows. */
const keptOf = ({ orderId, state, items, fulfilment, ...days }: GoldenOrder) => {
  const { orderedOn, shippedOn, promisedFrom, promisedOn, deliveredOn } = days;
  const all = { orderId, state, fulfilment, orderedOn, shippedOn, promisedFrom, promisedOn, deliveredOn };
  return { ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)), items };
};

const eventOf = (seen: Written, { kind, orderId }: Pick<GoldenEvent, 'kind' | 'orderId'>) =>
  keptEvents(seen).find((row) => row.kind === kind && row.orderId === orderId);

/** Waits until every golden event is kept, as it is. */
async function holdsEvents(golden: readonly GoldenEvent[]): Promise<void> {
  expect(golden.length).toBeGreaterThan(0);
  await eventually(async () => keptEvents(await written(desk)).length, 15_000).toBeGreaterThan(0);
  for (const { buyerName: _, id, ...event } of golden) {
    await eventually(async () => eventOf(await written(desk), event), 15_000).toMatchObject({
      ...event,
      ...(id === undefined ? {} : { eventId: id }),
    });
  }
}

describe('what is kept of Amazon pages', () => {
  it('the order of its own page, with its buyer, and not where, how dear or by which parcel', async () => {
    await visit(desk, amazonOrderUrl(lamp));
    const golden = goldenOrder(lamp, NOW);
    await eventually(async () => keptOrders(await written(desk)).get(lamp.order.id), 15_000).toMatchObject(
      keptOf(golden),
    );
    const seen = await written(desk);
    expect(keptOrders(seen).size).toBe(1);
    expect(keptBuyers(seen)).toMatchObject([
      { aliases: [`order:${lamp.order.id}`], displayName: lamp.buyer.name, country: 'DE' },
    ]);
    expect(JSON.stringify(seen)).not.toContain(golden.tracking);
  });

  it('every order of the list, each with the buyer it names', async () => {
    const url = amazonOrdersUrl({ host: 'de' });
    await visit(desk, url);
    const golden = listedOrders(toPageView('orders', new URL(url), NOW))
      .slice(0, ordersPerPage)
      .map((booked) => goldenListedOrder(booked, NOW));
    await eventually(async () => keptOrders(await written(desk)).size, 15_000).toBeGreaterThanOrEqual(golden.length);
    const seen = await written(desk);
    const byKey = new Map(keptBuyers(seen).map((row) => [row.key as string, row]));
    for (const order of golden) {
      const row = keptOrders(seen).get(order.orderId);
      // A row of the list shows less than the order's own page, and takes nothing away.
      expect(row).toMatchObject(keptOf(order));
      expect(byKey.get(row!.buyerKey)?.displayName).toBe(order.buyerName);
    }
  });

  it('the stars of the feedback, never its words', async () => {
    await visit(desk, amazonFeedbackUrl('de'));
    await holdsEvents(goldenFeedback(HOST, NOW).slice(0, feedbackPerPage));
  });

  it('returns with their reason', async () => {
    await visit(desk, amazonReturnsUrl('classic', {}, 'de'));
    await holdsEvents(goldenReturns(HOST, NOW, 'de'));
  });

  it('claims with their last day', async () => {
    await visit(desk, amazonClaimsUrl('de'));
    await holdsEvents(goldenClaims(HOST, NOW));
  });

  it('that a review was asked for, and on which day that was seen', async () => {
    const delivered = orderPageExamples['delivered']!;
    await visit(desk, amazonReviewRequestUrl(delivered, { state: 'already' }));
    await eventually(async () => keptOrders(await written(desk)).get(delivered.order.id), 15_000).toMatchObject({
      reviewAskedOn: goldenDay(new Date().toISOString(), 0),
    });
  });

  it('nothing of a page whose address and content name different orders', async () => {
    const other = bookedAs('ring-us', 'sean');
    const before = JSON.stringify((await written(desk)).tables);
    const page = await visit(desk, amazonOrderUrl(other, { state: 'other-id' }));
    await eventually(async () => lastVisit(await written(desk)), 25_000).toMatchObject({
      page: 'order',
      health: 'broken',
    });
    expect(JSON.stringify((await written(desk)).tables)).toBe(before);
    expect(await cards(page).count()).toBe(0);
  });

  it('nothing new of the same pages seen again', async () => {
    const before = JSON.stringify((await written(desk)).tables);
    for (const url of [amazonOrderUrl(lamp), amazonOrdersUrl({ host: 'de' }), amazonFeedbackUrl('de')]) {
      await visitRead(desk, url);
    }
    expect(JSON.stringify((await written(desk)).tables)).toBe(before);
  });

  it('neither an address, a phone number, an e-mail address nor the buyer’s words', async () => {
    const seen = await written(desk);
    const dump = JSON.stringify(seen);
    expect(keptOrders(seen).size).toBeGreaterThan(5);
    const secrets = orderBook().flatMap(privateValues);
    expect(secrets.length).toBeGreaterThan(20);
    const said = [...feedbackOf(HOST), ...returnsOf(HOST)].map(({ comment }) => comment).filter((text) => text !== '');
    expect(claimsOf(HOST).length + reviews.length).toBeGreaterThan(0);
    expect(said.length).toBeGreaterThan(3);
    expect([...secrets, ...said].filter((secret) => dump.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
  });
});

describe('from a list to a conversation', () => {
  it('brings the bar, and the buyer’s card says what the other pages said', async () => {
    const page = await visit(desk, amazonOrdersUrl({ host: 'de' }));
    await page.locator(`text=${lamp.order.id}`).first().waitFor();
    expect(await parley(page).getByRole('region', { name: 'Parley' }).count()).toBe(0);
    await page.goto(amazonThreadUrl('where-de'), { waitUntil: 'domcontentloaded' });
    await ready(page);
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText('Orders and events').waitFor();
    await eventually(() => parleyText(page)).toContain(lamp.order.items[0]!.title);
    const words = await parleyText(page);
    expect(words).toMatch(/Feedback/);
    expect(words).toContain('5 stars, good');
  });
});
