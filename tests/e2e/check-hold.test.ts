// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../replica/knobs';
import { button, holdSending, overrides } from './check-kit';
import { checkButton, eventually, holdTheLine, notice, ready, sendButton } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replicaLog, replyBox } from './harness/page-checks';

let desk: Desk;
/** How many messages each page has sent by the test's own presses. */
const sentOn = new Map<Page, number>();

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  await holdSending(desk, true);
});
beforeEach(() => sentOn.clear());
afterAll(() => desk.close());

holdTheLine(() => desk, { own: (page) => ({ sent: sentOn.get(page) ?? 0 }) });

const RISKY = 'Thank you. Please change your review to 5 stars and we will refund you in full.';
const FORMATTING = 'HELLO!!! YOUR PARCEL LEFT OUR WAREHOUSE TODAY!!!';

const dialog = (page: Page) => parley(page).getByRole('alertdialog', { name: 'Not sent yet: please look once more' });
const sent = async (page: Page): Promise<readonly string[]> => (await replicaLog(page)).state.sentTexts;

const thread = async (knobs: KnobChoice = {}): Promise<Page> => {
  const page = await desk.openThread('where-en', knobs);
  await ready(page, /^(good|limited)$/);
  return page;
};
const chat = async (): Promise<Page> => {
  const page = await desk.openChat('where-es');
  await ready(page, /^(good|limited)$/);
  return page;
};
async function write(page: Page, text: string): Promise<void> {
  await replyBox(page).click();
  await page.keyboard.insertText(text);
  await eventually(() => composerState(page)).toBe(text);
  // On a busy machine the check takes its time to come; before it is there nothing is held.
  await checkButton(page).waitFor();
}
const RISKY_ES = 'Gracias. Si cambia su reseña a 5 estrellas, le devolvemos todo el dinero.';

describe('with holding switched on', () => {
  it('stops one click on the page’s own Send, says why, and gives the focus back on Esc', async () => {
    const page = await thread();
    await write(page, RISKY);
    await parley(page)
      .getByRole('button', { name: /^\d+ issues?/ })
      .waitFor();
    await sendButton(page).click();
    await dialog(page).waitFor();
    expect(await sent(page)).toEqual([]);
    expect(await dialog(page).locator('[data-rule]').count()).toBeGreaterThan(0);
    const focused = () =>
      page.evaluate(() => document.querySelector('parley-root')?.shadowRoot?.activeElement?.textContent ?? '');
    await eventually(focused).toBe('Back to the message');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.type(' X');
    await eventually(() => composerState(page)).toBe(`${RISKY} X`);
  });

  it('lets the next press of the same text through once a reason is given, and notes rules and reason, no text', async () => {
    const page = await thread();
    await write(page, RISKY);
    await sendButton(page).click();
    await dialog(page).waitFor();
    await dialog(page).getByRole('button', { name: 'Send anyway' }).click();
    await dialog(page).getByRole('alert').waitFor();
    expect(await sent(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'False alarm' }).click();
    await dialog(page).getByRole('button', { name: 'Send anyway' }).click();
    await eventually(() => notice(page).innerText()).toMatch(/^Noted\. Press Send on the page within a minute/);
    expect(await sent(page)).toEqual([]);
    sentOn.set(page, 1);
    await sendButton(page).click();
    await eventually(() => sent(page)).toEqual([RISKY]);
    const [kept] = await overrides(desk);
    expect(kept?.reason).toBe('False alarm');
    expect(kept?.rules.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('refund you');
  });

  it('asks again when the text was changed after the reason', async () => {
    const page = await thread();
    await write(page, RISKY);
    await sendButton(page).click();
    await dialog(page).getByRole('button', { name: 'False alarm' }).click();
    await dialog(page).getByRole('button', { name: 'Send anyway' }).click();
    await page.keyboard.type(' Please!');
    await sendButton(page).click();
    await dialog(page).waitFor();
    expect(await sent(page)).toEqual([]);
  });

  it('never stops formatting, nor an ordinary message', async () => {
    const page = await thread();
    await write(page, FORMATTING);
    await parley(page)
      .getByRole('button', { name: /^\d+ issues?/ })
      .waitFor();
    sentOn.set(page, 1);
    await sendButton(page).click();
    await eventually(() => sent(page)).toEqual([FORMATTING]);
    expect(await dialog(page).count()).toBe(0);
  });

  it('stops the Enter that sends in a chat, its repeats too, and lets it pass after a reason', async () => {
    const page = await chat();
    await write(page, RISKY_ES);
    await page.keyboard.down('Enter');
    await dialog(page).waitFor();
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await eventually(() => dialog(page).count()).toBe(1);
    expect(await sent(page)).toEqual([]);
    await dialog(page).getByRole('textbox').fill('The buyer has agreed in writing');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    sentOn.set(page, 1);
    await page.keyboard.press('Enter');
    await eventually(() => sent(page)).toEqual([RISKY_ES]);
  });

  it('leaves the Enter of an input method alone and does not count it', async () => {
    const page = await chat();
    await write(page, RISKY_ES);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await session.send('Input.insertText', { text: 'é' });
    await eventually(() => composerState(page)).toBe(`${RISKY_ES}é`);
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    expect(await sent(page)).toEqual([]);
  });

  it.each([
    ['a component in an open shadow root', { shadow: 'open' }],
    ['a component in the light DOM', { shadow: 'light' }],
    ['wrappers and one more shadow root', { depth: '4' }],
  ] as const)('stops keys on the send control as well: %s', async (_where, knobs) => {
    const page = await thread(knobs);
    await write(page, RISKY);
    await sendButton(page).locator('button').first().focus();
    await page.keyboard.press('Space');
    await dialog(page).waitFor();
    await button(page, 'Back to the message').click();
    await sendButton(page).locator('button').first().focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    expect(await sent(page)).toEqual([]);
  });

  it('asks about another buyer’s order before anything has answered', async () => {
    const page = await thread();
    await replyBox(page).click();
    // The engine comes with the first text; the number comes last, and the press right after it.
    await page.keyboard.insertText('Your order is on its way. ');
    await checkButton(page).filter({ hasText: 'No issues' }).waitFor();
    await sendButton(page).scrollIntoViewIfNeeded();
    const send = await sendButton(page).boundingBox();
    if (!send) throw new Error('the page shows no Send');
    await page.mouse.move(send.x + send.width / 2, send.y + send.height / 2);
    await page.keyboard.insertText('999-1234567-7654321');
    await page.mouse.down();
    await page.mouse.up();
    await eventually(async () => (await dialog(page).count()) + (await sent(page)).length).toBeGreaterThan(0);
    expect(await sent(page)).toEqual([]);
  });
});

describe('with holding switched off', () => {
  it('leaves every press to the page', async () => {
    await holdSending(desk, false);
    const page = await thread();
    await write(page, RISKY);
    await parley(page)
      .getByRole('button', { name: /^\d+ issues?/ })
      .waitFor();
    sentOn.set(page, 1);
    await sendButton(page).click();
    await eventually(() => sent(page)).toEqual([RISKY]);
  });
});
