/** Words as buyers are looked for by: folded, and cut into pieces where a language writes no spaces. */
import { searchable } from '../replies/search/fold';

/** Where words of a record stand, in the order in which a hit there counts. */
export const searchFields = ['name', 'tag', 'product', 'note'] as const;
export type SearchField = (typeof searchFields)[number];

/** The texts of one record that can be searched. */
export type SearchTexts = Readonly<Record<SearchField, readonly string[]>>;

/** Longest token that is kept; longer words are found by their beginning. Units: UTF-16 units. */
const LONGEST_TOKEN = 32;
/** Most words of a query that count; the rest of a pasted text says nothing more. */
const MOST_WORDS = 8;

// Written without spaces, or with endings glued to words. Two neighbouring characters are a token: a dictionary
// (`Intl.Segmenter`) would hide a part of what it takes for one word, cut differently in each browser, and costs more.
const GLUED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const RUNS = new RegExp(`[${GLUED}]+|[^\\s${GLUED}]+`, 'gu');
const IS_GLUED = new RegExp(`[${GLUED}]`, 'u');
const PLAIN = /^[ -\u02ff]*$/;

const runsOf = (folded: string): readonly string[] =>
  PLAIN.test(folded) ? folded.split(' ').filter((word) => word !== '') : (folded.match(RUNS) ?? []);

/** Calls `take` with every token of a text; a token may come more than once. */
export const eachToken = (text: string, take: (token: string) => void): void => {
  const folded = searchable(text);
  for (const run of runsOf(folded)) {
    if (run.charCodeAt(0) < 0x300 || !IS_GLUED.test(run)) take(run.slice(0, LONGEST_TOKEN));
    else {
      const letters = [...run];
      letters.forEach((letter, at) => take(letter + (letters[at + 1] ?? '')));
    }
  }
};

/** One word of a query. */
export interface SearchWord {
  /** As it is looked for in a folded text. */
  readonly piece: string;
  /** Tokens a record must have in one field, all of them. */
  readonly tokens: readonly { readonly text: string; readonly isPrefix: boolean }[];
}

const wordOf = (run: string): SearchWord => {
  if (!IS_GLUED.test(run)) {
    return { piece: ` ${run}`, tokens: [{ text: run.slice(0, LONGEST_TOKEN), isPrefix: true }] };
  }
  const letters = [...run];
  const pairs = letters.slice(1).map((letter, at) => ({ text: `${letters[at]}${letter}`, isPrefix: false }));
  return { piece: run, tokens: pairs.length === 0 ? [{ text: run, isPrefix: true }] : pairs };
};

/**
 * The words of a query, each once; none when it holds no letter and no digit. Every word may be the beginning of a longer
 * one: whoever looks for "refund lamp" means the lamps as well.
 */
export const searchWords = (query: string): readonly SearchWord[] =>
  [...new Set(runsOf(searchable(query.slice(0, 200))))].slice(0, MOST_WORDS).map(wordOf);

/** Whether a text holds a word. */
export const holdsWord = (text: string, word: SearchWord): boolean => searchable(text).includes(word.piece);

const SHOWN = 80;
const BEFORE = 24;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** At most 80 characters of a text around the first place of a word. Units: UTF-16 units. */
export const excerptOf = (text: string, word: SearchWord): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN) return line;
  const piece = word.piece.trim();
  const isHit = (match: RegExpMatchArray): boolean => {
    const folded = searchable(match[0]).trim();
    return word.piece.startsWith(' ') ? folded.startsWith(piece) : folded.includes(piece);
  };
  const match = [...line.matchAll(WORD)].find(isHit);
  const inside = match && !word.piece.startsWith(' ') ? Math.max(0, searchable(match[0]).trim().indexOf(piece)) : 0;
  const start = Math.max(0, Math.min((match?.index ?? 0) + inside - BEFORE, line.length - SHOWN + 2));
  const cut = line.slice(start, start + SHOWN - 2).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${start > 0 ? '…' : ''}${cut}${start + SHOWN - 2 < line.length ? '…' : ''}`;
};

/** Where the words stand: the field that had to be looked at last, and the text there. Null when one is missing. */
export const findWords = (
  texts: SearchTexts,
  words: readonly SearchWord[],
): { readonly in: SearchField; readonly excerpt: string } | null => {
  let worst = -1;
  let excerpt = '';
  for (const word of words) {
    const at = searchFields.findIndex((field) => texts[field].some((text) => holdsWord(text, word)));
    if (at < 0) return null;
    if (at <= worst) continue;
    worst = at;
    excerpt = excerptOf(texts[searchFields[at]!].find((text) => holdsWord(text, word)) ?? '', word);
  }
  return worst < 0 ? null : { in: searchFields[worst]!, excerpt };
};
