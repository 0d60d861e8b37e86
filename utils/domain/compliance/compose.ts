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
    let { start, end } = anchor;
    // Partners first: most anchors have none, and guards need not be asked then.
    const isWhole = (pattern.near ?? []).every((nearby) => {
      const partner = findNear(anchor, nearby, on);
      if (!partner) return false;
      start = Math.min(start, partner.start);
      end = Math.max(end, partner.end);
      return true;
    });
    if (!isWhole || pattern.not?.some((guard) => findNear(anchor, guard, on))) continue;
    matches.push({ anchor, start, end });
  }
  return matches;
}

// Cues are short; a hit that starts further back than this cannot end nearer than its neighbours.
const LONGEST_CUE_WORDS = 24;

/** Sentences that may lie between two hits. */
const sentencesOf = ({ reach }: Nearby): number => (reach === 'message' ? Infinity : reach === 'next' ? 1 : 0);

/** Finds the hit nearest to an anchor that fulfils a condition. */
export function findNear(anchor: Hit, nearby: Nearby, on: Composition): Hit | undefined {
  const hits = on.hits(nearby.cue);
  if (hits.length === 0) return undefined;
  const sentences = sentencesOf(nearby);
  // The nearest found so far: what lies no nearer need not be looked at.
  let most = nearby.words === undefined ? Infinity : nearby.words * on.wordsPerUnit;
  let best: Hit | undefined;
  const from = lowerBound(hits, anchor.firstWord, firstWordOf);
  for (let at = from; at < hits.length; at++) {
    const hit = hits[at];
    if (!hit || hit.firstWord - anchor.lastWord - 1 > most || hit.sentence - anchor.sentence > sentences) break;
    const gap = gapBetween(anchor, hit);
    if (gap > most || !fulfils(anchor, hit, nearby, on)) continue;
    best = hit;
    most = gap - 1;
  }
  for (let at = from - 1; at >= 0; at--) {
    const hit = hits[at];
    if (!hit || anchor.firstWord - hit.firstWord - LONGEST_CUE_WORDS > most) break;
    if (anchor.sentence - hit.sentence > sentences) break;
    const gap = gapBetween(anchor, hit);
    if (gap > most || !fulfils(anchor, hit, nearby, on)) continue;
    best = hit;
    most = gap - 1;
  }
  return best;
}

const firstWordOf = (hit: Hit): number => hit.firstWord;

const gapBetween = (anchor: Hit, hit: Hit): number =>
  Math.max(0, hit.firstWord - anchor.lastWord - 1, anchor.firstWord - hit.lastWord - 1);

const fulfils = (anchor: Hit, hit: Hit, nearby: Nearby, on: Composition): boolean => {
  if (nearby.side === 'before' ? hit.start >= anchor.start : nearby.side === 'after' && hit.start < anchor.end)
    return false;
  if (nearby.clause && hit.clause !== anchor.clause) return false;
  return !nearby.not?.some((guard) => findNear(hit, guard, on));
};
