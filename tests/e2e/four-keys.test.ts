// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, checkButton, countChords, eventually, fillForm, form, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

/** Who asks where a parcel is often says in the same breath that it is late. */
const late = /^(where_is_order|delivery_delayed|tracking_not_updating)$/;

/** The five situations that are most of an agent's day, each in the buyer's language, and what the first card may be about. */
const situations = [
  { name: 'where is it', amazon: 'where-de', aliexpress: 'where-es', about: late },
  {
    name: 'it is late',
    amazon: 'where-en',
    aliexpress: 'where-ru',
    about: late,
  },
  { name: 'which size', amazon: 'shoe-uk', aliexpress: 'shoe-ru', about: /^size_advice$/ },
  {
    name: 'back with it',
    amazon: 'return-es',
    aliexpress: 'where-pt',
    about: /^(return_request|refund_request|defective|damaged|exchange_request)$/,
  },
  { name: 'it is broken', amazon: 'damaged-en', aliexpress: 'damaged-fr', about: /^(damaged|defective)$/ },
] as const;

const cases = situations.flatMap(({ name, amazon, aliexpress, about }) => [
  { name, about, market: 'Amazon', open: () => desk.openThread(amazon) },
  { name, about, market: 'AliExpress', open: () => desk.openChat(aliexpress) },
]);

/** What comes after a reply was asked for: it stands in the box, or a form asks. */
const whatCame = (page: Page): Promise<'form' | 'text'> =>
  Promise.race([
    form(page)
      .waitFor()
      .then(() => 'form' as const),
    page.waitForFunction(() => window.__replica.state.composer !== '').then(() => 'text' as const),
  ]);

describe.each(cases)('"$name" on $market', ({ open, about }) => {
  it('has a complete, checked draft in at most four keys beside the values that are typed', async () => {
    const page = await open();
    await ready(page);
    expect(await cards(page).first().getAttribute('data-intent')).toMatch(about);
    const chords = await countChords(page);
    await page.keyboard.press('Alt+1');
    let fields = 0;
    if ((await whatCame(page)) === 'form') {
      fields = await form(page).locator('input').count();
      await fillForm(page);
      await page.keyboard.press('Enter');
    }
    await eventually(() => composerState(page)).not.toBe('');
    const text = await composerState(page);
    expect(text).not.toMatch(/⟦|⟧|\{\{|undefined|null/);
    expect(text.length).toBeGreaterThan(80);
    await eventually(() => checkButton(page).innerText()).toMatch(/No issues/);
    // The form's fields are reached by Tab: each beyond the first is one more key.
    expect((await chords()) + Math.max(0, fields - 1)).toBeLessThanOrEqual(4);
  });
});
