import { expect } from 'vitest';
import { amazonThreadUrl } from '../../replica/urls';
import { insertsWhole, pressFirst, repliesIn, stepOf, untouched } from './insert';
import { chat, type Row, thread } from './row';
import { clickBox, clickParley, look, ready, type Tab, until, watch, withHand } from './tab';

const whole = 'whole, once, Send on, caret at its end';

const insertOn = async (open: (url: string) => Promise<Tab>, url: string): Promise<string> => {
  const tab = await open(url);
  await ready(tab);
  const step = await insertsWhole(tab);
  await tab.close();
  return step;
};

/** Writes into the box the way naive tools do, from the page's own world. */
const writeNaively = (tab: Tab): Promise<void> =>
  withHand(
    tab,
    `(() => { const box = hand.field(); box.value = 'naive'; box.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );

async function clipboardOn(tab: Tab): Promise<void> {
  await ready(tab);
  const seen = await pressFirst(tab);
  expect(seen.notice).toMatch(/^The text box did not take the text\. It is copied: paste it with Ctrl\+V\./);
  expect([seen.state, seen.field, seen.sendEnabled]).toEqual(['', '', false]);
  untouched(seen);
  // The person does what was said; the text is there once, with nothing left behind to double it.
  await clickBox(tab);
  await tab.press('Control+v');
  await until(() => look(tab).then(({ field }) => repliesIn(field))).toBe(1);
  await tab.close();
}

/** Rows 1 to 13: which field takes a reply, and by which step. */
export const rowsOfFields: readonly Row[] = [
  {
    number: 1,
    what: 'plain textarea',
    run: async (open) => ({ step: await insertOn(open, chat({ commit: 'A' })), result: `${whole}, undo` }),
  },
  {
    number: 2,
    what: 'React textarea; with an input filter',
    async run(open) {
      const typed = await insertOn(open, chat());
      const set = await insertOn(open, chat({ noExec: '1' }));
      expect([typed, set]).toEqual(['execCommand', 'setter + input']);
      return { step: `${typed}; ${set}`, result: `${whole}; undo where typed, said where not` };
    },
  },
  {
    number: 3,
    what: 'React with foreign reset',
    async run(open) {
      const tab = await open(chat());
      await ready(tab);
      await writeNaively(tab);
      await until(() => look(tab).then(({ field }) => field)).toBe('');
      expect((await look(tab)).state, 'the oracle reports a naive write as a failure').toBe('');
      const step = await insertsWhole(tab);
      await tab.close();
      return { step, result: `${whole}; a naive write fails` };
    },
  },
  {
    number: 4,
    what: 'kat-textarea A, app listens to input',
    run: async (open) => ({ step: await insertOn(open, thread({ commit: 'A' })), result: `${whole}, undo` }),
  },
  {
    number: 5,
    what: 'kat-textarea B, app listens to change',
    async run(open) {
      const tab = await open(thread({ commit: 'B' }));
      await ready(tab);
      const seen = await pressFirst(tab);
      expect(seen.state).toMatch(/^Guten Tag Lena/);
      expect([seen.field, seen.sendEnabled]).toEqual([seen.state, true]);
      expect(seen.events).toContain('change! textarea');
      untouched(seen);
      await tab.close();
      return { step: `${stepOf(seen)} + composed change`, result: 'whole, once, Send on without leaving the box' };
    },
  },
  {
    number: 6,
    what: 'kat-textarea C, attribute ignored in focus',
    async run(open) {
      const tab = await open(thread({ commit: 'C' }));
      await ready(tab);
      await withHand(
        tab,
        `(() => {
  hand.win.__attributes = 0;
  new MutationObserver((seen) => (hand.win.__attributes += seen.length)).observe(hand.host(), { attributeFilter: ['value'] });
})()`,
      );
      const step = await insertsWhole(tab);
      expect(await withHand(tab, 'hand.win.__attributes'), 'the host attribute was not reached').toBe(0);
      await tab.close();
      return { step, result: `${whole}, undo; host attribute untouched` };
    },
  },
  {
    number: 7,
    what: 'no reaction at all (N), both markets',
    async run(open) {
      await clipboardOn(await open(thread({ commit: 'N' })));
      await clipboardOn(await open(chat({ commit: 'N' })));
      return { step: 'clipboard', result: 'said so, box as before, one paste brings it' };
    },
  },
  {
    number: 8,
    what: 'Katal in the light DOM',
    run: async (open) => ({ step: await insertOn(open, thread({ shadow: 'light' })), result: `${whole}, undo` }),
  },
  {
    number: 9,
    what: 'closed root',
    async run(open) {
      const tab = await open(thread({ shadow: 'closed' }));
      await ready(tab);
      expect(await withHand(tab, 'hand.host().shadowRoot'), 'the page itself cannot look inside').toBeNull();
      const step = await insertsWhole(tab);
      await tab.close();
      return { step, result: `${whole}, undo; by the extension-only accessor` };
    },
  },
  {
    number: 10,
    what: 'frame of the same origin; about:blank',
    async run(open) {
      const inFrame = async (url: string): Promise<string> => {
        const tab = await open(url);
        await ready(tab);
        // Keys go to the frame the person writes in.
        await clickBox(tab);
        const step = await insertsWhole(tab);
        await tab.close();
        return step;
      };
      const same = await inFrame(thread({ frame: 'same' }));
      const blank = await inFrame(thread({ frame: 'blank' }));
      const inChat = await inFrame(chat({ frame: 'same' }));
      expect(new Set([same, blank, inChat])).toEqual(new Set(['execCommand']));
      return { step: 'execCommand', result: `${whole}, by the frame's own script` };
    },
  },
  {
    number: 11,
    what: 'node swapped at its first focus',
    async run(open) {
      const inThread = await insertOn(open, thread({ rerender: 'swapNode' }));
      const inChat = await insertOn(open, chat({ rerender: 'swapNode' }));
      expect([inThread, inChat]).toEqual(['execCommand', 'execCommand']);
      return { step: 'execCommand after one new look', result: `${whole}, no double` };
    },
  },
  {
    number: 12,
    what: 'disabled; hidden or read-only copy',
    async run(open) {
      const expired = await open(amazonThreadUrl('expired'));
      await ready(expired);
      await watch(expired);
      await clickParley(expired, '.p-card button[aria-label^="Copy"]');
      await until(() => look(expired).then(({ notice }) => notice)).toMatch(/^Copied\./);
      const seen = await look(expired);
      expect([seen.state, seen.field, seen.events]).toEqual(['', '', []]);
      untouched(seen);
      await expired.close();
      const copies = [thread({ dup: '1' }), chat({ dup: '1' })];
      for (const url of copies) {
        const tab = await open(url);
        await ready(tab);
        await insertsWhole(tab);
        const hidden = `[...hand.doc.querySelectorAll('[hidden] kat-textarea, textarea[hidden]')]`;
        const held = await withHand<readonly string[]>(tab, `${hidden}.map((box) => box.value)`);
        expect(held.length).toBeGreaterThan(0);
        expect(held.join('')).toBe('');
        await tab.close();
      }
      return { step: 'clipboard; execCommand', result: 'switched-off box and copies never written' };
    },
  },
  {
    number: 13,
    what: 'editable element',
    run: async (open) => ({ step: await insertOn(open, chat({ box: 'editable' })), result: `${whole}, undo` }),
  },
];
