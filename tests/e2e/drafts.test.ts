// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, holdTheLine, ready, sendButton } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replicaLog, replyBox } from './harness/page-checks';

let desk: Desk;
/** Messages the test itself sent on a page. */
const sentOn = new Map<Page, number>();
/** Conversations the test itself opened inside a page. */
const readOn = new Map<Page, number>();

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk, { own: (page) => ({ sent: sentOn.get(page) ?? 0, read: readOn.get(page) ?? 0 }) });

const question = (page: Page) => parley(page).getByRole('group', { name: 'Restore draft?' });

async function write(page: Page, text: string): Promise<void> {
  await ready(page, /^(good|limited)$/);
  await replyBox(page).click();
  await page.keyboard.type(text);
  await eventually(() => composerState(page)).toBe(text);
  // The cards fold once Parley has noticed the text.
  await parley(page)
    .getByRole('button', { name: /^\d+ repl(y|ies)$/ })
    .waitFor();
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page, /^(good|limited)$/);
}

describe('an unsent draft', () => {
  it('is offered after the page was loaded anew, and put back on request', async () => {
    const page = await desk.openThread('where-de');
    await write(page, 'Guten Tag, wir haben DHL');
    await reload(page);
    await question(page).waitFor();
    expect(await composerState(page)).toBe('');
    await question(page).getByRole('button', { name: 'Restore' }).click();
    await eventually(() => composerState(page)).toBe('Guten Tag, wir haben DHL');
    expect(await question(page).count()).toBe(0);
  });

  it('is forgotten when it is discarded', async () => {
    const page = await desk.openThread('where-en');
    await write(page, 'Hello, we have');
    await reload(page);
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await question(page).waitFor({ state: 'detached' });
    await reload(page);
    expect(await question(page).count()).toBe(0);
    expect(await composerState(page)).toBe('');
  });

  it('is gone once the agent has sent the message', async () => {
    const page = await desk.openThread('shoe-uk');
    await write(page, 'Hello, the shoe is true to size.');
    sentOn.set(page, 1);
    await sendButton(page).click();
    await eventually(async () => (await replicaLog(page)).state.sentTexts.length).toBe(1);
    await eventually(() => composerState(page)).toBe('');
    sentOn.delete(page);
    await reload(page);
    expect(await question(page).count()).toBe(0);
  });

  it('is gone once the agent has sent it by Enter in the chat', async () => {
    const page = await desk.openChat('where-ru');
    await write(page, 'Здравствуйте!');
    await page.keyboard.press('Enter');
    sentOn.set(page, 1);
    await eventually(async () => (await replicaLog(page)).state.sentTexts).toEqual(['Здравствуйте!']);
    sentOn.delete(page);
    // The chat forgets which session was open when it is loaded anew.
    await desk.openChat('where-ru', {}, page);
    await ready(page);
    expect(await question(page).count()).toBe(0);
  });

  it('stays with its own conversation', async () => {
    const first = await desk.openThread('invoice-de');
    await write(first, 'Die Rechnung');
    const other = await desk.openThread('where-fr', {}, first);
    await ready(other);
    expect(await question(other).count()).toBe(0);
    const again = await desk.openThread('invoice-de');
    await ready(again);
    await question(again).getByRole('button', { name: 'Restore' }).click();
    await eventually(() => composerState(again)).toBe('Die Rechnung');
  });

  it('is kept when the chat empties its box to show another session, and offered on return', async () => {
    const page = await desk.openChat('where-es', { onSwitch: 'clear' });
    await write(page, 'Hola, su pedido');
    readOn.set(page, 1);
    await page.locator('.session', { hasText: '김민지' }).first().click();
    await eventually(() => composerState(page)).toBe('');
    await eventually(() => parley(page).getByRole('status', { name: 'Buyer language: Korean' }).count()).toBe(1);
    expect(await question(page).count()).toBe(0);
    readOn.set(page, 2);
    await page.locator('.session', { hasText: 'María' }).first().click();
    await question(page).getByRole('button', { name: 'Restore' }).click();
    await eventually(() => composerState(page)).toBe('Hola, su pedido');
  });
});
