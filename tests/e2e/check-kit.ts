import type { Locator, Page } from 'playwright-core';
import type { Desk } from './harness/launch-desk';
import { parley } from './harness/page-checks';

/** A button of Parley's by its exact name. */
export const button = (page: Page, name: string): Locator =>
  parley(page).getByRole('button', { name, exact: true }).first();

/** Reads or writes the extension's own database, on a page of the extension. */
async function inStore<T>(desk: Desk, run: (page: Page) => Promise<T>): Promise<T> {
  // The background opens the store with its tables when a page of the extension first asks.
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.locator('h1, h2').first().waitFor();
  const answer = await run(page);
  await page.close();
  return answer;
}

/** Writes the desk's decision about holding presses on send, as the dashboard does. */
export const holdSending = (desk: Desk, on: boolean): Promise<void> =>
  inStore(desk, (page) =>
    page.evaluate(
      (holdsSending) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('parley');
          opening.onerror = () => fail(new Error('not opened'));
          opening.onsuccess = () => {
            const db = opening.result;
            const change = db.transaction('rules', 'readwrite');
            change.objectStore('rules').put({ id: 'holds-sending', on: holdsSending ? 1 : 0, deleted: 0 });
            change.oncomplete = () => {
              db.close();
              done();
            };
            change.onerror = () => fail(new Error('not written'));
          };
        }),
      on,
    ),
  );

/** A message that was sent although a rule held it. */
interface KeptOverride {
  readonly rules: readonly string[];
  readonly reason: string;
}

/** Everything the overrides' table holds. */
export const overrides = (desk: Desk): Promise<readonly KeptOverride[]> =>
  inStore(desk, (page) =>
    page.evaluate(
      () =>
        new Promise<readonly KeptOverride[]>((done, fail) => {
          const opening = indexedDB.open('parley');
          opening.onerror = () => fail(new Error('not opened'));
          opening.onsuccess = () => {
            const db = opening.result;
            const all = db.transaction('overrides').objectStore('overrides').getAll();
            all.onsuccess = () => {
              db.close();
              done(all.result as readonly KeptOverride[]);
            };
            all.onerror = () => fail(new Error('not read'));
          };
        }),
    ),
  );
