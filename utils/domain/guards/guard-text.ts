import type { Hit } from './hit';
import { lowerBound } from '../compliance/lower-bound';
import { tokenise, type Tokens } from '../compliance/tokens';
import { normalise } from '../text/normalise';
import type { Span } from '../text/span';
import type { GuardWords } from './guard-words';

/** Longest text the guards read: both marketplaces take a few thousand. Units: UTF-16 units. */
const MOST_READ = 20_000;

/** A text prepared once for all guards; offsets inside are those of the normalised text. */
export interface GuardText {
  /** The hits of a cue, or of several joined by `|`, ordered by their first word. */
  readonly hits: (cue: string) => readonly Hit[];
  /** Two where every character counts as a word. */
  readonly wordsPerUnit: number;
  readonly words: GuardWords;
  readonly original: string;
  readonly text: string;
  readonly tokens: Tokens;
  /** The stretch of the original text, on borders of its characters. */
  toOriginal(span: Span): Span;
  /** First and last word a stretch of the normalised text covers. */
  asHit(span: Span): Hit;
  isQuestion(sentence: number): boolean;
  /** The hits of a cue in one sentence. */
  hitsIn(cue: string, sentence: number): readonly Hit[];
}

const QUESTION = /[?؟]["')\]]*$/;
const NONE: readonly Hit[] = [];
const itself = (value: number): number => value;

const dayDots = new WeakMap<GuardWords, RegExp>();

/** The point of "9. November" ends no sentence; every offset stays where it is. */
function withoutDayDots(text: string, words: GuardWords): string {
  if (words.monthPattern === '' || !text.includes('. ')) return text;
  let pattern = dayDots.get(words);
  if (!pattern)
    dayDots.set(words, (pattern = new RegExp(`(?<=\\d)\\.(?=\\s(?:${words.monthPattern})(?!\\p{L}))`, 'gu')));
  return text.replace(pattern, ' ');
}

/** Prepares a text with the words of its language. */
export function readGuardText(source: string, words: GuardWords): GuardText {
  const original = source.length > MOST_READ ? source.slice(0, MOST_READ) : source;
  const { text, starts, ends } = normalise(original);
  const tokens = tokenise(withoutDayDots(text, words));
  const found = words.cues.index.find(tokens, text);
  const unions = new Map<string, readonly Hit[]>();
  const hits = (cue: string): readonly Hit[] => {
    if (!cue.includes('|')) return found.get(cue) ?? [];
    const known = unions.get(cue);
    if (known) return known;
    const union = cue.split('|').flatMap((name) => found.get(name) ?? []);
    union.sort((a, b) => a.firstWord - b.firstWord);
    unions.set(cue, union);
    return union;
  };
  const bySentence = new Map<string, ReadonlyMap<number, readonly Hit[]>>();
  const hitsIn = (cue: string, sentence: number): readonly Hit[] => {
    let known = bySentence.get(cue);
    if (!known) {
      const made = new Map<number, Hit[]>();
      for (const hit of hits(cue)) {
        const group = made.get(hit.sentence);
        if (group) group.push(hit);
        else made.set(hit.sentence, [hit]);
      }
      bySentence.set(cue, (known = made));
    }
    return known.get(sentence) ?? NONE;
  };
  return {
    words,
    original,
    text,
    tokens,
    hits,
    hitsIn,
    wordsPerUnit: words.cues.wordsPerUnit,
    toOriginal: ({ start, end }) => {
      const from = starts[start] ?? original.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? original.length) : from };
    },
    asHit: ({ start, end }) => {
      const firstWord = lowerBound(tokens.ends, start + 1, itself);
      const lastWord = lowerBound(tokens.starts, end, itself) - 1;
      return { firstWord, lastWord, sentence: tokens.sentenceOf[firstWord] ?? 0, start, end };
    },
    isQuestion: (sentence) => {
      const span = tokens.sentences[sentence];
      return span !== undefined && QUESTION.test(text.slice(span.start, span.end));
    },
  };
}

/** Whether a cue stands in the sentence of a place, at most so many words away from it. */
export function stands(
  text: GuardText,
  at: Hit,
  {
    cue,
    words = Infinity,
    side,
  }: { readonly cue: string; readonly words?: number; readonly side?: 'before' | 'after' },
): boolean {
  const limit = words * text.wordsPerUnit;
  return text.hitsIn(cue, at.sentence).some((hit) => {
    const gap = Math.max(0, hit.firstWord - at.lastWord - 1, at.firstWord - hit.lastWord - 1);
    if (gap > limit) return false;
    return side === undefined || (side === 'before' ? hit.start < at.start : hit.start >= at.end);
  });
}
