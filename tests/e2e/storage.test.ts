// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkButton, eventually, holdTheLine, insertByKeys, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const notesButton = (page: Page) => parley(page).getByRole('button', { name: 'Buyer notes', exact: true });

/**
 * Lets every write of the background fail the way a full disk does; answers how to end it.
 * An extension with unlimited storage can't be given a quota, so the store itself says that it is full.
 */
async function fillDisk(): Promise<() => Promise<void>> {
  const worker = await desk.serviceWorker();
  await worker.evaluate(() => {
    const store = IDBObjectStore.prototype;
    const kept = { add: store.add, put: store.put };
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(store, { add: full, put: full });
    Object.assign(globalThis, { freeDisk: () => Object.assign(store, kept) });
  });
  return () =>
    worker.evaluate(() => {
      (globalThis as unknown as { freeDisk(): void }).freeDisk();
    });
}

describe('when the browser’s storage is full', () => {
  it('says that a note was not saved, keeps its text, and leaves the message in the box alone', async () => {
    const page = await desk.openThread('where-de');
    await ready(page);
    await replyBox(page).click();
    await page.keyboard.type('Guten Tag');
    await eventually(() => composerState(page)).toBe('Guten Tag');
    await notesButton(page).click();
    const field = parley(page).getByRole('textbox', { name: 'Add a note' });
    const text = 'Too much for this disk. '.repeat(100).trim();
    await field.fill(text);
    const lift = await fillDisk();
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByText('Not saved. Your text is still here: try again.').waitFor();
    await parley(page)
      .getByText(/Your browser's storage is full\./)
      .waitFor();
    expect(await field.inputValue()).toBe(text);
    expect(await composerState(page)).toBe('Guten Tag');
    await lift();
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText('Too much for this disk.').waitFor();
  });
});

describe('when a newer Parley has written the records', () => {
  it('refuses them, says so in the buyer card, and goes on answering and checking', async () => {
    const inside = await desk.openExtensionPage('popup.html');
    await inside.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('parley', 9999);
          opening.onsuccess = () => {
            opening.result.close();
            done();
          };
          opening.onblocked = () => fail(new Error('the database is held open'));
          opening.onerror = () => fail(new Error('the database did not open'));
        }),
    );
    await inside.close();
    const page = await desk.openThread('where-de');
    await ready(page);
    expect(await insertByKeys(page, 1)).toContain('Guten Tag Lena Baumgartner');
    expect(await parley(page).getByRole('status', { name: 'Which shop is this?' }).count()).toBe(0);
    await notesButton(page).click();
    await parley(page)
      .getByText(/written by a newer Parley/)
      .waitFor();
    await page.keyboard.press('Escape');
    await replyBox(page).fill('');
    await replyBox(page).click();
    await page.keyboard.type('Bitte geben Sie uns 5 Sterne in Ihrer Bewertung.');
    await eventually(() => checkButton(page).innerText()).toMatch(/^[1-9]\d* issue/);
  });
});
