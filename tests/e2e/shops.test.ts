// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, form, holdTheLine, insertByKeys, onSettings, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  await onSettings(desk, async (settings) => {
    for (const name of ['Nordlicht', 'Sonnenhof']) {
      await settings.getByLabel('Name of another Amazon shop').fill(name);
      await settings.getByRole('button', { name: 'Add Amazon shop' }).click();
      await settings.getByText(name, { exact: true }).first().waitFor();
    }
  });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const status = (page: Page, name: string) => parley(page).getByRole('status', { name, exact: true });

async function openThread(key: 'where-de' | 'where-en'): Promise<Page> {
  const page = await desk.openThread(key);
  await ready(page);
  return page;
}

describe('two shops on pages that name neither', () => {
  it('are told apart by one question a session; until then no note is kept and no shop signs', async () => {
    const page = await openThread('where-de');
    await status(page, 'Which shop is this?').waitFor();
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText('Choose the shop first').waitFor();
    expect(await parley(page).getByRole('textbox', { name: 'Add a note' }).count()).toBe(0);
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    expect(await insertByKeys(page, 1)).not.toMatch(/Nordlicht|Sonnenhof|Lumen/);
    expect(await form(page).count()).toBe(0);

    await parley(page).getByRole('button', { name: 'Nordlicht', exact: true }).click();
    await status(page, 'Shop: Nordlicht').waitFor();
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByRole('textbox', { name: 'Add a note' }).fill('Kept for Nordlicht.');
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText('Kept for Nordlicht.').waitFor();

    const next = await openThread('where-en');
    await status(next, 'Shop: Nordlicht').waitFor();
    await insertByKeys(next, 1);
    await eventually(() => composerState(next)).toContain('Nordlicht');
  });

  it('are asked for again in the next session of the browser', async () => {
    await desk.restartBrowser();
    const page = await openThread('where-de');
    await status(page, 'Which shop is this?').waitFor();
    await parley(page).getByRole('button', { name: 'Sonnenhof', exact: true }).click();
    await status(page, 'Shop: Sonnenhof').waitFor();
    // The other shop's note on the same buyer stays with the other shop.
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText('No notes yet.').waitFor();
  });
});
