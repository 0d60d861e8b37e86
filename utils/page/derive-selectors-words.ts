/** Pieces of a name: `msgBuyer--row` gives msg, Buyer, row. */
const piecesOf = (name: string): readonly string[] => name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^A-Za-z_-]+/g) ?? [];

const VOWEL = /[aeiouy]/i;
/** Short words that programmers write; any other short piece may be a hash. */
const SHORT_WORDS = new Set(
  'id no in out me my own to by im msg btn txt nav img box row col tab tag pre sub'.split(' '),
);

/** Whether a name is made of words a person has chosen: no digits, no hash, nothing but Latin letters. */
export function isPlainName(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z_-]{1,47}$/.test(name)) return false;
  const isPrefix = /^[a-z]{2,3}-[a-z]{3}/.test(name);
  return piecesOf(name).every(
    (piece, at) =>
      // Component libraries put two or three letters before everything: `ui-window`, `kat-table`.
      (isPrefix && at === 0) ||
      SHORT_WORDS.has(piece.toLowerCase()) ||
      (piece.length >= 3 && piece.length <= 20 && VOWEL.test(piece)),
  );
}

/** Names that only say how something stands at the moment, or which of several it is. */
const MOMENTARY =
  /(?:^|[-_])(?:is|has|active|selected|current|focus(?:ed|-visible)?|hover(?:ed)?|open(?:ed)?|disabled|hidden|visible|unread|read|first|last|odd|even|loading|loaded|checked|expanded|collapsed|new|enter|leave|appear|done)(?:$|[-_])/i;
/** The front part of names that programs make up: what follows is a counter or a hash. */
const MADE_UP =
  /^(?:css|sc|jss|jsx|emotion|styled|makestyles|ember|react|vue|ng|svelte|astro|katal-id|radix|rc|ext-gen|yui|auto)[-_]*$/i;

/** A class or id as far as it can be trusted to stay: whole, or the stem before a hash. */
export interface StableName {
  readonly text: string;
  readonly kind: 'whole' | 'stem';
}

/** What is stable of a class name or id; null when all of it was made by a program. */
export function stableName(name: string): StableName | null {
  if (name.length > 80 || !/^[A-Za-z_]/.test(name) || !/^[\w-]+$/.test(name)) return null;
  // Build tools put a hash behind `__` or `--`; behind a single sign it is less sure, so more has to stand before it.
  const cut = /^(.*?(?:__|--))(?!.*(?:__|--)[^_-])(.+)$/.exec(name);
  const doubtful = cut ? isPlainTail(cut[2]!) : false;
  if (isPlainName(name) && (!cut || doubtful)) return MOMENTARY.test(name) ? null : { text: name, kind: 'whole' };
  if (cut && isStem(cut[1]!, 4)) return { text: cut[1]!, kind: 'stem' };
  const single = /^((?:[A-Za-z]+[-_]+)+)([A-Za-z0-9]*\d[A-Za-z0-9_-]*|[A-Za-z0-9]{4,})$/.exec(name);
  // A number behind the words counts elements: the next page counts them anew.
  if (!single || /^\d+$/.test(single[2]!)) return null;
  return isStem(single[1]!, 8) && piecesOf(single[1]!).length >= 2 ? { text: single[1]!, kind: 'stem' } : null;
}

const isPlainTail = (tail: string): boolean => isPlainName(tail) && !/[A-Z]{2}/.test(tail);

const isStem = (stem: string, atLeast: number): boolean => {
  if (stem.length < atLeast || MADE_UP.test(stem) || MOMENTARY.test(stem.replace(/[-_]+$/, ''))) return false;
  return stem.split(/[-_]+/).every((word) => word === '' || /^[A-Za-z]$/.test(word) || isPlainName(word));
};

const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '');

/** Whether a name says what the page shows: a text or a person must never become part of a selector. */
export function repeatsText(name: string, shown: string, care: 'whole' | 'words'): boolean {
  const own = flat(name);
  if (own === '' || own === flat(shown)) return own !== '';
  if (care === 'whole') return false;
  return shown
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length >= 3 && own.includes(word));
}
