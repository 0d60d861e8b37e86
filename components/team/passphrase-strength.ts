/**
 * How hard a passphrase is to guess. An estimate from its form, on the low side: every character counts what its kind
 * offers, and what people do out of habit (repeats, sequences, neighbours on the keyboard, years, well-known words) counts
 * next to nothing.
 */

/** What would make a passphrase better. */
export type PassHint = 'longer' | 'repeats' | 'sequences' | 'keyboard' | 'years' | 'common';

/** What a passphrase is worth. */
export interface PassStrength {
  /** Units: bits; a guesser needs half of 2^bits tries. */
  readonly bits: number;
  readonly level: 'weak' | 'fair' | 'strong';
  /** The most helpful first. */
  readonly hints: readonly PassHint[];
}

/** Fewest characters of a passphrase of a file. */
export const LEAST_CHARACTERS = 12;

// One try costs about a second and 256 MB (scrypt, 2^18). A thousand machines need months for 35 bits, three thousand years
// for 48 and are hopeless from 65 on; a file may lie about for years, so "fair" begins where years do.
const FAIR_BITS = 45;
const STRONG_BITS = 65;

/** What is left of a character that follows from the one before. Units: bits. */
const HABIT_BITS = 0.3;
/** 1900 to 2099 is 200 guesses, and people take the nearest ones. Units: bits. */
const YEAR_BITS = 6;
/** A well-known word, in any letter case and with 3 for e. Units: bits. */
const COMMON_BITS = 6;
/**
 * Letters in a row are words: one of six letters is one of about 20,000, 14 bits. Two letters count in full, each further
 * one this much. Units: bits.
 */
const WORD_BITS = 1.3;
/** A letter of another script in a row of them: these say more each. Units: bits. */
const OTHER_SCRIPT_BITS = 4;
/** A blank or a line between words is where everybody puts one. Units: bits. */
const SEPARATOR_BITS = 1;

/** Two letters that come back are in every long text. Units: characters. */
const WORTH_TELLING = 3;

// What lists of leaked passwords begin with, in the languages of the desks, and what lies near at hand here.
const COMMON =
  'password passwort passwd passphrase qwerty azerty letmein welcome admin login master secret dragon monkey football baseball iloveyou sunshine princess superman batman trustno changeme default system parley amazon aliexpress alibaba seller lumen woaini mima zhongguo shanghai beijing taobao'
    .split(' ')
    .sort((a, b) => b.length - a.length);

const KEYBOARD = ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik'];

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const KINDS = [
  { name: 'small', test: /[a-z]/, size: 26 },
  { name: 'capital', test: /[A-Z]/, size: 26 },
  { name: 'figure', test: /[0-9]/, size: 10 },
  { name: 'separator', test: /[ _.-]/, size: 4 },
  { name: 'sign', test: /[\x20-\x7e]/, size: 29 },
  // Letters of other scripts: a few hundred make up most texts.
  { name: 'other', test: /[^]/, size: 256 },
] as const;
type Kind = (typeof KINDS)[number];

/** The first that fits. */
const kindOf = (character: string): Kind => KINDS.find(({ test }) => test.test(character)) ?? KINDS[5];

/** A passphrase while it is judged. */
interface Judged {
  /** What has still to be judged; null where that is done. */
  readonly left: readonly (string | null)[];
  readonly bits: number;
  readonly hints: readonly PassHint[];
}

/** Counts each span as so many bits, whatever stands in it. */
const withoutSpans = (
  judged: Judged,
  spans: readonly { readonly at: number; readonly length: number }[],
  each: { readonly bits: number; readonly hint: PassHint },
): Judged =>
  spans.length === 0
    ? judged
    : {
        left: judged.left.map((character, index) =>
          spans.some(({ at, length }) => index >= at && index < at + length) ? null : character,
        ),
        bits: judged.bits + spans.length * each.bits,
        hints: [...judged.hints, each.hint],
      };

const unleet = (text: string): string =>
  [...text.toLowerCase()].map((character) => LEET[character] ?? character).join('');

const textOf = ({ left }: Judged): string => left.map((character) => character ?? '\0').join('');

const spansOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((found) => ({ at: found.index, length: found[0].length }));

const commonIn = (judged: Judged): Judged => {
  const plain = textOf(judged).toLowerCase();
  const pattern = new RegExp(COMMON.join('|'), 'g');
  const asTyped = spansOf(plain, pattern);
  return withoutSpans(judged, asTyped.length > 0 ? asTyped : spansOf(unleet(plain), pattern), {
    bits: COMMON_BITS,
    hint: 'common',
  });
};

const yearsIn = (judged: Judged): Judged =>
  withoutSpans(judged, spansOf(textOf(judged), /(?<!\d)(?:19|20)\d\d(?:[-./]?\d\d[-./]?\d\d)?(?!\d)/g), {
    bits: YEAR_BITS,
    hint: 'years',
  });

const areNeighbours = (one: string, next: string): boolean => {
  const pair = (one + next).toLowerCase();
  const turned = (next + one).toLowerCase();
  return KEYBOARD.some((row) => row.includes(pair) || row.includes(turned));
};

/** How a character follows from those before it; null when it does not. */
const habitAt = (all: readonly (string | null)[], index: number): PassHint | null => {
  const [before, last, here] = [all[index - 2], all[index - 1], all[index]];
  if (here == null || last == null) return null;
  if (here === last) return 'repeats';
  if (before == null) return null;
  const [first, second, third] = [before, last, here].map((one) => one.toLowerCase().charCodeAt(0)) as [
    number,
    number,
    number,
  ];
  if (third - second === second - first && Math.abs(third - second) === 1) return 'sequences';
  return areNeighbours(before, last) && areNeighbours(last, here) ? 'keyboard' : null;
};

/** Whether the three characters up to here have stood before in the same order. */
const isSeenBefore = (text: string, index: number): boolean =>
  index >= 3 && text.slice(0, index).includes(text.slice(index - 2, index + 1));

const isLetter = ({ name }: Kind): boolean => name === 'small' || name === 'capital' || name === 'other';

/** What a character counts beside the one before it; `row` is its place in a row of letters, from 1. Units: bits. */
const bitsOf = (kind: Kind, last: Kind | null, row: number, pool: number): number => {
  if (kind.name === 'separator') return SEPARATOR_BITS;
  if (row > 2) return kind.name === 'other' ? OTHER_SCRIPT_BITS : WORD_BITS;
  // Another kind than the one before could have been any; more of the same is a word or a number.
  return Math.log2(kind === last || row > 0 ? kind.size : pool);
};

/** Bits of what is left, character by character. */
const judgeRest = (judged: Judged, text: string): Judged => {
  const kinds = judged.left.map((character) => (character === null ? null : kindOf(character)));
  const pool = KINDS.reduce((sum, kind) => sum + (kinds.includes(kind) ? kind.size : 0), 0);
  const habits: PassHint[] = [];
  let bits = 0;
  let row = 0;
  kinds.forEach((kind, index) => {
    const last = kinds[index - 1] ?? null;
    // A capital behind a small letter begins another word.
    const goesOn = last !== null && isLetter(last) && !(kind?.name === 'capital' && last.name === 'small');
    row = kind && isLetter(kind) ? (goesOn ? row + 1 : 1) : 0;
    if (kind === null) return;
    const habit = habitAt(judged.left, index) ?? (isSeenBefore(text, index) ? 'repeats' : null);
    if (habit) habits.push(habit);
    bits += habit ? HABIT_BITS : bitsOf(kind, last, row, pool);
  });
  const often = habits.filter((habit) => habits.filter((one) => one === habit).length >= WORTH_TELLING);
  return { left: [], bits: judged.bits + bits, hints: [...judged.hints, ...often] };
};

/** Estimates a passphrase. Units: bits; text of any length, judged by its first 128 characters. */
export const strengthOf = (passphrase: string): PassStrength => {
  // One entry for each UTF-16 unit, so that places in texts and lists are the same.
  const text = passphrase.slice(0, 128);
  const whole: Judged = { left: text.split(''), bits: 0, hints: [] };
  const { bits, hints } = judgeRest(yearsIn(commonIn(whole)), text);
  const level = bits >= STRONG_BITS ? 'strong' : bits >= FAIR_BITS ? 'fair' : 'weak';
  const found = [...new Set(hints)];
  return { bits, level, hints: level === 'strong' ? [] : [...found, 'longer'] };
};
