import type { SearchTerm } from './fold';

/** What a text that holds a term is worth. */
export interface Worth {
  /** It holds the term as it was typed. */
  readonly whole: number;
  /** It holds the characters of the term, somewhere; for terms of at least `fewest` characters. */
  readonly scattered?: number;
  readonly fewest?: number;
}

/** Texts by number, found by the beginning of their words or by their characters. */
export interface Pieces {
  /** Adds a searchable text under a number; numbers come in order and may come again. */
  add(number: number, text: string): void;
  /** Raises the score of every text that holds the term. */
  score(term: SearchTerm, scores: Float32Array, worth: Worth): void;
}

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const PLAIN = /^[\u0000-\u02ff\u0370-\u06ff]*$/;
const LAST = '\uffff';

/** The place of the first word that is not before `piece`. */
function firstFrom(words: readonly string[], piece: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < piece) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Creates a list of texts by their pieces. A library for full text was measured and left out (docs/adr/0012): what it weighs up by
 * statistics is decided here by where a word stands, and by whether characters stand side by side.
 */
export function createPieces(): Pieces {
  const numbersOf = new Map<string, number[]>();
  const texts: string[] = [];
  let words: readonly string[] | null = null;
  const put = (token: string, number: number): void => {
    const numbers = numbersOf.get(token);
    if (!numbers) numbersOf.set(token, [number]);
    else if (numbers[numbers.length - 1] !== number) numbers.push(number);
  };
  const raise = (scores: Float32Array, number: number, score: number): void => {
    if (score > scores[number]!) scores[number] = score;
  };

  return {
    add(number, text) {
      words = null;
      if (PLAIN.test(text)) {
        for (const token of text.split(/\s+/)) if (token !== '') put(token, number);
        return;
      }
      // Only these are looked at again: whether characters stand side by side.
      texts[number] = (texts[number] ?? '') + text;
      for (const [token] of text.matchAll(TOKEN)) put(token, number);
    },

    score({ piece, characters }, scores, { whole, scattered = 0, fewest = 0 }) {
      if (characters === null) {
        const start = piece.slice(1);
        const all = (words ??= [...numbersOf.keys()].sort());
        const end = firstFrom(all, start + LAST);
        for (let at = firstFrom(all, start); at < end; at += 1) {
          for (const number of numbersOf.get(all[at]!)!) raise(scores, number, whole);
        }
        return;
      }
      const lists = characters.map((character) => numbersOf.get(character) ?? []);
      const rarest = lists.reduce((few, list) => (list.length < few.length ? list : few));
      const isLoose = scattered > 0 && characters.length >= fewest;
      for (const number of rarest) {
        const text = texts[number] ?? '';
        if (text.includes(piece)) raise(scores, number, whole);
        else if (isLoose && characters.every((character) => text.includes(character))) {
          raise(scores, number, scattered);
        }
      }
    },
  };
}
