const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]/gu;
const PLAIN = /^[\u0000-\u007f]*$/;
/** Letters that have no accent to take away but are typed as others all the same. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ى: 'ي',
  ة: 'ه',
};
const LETTER = /[ßıłøđæœىة]/g;
// Signs above and below letters belong to the words of Thai and Hindi; what only chooses how an emoji looks does not.
const NO_WORD = /(?:[^\p{L}\p{N}\p{M}]|[\u20e3\ufe00-\ufe0f])+/gu;

/**
 * A text as it is searched: lower case, no accents, words between single spaces with one before the first and after the
 * last, so that a space and a piece of text is "a word that begins with it".
 */
export function searchable(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  // Hangul and voiced kana fall apart too; what is left of a text is put together again.
  const folded = PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(MARKS, '')
        .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
        .normalize('NFC');
  return ` ${folded.replace(NO_WORD, ' ').trim()} `;
}

/** Scripts written without spaces, or with endings glued to their words: found by their characters anywhere. */
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const BY_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One thing that is looked for. */
export interface SearchTerm {
  /** What a searchable text must hold: a piece of it, or for alphabets a space and the beginning of a word. */
  readonly piece: string;
  /** The characters of a term without word borders; null for words of an alphabet. */
  readonly characters: readonly string[] | null;
}

/** The terms of a query; none when it holds no letter and no digit. */
export const termsOf = (query: string): readonly SearchTerm[] =>
  [...searchable(query).matchAll(RUNS)].map(([run]) =>
    BY_CHARACTER.test(run) ? { piece: run, characters: [...new Set(run)] } : { piece: ` ${run}`, characters: null },
  );

/** Liquid says nothing to people: its tags and variables are left out. */
export const withoutLiquid = (text: string): string => text.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, ' ');
