import type { Hit } from './cues';
import { lowerBound } from './lower-bound';
import type { CueRef, Nearby, Pattern } from './rule';

/** Gives the hits of a cue or a union of cues, ordered by their first word. */
export type HitSource = (cue: CueRef) => readonly Hit[];

/** Everything a pattern is measured against. */
export interface Composition {
  readonly hits: HitSource;
  /** Two where every character counts as a word, as in Chinese and Japanese. */
  readonly wordsPerUnit: number;
}

/** One place where a pattern holds: the anchor with its partners. */
export interface Match {
  readonly anchor: Hit;
  readonly start: number;
  readonly end: number;
}

/** Finds every place where a pattern holds. */
export function matchPattern(pattern: Pattern, on: Composition): readonly Match[] {
  // Most patterns fail here: a word they need is nowhere in the message. Detectors cost more and are asked last.
  if (pattern.near?.some(({ cue }) => !cue.includes('@') && on.hits(cue).length === 0)) return [];
  const anchors = on.hits(pattern.find);
  const matches: Match[] = [];
  for (const anchor of anchors) {
    if (pattern.not?.some((guard) => findNear(anchor, guard, on))) continue;
    let { start, end } = anchor;
    const isWhole = (pattern.near ?? []).every((nearby) => {
      const partner = findNear(anchor, nearby, on);
      if (!partner) return false;
      start = Math.min(start, partner.start);
      end = Math.max(end, partner.end);
      return true;
    });
    if (isWhole) matches.push({ anchor, start, end });
  }
  return matches;
}

// Cues are short; a hit that starts further back than this cannot end nearer than its neighbours.
const LONGEST_CUE_WORDS = 24;

/** Finds the hit nearest to an anchor that fulfils a condition. */
export function findNear(anchor: Hit, nearby: Nearby, on: Composition): Hit | undefined {
  const hits = on.hits(nearby.cue);
  const limit = nearby.words === undefined ? Infinity : nearby.words * on.wordsPerUnit;
  const from = lowerBound(hits, anchor.firstWord, (hit) => hit.firstWord);
  let best: Hit | undefined;
  let bestGap = Infinity;
  const isTooFar = (words: number, sentences: number): boolean =>
    words > limit || words >= bestGap || (nearby.reach !== 'message' && sentences > (nearby.reach === 'next' ? 1 : 0));
  const consider = (hit: Hit): void => {
    const gap = Math.max(0, hit.firstWord - anchor.lastWord - 1, anchor.firstWord - hit.lastWord - 1);
    if (isTooFar(gap, Math.abs(hit.sentence - anchor.sentence)) || !isOnSide(anchor, hit, nearby.side)) return;
    if (nearby.clause && hit.clause !== anchor.clause) return;
    if (nearby.not?.some((guard) => findNear(hit, guard, on))) return;
    best = hit;
    bestGap = gap;
  };
  for (let at = from; at < hits.length; at++) {
    const hit = hits[at];
    if (!hit || isTooFar(hit.firstWord - anchor.lastWord - 1, hit.sentence - anchor.sentence)) break;
    consider(hit);
  }
  for (let at = from - 1; at >= 0; at--) {
    const hit = hits[at];
    if (!hit || isTooFar(anchor.firstWord - hit.firstWord - LONGEST_CUE_WORDS, anchor.sentence - hit.sentence)) break;
    consider(hit);
  }
  return best;
}

const isOnSide = (anchor: Hit, hit: Hit, side: Nearby['side']): boolean =>
  side === undefined || (side === 'before' ? hit.start < anchor.start : hit.start >= anchor.end);
