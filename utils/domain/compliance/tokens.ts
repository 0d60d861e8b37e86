import type { Span } from '../text/span';

/** Stands for "any letters here" inside a lexicon term; written `*` there. */
export const WILDCARD = '\ue000';

/** A normalised text as words; every Chinese or Japanese character is a word of its own. */
export interface Tokens {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each word, the sentence it stands in. */
  readonly sentenceOf: readonly number[];
  /** For each word, the clause it stands in: commas, colons, brackets and sentences part clauses. */
  readonly clauseOf: readonly number[];
  readonly sentences: readonly Span[];
}

const NOTHING = 0;
const LETTER = 1;
const SINGLE = 2;

const SYMBOLS = '%$\u20ac\u00a3\u00a5\u2605#';
const kinds = new Uint8Array(0x10000).fill(255);

const classify = (unit: number): number => {
  const character = String.fromCharCode(unit);
  if (SYMBOLS.includes(character)) return SINGLE;
  if (unit >= 0x3040 && unit <= 0x30ff && unit !== 0x30fb) return SINGLE;
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3005) return SINGLE;
  // Rare ideographs come as surrogate pairs; each half is its own token, which is enough to match terms.
  if ((unit >= 0xd840 && unit <= 0xd87f) || (unit >= 0xdc00 && unit <= 0xdfff)) return NOTHING;
  return character === WILDCARD || /[\p{L}\p{N}\p{M}]/u.test(character) ? LETTER : NOTHING;
};

const kindOf = (unit: number): number => {
  const known = kinds[unit] ?? NOTHING;
  if (known !== 255) return known;
  return (kinds[unit] = classify(unit));
};

// Words that end in a full stop without ending a sentence, in the languages with a Latin alphabet.
const ABBREVIATIONS = new Set(
  'mr mrs ms dr nr no bzw ca inkl zzgl ggf evtl usw etc vs st sr sra srta ud uds tel approx incl max min art num prof str р руб ул д г стр кв след тел т'.split(
    ' ',
  ),
);

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x3000;
const isCloser = (unit: number): boolean =>
  unit === 34 || unit === 39 || unit === 41 || unit === 93 || unit === 0x300d || unit === 0x300f || unit === 0x3011;
// , ; : ( ) 、 …
const isClauseBreak = (unit: number): boolean =>
  unit === 44 || unit === 59 || unit === 58 || unit === 40 || unit === 41 || unit === 0x3001 || unit === 0x2026;
const isEnder = (unit: number): boolean => unit === 33 || unit === 63 || unit === 46 || unit === 0x3002;

/** Splits a normalised text into words and sentences in one pass. */
export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const sentenceOf: number[] = [];
  const clauseOf: number[] = [];
  const sentences: Span[] = [];
  let clause = 0;
  let sentenceStart = -1;
  let lastInk = 0;
  let isAddress = false;

  const close = (end: number): void => {
    if (sentenceStart >= 0) sentences.push({ start: sentenceStart, end });
    clause++;
    sentenceStart = -1;
  };
  const push = (start: number, end: number): void => {
    words.push(text.slice(start, end));
    starts.push(start);
    ends.push(end);
    sentenceOf.push(sentences.length);
    clauseOf.push(clause);
  };

  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      isAddress = false;
      if (unit === 10 || unit === 13) close(lastInk);
      at++;
      continue;
    }
    if (sentenceStart < 0) sentenceStart = at;
    const kind = kindOf(unit);
    if (kind !== NOTHING) {
      let end = at + 1;
      if (kind === LETTER) while (end < text.length && kindOf(text.charCodeAt(end)) === LETTER) end++;
      else isAddress = false;
      push(at, end);
      lastInk = at = end;
      continue;
    }
    if (isClauseBreak(unit)) clause++;
    // A question mark or full stop inside a web address ends nothing.
    if (unit === 47) isAddress = true;
    if (isEnder(unit) && endsSentence(text, at, isAddress, words[words.length - 1], sentenceStart)) {
      let end = at + 1;
      while (end < text.length && (isEnder(text.charCodeAt(end)) || isCloser(text.charCodeAt(end)))) end++;
      close(end);
      lastInk = at = end;
      continue;
    }
    lastInk = ++at;
  }
  close(lastInk);
  return { words, starts, ends, sentenceOf, clauseOf, sentences };
}

const endsSentence = (
  text: string,
  at: number,
  isAddress: boolean,
  wordBefore: string | undefined,
  sentenceStart: number,
): boolean => {
  const next = text.charCodeAt(at + 1);
  const isFollowed = !Number.isNaN(next) && !isSpace(next) && !isCloser(next) && !isEnder(next);
  if (text.charCodeAt(at) !== 46) return !(isAddress && isFollowed && next < 0x80);
  if (isFollowed && kindOf(next) !== SINGLE) return false;
  if (wordBefore === undefined || isEnder(next)) return true;
  if (/^\d{1,2}$/.test(wordBefore) && at - sentenceStart <= 2) return false;
  return !(/^[a-z]$/.test(wordBefore) || ABBREVIATIONS.has(wordBefore));
};
