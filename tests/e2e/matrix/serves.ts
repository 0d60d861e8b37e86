import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../desk-kit';
import { composerState, parley, parleyText } from '../harness/page-checks';

/** Text boxes for messages and interfaces of Parley in each document of a page, its frames included. */
export interface Count {
  readonly composers: number;
  readonly uis: number;
}

/** Counts boxes and interfaces per document, the outermost first. */
export const countPerDocument = (page: Page): Promise<readonly Count[]> =>
  page.evaluate(() => {
    const inside = (root: Document | ShadowRoot, css: string): number => {
      let sum = 0;
      for (const node of root.querySelectorAll('*')) {
        if (node.matches(css) && node.checkVisibility()) sum += 1;
        if (node.shadowRoot && node.localName !== 'parley-root') sum += inside(node.shadowRoot, css);
      }
      return sum;
    };
    const all = (doc: Document): { composers: number; uis: number }[] => [
      { composers: inside(doc, '[data-r=composer], .editor textarea'), uis: inside(doc, 'parley-root') },
      ...[...doc.querySelectorAll('iframe')].flatMap((frame) =>
        frame.contentDocument ? all(frame.contentDocument) : [],
      ),
    ];
    return all(document);
  });

/** A buyer the tests can tell from every other one. */
export interface Buyer {
  readonly name: RegExp;
  readonly language: string;
}

/** Buyers of the conversations used here. */
export const buyers = {
  lena: { name: /Lena/, language: 'German' },
  maria: { name: /María/, language: 'Spanish' },
  minji: { name: /김민지/, language: 'Korean' },
} as const satisfies Record<string, Buyer>;

/** Asserts that the one interface of a page serves this buyer and nobody else. */
export async function servesOnly(page: Page, buyer: Buyer): Promise<void> {
  await parley(page)
    .getByRole('status', { name: `Buyer language: ${buyer.language}`, exact: true })
    .waitFor({ timeout: 15_000 });
  await eventually(() => parley(page).locator('[data-template]').first().innerText()).toMatch(buyer.name);
  expect(await page.locator('parley-root').count()).toBe(1);
  expect(await page.locator('parley-marks').count()).toBe(1);
  const said = await parleyText(page);
  for (const other of Object.values(buyers)) if (other !== buyer) expect(said).not.toMatch(other.name);
}

/** Asserts that Alt+1 writes to this buyer; the box is emptied again. */
export async function writesTo(page: Page, buyer: Buyer): Promise<void> {
  await page.keyboard.press('Alt+1');
  const form = parley(page).getByRole('form', { name: 'Complete the reply' });
  await eventually(async () => (await form.count()) > 0 || (await composerState(page)) !== '').toBe(true);
  if ((await form.count()) > 0) {
    await page.keyboard.type('01052031');
    await page.keyboard.press('Enter');
  }
  await eventually(() => composerState(page)).toMatch(buyer.name);
  for (let press = 0; press < 8 && (await composerState(page)) !== ''; press += 1) {
    await page.keyboard.press('Control+z');
  }
  await eventually(() => composerState(page)).toBe('');
}
