import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import type { Desk } from './harness/launch-desk';
import { assertNothingForbidden, composerState, parley, type OwnActions } from './harness/page-checks';

/** What the product shows where tests look. */
export const cards = (page: Page): Locator => parley(page).locator('[data-template]');
/** The button that says how many issues there are. */
export const checkButton = (page: Page): Locator =>
  parley(page).getByRole('button', { name: /^(No issues|\d+ issues?)/ });
/** The button that inserts a suggestion. */
export const insertButton = (page: Page, number: number): Locator =>
  parley(page).getByRole('button', { name: new RegExp(`^Insert reply ${number}`) });
/** The form that asks for missing values. */
export const form = (page: Page): Locator => parley(page).getByRole('form', { name: 'Complete the reply' });
/** What was announced last. */
export const notice = (page: Page): Locator => parley(page).locator('[aria-live=polite]');
/** The page's own Send button, in whichever of the two replicas. */
export const sendButton = (page: Page): Locator =>
  page.locator('[data-r=send]:visible, .send-icon:visible, .send-link:visible').first();

/** Waits for a condition: pages are slow on a machine that does other things too. Units of the limit: milliseconds. */
export const eventually = <T>(look: () => T | Promise<T>, timeout = 10_000) =>
  expect.poll(look, { timeout, interval: 25 });

/** Waits until the conversation was read whole and its replies are there. */
export async function ready(page: Page, health = /^good$/): Promise<void> {
  await cards(page).first().waitFor();
  await eventually(() => parley(page).getAttribute('data-health')).toMatch(health);
}

/** A day soon, as a date field holds it. */
export const soon = (): string => new Date(Date.now() + 4 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Types a day into the focused date field the way a person does: month, day, year. */
export async function typeDay(page: Page, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await page.keyboard.type(`${month}${date}${year}`);
}

/** Fills every field of the open form, dates with a day soon. */
export async function fillForm(page: Page, text = 'Muster'): Promise<void> {
  for (const input of await form(page).locator('input').all()) {
    const type = await input.getAttribute('type');
    await input.fill(type === 'date' ? soon() : type === 'number' ? '3' : text);
  }
}

/** Asks for a suggestion by its keys and gives what it may ask for; what comes of it is for the caller to look at. */
export async function askByKeys(page: Page, number: 1 | 2 | 3): Promise<void> {
  await page.keyboard.press(`Alt+${number}`);
  const isSaid = async () => (await notice(page).innerText()) !== '' || (await composerState(page)) !== '';
  await eventually(async () => (await isSaid()) || (await form(page).count()) > 0).toBe(true);
  if (await isSaid()) return;
  await fillForm(page);
  await page.keyboard.press('Enter');
}

/** Inserts a suggestion by its keys and answers what the page's app then holds. */
export const insertByKeys = (page: Page, number: 1 | 2 | 3): Promise<string> => insertByKey(page, `Alt+${number}`);

/** The same with any key that chooses a reply. */
export async function insertByKey(page: Page, key: string): Promise<string> {
  const before = await composerState(page);
  await page.keyboard.press(key);
  const isDone = () => composerState(page).then((now) => now !== before);
  await eventually(async () => (await isDone()) || (await form(page).count()) > 0).toBe(true);
  if (!(await isDone())) {
    await fillForm(page);
    await page.keyboard.press('Enter');
    await eventually(isDone).toBe(true);
  }
  return composerState(page);
}

/** Counts the chords a person presses; digits of a value that is asked for are no chords. */
export async function countChords(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const pressed = window as unknown as { chords: number };
    pressed.chords = 0;
    addEventListener(
      'keydown',
      ({ key }) => {
        if (!/^(Alt|Control|Shift|Meta)$/.test(key) && !/^\d$/.test(key)) pressed.chords += 1;
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => (window as unknown as { chords: number }).chords);
}

/** What a file's tests do themselves. */
export interface Line {
  readonly own?: (page: Page) => OwnActions;
  /** A page that stays open between tests. */
  readonly keep?: () => Page | undefined;
}

/** Closes every page and asserts of each replica that nothing forbidden happened there, and nothing left the fence. */
export function holdTheLine(desk: () => Desk, { own = () => ({}), keep }: Line = {}): void {
  afterEach(async () => {
    for (const page of desk().context.pages()) {
      if (page === keep?.()) continue;
      if (/^https:/.test(page.url()) && !page.isClosed()) await assertNothingForbidden(page, own(page));
      await page.close();
    }
    expect(desk().refused).toEqual([]);
  });
}

/** Evaluates an expression where the content scripts of a page run. */
export async function inContentWorld<T>(page: Page, extensionId: string, expression: string): Promise<T> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(extensionId)) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = worlds.at(-1);
  if (contextId === undefined) throw new Error('no content script runs on this page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** Chooses something on the settings page, as a person does, and waits until it is saved. */
export async function onSettings(desk: Desk, act: (page: Page) => Promise<unknown>): Promise<void> {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await act(page);
  await page.close();
}

/** Keeps a note about a buyer, from the page of the conversation; in English or Chinese. */
export async function addNote(desk: Desk, text: string): Promise<void> {
  const page = await desk.openThread('where-de');
  await ready(page);
  await parley(page)
    .getByRole('button', { name: /Buyer notes|买家备注/ })
    .click();
  await parley(page)
    .getByRole('textbox', { name: /Add a note|添加备注/ })
    .fill(text);
  await parley(page)
    .getByRole('button', { name: /Save note|保存备注/ })
    .click();
  await parley(page)
    .getByRole('list', { name: /Notes|备注/ })
    .getByText(text, { exact: true })
    .waitFor();
  await page.close();
}
