import type { Lang } from '../../ids';
import type { FoldedText } from '../../text/phrases';
import type { Span } from '../../text/span';
import type { Concept } from './glossary';
import { indexSpans } from './span-index';
import { indexWords, findWords, type FoundPhrase, type WordIndex } from './word-index';

// Concepts whose own gloss says what their phrases deny: 描述不符 is "not as described", 不完整 "incomplete".
const SAY_IT = new Set(['not-as-described', 'incomplete', 'different', 'missing', 'lost', 'late', 'poor-quality', 'dangerous', 'stuck', 'loose', 'bad', 'free']); // prettier-ignore

// Concepts whose phrases hold a negation and deny nothing: 能不能 asks whether, 不好意思 is "sorry", "come mai" is "why".
const DENY_NOTHING = new Set(['whether', 'why', 'what', 'sorry', 'good', 'pan', 'soon', 'still', 'before', 'need', 'replace', 'tracking']); // prettier-ignore

// Longer words that begin or end like a phrase of the lists and say something else: 不同意 is "disagree", 看不见 "can't see".
const LONGER: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['不同意', '不全是', '不全部', '不全都', '看不见', '听不见'],
};

const longer = new Map<Lang, WordIndex<null>>();

function longerOf(lang: Lang): WordIndex<null> | null {
  const words = LONGER[lang];
  if (!words) return null;
  const known = longer.get(lang);
  if (known) return known;
  const made = indexWords(
    words.map((word) => [word, null] as const),
    lang,
  );
  longer.set(lang, made);
  return made;
}

/** Phrases of a message that hold a negation. */
interface HeldNegations {
  /** Shown whole, with their own gloss, as a negation. */
  readonly saying: readonly FoundPhrase<Concept>[];
  /** Deny nothing, whatever they hold. */
  readonly harmless: readonly Span[];
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Finds the known phrases that hold one of the negations, by what their gloss makes of it; others leave it to stand for itself. */
export function heldNegations(
  words: readonly FoundPhrase<Concept>[],
  negations: readonly Span[],
  { lang, folded }: { readonly lang: Lang; readonly folded: FoldedText },
): HeldNegations {
  const denying = indexSpans(negations);
  const holding = words.filter((word) => denying.touching(word).some((one) => holds(word, one)));
  const index = holding.length > 0 ? longerOf(lang) : null;
  const others = indexSpans(index ? findWords(index, folded) : []);
  const own = holding.filter((word) => others.touching(word).every((other) => holds(word, other)));
  return {
    saying: own.filter(({ entry }) => SAY_IT.has(entry.id)),
    harmless: own.filter(({ entry }) => DENY_NOTHING.has(entry.id)),
  };
}
