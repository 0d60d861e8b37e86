import type { Lang } from '../../ids';
import { foldPhrase, hasWordBorders, isWordUnit, type FoldedText } from '../../text/phrases';
import type { Span } from '../../text/span';

/** A phrase of a list that was found; offsets of the text that was folded. */
export interface FoundPhrase<T> extends Span {
  readonly entry: T;
}

/** One word of a phrase; `isStem` when the rest of the word is open. */
interface Piece {
  readonly stem: string;
  readonly isStem: boolean;
}

interface Indexed<T> {
  readonly folded: string;
  readonly entry: T;
  /** One syllable of Korean, one or two letters of Arabic: too short to be found inside a word. */
  readonly isShort: boolean;
  /** Made when the phrase is first a candidate: most of a list never is. */
  pieces?: readonly Piece[];
}

/** Phrases of one language by the units they begin with, so that a text is walked through once. */
export interface WordIndex<T> {
  readonly lang: Lang;
  readonly byStart: ReadonlyMap<string, readonly Indexed<T>[]>;
}

/** Units a phrase is kept by; shorter ones are kept by all they have. */
const KEY = 3;

// What Arabic writes together with the word that follows ("and", "with", "for", "the" …).
const BEFORE_ARABIC = ['وبال', 'ولل', 'وال', 'بال', 'فال', 'كال', 'ال', 'لل', 'وب', 'ول', 'و', 'ف', 'ب', 'ل', 'ك', 'س'];
const BEFORE_SHORT_ARABIC = ['و', 'ف'];
const AFTER_ARABIC = ['ها', 'هم', 'كم', 'نا', 'ني', 'ين', 'ات', 'ون', 'ه', 'ك', 'ي', 'ا'];
const AFTER_KOREAN = ['에서', '으로', '까지', '부터', '이나', '이', '가', '은', '는', '을', '를', '도', '만', '의', '에', '로', '와', '과', '요'].map(foldPhrase); // prettier-ignore

const isShort = (phrase: string, lang: Lang): boolean => {
  if (lang !== 'ko' && lang !== 'ar') return false;
  const letters = phrase.normalize('NFC').replace(/\*/g, '').length;
  return lang === 'ko' ? letters < 2 && !phrase.includes('*') : lang === 'ar' && letters < 3;
};

/** A feminine ending becomes an open one before "my", "your": شحنة, شحنتي. */
const variantsOf = (phrase: string, lang: Lang): readonly string[] =>
  lang === 'ar' && phrase.endsWith('ة') ? [phrase, `${phrase.slice(0, -1)}ت*`] : [phrase];

const piecesOf = (folded: string): readonly Piece[] =>
  folded
    .split(' ')
    .filter((word) => word !== '' && word !== '*')
    .map((word) => (word.endsWith('*') ? { stem: word.slice(0, -1), isStem: true } : { stem: word, isStem: false }));

/** What a phrase is kept by: the first units of its first word. */
const keyOf = (folded: string): string => /^[^\s*]{0,3}/.exec(folded)?.[0] ?? '';

/** Prepares the phrases of a language: `[phrase, entry]`; a `*` at the end of a word stands for its rest. */
export function indexWords<T>(phrases: Iterable<readonly [string, T]>, lang: Lang): WordIndex<T> {
  const all = [...phrases].flatMap(([phrase, entry]) =>
    variantsOf(phrase.trim().replace(/\s+/g, ' '), lang).map((variant) => ({ variant, entry })),
  );
  const byStart = new Map<string, Indexed<T>[]>();
  // Folded in one go: two thousand small texts would take twenty times as long.
  const folded = foldPhrase(all.map(({ variant }) => variant).join('\n')).split('\n');
  all.forEach(({ variant, entry }, at) => {
    const phrase = folded[at]!;
    const key = keyOf(phrase);
    if (key === '') return;
    const group = byStart.get(key);
    const indexed = { folded: phrase, entry, isShort: isShort(variant, lang) };
    if (group) group.push(indexed);
    else byStart.set(key, [indexed]);
  });
  return { lang, byStart };
}

const endOfWord = (text: string, from: number): number => {
  let at = from;
  while (isWordUnit(text, at) || (text[at] === "'" && isWordUnit(text, at + 1))) at += 1;
  return at;
};

const endsWith = (endings: readonly string[]) => (text: string, at: number) =>
  endings.some((ending) => text.startsWith(ending, at) && !isWordUnit(text, at + ending.length));
const hasArabicEnding = endsWith(AFTER_ARABIC);
const hasKoreanEnding = endsWith(AFTER_KOREAN);

/** Whether an exact word may end where it does. */
function mayEnd(text: string, at: number, lang: Lang, short: boolean): boolean {
  if (!isWordUnit(text, at)) return true;
  if (hasWordBorders(lang)) return false;
  if (lang === 'ar') return !short && hasArabicEnding(text, at);
  return !(lang === 'ko' && short) || hasKoreanEnding(text, at);
}

/** Where a phrase that begins at a place ends; -1 when another one stands there. */
function endOf<T>(phrase: Indexed<T>, text: string, start: number, lang: Lang): number {
  const { isShort: short, pieces = (phrase.pieces = piecesOf(phrase.folded)) } = phrase;
  let at = start;
  for (const [index, { stem, isStem }] of pieces.entries()) {
    if (index > 0) {
      const gap = at;
      while (text[at] === ' ') at += 1;
      if (at === gap && lang !== 'zh' && lang !== 'ja') return -1;
    }
    if (!text.startsWith(stem, at)) return -1;
    at += stem.length;
    // The rest of a word would be the rest of the sentence where nothing stands between words.
    if (isStem && lang !== 'zh' && lang !== 'ja') at = endOfWord(text, at);
    else if (!isStem && !mayEnd(text, at, lang, short)) return -1;
  }
  return at;
}

/** Whether a phrase may begin in the middle of a word. */
function mayBegin(text: string, at: number, lang: Lang, short: boolean): boolean {
  if (!isWordUnit(text, at - 1)) return true;
  if (hasWordBorders(lang)) return false;
  if (lang === 'ko') return !short;
  if (lang !== 'ar') return true;
  let start = at;
  while (isWordUnit(text, start - 1)) start -= 1;
  return (short ? BEFORE_SHORT_ARABIC : BEFORE_ARABIC).includes(text.slice(start, at));
}

/** The phrases of a list in a folded text, in its order, overlapping ones too; of several at one place the longest. */
export function findWords<T>({ lang, byStart }: WordIndex<T>, folded: FoldedText): readonly FoundPhrase<T>[] {
  const { text, from, to } = folded;
  const found: FoundPhrase<T>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    // Not inside a character that became several.
    if (text[at] === ' ' || (at > 0 && from[at] === from[at - 1])) continue;
    let best: { readonly entry: T; readonly end: number } | null = null;
    for (let length = KEY; length > 0; length -= 1)
      for (const phrase of byStart.get(text.slice(at, at + length)) ?? []) {
        if (!mayBegin(text, at, lang, phrase.isShort)) continue;
        const end = endOf(phrase, text, at, lang);
        if (end > (best?.end ?? at)) best = { entry: phrase.entry, end };
      }
    if (best) found.push({ start: from[at]!, end: to[best.end - 1]!, entry: best.entry });
  }
  return found;
}
