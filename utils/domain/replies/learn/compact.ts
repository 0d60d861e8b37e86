/** A text without what a text box may change on its own, with the way back. */
export interface Compact {
  readonly text: string;
  /** For each unit of `text`, where it stands in the text it was made from. */
  readonly places: readonly number[];
}

/** White space, zero-width signs and the isolates around ids. */
const BLANK = /[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const BLANKS = new RegExp(BLANK, 'g');
const SPACED_LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
const DIGIT = /\p{Nd}/u;

/** Signs nobody sees, which text boxes add and take away; the isolates around ids are among them. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text without the signs nobody sees, in NFC. */
export const withoutInvisible = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '');

/** The signs of a text that are no white space and not invisible, in NFC; two texts with the same are the same to a reader. */
export const withoutBlanks = (text: string): string => text.normalize('NFC').replace(BLANKS, '');

/** The same with the way back. Units: UTF-16 offsets in the text given, which must be in NFC. */
export function compact(text: string): Compact {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (!BLANK.test(text.charAt(at))) places.push(at);
  return { text: places.map((at) => text.charAt(at)).join(''), places };
}

/** Whether a border between two words or numbers can lie between two neighbouring signs. */
export function isBorder(before: string, after: string): boolean {
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  if (UNSPACED.test(before) || UNSPACED.test(after)) return true;
  return !SPACED_LETTER.test(before) || !SPACED_LETTER.test(after);
}
