// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, insertByKeys, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

const notesButton = (page: Page) => parley(page).getByRole('button', { name: /^Buyer notes/ });
const locked = (page: Page) => page.getByRole('heading', { name: 'Parley is locked' });
const unlock = async (page: Page, pin: string) => {
  await page.getByLabel('PIN or passphrase').fill(pin);
  await page.keyboard.press('Enter');
};

describe('the lock for shared computers', () => {
  it('closes dashboard, side panel and buyer card, leaves replies and check, and opens with the PIN alone', async () => {
    const seller = await desk.openThread('where-de');
    await ready(seller);
    await notesButton(seller).click();
    await parley(seller).getByRole('textbox', { name: 'Add a note' }).fill('Calls on Mondays');
    await parley(seller).getByRole('button', { name: 'Save note' }).click();
    await parley(seller).getByRole('list', { name: 'Notes' }).getByText('Calls on Mondays').waitFor();

    const page = await desk.openExtensionPage('dashboard.html#/settings');
    await page.getByLabel(/^New PIN/).fill('4711');
    await page.getByLabel('The same once more').fill('4711');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock now' }).click();
    await locked(page).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);

    const panel = await desk.openExtensionPage('sidepanel.html');
    await locked(panel).waitFor();
    await panel.close();

    await seller.bringToFront();
    await parley(seller).getByText('Parley is locked on this computer.').waitFor();
    expect(await parley(seller).getByText('Calls on Mondays').count()).toBe(0);
    const again = await desk.openThread('where-de', {}, seller);
    await ready(again);
    expect(await insertByKeys(again, 1)).toContain('Guten Tag');
    await notesButton(again).click();
    await parley(again).getByText('Parley is locked on this computer.').waitFor();

    await page.bringToFront();
    for (const pin of ['0000', '1111', '2222']) {
      await unlock(page, pin);
      await page.getByText(/^That was not it\./).waitFor();
      await eventually(() => page.getByLabel('PIN or passphrase').inputValue()).toBe('');
    }
    await page.getByText(/Try again in \d seconds?\./).waitFor();
    await unlock(page, '4711');
    await locked(page).waitFor();
    await page.waitForTimeout(5_500);
    await unlock(page, '4711');
    await page.getByRole('button', { name: 'Lock now' }).waitFor();

    await again.bringToFront();
    await parley(again).getByText('Calls on Mondays').waitFor();
    expect(desk.refused).toEqual([]);
  });

  it('stands when the browser starts again', async () => {
    await desk.restartBrowser();
    const page = await desk.openExtensionPage('dashboard.html#/buyers');
    await locked(page).waitFor();
    await unlock(page, '4711');
    await page.getByRole('searchbox', { name: 'Search buyers' }).waitFor();
  });
});
