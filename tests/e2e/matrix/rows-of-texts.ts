import { expect } from 'vitest';
import { caretIsAtEnd, holdsWhole, pressFirst, stepOf, undoes, untouched } from './insert';
import { chat, type Row, type RowResult, thread } from './row';
import { clickBox, clickParley, look, ready, type Tab, until, watch, withHand } from './tab';

/** Everything at once that a careless insertion breaks: RTL with numbers, joined emoji, tabs, blank lines. */
const HARD =
  'مرحبا آنا، طلبك رقم 999-1234567-1234567 في الطريق.\n\nDanke 👨‍👩‍👧‍👦 🇩🇪 👍🏽\n\tSize\tEU 39\n  Cafe\u0301 สวัสดีครับ\nשלום';

/** Puts a text into the box as the page's own app would have it, as if the person had written it. */
const isThere = (tab: Tab, text: string): Promise<void> =>
  withHand(
    tab,
    `(() => {
  const box = hand.field();
  box.focus();
  hand.doc.execCommand('selectAll');
  hand.doc.execCommand(${JSON.stringify(text)} === '' ? 'delete' : 'insertText', false, ${JSON.stringify(text)});
})()`,
  );

const stateIs = async (tab: Tab, text: string): Promise<void> => {
  await until(() => look(tab).then(({ state }) => state)).toBe(text);
};

/** Inserts an exact text through the extension: as the popup does, or else as a kept draft that is put back. */
async function insertText(tab: Tab, text: string, url: string): Promise<void> {
  if (tab.fromPopup) return tab.fromPopup(text);
  await isThere(tab, text);
  await until(() => withHand<number>(tab, `hand.ours()?.querySelectorAll('[data-template]').length ?? 0`)).toBe(0);
  // A draft is kept a moment after the last key.
  await new Promise((done) => setTimeout(done, 1_500));
  await tab.goto(url);
  await ready(tab);
  await watch(tab);
  await clickParley(tab, '[role=group][aria-label="Restore draft?"] button');
}

async function isExact(tab: Tab, url: string): Promise<string> {
  // A source with Windows line ends; a kept draft comes from a text box and has none.
  const source = tab.fromPopup ? HARD.replace(/\n/g, '\r\n') : HARD;
  await ready(tab);
  await watch(tab);
  await insertText(tab, source, url);
  const text = source.replace(/\r\n?/g, '\n');
  await stateIs(tab, text);
  const seen = await look(tab);
  holdsWhole(seen, text);
  await caretIsAtEnd(tab, text);
  await tab.close();
  return stepOf(seen);
}

/** Opens another conversation while an insertion waits: once the box has the focus, or once it has reported something. */
const switches = (event: string): string => `(() => {
  const row = [...hand.doc.querySelectorAll('.session')].find((each) => each.textContent.includes('김민지'));
  hand.field().addEventListener('${event}', () => setTimeout(() => row.click(), 5), { once: true });
})()`;

async function modes(open: (url: string) => Promise<Tab>): Promise<RowResult> {
  const tab = await open(thread());
  await ready(tab);
  const reply = (await pressFirst(tab)).state;
  /** What the box holds after the reply came into a text, wherever the person had the caret or a selection. */
  const into = async (present: string, aim: () => Promise<void>): Promise<string> => {
    await isThere(tab, present);
    await stateIs(tab, present);
    await aim();
    await pressFirst(tab);
    return (await look(tab)).state;
  };
  const keys = async (...chords: string[]): Promise<void> => {
    for (const chord of chords) await tab.press(chord);
  };
  expect(await into('  \n ', () => keys('Control+Home'))).toBe(reply);
  expect(await into('Hallo. Ende.', () => keys('Control+End'))).toBe(`Hallo. Ende.\n\n${reply}`);
  const six = Array.from({ length: 6 }, () => 'ArrowRight');
  expect(await into('Hallo. Ende.', () => keys('Control+Home', ...six))).toBe(`Hallo.\n\n${reply} Ende.`);
  const marked = ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'];
  expect(await into('Hallo. Ende.', () => keys('Control+Home', ...six, ...marked))).toBe(`Hallo.\n\n${reply}.`);
  await undoes(tab, 'Hallo. Ende.');
  const seen = await look(tab);
  untouched(seen);
  await tab.close();
  return { step: 'execCommand', result: 'blank replaced, at end, at caret, over a selection: exact, undo' };
}

/** Rows 14 to 18: what becomes of texts that are too long, hard to write, or late. */
export const rowsOfTexts: readonly Row[] = [
  {
    number: 14,
    what: 'maxlength 4000 with 3,990 present',
    async run(open) {
      const tab = await open(thread());
      await ready(tab);
      const present = `${'Dear buyer, '.repeat(332)}thanks`;
      expect(present).toHaveLength(3_990);
      await isThere(tab, present);
      await stateIs(tab, present);
      const seen = await pressFirst(tab);
      expect(seen.notice).toMatch(/^\d+ characters over the limit of 4,?000\. Nothing was inserted/);
      expect([seen.state, seen.field]).toEqual([present, present]);
      // A form that asks for a day takes the focus, and a box that is left tells its page so.
      expect(seen.events.filter((event) => !event.startsWith('change'))).toEqual([]);
      untouched(seen);
      await tab.close();
      return { step: 'refused', result: 'count and limit said, nothing cut' };
    },
  },
  {
    number: 15,
    what: 'while an input method composes',
    needs: 'ime',
    async run(open) {
      const tab = await open(thread());
      await ready(tab);
      await clickBox(tab);
      await tab.ime?.begin('ni hao');
      await watch(tab);
      const inserting = tab.fromPopup?.('Danke.');
      await new Promise((done) => setTimeout(done, 250));
      expect((await look(tab)).field, 'nothing is written into an unfinished word').toBe('ni hao');
      await tab.ime?.commit('你好');
      await inserting;
      await until(() => look(tab).then(({ state }) => state)).toBe('你好\n\nDanke.');
      const seen = await look(tab);
      untouched(seen);
      await tab.close();
      return { step: stepOf(seen), result: 'after the word was finished, both texts whole' };
    },
  },
  {
    number: 16,
    what: 'RTL, joined emoji, CRLF, tabs, many lines',
    async run(open) {
      const steps = new Set<string>();
      for (const url of [thread({ rerender: 'onInput' }), chat({ rerender: 'onInput' }), thread({ loc: 'ar' })]) {
        steps.add(await isExact(await open(url), url));
      }
      return { step: [...steps].join('; '), result: 'exact with \\n, also when drawn anew per event' };
    },
  },
  { number: 17, what: 'replace, append, at caret, over a selection', run: modes },
  {
    number: 18,
    what: 'session switched between click and insert',
    async run(open) {
      const waits = [
        ['focus', chat()],
        // The page refuses what is typed, so that a second step would follow.
        ['input', chat({ noExec: '1' })],
      ] as const;
      for (const [event, url] of waits) {
        const tab = await open(url);
        await ready(tab);
        await withHand(tab, switches(event));
        const seen = await pressFirst(tab);
        expect(seen.notice).toMatch(/^The conversation changed before the reply/);
        expect([seen.state, seen.field]).toEqual(['', '']);
        // The switch itself was made by the test, by script.
        untouched(seen, { read: 1, bot: 1 });
        await tab.close();
      }
      return { step: 'cancelled', result: 'told; nothing in the other conversation' };
    },
  },
];
