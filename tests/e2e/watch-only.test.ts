// @vitest-environment node
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cards, checkButton, eventually, holdTheLine, ready, sendButton } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replicaLog } from './harness/page-checks';

let desk: Desk;
const sentOn = new Map<Page, number>();

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk, { own: (page) => ({ sent: sentOn.get(page) ?? 0 }) });

const shots = process.env['PARLEY_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
};

/** Chooses from the settings, with the keyboard. */
const press = async (name: string): Promise<void> => {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
  await button.waitFor({ state: 'detached' });
  // The choice shows before it is saved, and closing the page would come first on a busy machine.
  await page.getByText('Saved.').waitFor();
  await shoot(page, `watch-${name.slice(0, 4)}`);
  await page.close();
};

/** The figure of the reports about the time before Parley. */
const baseline = async (): Promise<string> => {
  const page = await desk.openExtensionPage('dashboard.html#/reports');
  const figure = page.locator('[data-figure=open-watched]');
  await figure.waitFor();
  const said = await figure.innerText();
  await figure.scrollIntoViewIfNeeded();
  await shoot(page, 'watch-reports');
  await page.close();
  return said;
};

it('measures what is written by hand while it only watches, goes on checking, and helps again afterwards', async () => {
  await press('Only watch for two days');
  const page = await desk.openThread('where-de');
  await parley(page)
    .getByText(/^Parley only watches until /)
    .waitFor();
  await shoot(page, 'watch-thread');
  expect(await cards(page).count()).toBe(0);
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+k');
  expect([await composerState(page), await parley(page).getByRole('dialog').count()]).toEqual(['', 0]);

  await page.locator('textarea:visible, [contenteditable]:visible').first().click();
  await page.keyboard.type('Bitte geben Sie uns 5 Sterne.');
  await eventually(() => checkButton(page).innerText()).toMatch(/^[1-9]/);
  for (const _letter of '5 Sterne.') await page.keyboard.press('Backspace');
  await page.keyboard.type('Bescheid.');
  await eventually(() => composerState(page)).toContain('Bescheid.');
  await page.waitForTimeout(300);
  const before = (await replicaLog(page)).state.sentTexts.length;
  sentOn.set(page, before + 1);
  await sendButton(page).click();
  await eventually(() => baseline(), 15_000).toMatch(/Median of 1: the same in the days when Parley only watched/);

  await press('Stop watching');
  const helped = await desk.openThread('where-de');
  await ready(helped);
  expect(await cards(helped).count()).toBe(3);
  expect(await baseline()).toMatch(/Median of 1/);
}, 90_000);
