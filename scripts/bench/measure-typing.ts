import type { CDPSession, Page } from 'playwright-core';
import { parley, replyBox } from '../../tests/e2e/harness/page-checks';
import { readCpu } from './cpu';

/** What stands in the box before the first key. */
export interface TypingCase {
  readonly characters: number;
  readonly findings: number;
}

/** The four boxes keys are typed into. */
export const typingCases: readonly TypingCase[] = [500, 2_000].flatMap((characters) =>
  [0, 3].map((findings) => ({ characters, findings })),
);

const clean =
  'Thank you for your message. We have looked into your order and the parcel left our warehouse on Monday. ' +
  'The carrier has it now and it moves as planned. We are sorry that it took longer than you had hoped. ';
const findable = [
  'Write to service@lampshop.com and we will help. ',
  'Our lawyer will contact you. ',
  'Use code LAMP15 on your next order and save 15%. ',
];
const typed = 'We will look at the parcel again and let you know here as soon as the carrier has news. ';

const CADENCE_MS = 25;
/** The check, the language question and the kept draft all follow within this time of the last key. */
const AFTER_MS = 1_300;
/** The same for the text put there before, whose kept draft may fall into the typing as it would for a person. */
const BEFORE_MS = 900;

function presentText({ characters, findings }: TypingCase): string {
  const found = findable.slice(0, findings).join('');
  return found + clean.repeat(Math.ceil(characters / clean.length)).slice(0, characters - found.length);
}

async function pressKey(session: CDPSession, sign: string): Promise<void> {
  const windowsVirtualKeyCode = sign === ' ' ? 32 : sign.toUpperCase().charCodeAt(0);
  const key = { key: sign, windowsVirtualKeyCode };
  await Promise.all([
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: sign, unmodifiedText: sign, ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
}

/** Shown issues of the bar; the check runs on a page that shows none of its words, so this also proves it ran. */
async function shownFindings(page: Page): Promise<number> {
  const pill = parley(page)
    .getByRole('button', { name: /^\d+ issues?$/ })
    .first();
  return (await pill.count()) === 0 ? 0 : Number.parseInt(await pill.innerText(), 10);
}

/**
 * Types into the reply box of an open conversation.
 *
 * Units: ms of script, layout and style CPU per key, all that follows from the keys included.
 * Errors: throws when an arm with a check does not show as many findings as the text has.
 */
export async function typeKeys(
  { page, cpu }: { readonly page: Page; readonly cpu: CDPSession },
  text: TypingCase,
  { keys, hasCheck }: { readonly keys: number; readonly hasCheck: boolean },
): Promise<number> {
  const box = replyBox(page);
  await box.fill(presentText(text));
  await box.press('End');
  await page.waitForTimeout(BEFORE_MS);
  const before = await readCpu(cpu);
  let next = performance.now();
  for (let at = 0; at < keys; at += 1) {
    await pressKey(cpu, typed[at % typed.length] ?? ' ');
    next = Math.max(next + CADENCE_MS, performance.now());
    await page.waitForTimeout(next - performance.now());
  }
  await page.waitForTimeout(AFTER_MS);
  const after = await readCpu(cpu);
  const shown = hasCheck ? await shownFindings(page) : text.findings;
  if (shown !== text.findings) throw new Error(`${shown} findings shown where the text has ${text.findings}`);
  return (after.script - before.script + after.layout - before.layout + after.style - before.style) / keys;
}
