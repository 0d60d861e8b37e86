/** Answers a query from the parts of the search index: ranked by field, then by when a record was seen last. */
import {
  docsIn,
  fieldBits,
  keyAt,
  listToken,
  placeOf,
  postingStart,
  seenFrom,
  tokenAt,
  tokenFrom,
  type SearchPart,
} from './search-index';
import type { SearchWord } from './search-words';

/** A part, and which of its records a newer part has replaced. */
export interface OpenPart {
  readonly id: string;
  readonly part: SearchPart;
  readonly replaced: Uint8Array;
}

/** Where a hit stands among all hits. */
export interface HitPlace {
  /** 1 for names, 2 for tags, 3 for products, 4 for notes. */
  readonly rank: number;
  /** Units: ms since 1970 UTC. */
  readonly seenMs: number;
  readonly key: string;
}

/** Sorts hits: the better field first, then the record seen last, then by key. */
export const byPlace = (a: HitPlace, b: HitPlace): number =>
  a.rank - b.rank || b.seenMs - a.seenMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * The parts of an index by their ids, oldest first, with what was known of those that stay. A part whose id has changed is
 * another part.
 */
export const openParts = (
  parts: readonly { readonly id: string; readonly part: SearchPart }[],
  before: readonly OpenPart[],
): readonly OpenPart[] => {
  const known = new Map(before.map((open) => [open.id, open]));
  const opened = parts.map(({ id, part }) => known.get(id) ?? { id, part, replaced: new Uint8Array(docsIn(part)) });
  opened.forEach((newer, at) => {
    const isNew = !known.has(newer.id);
    const older = opened.slice(0, at).filter(({ id }) => isNew || !known.has(id));
    if (older.length === 0) return;
    for (let place = 0; place < docsIn(newer.part); place += 1) {
      const key = keyAt(newer.part, place);
      for (const { part, replaced } of older) {
        const found = placeOf(part, key);
        if (found >= 0) replaced[found] = 1;
      }
    }
  });
  return opened;
};

/** Rank of the best field among some fields. */
const BEST_OF = Uint8Array.from({ length: 1 << 4 }, (_, bits) => (bits === 0 ? 0 : 32 - Math.clz32(bits & -bits)));

/** By place, the fields in which a token stands. */
const fieldsOfToken = (part: SearchPart, text: string, isPrefix: boolean): Uint8Array => {
  const fields = new Uint8Array(docsIn(part));
  const from = tokenFrom(part, text);
  const isThere = from < part.tokenEnds.length && tokenAt(part, from) === text;
  const to = isPrefix ? tokenFrom(part, `${text}\uffff`) : isThere ? from + 1 : from;
  if (to <= from) return fields;
  const { postings } = part;
  const last = part.postingEnds[to - 1]!;
  const mask = (1 << fieldBits) - 1;
  for (let at = postingStart(part, from); at < last; at += 1)
    fields[postings[at]! >>> fieldBits]! |= postings[at]! & mask;
  return fields;
};

/** By place, 0 for records that do not match, else the rank of the worst field one of the words stands in. */
const ranksIn = ({ part, replaced }: OpenPart, words: readonly SearchWord[], lists: readonly string[]): Uint8Array => {
  const ranks = new Uint8Array(docsIn(part));
  words.forEach((word, index) => {
    const [first, ...more] = word.tokens.map(({ text, isPrefix }) => fieldsOfToken(part, text, isPrefix));
    if (first === undefined) return;
    for (const other of more) for (let at = 0; at < first.length; at += 1) first[at]! &= other[at]!;
    for (let at = 0; at < ranks.length; at += 1) {
      const rank = BEST_OF[first[at]!]!;
      ranks[at] = index === 0 ? rank : rank === 0 || ranks[at] === 0 ? 0 : Math.max(rank, ranks[at]!);
    }
  });
  for (let at = 0; at < ranks.length; at += 1) if (replaced[at] === 1) ranks[at] = 0;
  for (const list of lists) {
    const isIn = new Uint8Array(ranks.length);
    const token = tokenFrom(part, listToken(list));
    if (token < part.tokenEnds.length && tokenAt(part, token) === listToken(list)) {
      for (let at = postingStart(part, token); at < part.postingEnds[token]!; at += 1)
        isIn[part.postings[at]! >>> fieldBits] = 1;
    }
    for (let at = 0; at < ranks.length; at += 1) if (isIn[at] === 0) ranks[at] = 0;
  }
  return ranks;
};

const FIELDS = 4;

/** The records that hold all words and stand in all lists, after a place among the hits; at most as many as asked for. */
export const findHits = (
  parts: readonly OpenPart[],
  query: { readonly words: readonly SearchWord[]; readonly lists: readonly string[] },
  { after, limit }: { readonly after?: HitPlace; readonly limit: number },
): readonly HitPlace[] => {
  if (query.words.length === 0) return [];
  const ranked = parts.map((open) => ({ part: open.part, ranks: ranksIn(open, query.words, query.lists) }));
  const hits: HitPlace[] = [];
  for (let rank = Math.max(1, after?.rank ?? 1); rank <= FIELDS && hits.length < limit; rank += 1) {
    const ofRank: HitPlace[] = [];
    for (const { part, ranks } of ranked) {
      let count = 0;
      const from = after?.rank === rank ? seenFrom(part, after.seenMs) : 0;
      for (let place = from; place < ranks.length && count < limit - hits.length; place += 1) {
        if (ranks[place] !== rank) continue;
        const hit = { rank, seenMs: part.seen[place]!, key: keyAt(part, place) };
        if (after && byPlace(hit, after) <= 0) continue;
        ofRank.push(hit);
        count += 1;
      }
    }
    hits.push(...ofRank.sort(byPlace).slice(0, limit - hits.length));
  }
  return hits;
};
