import type { Span } from './span';

// A full stop inside a number, an abbreviation of one letter or a size ("5.5", "z. B.") ends nothing, so ends need a space after them;
// Chinese and Japanese stops end a sentence wherever they stand.
const SENTENCE_END = /[.!?…؟]+["'”’»)\]]*(?=\s|$)|[。！？｡]+["'”’」』）]*|\n+/gu;
const ONE_LETTER_BEFORE = /(?:^|[\s(])\p{L}$/u;

/**
 * Splits a message into sentences; white space around them belongs to none.
 *
 * Units: UTF-16 offsets in the text given.
 */
export function segmentSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    if (match[0] === '.' && ONE_LETTER_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const end = match.index + match[0].length;
    pushTrimmed(text, start, end, spans);
    start = end;
  }
  pushTrimmed(text, start, text.length, spans);
  return spans;
}

function pushTrimmed(text: string, from: number, to: number, spans: Span[]): void {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  if (end > start) spans.push({ start, end });
}
