import { normalise, type NormalisedText } from '../text/normalise';
import type { Span } from '../text/span';
import type { CueIndex, Hit } from './cues';
import type { Detector } from './detect/detectors';
import { lowerBound } from './lower-bound';
import { tokenise, type Tokens } from './tokens';

/** What one line of a message holds; all is counted from the start of the line. */
export interface ReadLine {
  readonly line: string;
  readonly words: number;
  readonly clauses: number;
  /** In the text as typed, like the places of the hits. */
  readonly sentences: readonly Span[];
  /** Hits by cue class and by detector. */
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
}

const LINE_CACHE_LIMIT = 1024;

/**
 * Reads messages line by line and remembers each line, for nothing that is looked for goes over the end of one: while
 * somebody types, all lines but one stay as they were. New lines are asked as one text first, so that most detectors
 * need not look at each.
 */
export function lineReader(
  cues: CueIndex,
  detectors: ReadonlyMap<string, Detector>,
): (text: string) => readonly ReadLine[] {
  const known = new Map<string, ReadLine>();
  const byLine = [...detectors].filter(([, detector]) => !detector.spansLines);

  const learn = (lines: readonly string[]): void => {
    const normalised = lines.map(normalise);
    const block = { original: lines.join('\n'), normalised: normalised.map(({ text }) => text).join('\n') };
    const live = byLine.flatMap(([name, { reads, find, among }]): LineDetector[] => {
      const one = lines.length === 1 ? find : among(block[reads]);
      return one ? [{ name, reads, find: one }] : [];
    });
    lines.forEach((line, at) => known.set(line, readLine(normalised[at] ?? normalise(line), cues, live)));
  };

  return (text) => {
    const lines = text.split('\n');
    const distinct = [...new Set(lines)];
    let unknown = distinct.filter((line) => !known.has(line));
    if (known.size + unknown.length > LINE_CACHE_LIMIT) {
      known.clear();
      unknown = distinct;
    }
    if (unknown.length > 0) learn(unknown);
    return lines.flatMap((line) => known.get(line) ?? []);
  };
}

/** A detector, or what of it can find something in the lines at hand. */
interface LineDetector extends Pick<Detector, 'reads' | 'find'> {
  readonly name: string;
}

function readLine(text: NormalisedText, cues: CueIndex, detectors: readonly LineDetector[]): ReadLine {
  const tokens = tokenise(text.text);
  const sentences = tokens.sentences.map((span) => toOriginal(text, span));
  const asTyped = (hit: Hit): Hit => {
    const { firstWord, lastWord, sentence, clause } = hit;
    const { start, end } = toOriginal(text, hit);
    return { firstWord, lastWord, sentence, clause, start, end };
  };
  const hits = new Map<string, readonly Hit[]>();
  for (const [name, found] of cues.find(tokens, text.text)) hits.set(name, found.map(asTyped));
  for (const { name, reads, find } of detectors) {
    const places = find(reads === 'original' ? text.original : text.text);
    if (places.length === 0) continue;
    const found = places.map((place) => hitOf(reads === 'original' ? toNormalised(text, place) : place, tokens));
    // Several searches of one detector find in any order; what looks for the nearest hit needs theirs.
    hits.set(name, found.map(asTyped).sort(byFirstWord));
  }
  const clauses = (tokens.clauseOf.at(-1) ?? -1) + 1;
  return { line: text.original, words: tokens.words.length, clauses, sentences, hits };
}

/** The hit of a place in a line found by other means; rare enough to read the line again rather than keep its words. */
export function hitAt(place: Span, line: string): Hit {
  const text = normalise(line);
  return { ...hitOf(toNormalised(text, place), tokenise(text.text)), ...place };
}

/** The order in which hits are looked through. */
export const byFirstWord = (a: Hit, b: Hit): number => a.firstWord - b.firstWord;

const itself = (value: number): number => value;

const hitOf = (span: Span, tokens: Tokens): Hit => {
  const firstWord = lowerBound(tokens.ends, span.start + 1, itself);
  const sentence = lowerBound(tokens.sentences, span.start + 1, ({ end }) => end);
  return {
    firstWord,
    lastWord: lowerBound(tokens.starts, span.end, itself) - 1,
    sentence: Math.max(0, Math.min(sentence, tokens.sentences.length - 1)),
    clause: tokens.clauseOf[Math.min(firstWord, tokens.words.length - 1)] ?? 0,
    start: span.start,
    end: span.end,
  };
};

const toNormalised = (text: NormalisedText, span: Span): Span => ({
  start: lowerBound(text.starts, span.start, itself),
  end: lowerBound(text.starts, span.end, itself),
});

const toOriginal = (text: NormalisedText, span: Span): Span => ({
  start: text.starts[span.start] ?? text.original.length,
  end: span.end > span.start ? (text.ends[span.end - 1] ?? text.original.length) : (text.starts[span.start] ?? 0),
});
