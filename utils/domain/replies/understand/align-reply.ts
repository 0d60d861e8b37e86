import { segmentSentences } from '../../text/segment';
import type { Span } from '../../text/span';
import type { Draft, DraftBlock } from '../draft';
import type { AlignedPart } from './understanding';

/** A reply that was rendered for the conversation, in the buyer's language and in the agent's; null when both are the same. */
export interface RenderedReply {
  readonly draft: Draft;
  readonly counterpart: Draft | null;
}

/** A sentence as it is looked for, with what it means. */
interface Sentence {
  readonly text: string;
  readonly meaning: string;
}

/** A text without what a box may change by itself: runs of white space are one, invisible signs are gone. */
interface Squeezed {
  readonly text: string;
  /** Where each of its units stands in the original. */
  readonly from: readonly number[];
}

// Direction marks and isolates around ids, soft hyphens and zero-width signs: some boxes drop them.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /\s/;
const LINE = /[\n\r\u2028\u2029]/;
const STOPS = /[.!?…。！？｡؟]["'”’»）)\]]*$/;
const PAUSES = /[,:;，：；、،]$/;
const FULL_WIDTH = /[\u3000-\u303f\uff00-\uffef]/;
const WORD = /[\p{L}\p{N}]/u;

/** A sentence stands in a text some few times at most; more is an attack. */
const MOST_PLACES = 20;
/** Longer texts than any box takes. */
const MOST_READ = 20_000;

function squeeze(text: string): Squeezed {
  let squeezed = '';
  let isSpaced = true;
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!;
    const code = text.charCodeAt(at);
    const isPlain = code > 0x20 && code < 0x7f;
    if (!isPlain && INVISIBLE.test(unit)) continue;
    const isSpace = !isPlain && SPACE.test(unit);
    if (isSpace && isSpaced) continue;
    isSpaced = isSpace;
    squeezed += isSpace ? ' ' : unit;
    from.push(at);
  }
  return { text: squeezed.trimEnd(), from };
}

/** The text of a block; null while a value is missing: what the agent writes there is the agent's own. */
function textOf({ segments }: DraftBlock): string | null {
  const texts = segments.map((segment) => (segment.kind === 'text' ? segment.text : null));
  return texts.some((text) => text === null) ? null : texts.join('').trim();
}

/** The sentences of all replies, each once; what has no counterpart in the agent's language is not covered. */
function sentencesOf(replies: readonly RenderedReply[]): readonly Sentence[] {
  const sentences = new Map<string, string>();
  for (const { draft, counterpart } of replies) {
    const meanings = new Map((counterpart ?? draft).blocks.map((block) => [block.id, textOf(block)]));
    for (const block of draft.blocks) {
      const text = textOf(block);
      const meaning = meanings.get(block.id);
      if (!text || !meaning) continue;
      const { text: squeezed } = squeeze(text);
      if (WORD.test(squeezed) && !sentences.has(squeezed)) sentences.set(squeezed, meaning);
    }
  }
  return [...sentences].map(([text, meaning]) => ({ text, meaning }));
}

/** A place where a sentence stands; its neighbours may still change what it says. */
interface Place extends Span {
  readonly meaning: string;
  /** Nothing of the same sentence stands before it. */
  readonly begins: boolean;
  /** Nothing after it belongs to the same sentence. */
  readonly ends: boolean;
}

/** Whether a line ends between two units of the squeezed text. */
function isBroken(original: string, { from }: Squeezed, left: number, right: number): boolean {
  return LINE.test(original.slice((from[left] ?? -1) + 1, from[right] ?? original.length));
}

const behindSpace = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

/** A word right behind a full stop goes on with it ("3.5"); Chinese and Japanese leave no space anywhere. */
const isGlued = (text: string, end: number): boolean => WORD.test(text[end] ?? ' ') && !FULL_WIDTH.test(text[end - 1]!);

function placesOf(sentences: readonly Sentence[], squeezed: Squeezed, original: string): readonly Place[] {
  const { text } = squeezed;
  const places: Place[] = [];
  for (const { text: sentence, meaning } of sentences) {
    let start = text.indexOf(sentence);
    for (let count = 0; start >= 0 && count < MOST_PLACES; count += 1) {
      const end = start + sentence.length;
      const before = text.slice(Math.max(0, start - 8), start).trimEnd();
      const last = text[start - 1] === ' ' ? start - 2 : start - 1;
      const next = behindSpace(text, end);
      const isOver = (STOPS.test(sentence.slice(-8)) || PAUSES.test(sentence)) && !isGlued(text, end);
      places.push({
        start,
        end,
        meaning,
        begins: start === 0 || isBroken(original, squeezed, last, start) || STOPS.test(before),
        ends: end === text.length || isOver || isBroken(original, squeezed, end - 1, next),
      });
      start = text.indexOf(sentence, behindSpace(text, end));
    }
  }
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Of places in their order those that stand for themselves: no word of the agent's own shares their sentence. */
function standing(places: readonly Place[], { text }: Squeezed): readonly Place[] {
  const kept: Place[] = [];
  const starts = new Set(places.map(({ start }) => start));
  for (const place of places) {
    const last = kept.at(-1);
    const behind = last ? behindSpace(text, last.end) : 0;
    const mayStart = place.start >= behind && (place.begins || place.start === behind);
    if (mayStart && (place.ends || starts.has(behindSpace(text, place.end)))) kept.push(place);
  }
  // One without an end of its own counts only where the next one is kept too.
  const sure: Place[] = [];
  for (const place of kept.reverse())
    if (place.ends || sure.at(-1)?.start === behindSpace(text, place.end)) sure.push(place);
  return sure.reverse();
}

/** Own words sentence by sentence; the point of "5. Dezember" ends none. */
function ownWords(text: string): readonly AlignedPart[] {
  const spans: Span[] = [];
  for (const { start, end } of segmentSentences(text)) {
    const last = spans.at(-1);
    const isDay = last && /\d\.$/.test(text.slice(last.start, last.end)) && !LINE.test(text.slice(last.end, start));
    if (isDay) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ text: text.slice(start, end), meaning: null }));
}

/**
 * Says which pieces of a text are whole sentences of rendered replies, with what they mean, in the order of the text; the
 * rest is cut into sentences nobody covers. White space may differ, nothing else; what stands in one sentence with other
 * words is not covered, for "it is not true that" changes what follows.
 */
export function alignReply(text: string, replies: readonly RenderedReply[]): readonly AlignedPart[] {
  const read = text.slice(0, MOST_READ);
  const squeezed = squeeze(read);
  const places = standing(placesOf(sentencesOf(replies), squeezed, read), squeezed);
  const parts: AlignedPart[] = [];
  let behind = 0;
  for (const { start, end, meaning } of places) {
    const [first, last] = [squeezed.from[start]!, squeezed.from[end - 1]! + 1];
    parts.push(...ownWords(read.slice(behind, first)), { text: read.slice(first, last).trim(), meaning });
    behind = last;
  }
  return [...parts, ...ownWords(text.slice(behind))];
}
