// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliexpressFeedbackKeys, allOrders, dispute, feedback, orderScene } from '../replica/aliexpress/records';
import {
  type GoldenEvent,
  type GoldenOrder,
  goldenDisputes,
  goldenFeedback,
  goldenOrder,
  goldenOrders,
} from '../replica/golden-aliexpress';
import { aliexpressThread } from '../replica/threads';
import {
  aliexpressChatUrl,
  aliexpressDisputesUrl,
  aliexpressFeedbackUrl,
  aliexpressOrdersUrl,
  aliexpressOrderUrl,
} from '../replica/urls';
import { eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley, parleyText } from './harness/page-checks';
import { keptBuyers, keptEvents, keptOrders, lastVisit, visit, visitRead, written } from './pages-kit';

const NOW = new Date().toISOString();
const HOUR = 3_600_000;
const count = '40';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', now: NOW });
});

afterAll(() => desk?.close());

holdTheLine(() => desk);

/** What is kept of an order, of all that its page shows. */
const keptOf = ({ orderId, state, items, orderedOn }: GoldenOrder) => ({ orderId, state, items, orderedOn });

async function holdsEvents(golden: readonly GoldenEvent[]): Promise<void> {
  expect(golden.length).toBeGreaterThan(0);
  for (const { buyerName: _, country: __, id, ...event } of golden) {
    const row = async () =>
      keptEvents(await written(desk)).find(({ kind, orderId }) => kind === event.kind && orderId === event.orderId);
    await eventually(row, 15_000).toMatchObject({
      ...event,
      ...(id === undefined ? {} : { eventId: id }),
      // The page shows whole hours of what is left.
      ...(event.dueAt === undefined ? {} : { dueAt: expect.any(String) }),
    });
    if (event.dueAt === undefined) continue;
    const apart = Math.abs(Date.parse((await row())?.dueAt ?? '') - Date.parse(event.dueAt));
    expect(apart).toBeLessThanOrEqual(HOUR);
  }
}

describe('what is kept of AliExpress pages', () => {
  it('every order of the list, with its buyer', async () => {
    await visit(desk, aliexpressOrdersUrl({ count }));
    const golden = goldenOrders({ count }, NOW);
    await eventually(async () => keptOrders(await written(desk)).size, 15_000).toBe(golden.length);
    const seen = await written(desk);
    const names = new Map(keptBuyers(seen).map((row) => [row.key as string, row.displayName]));
    for (const order of golden) {
      const row = keptOrders(seen).get(order.orderId);
      expect(row).toMatchObject(keptOf(order));
      // A masked name may be anybody's.
      const name = order.buyerName?.includes('*') ? undefined : order.buyerName;
      expect(names.get(row!.buyerKey)).toBe(name);
    }
  });

  it('an order of its own page, and not the parcel’s number', async () => {
    await visitRead(desk, aliexpressOrderUrl('customs-hold'));
    const golden = goldenOrder('customs-hold', NOW);
    await eventually(async () => keptOrders(await written(desk)).get(golden.orderId), 15_000).toMatchObject(
      keptOf(golden),
    );
    expect(golden.tracking).toBeDefined();
    expect(JSON.stringify(await written(desk))).not.toContain(golden.tracking);
  });

  it('disputes with who must act, and until when', async () => {
    await visit(desk, aliexpressDisputesUrl());
    await holdsEvents(goldenDisputes(NOW, 'zh_CN'));
  });

  it('the stars of the reviews, never their words', async () => {
    await visit(desk, aliexpressFeedbackUrl('modern-v1'));
    await holdsEvents(goldenFeedback(NOW));
  });

  it('nothing new of the same pages seen again', async () => {
    const before = JSON.stringify((await written(desk)).tables);
    for (const url of [aliexpressOrdersUrl({ count }), aliexpressDisputesUrl(), aliexpressFeedbackUrl('modern-v1')])
      await visitRead(desk, url);
    expect(lastVisit(await written(desk))).toMatchObject({ page: 'events', health: 'good' });
    expect(JSON.stringify((await written(desk)).tables)).toBe(before);
  });

  it('neither an address, a phone number, an e-mail address nor the buyer’s words', async () => {
    const dump = JSON.stringify(await written(desk));
    const secrets = allOrders({ count }).flatMap(({ buyer }) =>
      buyer.contact ? [...buyer.contact.address.slice(1), buyer.contact.phone, buyer.contact.email] : [],
    );
    expect(secrets.length).toBeGreaterThan(20);
    const said = [
      ...aliexpressFeedbackKeys.map(feedback).flatMap(({ text, en, zh }) => [text, en, zh]),
      ...dispute('damaged-br').solutions.flatMap(({ note, en, zh }) => [note, en, zh]),
      orderScene('awaiting-shipment').note,
    ].filter((text): text is string => text !== undefined && text !== '');
    expect(said.length).toBeGreaterThan(10);
    expect([...secrets, ...said].filter((secret) => dump.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
  });
});

describe('from a list to a conversation', () => {
  it('brings the bar, and the buyer’s card says what the other pages said', async () => {
    const { orders, buyer } = aliexpressThread('where-es');
    const page = await visitRead(desk, aliexpressOrdersUrl({ count }));
    await page.locator(`text=${orders[0]!.id}`).first().waitFor();
    expect(await parley(page).getByRole('region', { name: 'Parley' }).count()).toBe(0);
    await page.goto(aliexpressChatUrl('where-es'), { waitUntil: 'domcontentloaded' });
    await ready(page);
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText(`Notes on ${buyer.name}`).waitFor();
    await eventually(() => parleyText(page)).toContain(orders[0]!.items[0]!.title);
    expect(await parleyText(page)).toContain('Orders and events');
  });
});
