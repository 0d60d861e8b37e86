// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookedAs } from '../replica/amazon/order-book';
import { momentBefore } from '../replica/dates';
import { goldenOrder, goldenRows } from '../replica/golden-amazon';
import { serveDesk } from '../replica/serve-desk';
import { aliexpressThread } from '../replica/threads';
import { aliexpressChatUrl, amazonThreadUrl } from '../replica/urls';
import { eventually, holdTheLine, inContentWorld, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

const NOW = new Date().toISOString();
/** The chat shows the hour of what was written today and the day of everything else: after midnight María has no hour. */
const writtenAt = momentBefore(NOW, aliexpressThread('where-es').messages.at(-1)!.hoursAgo);
const showsHour = writtenAt.slice(0, 10) === NOW.slice(0, 10);
const viewport = { width: 1680, height: 1000 };

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', now: NOW, viewport });
});

afterAll(() => desk?.close());

holdTheLine(() => desk);

/** What screen readers hear of the rows; the layer is closed to the page and open to its own extension. */
const said = (page: Page): Promise<readonly string[]> =>
  inContentWorld(
    page,
    desk.extensionId,
    `(() => {
      const layer = document.querySelector('parley-badges');
      const root = layer && chrome.dom.openOrClosedShadowRoot(layer);
      return root ? [...root.querySelectorAll('ul li')].map((line) => line.textContent) : [];
    })()`,
  );

/** The badges a person sees now. */
const shown = (page: Page): Promise<readonly string[]> =>
  inContentWorld(
    page,
    desk.extensionId,
    `(() => {
      const layer = document.querySelector('parley-badges');
      const root = layer && chrome.dom.openOrClosedShadowRoot(layer);
      const badges = root ? [...root.querySelectorAll('.badge:not([data-away])')] : [];
      return badges.map((badge) => [...badge.children].filter((chip) => !chip.hidden).map((chip) => chip.textContent).join(' · '));
    })()`,
  );

async function addNote(page: Page, text: string): Promise<void> {
  await ready(page);
  await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
  await parley(page).getByRole('textbox', { name: 'Add a note' }).fill(text);
  await parley(page).getByRole('button', { name: 'Save note' }).click();
  await parley(page).getByRole('list', { name: 'Notes' }).getByText(text, { exact: true }).waitFor();
}

/** The rows of a page as it draws them by itself, in a window without the extension. */
async function untouchedRows(url: string, rows: string): Promise<readonly string[]> {
  const context = await desk.context.browser()!.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  await serveDesk(context, { now: NOW });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.locator(rows).nth(3).waitFor();
  const drawn = await markup(page, rows);
  await context.close();
  return drawn;
}

const markup = (page: Page, rows: string): Promise<readonly string[]> =>
  page.locator(rows).evaluateAll((all) => all.map((row) => row.outerHTML));

describe('badges in the AliExpress chat', () => {
  it('say how long is left, what the buyer writes, and who is known, and leave the rows alone', async () => {
    await addNote(await desk.openChat('where-es'), 'Wants the blue one.');
    const page = await desk.openChat('where-ko');
    const line = (name: string) => said(page).then((all) => all.find((each) => each.startsWith(name)));
    await eventually(() => line('María Fernández')).toBe(
      // A row of this list shows a name and nothing surer, and a name is no identity.
      `María Fernández: ${showsHour ? '21 hours left to reply, ' : ''}writes Spanish, a buyer of this name is known, 1 note`,
    );
    await eventually(() => shown(page).then(({ length }) => length)).toBeGreaterThan(5);
    expect(await shown(page)).toContain(showsHour ? '21 h · ES' : 'ES');
    expect(await line('김민지')).toMatch(/writes Korean/);
    const rows = '.session';
    expect(await markup(page, rows)).toEqual(await untouchedRows(aliexpressChatUrl('where-ko'), rows));
  });
});

describe('badges in the Amazon inbox', () => {
  it('say who is known by the order of the row, and leave the rows alone', async () => {
    await addNote(await desk.openThread('where-de', { w: 1680 }), 'Called on Monday.');
    const page = await desk.openThread('where-de', { w: 1680 });
    await eventually(() => said(page).then((all) => all.join('\n')), 15_000).toContain('1 note');
    const rows = goldenRows('sellercentral.amazon.de', 'auto');
    const { orderId } = goldenOrder(bookedAs('lamp-de', 'lena'), NOW);
    const expected = rows
      .filter((row) => row.orderId === orderId)
      .map((row) => `${row.buyerName}: known buyer, 1 note`);
    expect(expected.length).toBeGreaterThan(0);
    expect(await said(page)).toEqual(expected);
    await eventually(() => shown(page)).toContain('1 note');
    const css = '[data-r=row]';
    expect(await markup(page, css)).toEqual(await untouchedRows(amazonThreadUrl('where-de', { w: 1680 }), css));
  });
});
