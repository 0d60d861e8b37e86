import type { Hit } from './cues';
import type { CueRef, Nearby, Pattern } from './rule';

/** Gives the hits of a cue or a union of cues, in text order. */
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
  const matches: Match[] = [];
  for (const anchor of on.hits(pattern.find)) {
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

/** Finds the hit nearest to an anchor that fulfils a condition. */
export function findNear(anchor: Hit, nearby: Nearby, on: Composition): Hit | undefined {
  const limit = nearby.words === undefined ? Infinity : nearby.words * on.wordsPerUnit;
  let best: Hit | undefined;
  let bestGap = Infinity;
  for (const hit of on.hits(nearby.cue)) {
    if (!isInReach(anchor, hit, nearby)) continue;
    const gap = gapBetween(anchor, hit);
    if (gap > limit || gap >= bestGap) continue;
    if (nearby.not?.some((guard) => findNear(hit, guard, on))) continue;
    best = hit;
    bestGap = gap;
  }
  return best;
}

const isInReach = (anchor: Hit, hit: Hit, { reach = 'same', side }: Nearby): boolean => {
  if (reach !== 'message' && Math.abs(hit.sentence - anchor.sentence) > (reach === 'next' ? 1 : 0)) return false;
  if (side === 'before') return hit.start < anchor.start;
  if (side === 'after') return hit.start >= anchor.end;
  return true;
};

const gapBetween = (a: Hit, b: Hit): number => Math.max(0, b.firstWord - a.lastWord - 1, a.firstWord - b.lastWord - 1);
