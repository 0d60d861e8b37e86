import { expect } from 'vitest';
import { clickParley, look, type Sight, type Tab, until, watch } from './tab';

/** What the first suggestion of the two conversations used here starts with. */
const STARTS = /^(Guten Tag Lena Baumgartner|Hola, María Fernández)/;

/** How often a text holds such a reply. */
export const repliesIn = (text: string | undefined): number =>
  text?.match(/Guten Tag Lena Baumgartner|Hola, María Fernández/g)?.length ?? 0;

/** How the page was made to take a text, told from the events it saw. */
export type Step = 'execCommand' | 'setter + input' | 'host attribute' | 'clipboard' | 'nothing';

/** The step that the last events belong to: trusted ones are what the browser types itself. */
export function stepOf({ events, notice }: Sight): Step {
  if (/copied: paste/.test(notice)) return 'clipboard';
  const last = events.findLast((event) => event.startsWith('input'));
  if (last === undefined) return 'nothing';
  if (!last.startsWith('input!')) return 'execCommand';
  return last.endsWith(' kat-textarea') ? 'host attribute' : 'setter + input';
}

/** Asserts that the page was neither answered for, read for, left, asked nor deceived. */
export function untouched({ forbidden, sentTexts }: Sight, own: Readonly<Record<string, number>> = {}): void {
  expect(sentTexts).toEqual([]);
  expect(forbidden).toEqual({ sent: 0, read: 0, eye: 0, nav: 0, net: 0, bot: 0, forged: 0, ...own });
}

/** Asserts that app, box, counter and Send agree on one text. */
export function holdsWhole(seen: Sight, text: string): void {
  expect(seen.state).toBe(text);
  if (seen.field !== undefined) expect(seen.field.replace(/\n+$/, '')).toBe(text);
  if (seen.counted !== undefined) expect(seen.counted).toBe(text.length);
  expect(seen.sendEnabled).toBe(true);
  untouched(seen);
}

/** Asserts that writing goes on where the text ends. */
export async function caretIsAtEnd(tab: Tab, text: string): Promise<void> {
  await tab.type(' PS');
  await until(() => look(tab).then((seen) => seen.state)).toBe(`${text} PS`);
}

/** Asserts that the person's own Ctrl+Z brings the box back to what it held. */
export async function undoes(tab: Tab, before: string): Promise<void> {
  for (let press = 0; press < 8 && (await look(tab)).state !== before; press += 1) await tab.press('Control+z');
  await until(() => look(tab).then((seen) => seen.state)).toBe(before);
}

/**
 * Asks for the first suggestion by its key, gives the date it may ask for, and answers what is there once Parley has
 * said what came of it: the page is watched for a while before it is believed.
 */
export async function pressFirst(tab: Tab): Promise<Sight> {
  await dismissNotice(tab);
  await watch(tab);
  await tab.press('Alt+1');
  await until(() => look(tab).then(({ notice, hasForm }) => notice !== '' || hasForm)).toBe(true);
  if ((await look(tab)).hasForm) {
    // A date field of English browsers: month, day, year.
    await tab.type('01052031');
    await tab.press('Enter');
  }
  await until(() => look(tab).then(({ notice }) => notice)).not.toBe('');
  return look(tab);
}

async function dismissNotice(tab: Tab): Promise<void> {
  if ((await look(tab)).notice === '') return;
  await clickParley(tab, '.p-notice button');
  await until(() => look(tab).then(({ notice }) => notice)).toBe('');
}

/**
 * Inserts the first suggestion by its key and asserts all of the oracle: the whole text once, in app, box and counter,
 * Send on, nothing forbidden, the caret at the end, and undo where the browser typed.
 */
export async function insertsWhole(tab: Tab): Promise<Step> {
  const seen = await pressFirst(tab);
  expect(seen.state, seen.notice).toMatch(STARTS);
  expect(repliesIn(seen.state)).toBe(1);
  expect(seen.state).toContain('\n\n');
  expect(seen.state).not.toContain('\r');
  holdsWhole(seen, seen.state);
  expect(seen.notice).toMatch(/^Inserted\./);
  const step = stepOf(seen);
  // What undo can and cannot take back is said, and what is said is true.
  expect(/Undo may not work/.test(seen.notice)).toBe(step !== 'execCommand');
  await caretIsAtEnd(tab, seen.state);
  if (step === 'execCommand') await undoes(tab, '');
  return step;
}
