// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../../replica/knobs';
import { type Desk, launchDesk } from './launch-desk';
import { assertNothingForbidden, composerState, counters, replicaLog, replyBox } from './page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ extensionDir: null });
});

afterAll(() => desk.close());

afterEach(async () => {
  for (const page of desk.context.pages()) await page.close();
  expect(desk.refused).toEqual([]);
});

describe('when the page believes that text arrived', () => {
  const text = 'Guten Tag,\ndanke für die Nachricht.';

  const open = async (knobs: KnobChoice): Promise<Page> => {
    const page = await desk.openThread('where-de', knobs);
    await replyBox(page).waitFor();
    return page;
  };
  const send = (page: Page) => page.locator('kat-button[data-r=send]');
  const insert = (page: Page, words: string) =>
    page.evaluate((said) => {
      const field = document.querySelector('kat-textarea[data-r=composer]')?.shadowRoot?.querySelector('textarea');
      field?.focus();
      document.execCommand('insertText', false, said);
    }, words);

  it.each(['A', 'C', 'R'] as const)(
    'commit %s takes typed and inserted text, shows the count and enables Send',
    async (commit) => {
      const page = await open({ commit });
      await replyBox(page).click();
      await page.keyboard.type('Hallo ');
      expect(await composerState(page)).toBe('Hallo ');
      await insert(page, text);
      expect(await composerState(page)).toBe(`Hallo ${text}`);
      expect(await page.locator('kat-textarea[data-r=composer] .counter').innerText()).toBe(`${text.length + 6}/4000`);
      expect(await page.locator('.preview-text').innerText()).toBe(`Hallo ${text}`);
      expect(await send(page).getAttribute('disabled')).toBeNull();
    },
  );

  it('commit B takes it only when the box is left', async () => {
    const page = await open({ commit: 'B' });
    await insert(page, text);
    expect(await composerState(page)).toBe('');
    await page.locator('h2').first().click();
    await page.mouse.click(5, 400);
    await replyBox(page).blur();
    expect(await composerState(page)).toBe(text);
  });

  it('commit C ignores the host attribute while the box has focus', async () => {
    const page = await open({ commit: 'C' });
    const write = () =>
      page.locator('kat-textarea[data-r=composer]').evaluate((host) => host.setAttribute('value', 'foreign'));
    await replyBox(page).focus();
    await write();
    expect(await replyBox(page).inputValue()).toBe('');
    await replyBox(page).blur();
    await page.locator('kat-textarea[data-r=composer]').evaluate((host) => host.setAttribute('value', 'other'));
    expect(await replyBox(page).inputValue()).toBe('other');
  });

  it('commit R takes foreign text out again', async () => {
    const page = await open({ commit: 'R' });
    await replyBox(page).evaluate((field: HTMLTextAreaElement) => {
      field.value = 'foreign';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    expect(await composerState(page)).toBe('');
    await page.waitForTimeout(250);
    expect(await replyBox(page).inputValue()).toBe('');
  });

  it('commit N notices nothing', async () => {
    const page = await open({ commit: 'N' });
    await insert(page, text);
    await replyBox(page).blur();
    expect(await composerState(page)).toBe('');
    expect(await send(page).getAttribute('disabled')).not.toBeNull();
  });

  it('keeps the inner box out of reach in the closed variant, and takes typed text all the same', async () => {
    const page = await desk.openThread('where-de', { shadow: 'closed' });
    await page.locator('kat-textarea[data-r=composer][unique-id]').waitFor();
    expect(
      await page.evaluate(() => document.querySelector('kat-textarea[data-r=composer]')?.shadowRoot ?? null),
    ).toBeNull();
    await page.locator('kat-textarea[data-r=composer]').evaluate((host: HTMLElement) => host.focus());
    await page.keyboard.type('Hallo');
    expect(await composerState(page)).toBe('Hallo');
  });

  it('has the native box in the light variant', async () => {
    const page = await desk.openThread('where-de', { shadow: 'light' });
    await page.locator('kat-textarea[data-r=composer] > * textarea#katal-id-20').fill('Hallo');
    expect(await composerState(page)).toBe('Hallo');
  });

  it('replaces the composer once at its first focus', async () => {
    const page = await open({ rerender: 'swapNode' });
    const old = await page.locator('kat-textarea[data-r=composer]').elementHandle();
    await replyBox(page).focus();
    expect(await old?.evaluate((host) => host.isConnected)).toBe(false);
    await replyBox(page).fill('second');
    expect(await composerState(page)).toBe('second');
  });

  it('keeps the text when it draws anew at every input event', async () => {
    const page = await open({ rerender: 'onInput' });
    await insert(page, text);
    expect(await composerState(page)).toBe(text);
  });

  it('never offers an expired conversation, and a hidden copy is not the composer', async () => {
    const page = await desk.openThread('expired');
    await page.locator('kat-textarea[data-r=composer][unique-id]').waitFor();
    expect(await replyBox(page).isDisabled()).toBe(true);
    const twice = await open({ dup: '1' });
    expect(await twice.locator('kat-textarea[data-r=composer]').count()).toBe(2);
    await replyBox(twice).fill('visible');
    expect(await composerState(twice)).toBe('visible');
  });
});

describe('the React composer of the chat', () => {
  const open = async (knobs: KnobChoice = {}): Promise<Page> => {
    const page = await desk.openChat('where-es', knobs);
    await replyBox(page).waitFor();
    return page;
  };

  it('reports a naive assignment from the page world as a failure', async () => {
    const page = await open();
    await replyBox(page).evaluate((field: HTMLTextAreaElement) => {
      field.value = 'Hola';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(await composerState(page)).toBe('');
    await page.waitForTimeout(300);
    expect(await replyBox(page).inputValue()).toBe('');
  });

  it('takes an insertion through the editing command, line breaks included', async () => {
    const page = await open({ rerender: 'onInput' });
    await replyBox(page).focus();
    await page.evaluate(() => document.execCommand('insertText', false, 'Hola,\n¡gracias!'));
    expect(await composerState(page)).toBe('Hola,\n¡gracias!');
  });

  it('takes the prototype setter with an input event', async () => {
    const page = await open();
    await replyBox(page).evaluate((field: HTMLTextAreaElement) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'Hola');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(await composerState(page)).toBe('Hola');
    await page.waitForTimeout(250);
    expect(await replyBox(page).inputValue()).toBe('Hola');
  });

  it('sends by a real Enter: the box empties and a bubble of the seller appears', async () => {
    const page = await open();
    await replyBox(page).fill('Hola');
    await replyBox(page).press('Enter');
    await page.locator('.message.self', { hasText: 'Hola' }).waitFor();
    expect(await composerState(page)).toBe('');
    expect((await replicaLog(page)).state.sentTexts).toEqual(['Hola']);
    await assertNothingForbidden(page, { sent: 1 });
  });

  it.each([
    ['clear', ''],
    ['keep', 'draft'],
    ['swap', ''],
  ] as const)('treats the draft as the knob says when another session opens: %s', async (onSwitch, left) => {
    const page = await open({ onSwitch });
    await replyBox(page).fill('draft');
    await page.locator('.session', { hasText: '김민지' }).first().click();
    await expect.poll(() => composerState(page)).toBe(left);
    expect((await counters(page)).read).toBe(1);
  });
});
