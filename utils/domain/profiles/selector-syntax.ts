/** Longest selector of a profile, in UTF-16 units. */
export const MAX_SELECTOR_CHARS = 300;
/** Selectors in one comma list. */
const MAX_LIST = 20;
/** Parentheses within parentheses. */
const MAX_DEPTH = 2;
/** `:has()` makes the browser search below every element: few are enough. */
const MAX_HAS = 2;
/** Steps from one element to the next in one selector of a list; each multiplies the search. */
const MAX_COMBINATORS = 6;
/** `~` looks at every element beside: one is enough. */
const MAX_LATER = 1;

const NAME = /^(?:[\p{L}_-]|\\[^\n\r\f])(?:[\p{L}\p{N}_-]|\\[^\n\r\f])*/u;
const ATTRIBUTE =
  /^\[\s*[A-Za-z_][\w:-]*\s*(?:[~|^$*]?=\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|[A-Za-z_-][\w-]*)\s*(?:[is]\s*)?)?\]/;
const COMBINATOR = /^\s*[>+~]\s*|^\s+/;
/** Pseudo-classes that say what an element is; none that follow the user (`:hover`, `:visited`, `:target`). */
const PLAIN_PSEUDO = new Set(
  'first-child last-child only-child first-of-type last-of-type only-of-type empty root checked disabled enabled read-only read-write required optional'.split(
    ' ',
  ),
);
const LIST_PSEUDO = new Set(['is', 'where', 'not', 'has']);
const COUNT_PSEUDO = new Set(['nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type']);
const COUNT = /^(?:odd|even|[+-]?\d{1,3}|[+-]?\d{0,3}n(?:\s*[+-]\s*\d{1,3})?)$/;

interface Reading {
  rest: string;
  has: number;
  /** Open `:has()` around what is read now. */
  within: number;
}

const take = (reading: Reading, pattern: RegExp): string | null => {
  const found = pattern.exec(reading.rest)?.[0];
  if (!found) return null;
  reading.rest = reading.rest.slice(found.length);
  return found;
};

function readPseudo(reading: Reading, depth: number): boolean {
  const name = take(reading, /^:[a-z-]+/)?.slice(1);
  if (name === undefined) return false;
  if (!take(reading, /^\(/)) return PLAIN_PSEUDO.has(name);
  if (COUNT_PSEUDO.has(name)) {
    const count = take(reading, /^[^()]*/) ?? '';
    return COUNT.test(count.trim()) && take(reading, /^\)/) !== null;
  }
  if (!LIST_PSEUDO.has(name) || depth >= MAX_DEPTH) return false;
  if (name === 'has' && ++reading.has > MAX_HAS) return false;
  if (name !== 'has') return readList(reading, depth + 1) && take(reading, /^\)/) !== null;
  const lead = take(reading, /^\s*[>+~]\s*/)?.trim() ?? '';
  reading.within += 1;
  const isRead = readList(reading, depth + 1, lead) && take(reading, /^\)/) !== null;
  reading.within -= 1;
  return isRead;
}

/** One element's worth of selector: tag, id, classes, attributes, pseudo-classes. */
function readCompound(reading: Reading, depth: number): boolean {
  const tag = take(reading, /^\*/) ?? take(reading, NAME);
  let isSomething = tag !== null;
  for (;;) {
    const sign = reading.rest[0];
    if (sign === undefined || !'#.[:'.includes(sign)) return isSomething;
    if (sign === '[') {
      if (take(reading, ATTRIBUTE) === null) return false;
    } else if (sign === ':') {
      if (!readPseudo(reading, depth)) return false;
    } else {
      reading.rest = reading.rest.slice(1);
      if (take(reading, NAME) === null) return false;
    }
    isSomething = true;
  }
}

/** One selector of a list, and whether what it makes the browser search is bounded. */
function readComplex(reading: Reading, depth: number, lead: string): boolean {
  let combinator = lead;
  let [steps, later] = [0, lead === '~' ? 1 : 0];
  for (;;) {
    const isAny = /^\*(?![.#:[])/.test(reading.rest);
    const isBeside = (sign: string): boolean => sign === '+' || sign === '~';
    if (isAny && (reading.within > 0 || isBeside(combinator))) return false;
    if (!readCompound(reading, depth)) return false;
    if (/^\s*(?:[,)]|$)/.test(reading.rest)) return true;
    const next = take(reading, COMBINATOR);
    if (next === null) return false;
    combinator = next.trim();
    if (isAny && isBeside(combinator)) return false;
    steps += 1;
    later += combinator === '~' ? 1 : 0;
    if (steps > MAX_COMBINATORS || later > MAX_LATER) return false;
  }
}

/** A comma list; `lead` is the sign `:has()` may begin with. */
function readList(reading: Reading, depth: number, lead = ''): boolean {
  for (let items = 1; items <= MAX_LIST; items++) {
    take(reading, /^\s+/);
    if (!readComplex(reading, depth, items === 1 ? lead : '')) return false;
    take(reading, /^\s+/);
    if (take(reading, /^,/) === null) return true;
  }
  return false;
}

/**
 * Whether a text is a selector a profile may hold: the plain part of CSS, short, shallow and cheap to search for.
 * Read here and not by a browser, because profiles are checked where there is no document.
 */
export function isProfileSelector(css: string): boolean {
  if (css.length === 0 || css.length > MAX_SELECTOR_CHARS || css !== css.trim()) return false;
  const reading: Reading = { rest: css, has: 0, within: 0 };
  return readList(reading, 0) && reading.rest === '';
}
