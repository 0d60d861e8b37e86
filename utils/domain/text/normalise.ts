/** A text made ready for matching, with the way back to the original. */
export interface NormalisedText {
  readonly original: string;
  /** NFKC, lower case, marks removed, quotes and dashes unified, zero-width characters removed. */
  readonly text: string;
  /** For each unit of `text`, where the original character it came from starts. */
  readonly starts: Uint32Array;
  /** For each unit of `text`, where the original character it came from ends. */
  readonly ends: Uint32Array;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]/;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u2032\u0060\u00b4]/;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/;
const STARS = /^[\u2605\u2606\u2b50\u2730\u{1f31f}]$/u;
// Marks of Latin, Greek and Cyrillic only: the Japanese voicing marks carry meaning and must survive.
const MARKS = /[\u0300-\u036f]/g;

const isJoining = (unit: number): boolean =>
  (unit >= 0x300 && unit <= 0x36f) || unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f;

// Letters that stay as they are, by far the most of a message: small Latin, Han, kana, small Cyrillic but й.
const isAscii = (unit: number): boolean => unit < 0x80 && unit !== 0x60 && (unit < 0x41 || unit > 0x5a);
const isPlainLetter = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30fa) ||
  (unit >= 0x430 && unit <= 0x44f && unit !== 0x439);

const folded = new Map<string, string>();
const FOLD_CACHE_LIMIT = 8192;

const foldCluster = (cluster: string): string => {
  const known = folded.get(cluster);
  if (known !== undefined) return known;
  let result: string;
  if (INVISIBLE.test(cluster)) result = '';
  else if (SINGLE_QUOTES.test(cluster)) result = "'";
  else if (DOUBLE_QUOTES.test(cluster)) result = '"';
  else if (DASHES.test(cluster)) result = '-';
  else if (STARS.test(cluster)) result = '\u2605';
  else {
    const plain = cluster.normalize('NFKC').toLowerCase().replace('\u00df', 'ss');
    result = plain.normalize('NFD').replace(MARKS, '').normalize('NFC');
  }
  if (folded.size >= FOLD_CACHE_LIMIT) folded.clear();
  folded.set(cluster, result);
  return result;
};

/**
 * Normalises a text once for all matching and remembers where each unit came from.
 *
 * Units: UTF-16 code units on both sides.
 */
export function normalise(original: string): NormalisedText {
  const length = original.length;
  // NFKC turns one unit into at most 18; growing by doubling keeps the common case at one allocation.
  let starts = new Uint32Array(length + 32);
  let ends = new Uint32Array(length + 32);
  let text = '';
  let plainFrom = -1;
  let at = 0;
  let size = 0;
  while (at < length) {
    const unit = original.charCodeAt(at);
    const isPlain = (isAscii(unit) || isPlainLetter(unit)) && !isJoining(original.charCodeAt(at + 1));
    if (isPlain) {
      if (plainFrom < 0) plainFrom = at;
      starts[size] = at;
      ends[size++] = ++at;
    } else {
      if (plainFrom >= 0) text += original.slice(plainFrom, at);
      plainFrom = -1;
      let end = at + ((original.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      // A cluster longer than this is an attack on the reader, not a letter.
      while (end < length && end - at < 16 && isJoining(original.charCodeAt(end))) end++;
      const result = foldCluster(original.slice(at, end));
      text += result;
      if (size + result.length + (length - end) > starts.length) {
        starts = grow(starts);
        ends = grow(ends);
      }
      for (let i = 0; i < result.length; i++) {
        starts[size] = at;
        ends[size++] = end;
      }
      at = end;
    }
  }
  if (plainFrom >= 0) text += original.slice(plainFrom, length);
  return { original, text, starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

const grow = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
};
