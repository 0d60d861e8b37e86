// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button } from './check-kit';
import { checkButton, eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});
afterAll(() => desk.close());

holdTheLine(() => desk);

const issues = (page: Page) => parley(page).getByRole('list', { name: 'Issues' }).locator('[data-rule]');

describe('a muted rule', () => {
  it('is silent at once and in the next conversation, stands in the foot, and can be unmuted', async () => {
    const page = await desk.openThread('where-en');
    await ready(page, /^(good|limited)$/);
    await replyBox(page).click();
    const text = 'Thank you, we will look into it. \u{1f642}';
    await page.keyboard.insertText(text);
    await eventually(() => composerState(page)).toBe(text);
    await button(page, '1 issue').click();
    await issues(page).getByRole('button', { name: 'Mute rule' }).click();
    const form = parley(page).getByRole('form', { name: /^Mute “/ });
    await form.getByRole('button', { name: 'Mute', exact: true }).click();
    await form.getByRole('alert').waitFor();
    await form.getByRole('textbox', { name: 'Why?' }).fill('Checked with my lead');
    await form.getByRole('radio', { name: '7 days' }).check();
    await form.getByRole('button', { name: 'Mute', exact: true }).click();
    await button(page, 'No issues').waitFor();
    const muted = parley(page).getByRole('list', { name: 'Muted rules' });
    await eventually(() => muted.innerText()).toMatch(/: muted until .*20\d\d/);
    expect(await parley(page).getByText('Rules and hints, not legal advice.').count()).toBe(1);

    const other = await desk.openThread('invoice-de');
    await ready(other, /^(good|limited)$/);
    await replyBox(other).click();
    await other.keyboard.insertText('Vielen Dank, wir kümmern uns darum. \u{1f642}');
    await eventually(() => composerState(other)).not.toBe('');
    await eventually(() => checkButton(other).innerText()).toContain('No issues');

    await page.bringToFront();
    await muted.getByRole('button', { name: /^Unmute/ }).click();
    await button(page, '1 issue').waitFor();
    expect(await issues(page).count()).toBe(1);
  });

  it('may be muted for a day at most when breaking it can cost the account', async () => {
    const page = await desk.openThread('where-en');
    await ready(page, /^(good|limited)$/);
    await replyBox(page).click();
    await page.keyboard.insertText('Please write to me on WhatsApp: +1 202 555 0143.');
    await checkButton(page).filter({ hasText: /\d/ }).click();
    await issues(page).first().getByRole('button', { name: 'Mute rule' }).click();
    const form = parley(page).getByRole('form', { name: /^Mute “/ });
    expect(await form.getByRole('radio').count()).toBe(1);
    await form.getByText(/^One day at most/).waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await issues(page).count()).toBeGreaterThan(0);
  });
});
