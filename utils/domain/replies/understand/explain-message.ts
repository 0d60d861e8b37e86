import type { Lang } from '../../ids';
import { foldText, type FoldedText } from '../../text/phrases';
import { segmentSentences } from '../../text/segment';
import type { Span } from '../../text/span';
import { findCues, type CueLists } from '../cues';
import { findFacts, type FactSources } from './find-facts';
import { glossOf, type Concept, type Glossary } from './glossary';
import { heldNegations } from './held-negations';
import { findLookalikes, findNegatedVerbs } from './negation';
import type { ExplainedSentence, MeaningMark } from './understanding';
import { indexSpans } from './span-index';
import { findWords, type FoundPhrase } from './word-index';

/** What a message is explained with. */
export interface ExplainOptions extends FactSources {
  readonly lang: Lang;
  readonly agentLang: Lang;
  /** The words of the message's language. */
  readonly glossary: Glossary;
  /** The words of the agent's language, for the glosses. */
  readonly meanings: Glossary;
  readonly cues: CueLists;
}

/** Longest part of a message that is explained, in UTF-16 units; the rest is shown as it stands. */
const MOST_EXPLAINED = 6_000;

const length = ({ start, end }: Span): number => end - start;

/** Keeps what stands where nothing kept before it stands; the order given decides. */
function createPlaces(size: number) {
  const taken = new Uint8Array(size);
  const isFree = ({ start, end }: Span): boolean => taken.subarray(start, end).every((one) => one === 0);
  const take = ({ start, end }: Span): void => void taken.fill(1, start, end);
  return { takeFree: <T extends Span>(span: T): boolean => isFree(span) && (take(span), true) };
}

const longestFirst = <T extends Span>(spans: readonly T[]): readonly T[] =>
  [...spans].sort((a, b) => length(b) - length(a) || a.start - b.start);

type Mark = MeaningMark;

/** A message with what every look at it needs. */
interface Read {
  readonly message: string;
  readonly folded: FoldedText;
  /** The words of the list that are no negations. */
  readonly known: readonly FoundPhrase<Concept>[];
}

function negationsIn({ message, folded, known }: Read, options: ExplainOptions): readonly Mark[] {
  const { lang, glossary, meanings } = options;
  const listed = findWords(glossary.index().negations, folded);
  const { saying, harmless } = heldNegations(known, listed, { lang, folded });
  const seeming = indexSpans([...findLookalikes(lang, message, folded), ...harmless]);
  const denying = indexSpans(listed);
  const words = [...listed, ...saying].flatMap(({ start, end, entry }): readonly Mark[] => {
    const gloss = glossOf(meanings, entry);
    return gloss === undefined ? [] : [{ kind: 'negation', start, end, gloss }];
  });
  const gloss = glossOf(meanings, { id: 'not', kind: 'negation' }) ?? '';
  const verbs = findNegatedVerbs(lang, message, folded).map(({ start, end }): Mark => ({
    kind: 'negation',
    start,
    end,
    gloss,
  }));
  // 都不错 is "all good", 有没有人 "is there anybody": what runs into a word that denies nothing or out of it, and holds no
  // negation outside of it, denies nothing either.
  const isSeeming = (span: Span): boolean =>
    seeming.touching(span).some((word) => {
      const goesRound = span.start < word.start && word.end < span.end;
      const isOutside = ({ start, end }: Span): boolean =>
        (start >= span.start && end <= word.start) || (start >= word.end && end <= span.end);
      return !goesRound && !denying.touching(span).some(isOutside);
    });
  return longestFirst([...words, ...verbs].filter((mark) => !isSeeming(mark)));
}

function cuesIn(message: string, { cues, lang, agentLang }: ExplainOptions): readonly Mark[] {
  const found = findCues(cues, lang, message, agentLang);
  return longestFirst(
    found.flatMap(({ start, end, gloss }): readonly Mark[] =>
      gloss === undefined ? [] : [{ kind: 'cue', start, end, gloss }],
    ),
  );
}

function wordsIn({ known }: Read, { meanings }: ExplainOptions): readonly Mark[] {
  return longestFirst(known).flatMap(({ start, end, entry }): readonly Mark[] => {
    const gloss = glossOf(meanings, entry);
    if (gloss === undefined) return [];
    return [
      entry.kind === 'product'
        ? { kind: 'fact', fact: 'product', start, end, gloss }
        : { kind: 'word', start, end, gloss },
    ];
  });
}

/** Sentences that no mark reaches out of: the point of "3. März" ends none. */
function wholeSentences(text: string, marks: readonly Mark[]): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const span of segmentSentences(text)) {
    const last = spans.at(-1);
    while (at < marks.length && marks[at]!.end <= span.start) at += 1;
    const mark = marks[at];
    if (last && mark && mark.start < last.end && mark.end > span.start)
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}

/**
 * Explains a message sentence by sentence: its negations, facts, cues and known words, never a sentence of its own.
 * Negations win over everything, then facts, then words, for a cue's gloss names the concern and not the word; of the same
 * kind the longer one. A phrase that says its own denial is a negation with the phrase's gloss.
 *
 * Units: UTF-16 offsets in the message; what follows the first 6,000 units has no marks.
 */
export function explainMessage(message: string, options: ExplainOptions): readonly ExplainedSentence[] {
  const read = message.slice(0, MOST_EXPLAINED);
  const folded = foldText(read);
  const looked: Read = { message: read, folded, known: findWords(options.glossary.index().words, folded) };
  const { takeFree } = createPlaces(read.length);
  // Who reads the language needs no words of it explained; what is denied and what is a fact is still worth a look.
  const isForeign = base(options.lang) !== base(options.agentLang);
  const marks = [
    ...negationsIn(looked, options),
    ...findFacts(read, options),
    ...(isForeign ? [...wordsIn(looked, options), ...cuesIn(read, options)] : []),
  ]
    .filter((mark) => mark.end > mark.start && takeFree(mark))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  return wholeSentences(message, marks).map((span) => {
    const own: Mark[] = [];
    for (; at < marks.length && marks[at]!.start < span.end; at += 1) own.push(marks[at]!);
    return { ...span, marks: own };
  });
}

const base = (lang: Lang): string => lang.split('-')[0] ?? lang;
