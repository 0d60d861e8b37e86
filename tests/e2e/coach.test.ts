// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOrders, orderScene } from '../replica/aliexpress/records';
import { bookedAs, orderBook } from '../replica/amazon/order-book';
import { goldenDay } from '../replica/golden-amazon';
import { aliexpressOrderUrl, amazonOrdersUrl, amazonOrderUrl, amazonReviewRequestUrl } from '../replica/urls';
import { eventually, holdTheLine } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';
import { keptOrders, visit, written } from './pages-kit';

const NOW = `${new Date().toISOString().slice(0, 10)}T12:00:00.000Z`;

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', now: NOW });
});

afterAll(() => desk?.close());

holdTheLine(() => desk);

const status = (page: Page) => parley(page).getByRole('status', { name: 'Review request' });
const asked = (page: Page) => parley(page).getByRole('button', { name: 'I asked' });
const says = async (page: Page, verdict: string, rule: string): Promise<void> => {
  await eventually(() => status(page).getAttribute('data-rule'), 20_000).toBe(rule);
  expect(await status(page).getAttribute('data-verdict')).toBe(verdict);
};

/** Delivery was promised six to thirty days ago, and nothing else is the matter. */
const ripe = orderBook().find(
  ({ order: { state, promisedDays } }) =>
    (state === 'delivered' || state === 'shipped') && promisedDays?.[0] !== undefined && promisedDays[0] <= -7 &&
    (promisedDays.at(-1) ?? 0) >= -25,
); // prettier-ignore
const fresh = bookedAs('lamp-de', 'lena');
const old = orderScene('finished');
/** Ordered less than thirty days ago: its time for feedback cannot be over, whenever it was completed. */
const young = allOrders({ count: '400' }).find(
  ({ order }) => order.state === 'completed' && order.orderedDay > -20 && order.id !== old.order.id,
)!;
const orderUrl = ({ order }: typeof old): string => aliexpressOrderUrl('finished').replace(old.order.id, order.id);

describe('the review-request coach', () => {
  it('waits on an Amazon order that was just due, and says from when', async () => {
    const page = await visit(desk, amazonOrderUrl(fresh));
    await says(page, 'wait', 'ctx-too-early');
    const opens = new Date(`${goldenDay(NOW, (fresh.order.promisedDays?.[0] ?? 0) + 5)}T12:00:00`);
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(opens);
    expect(await status(page).innerText()).toContain(`From ${day}`);
    expect(await asked(page).count()).toBe(0);
    await page.close();
  });

  it("allows a ripe one, and leads to the page's own button without pressing it", async () => {
    const page = await visit(desk, amazonOrderUrl(ripe!));
    await says(page, 'allow', 'review-allowed');
    const words = await status(page).innerText();
    expect(words).toContain('Request a Review');
    expect(words).toMatch(/Source: Amazon.*2026-11-21/);
    expect(new URL(page.url()).pathname).toContain('/orders-v3/order/');
    await page.close();
  });

  it('notes the request that the page itself reports as sent, and stops', async () => {
    const page = await visit(desk, amazonReviewRequestUrl(ripe!, { state: 'sent' }));
    await says(page, 'stop', 'ctx-second-request');
    expect(keptOrders(await written(desk)).get(ripe!.order.id)?.reviewAskedOn).toBeDefined();
    await page.close();
    const again = await visit(desk, amazonOrderUrl(ripe!));
    await says(again, 'stop', 'ctx-second-request');
    await again.close();
  });

  it('counts on a list how many can be asked today', async () => {
    const page = await visit(desk, amazonOrdersUrl({ host: 'de' }));
    await eventually(() => status(page).innerText(), 20_000).toMatch(/\d+ of \d+ can be asked today/);
    const words = await status(page).innerText();
    expect(words).toContain('no filter by mood');
    await page.close();
  });

  it('allows a completed order on AliExpress, and “I asked” is kept', async () => {
    const page = await visit(desk, orderUrl(young));
    await says(page, 'allow', 'review-allowed');
    expect(await status(page).innerText()).toContain('Send one neutral invitation');
    await asked(page).click();
    await says(page, 'stop', 'ctx-second-request');
    const kept = await written(desk);
    expect(keptOrders(kept).get(young.order.id)?.reviewAskedOn).toBeDefined();
    expect(kept.tables['contacts']).toMatchObject([{ kind: 'review-request', orderId: young.order.id }]);
    await page.close();
  });

  it('does not guess when an order was completed that was never seen before', async () => {
    const page = await visit(desk, orderUrl(old));
    await says(page, 'unknown', 'review-facts-missing');
    expect(await status(page).innerText()).toContain('day the order was completed');
    expect(await asked(page).count()).toBe(0);
    await page.close();
  });
});
