import type { Lang } from '../ids';

// Written without spaces between words, or with particles glued to them: a phrase may stand inside a longer run.
const NO_WORD_BORDERS = new Set(['zh', 'ja', 'ko', 'ar', 'th']);
const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/gu;

/** Whether words of a language end where a space or a sign stands. */
export const hasWordBorders = (lang: Lang): boolean => !NO_WORD_BORDERS.has(lang);

/** A text as phrases are looked for in it. */
export interface FoldedText {
  readonly text: string;
  /** For every unit of `text`, where its original character starts and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A phrase as it is compared: lower case, without marks, letters that are often typed for each other made one. */
export const foldPhrase = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[’`´]/g, "'");

const letters = new Map<string, string>();
const MOST_LETTERS = 8192;

const foldLetter = (letter: string): string => {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const folded = /\s/u.test(letter) ? ' ' : foldPhrase(letter);
  if (letters.size >= MOST_LETTERS) letters.clear();
  letters.set(letter, folded);
  return folded;
};

/**
 * Folds a text, character by character: only so can a place in the folded text be traced back to the original.
 *
 * Units: UTF-16 code units on both sides.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    folded += plain;
    at += letter.length;
  }
  return { text: folded, from, to };
}

const WORD = /[\p{L}\p{N}]/u;
/** By code unit: 0 not asked yet, 1 part of a word, 2 not. */
const wordUnits = new Uint8Array(0x10000);

/** Whether the unit at a place belongs to a word; false beyond the ends. */
export function isWordUnit(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (wordUnits[unit] === 0) wordUnits[unit] = WORD.test(String.fromCharCode(unit)) ? 1 : 2;
  return wordUnits[unit] === 1;
}
