// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../replica/knobs';
import { aliexpressThread, amazonThread } from '../replica/threads';
import { aliexpressDisputeUrl } from '../replica/urls';
import { cards, checkButton, eventually, form, holdTheLine, insertByKeys, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replicaLog } from './harness/page-checks';
import { keptBuyers, visit, written } from './pages-kit';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk?.close());

// The test opens the dialog itself, as a person does.
holdTheLine(() => desk);

describe('an answer in a dispute', () => {
  it.each([
    ['a text field in the page', 'page'],
    ['a text field in a dialog', 'modal'],
    ['an editable element in a dialog', 'rich'],
  ] as const)('goes into %s, is checked there, and nothing is sent', async (_, compose) => {
    const page = await visit(desk, aliexpressDisputeUrl('damaged-br', { compose }, { loc: 'en' }));
    const box = page.locator('.answer textarea:visible, .answer [contenteditable]').first();
    if (compose !== 'page') {
      // The bar is there before the box is, and lies on nothing a person wants to press.
      await cards(page).first().waitFor();
      expect(await parley(page).getAttribute('data-place')).toBe('flow');
      expect(await parley(page).getAttribute('data-health')).not.toBe('broken');
      expect(await cards(page).first().locator('.p-go').innerText()).toBe('Copy');
      await page.locator('.acts button').last().click();
    }
    await box.waitFor();
    await cards(page).first().waitFor();
    if (compose !== 'page') {
      // Inside the dialog: everything else lies under its backdrop, where no pointer gets.
      await page.locator('[role=dialog] parley-root').waitFor();
      await cards(page).first().hover();
    }
    const text = await insertByKeys(page, 1);
    expect(text.length).toBeGreaterThan(40);
    await box.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Please write to me on WhatsApp: +1 555 0100.');
    await eventually(() => checkButton(page).innerText()).toMatch(/^[1-9]\d* issues?/);
    expect(await composerState(page)).toContain('WhatsApp');
    expect((await replicaLog(page)).state.sentTexts ?? []).toEqual([]);
    expect(await form(page).count()).toBe(0);
  });
});

/** What the bar says of the buyer's language. */
const language = (page: Page) => parley(page).locator('.p-language').getAttribute('aria-label');

const pages = [
  {
    where: 'an Amazon conversation',
    open: (knobs: KnobChoice) => desk.openThread('where-es', knobs),
    orderId: amazonThread('where-es').orders[0]!.id,
    // Read once before the browser had exchanged the words, or beside the order, where the page names the language.
    says: /^(Buyer language: Spanish|Translated page: original language unknown)$/,
  },
  {
    where: 'the AliExpress chat',
    open: (knobs: KnobChoice) => desk.openChat('where-es', knobs),
    orderId: aliexpressThread('where-es').orders[0]!.id,
    says: /^Translated page: original language unknown$/,
  },
] as const;

describe.each(pages)('a translated page: $where', ({ open, orderId, says }) => {
  const record = async () =>
    keptBuyers(await written(desk)).find(({ aliases }) => aliases.includes(`order:${orderId}`));

  it.each(['chrome', 'edge', 'firefox'] as const)(
    'by %s: the language is not taken from the translation, and nothing is chosen for the agent',
    async (translated) => {
      const page = await open({ translated, loc: 'en' });
      await ready(page, /^(good|limited)$/);
      await eventually(() => language(page)).toMatch(says);
      expect(await parley(page).locator('[data-default]').count()).toBe(0);
      await eventually(record).toBeDefined();
      expect([undefined, 'es']).toContain((await record())!.lang);
    },
  );

  it('by an extension that leaves the original: its language counts, and is kept', async () => {
    const page = await open({ translated: 'bilingual', loc: 'en' });
    await ready(page);
    await eventually(() => language(page)).toBe('Buyer language: Spanish');
    await eventually(record).toMatchObject({ lang: 'es' });
  });

  it('changes nothing of what is known of the buyer', async () => {
    const page = await open({ translated: 'chrome', loc: 'en' });
    await ready(page, /^(good|limited)$/);
    await eventually(() => language(page)).toBe('Buyer language: Spanish');
    expect(await parley(page).locator('[data-default]').count()).toBe(0);
    expect(await record()).toMatchObject({ lang: 'es' });
  });
});
