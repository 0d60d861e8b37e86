import type { CDPSession, Page } from 'playwright-core';
import type { Desk } from '../../tests/e2e/harness/launch-desk';
import { countCpu } from './cpu';
import { fillPage, isCardShown } from './page-probes';

/** A page with a text box and nothing for an assistant to do. */
export const quietPageUrl = 'https://sellercentral.amazon.com/abis/listing/edit?asin=B0TEST0001';

const CARDS_LIMIT_MS = 10_000;

/** One tab in which CPU time is counted. */
export interface SellerPage {
  readonly page: Page;
  readonly cpu: CDPSession;
}

/** Opens an empty tab that will fill the next document up to a number of elements. */
export async function newSellerPage(desk: Desk, elements: number): Promise<SellerPage> {
  const page = await desk.context.newPage();
  await page.addInitScript(fillPage, elements);
  return { page, cpu: await countCpu(page) };
}

/**
 * Waits as long for every arm, and longer only for suggestions that are still on their way.
 *
 * Errors: throws when an arm that shows suggestions has none after ten seconds.
 */
export async function settle(page: Page, settleMs: number, hasCards: boolean): Promise<void> {
  await page.waitForTimeout(settleMs);
  const until = performance.now() + CARDS_LIMIT_MS;
  while (!(await page.evaluate(isCardShown)) && hasCards) {
    if (performance.now() > until) throw new Error('no suggestions came');
    await page.waitForTimeout(400);
  }
}
