/** Merging parts of the search index into one, and taking records out of a part, step by step so that a page can breathe. */
import {
  assemblePart,
  docsIn,
  fieldBits,
  keyAt,
  placeOf,
  postingStart,
  tokenAt,
  type SearchPart,
} from './search-index';

/** Steps between two places where the work can pause. */
const STEP = 256;
const GONE = 0xffffffff;

/** Parts above this size are left as they are. Units: records. */
export const largestPart = 150_000;
const MOST_SMALL = 8;

/**
 * Which parts to merge, given how many records each holds, oldest first: the place of the first of the newest ones, or
 * null while there are few. A part is merged again only once as much again has come after it.
 */
export const planMerge = (sizes: readonly number[]): number | null => {
  if (sizes.filter((size) => size < largestPart / 2).length <= MOST_SMALL) return null;
  let from = sizes.length - 1;
  let sum = sizes[from] ?? 0;
  while (
    from > 0 &&
    sum + sizes[from - 1]! <= largestPart &&
    (sizes.length - from < 2 || sizes[from - 1]! <= 2 * sum)
  ) {
    from -= 1;
    sum += sizes[from]!;
  }
  return from < sizes.length - 1 ? from : null;
};

/** The least of several texts that are next in their lists. */
const leastOf = (heads: readonly (string | undefined)[]): string | undefined => {
  let least: string | undefined;
  for (const head of heads) if (head !== undefined && (least === undefined || head < least)) least = head;
  return least;
};

/** By part, which places are hidden by a newer part, or hide nothing any more. */
function* hiddenIn(parts: readonly SearchPart[], live: readonly (Uint8Array | null)[]): Generator<void, Uint8Array[]> {
  const hidden = parts.map((part) => new Uint8Array(docsIn(part)));
  const at = parts.map(() => 0);
  const heads = parts.map((part) => (docsIn(part) > 0 ? keyAt(part, part.byKey[0]!) : undefined));
  for (let step = 1; ; step += 1) {
    const key = leastOf(heads);
    if (key === undefined) return hidden;
    let isTaken = false;
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      if (heads[index] !== key) continue;
      const part = parts[index]!;
      const place = part.byKey[at[index]!]!;
      if (isTaken || live[index]?.[place] === 0) hidden[index]![place] = 1;
      isTaken = true;
      at[index]! += 1;
      heads[index] = at[index]! < docsIn(part) ? keyAt(part, part.byKey[at[index]!]!) : undefined;
    }
    if (step % STEP === 0) yield;
  }
}

/** By part, which places have at least one token. */
function* spokenOf(parts: readonly SearchPart[]): Generator<void, Uint8Array[]> {
  const spoken: Uint8Array[] = [];
  for (const part of parts) {
    const marks = new Uint8Array(docsIn(part));
    for (let from = 0; from < part.postings.length; from += STEP * 64) {
      const to = Math.min(part.postings.length, from + STEP * 64);
      for (let at = from; at < to; at += 1) marks[part.postings[at]! >>> fieldBits] = 1;
      yield;
    }
    spoken.push(marks);
  }
  return spoken;
}

interface Numbering {
  readonly keys: string[];
  readonly seen: number[];
  /** By part and old place, the new one. */
  readonly places: readonly Uint32Array[];
}

/** Numbers all records that stay, the one seen last first. */
function* numbered(parts: readonly SearchPart[], hidden: readonly Uint8Array[]): Generator<void, Numbering> {
  const places = parts.map((part) => new Uint32Array(docsIn(part)).fill(GONE));
  const at = parts.map(() => 0);
  const keys: string[] = [];
  const seen: number[] = [];
  for (let step = 1; ; step += 1) {
    let best = -1;
    let bestKey = '';
    parts.forEach((part, index) => {
      while (hidden[index]![at[index]!] === 1) at[index]! += 1;
      const place = at[index]!;
      if (place >= docsIn(part)) return;
      const difference = best < 0 ? 1 : part.seen[place]! - parts[best]!.seen[at[best]!]!;
      if (difference < 0) return;
      const key = keyAt(part, place);
      if (difference === 0 && key > bestKey) return;
      best = index;
      bestKey = key;
    });
    if (best < 0) return { keys, seen, places };
    const place = at[best]!;
    places[best]![place] = keys.length;
    keys.push(bestKey);
    seen.push(parts[best]!.seen[place]!);
    at[best]! += 1;
    if (step % STEP === 0) yield;
  }
}

/** Places in the order of their keys: the old orders, merged. */
function* orderedByKey(parts: readonly SearchPart[], { places, keys }: Numbering): Generator<void, Uint32Array> {
  const byKey = new Uint32Array(keys.length);
  const at = parts.map(() => -1);
  const heads: (string | undefined)[] = parts.map(() => undefined);
  const advance = (index: number): void => {
    const part = parts[index]!;
    do at[index]! += 1;
    while (at[index]! < docsIn(part) && places[index]![part.byKey[at[index]!]!] === GONE);
    heads[index] = at[index]! < docsIn(part) ? keyAt(part, part.byKey[at[index]!]!) : undefined;
  };
  parts.forEach((_, index) => advance(index));
  for (let count = 0; count < byKey.length; count += 1) {
    const index = heads.indexOf(leastOf(heads));
    byKey[count] = places[index]![parts[index]!.byKey[at[index]!]!]!;
    advance(index);
    if (count % STEP === 0) yield;
  }
  return byKey;
}

/** Writes what is not hidden into one part. */
function* compiled(parts: readonly SearchPart[], hidden: readonly Uint8Array[]): Generator<void, SearchPart> {
  const numbering = yield* numbered(parts, hidden);
  const { keys, seen, places } = numbering;
  const byKey = yield* orderedByKey(parts, numbering);
  const postings = new Uint32Array(parts.reduce((sum, part) => sum + part.postings.length, 0));
  const tokens: string[] = [];
  const ends: number[] = [];
  const at = parts.map(() => 0);
  const heads = parts.map((part) => (part.tokenEnds.length > 0 ? tokenAt(part, 0) : undefined));
  let end = 0;
  for (let step = 1; ; step += 1) {
    const token = leastOf(heads);
    if (token === undefined) break;
    const from = end;
    for (let index = 0; index < parts.length; index += 1) {
      if (heads[index] !== token) continue;
      const part = parts[index]!;
      const to = part.postingEnds[at[index]!]!;
      for (let posting = postingStart(part, at[index]!); posting < to; posting += 1) {
        const old = part.postings[posting]!;
        const place = places[index]![old >>> fieldBits]!;
        if (place !== GONE) postings[end++] = (place << fieldBits) | (old & ((1 << fieldBits) - 1));
      }
      at[index]! += 1;
      heads[index] = at[index]! < part.tokenEnds.length ? tokenAt(part, at[index]!) : undefined;
    }
    if (end > from) {
      tokens.push(token);
      ends.push(end);
    }
    if (step % STEP === 0 || end - from > STEP * 16) yield;
  }
  return assemblePart({
    keys,
    seen: Float64Array.from(seen),
    byKey,
    tokens,
    postingEnds: Uint32Array.from(ends),
    postings: postings.slice(0, end),
  });
}

/**
 * Merges parts, oldest first, into one; yields where the work can pause. With `isWhole` they are all there is, and records
 * that only hid older ones are left out.
 */
export function* mergeParts(
  parts: readonly SearchPart[],
  { isWhole }: { readonly isWhole: boolean },
): Generator<void, SearchPart> {
  const live: readonly (Uint8Array | null)[] = isWhole ? yield* spokenOf(parts) : parts.map(() => null);
  return yield* compiled(parts, yield* hiddenIn(parts, live));
}

/** The part without some records and without every word only they had; the same object when it holds none of them. */
export const withoutRecords = (part: SearchPart, keys: readonly string[]): SearchPart => {
  const places = keys.map((key) => placeOf(part, key)).filter((place) => place >= 0);
  if (places.length === 0) return part;
  const hidden = new Uint8Array(docsIn(part));
  for (const place of places) hidden[place] = 1;
  const steps = compiled([part], [hidden]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
