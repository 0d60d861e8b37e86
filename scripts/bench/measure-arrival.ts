import type { Page } from 'playwright-core';
import type { Desk } from '../../tests/e2e/harness/launch-desk';
import { amazonThread, type AmazonThreadKey } from '../../tests/replica/threads';
import { amazonThreadUrl } from '../../tests/replica/urls';
import { watchArrival } from './page-probes';

const LIMIT_MS = 8_000;

/** Conversations of one inbox whose last word is the buyer's, so that a click leads from one to the next. */
const following: readonly AmazonThreadKey[] = ['where-en', 'shoe-us', 'damaged-en', 'power-jp'];

/** How long after the buyer's bubble the suggestions were there. */
export interface Arrival {
  /** Units: ms from the frame that painted the bubble. */
  readonly fromPaintMs: number;
  /** Units: ms from the bubble's arrival in the DOM. */
  readonly fromDomMs: number;
}

async function arrivalIn(page: Page): Promise<Arrival> {
  const seen = await page.waitForFunction(
    () =>
      window.__arrival?.cardAt !== undefined && window.__arrival.paintedAt !== undefined ? window.__arrival : null,
    undefined,
    { timeout: LIMIT_MS, polling: 100 },
  );
  const { bubbleAt = 0, paintedAt = 0, cardAt = 0 } = (await seen.jsonValue()) ?? {};
  return { fromPaintMs: Math.max(0, cardAt - paintedAt), fromDomMs: cardAt - bubbleAt };
}

/** Opens a conversation in a document of its own, as many times as asked; `before` runs when no page is open. */
export async function arriveFirst(
  desk: Desk,
  times: number,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (let at = 0; at < times; at += 1) {
    await before();
    const page = await desk.context.newPage();
    const key = following[at % following.length] ?? 'where-en';
    await page.addInitScript(watchArrival, key);
    await page.goto(amazonThreadUrl(key), { waitUntil: 'domcontentloaded' });
    arrivals.push(await arrivalIn(page));
    await page.close();
  }
  return arrivals;
}

/** Switches conversations inside one document by real clicks on their rows. */
export async function arriveFollowing(desk: Desk, times: number): Promise<readonly Arrival[]> {
  const page = await desk.context.newPage();
  const first = following[0] ?? 'where-en';
  await page.addInitScript(watchArrival, first);
  await page.goto(amazonThreadUrl(first), { waitUntil: 'domcontentloaded' });
  await arrivalIn(page);
  // The page tidies its address a second after the first drawing.
  await page.waitForTimeout(1_200);
  const arrivals: Arrival[] = [];
  for (let at = 1; at <= times; at += 1) {
    const key = following[at % following.length] ?? first;
    const row = page.locator(`[data-r-key="${amazonThread(key).key}"]`);
    await row.scrollIntoViewIfNeeded();
    await page.evaluate(watchArrival, key);
    await row.click();
    arrivals.push(await arrivalIn(page));
    await page.waitForTimeout(300);
  }
  await page.close();
  return arrivals;
}
