// @vitest-environment node
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, eventually, form, holdTheLine, onSettings, ready, soon, typeDay } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  await onSettings(desk, async (settings) => {
    await settings.getByLabel('My initials').fill('LW');
    await settings.keyboard.press('Enter');
    await settings.getByText('Saved.').first().waitFor();
  });
  page = await desk.openExtensionPage('dashboard.html#/templates');
  await page.locator('tr[data-template]').first().waitFor();
});

afterAll(() => desk.close());

holdTheLine(() => desk, { keep: () => page });

const TITLE = 'Colour out of stock';
const editor = () => page.getByRole('group', { name: 'Reply editor' });
const field = (name: string) => editor().getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp) => editor().getByRole('button', { name });
const chip = (language: string) =>
  editor()
    .getByRole('list', { name: 'Languages of this reply' })
    .getByRole('button', { name: new RegExp(`^${language}`) });
const saveState = () => editor().locator('[data-save-state]');
const row = (id: string) => page.locator(`tr[data-template="${id}"]`);

/** Goes to a control and presses a key there. */
const press = async (control: Locator, key = 'Enter'): Promise<void> => {
  await control.focus();
  await page.keyboard.press(key);
};
/** Puts words in place of those in a sentence. */
const write = async (name: string, words: string): Promise<void> => {
  await field(name).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(words);
};
const save = async (): Promise<void> => {
  await page.keyboard.press('Control+s');
  await eventually(() => saveState().innerText()).toBe('Everything is saved.');
};
/** The caret: in which field, and where. */
const caret = () =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLTextAreaElement | null;
    return { in: active?.getAttribute('aria-label'), at: active?.selectionStart };
  });
const unfold = async (title: string): Promise<void> => {
  const fold = editor()
    .locator('details', { has: page.locator('summary', { hasText: title }) })
    .last();
  if ((await fold.getAttribute('open')) === null) await press(fold.locator('summary').first());
};
const axeFindings = async (): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('main');
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)}`));
  });
};
const openFromList = async (id: string): Promise<void> => {
  await page.goto(`chrome-extension://${desk.extensionId}/dashboard.html#/templates`);
  await row(id).waitFor();
  await press(row(id));
  await editor().waitFor();
};
/** The first reply of the German conversation: which it is, and its words. */
const firstCard = async (): Promise<{ readonly id: string; readonly text: string }> => {
  const thread = await desk.openThread('where-de');
  await ready(thread);
  const card = cards(thread).first();
  const shown = { id: (await card.getAttribute('data-template')) ?? '', text: (await card.textContent()) ?? '' };
  await thread.close();
  return shown;
};

describe('a shipped reply with the desk’s own words', () => {
  it('is what the next German conversation suggests, until the shipped words come back', async () => {
    const { id, text } = await firstCard();
    expect(text).toContain('Freundliche Grüße');
    await openFromList(id);
    await press(chip('German'));
    const closing = editor().locator('[data-block=close] textarea[lang=de]');
    await closing.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Herzliche Grüße');
    await eventually(() => saveState().innerText()).toBe('Not saved yet.');
    await save();
    const changed = await firstCard();
    expect(changed.id).toBe(id);
    expect(changed.text).toContain('Herzliche Grüße');
    await press(button('Back to the shipped words'));
    await press(editor().getByRole('alertdialog').getByRole('button', { name: 'Back to the shipped words' }));
    await eventually(() => closing.inputValue()).toBe('Freundliche Grüße');
    expect((await firstCard()).text).toContain('Freundliche Grüße');
  });

  it('keeps each version, the shipped one last and without a date, and shows what differs', async () => {
    await openFromList('where-is-order-shipped');
    await press(chip('German'));
    const closing = editor().locator('[data-block=close] textarea[lang=de]');
    for (const words of ['Beste Grüße', 'Herzliche Grüße']) {
      await closing.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(words);
      await save();
    }
    await unfold('What it said before');
    const versions = editor().locator('[data-version]');
    await eventually(() => versions.count()).toBe(2);
    expect(await versions.last().innerText()).toMatch(/^As shipped\s/);
    expect(await versions.last().innerText()).not.toMatch(/\d{4}/);
    expect(await versions.first().innerText()).toMatch(/LW/);
    await press(versions.first().getByRole('button', { name: /^Compare/ }));
    // Compared with the words in the editor once they have been quiet for a moment.
    await eventually(() => versions.first().locator('ins').innerText()).toContain('Herzliche');
    expect(await versions.first().locator('del').innerText()).toContain('Beste');
    await press(versions.last().getByRole('button', { name: /^Bring back/ }));
    await eventually(() => closing.inputValue()).toBe('Freundliche Grüße');
  });
});

describe('a reply of the desk’s own', () => {
  it('is written in three languages, with a date and a choice of its own', async () => {
    await page.goto(`chrome-extension://${desk.extensionId}/dashboard.html#/templates`);
    await press(page.getByRole('button', { name: 'New reply' }).or(page.getByRole('link', { name: 'New reply' })));
    await editor().waitFor();
    await page.getByLabel('Title in English').fill(TITLE);
    // Two braces open the list of values; its own form adds the choice.
    await field('Sentence 2, English').focus();
    await page.keyboard.type('The {{');
    const picker = editor().getByRole('dialog');
    await picker.getByRole('combobox').waitFor();
    await press(picker.getByRole('button', { name: 'Add a value of your own' }));
    await picker.getByLabel('What agents read').waitFor();
    await page.keyboard.type('Colour offered');
    await picker.getByLabel('Kind of value').selectOption('choice');
    await picker.getByLabel(/^Choices/).focus();
    await page.keyboard.type('blue\nred');
    await press(picker.getByRole('button', { name: 'Keep the value' }));
    const english = () => field('Sentence 2, English').inputValue();
    await eventually(english).toBe("The {% if colourOffered == 'blue' %}{% else %}{% endif %}");
    // The caret stands where the words of the first choice go.
    await eventually(() => caret().then(({ in: where }) => where)).toBe('Sentence 2, English');
    await page.keyboard.type('blue');
    await eventually(english).toBe("The {% if colourOffered == 'blue' %}blue{% else %}{% endif %}");
    await write(
      'Sentence 2, English',
      "The {% if colourOffered == 'blue' %}blue{% else %}red{% endif %} one is in stock. We will write to you by ",
    );
    await page.keyboard.press('Control+Space');
    await page.keyboard.type('updateDate');
    await page.keyboard.press('Enter');
    await eventually(english).toMatch(/by \{\{ \w+ \| day \}\}$/);
    const day = /\{\{ \w+ \| day \}\}/.exec(await english())?.[0] ?? '';
    await page.keyboard.type('.');
    await press(chip('German'));
    await write(
      'Sentence 2, German',
      `die {% if colourOffered == 'blue' %}blaue{% else %}rote{% endif %} Ausführung ist auf Lager. Wir schreiben Ihnen bis zum ${day}.`,
    );
    await press(chip('Chinese'));
    if (await button('Begin Chinese').count()) await press(button('Begin Chinese'));
    await write(
      'Sentence 2, Chinese',
      `{% if colourOffered == 'blue' %}蓝色款{% else %}红色款{% endif %}有货。我们会在${day}前给您答复。`,
    );
    await save();
    expect(page.url()).toMatch(/#\/templates\/own-/);
  });

  it('is not saved with a mistake, which is shown where it is', async () => {
    const before = await field('Sentence 2, Chinese').inputValue();
    await field('Sentence 2, Chinese').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('{% if colourOffered %}');
    const cell = editor().locator('[data-block=answer] [data-lang=zh]');
    await cell.getByText(/Line 1, column \d+: .* never closed/).waitFor();
    await page.keyboard.press('Control+s');
    await editor().getByText('Not saved: something below has to be put right first.').waitFor();
    await field('Sentence 3, English').focus();
    await press(cell.getByRole('button', { name: /^Go there/ }));
    await eventually(caret).toEqual({ in: 'Sentence 2, Chinese', at: before.length });
    expect(await axeFindings()).toEqual([]);
    await write('Sentence 2, Chinese', before);
    await eventually(() => cell.getByText(/never closed/).count()).toBe(0);
    await save();
  });

  it('is found in a conversation, asks with its own words and is inserted', async () => {
    const thread = await desk.openThread('where-de');
    await ready(thread);
    await replyBox(thread).click();
    await thread.keyboard.press('Alt+k');
    await parley(thread).getByRole('option').first().waitFor();
    await thread.keyboard.type(TITLE);
    await eventually(() => parley(thread).locator('[role=option][aria-selected=true]').innerText()).toContain(TITLE);
    await thread.keyboard.press('Enter');
    await form(thread).waitFor();
    const asked = form(thread).getByRole('group', { name: 'Colour offered' });
    expect(await asked.getByRole('radio').count()).toBe(2);
    await asked.getByRole('radio', { name: 'Blue' }).waitFor();
    await asked.getByRole('radio', { name: 'Red' }).check();
    await form(thread).locator('input[type=date]').focus();
    await typeDay(thread, soon());
    await thread.keyboard.press('Enter');
    await eventually(() => composerState(thread)).toContain(
      'die rote Ausführung ist auf Lager. Wir schreiben Ihnen bis zum ',
    );
    expect(await composerState(thread)).not.toMatch(/[{}[\]]|colourOffered/);
  });

  it('is signed as read, and alone is suggested once only reviewed texts are', async () => {
    await unfold('Read by a person');
    await press(button('I have read it: German'));
    await editor()
      .getByText(/read by LW/)
      .waitFor();
    await editor().getByRole('button', { name: 'German: whole, read by a person' }).waitFor();
    await page.goto(`chrome-extension://${desk.extensionId}/dashboard.html#/templates`);
    await press(page.getByRole('switch', { name: 'Suggest only reviewed texts' }), 'Space');
    await page.getByRole('switch', { name: 'Suggest only reviewed texts', checked: true }).waitFor();
    const thread = await desk.openThread('where-de');
    await parley(thread).getByText(TITLE).first().waitFor();
    const own = page.url();
    expect(own).toContain('#/templates');
    const ids = await cards(thread).evaluateAll((found) =>
      found.map((one) => (one as HTMLElement).dataset['template']),
    );
    expect(ids).toEqual([expect.stringMatching(/^own-/)]);
    await thread.close();
    await press(page.getByRole('switch', { name: 'Suggest only reviewed texts' }), 'Space');
    await page.getByRole('switch', { name: 'Suggest only reviewed texts', checked: false }).waitFor();
  });
});

describe('unsaved words', () => {
  it('wait behind the browser’s Back button', async () => {
    await openFromList('where-is-order-shipped');
    await field('Sentence 6, English').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' from us');
    await page.goBack();
    await row('where-is-order-shipped').waitFor();
    await page.goForward();
    await editor().getByText('These are the changes you had not saved.').waitFor();
    expect(await field('Sentence 6, English').inputValue()).toBe('Kind regards from us');
    await press(button('Drop them'));
    await eventually(() => saveState().innerText()).toBe('Everything is saved.');
  });
});

describe('the editor on screens of every kind', () => {
  it('passes axe in light and dark, and never scrolls sideways, mirrored neither', async () => {
    await openFromList('where-is-order-shipped');
    for (const fold of ['About this reply', 'Values', 'Read by a person', 'What it said before']) await unfold(fold);
    const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    for (const width of [1366, 900]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await isTooWide()).toBe(false);
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      expect(await isTooWide()).toBe(false);
      await page.evaluate(() => (document.documentElement.dir = 'ltr'));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings()).toEqual([]);
      }
    }
  });

  it('answers a key in a reply of fourteen languages within a frame', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await openFromList('where-is-order-shipped');
    await field('Sentence 2, English').focus();
    await page.keyboard.press('Control+End');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const scriptMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
    };
    const before = await scriptMs();
    const typed = 'and thank you so much';
    await page.keyboard.type(typed, { delay: 40 });
    const perKey = ((await scriptMs()) - before) / typed.length;
    await session.detach();
    expect(perKey).toBeGreaterThan(0);
    expect(perKey).toBeLessThan(16);
    await press(button('Close'));
    await press(editor().getByRole('button', { name: 'Leave without saving' }));
    await row('where-is-order-shipped').waitFor();
  });
});
