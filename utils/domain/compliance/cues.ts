import { normalise } from '../text/normalise';
import type { Cues } from './rule';
import { GAP, tokenise, WILDCARD, type Tokens } from './tokens';

/** Where a cue stands: its words, and its place in the text that was given. */
export interface Hit {
  readonly firstWord: number;
  /** One less than `firstWord` when the place holds no word, as with an emoji. */
  readonly lastWord: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Finds every term of every cue class in one pass over the words. */
export interface CueIndex {
  /** Hits by cue class, with offsets of the normalised text. */
  find(tokens: Tokens): ReadonlyMap<string, readonly Hit[]>;
}

interface Node {
  next?: Map<number, Node>;
  gap?: Node;
  classes?: string[];
}

const MAX_GAP_WORDS = 3;
const EXCLUSION = '-';
const WORD_CACHE_LIMIT = 4096;

/** Writes out `(a|b|)` alternatives of a lexicon term; groups may nest. */
export function expandTerm(term: string): readonly string[] {
  const open = term.lastIndexOf('(');
  const close = term.indexOf(')', open);
  if (open < 0 || close < 0) return [term];
  const head = term.slice(0, open);
  const tail = term.slice(close + 1);
  return term
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expandTerm(head + choice + tail));
}

/**
 * Builds the index of one language's cue terms.
 *
 * `wordsPerUnit` stretches gaps where every character counts as a word.
 */
export function indexCues(cues: Cues, wordsPerUnit = 1): CueIndex {
  const atoms = new Atoms();
  const root: Node = {};
  const owners: string[] = [];
  const lines: string[] = [];
  for (const [name, terms] of Object.entries(cues)) {
    for (const term of terms) {
      for (const line of expandTerm(term)) {
        // One line must stay one sentence, or owners and lines would no longer agree.
        const words = line.replace(/[.?!\u3002\n]/g, ' ').trim();
        if (words === '') continue;
        // "-term" takes away what the class found there: "-under review" is not a review.
        owners.push(words.startsWith(EXCLUSION) ? EXCLUSION + name : name);
        lines.push(words);
      }
    }
  }
  // One line a term: the tokeniser then numbers sentences as we number terms, and runs once for all.
  const source = normalise(lines.join('\n').replaceAll('*', WILDCARD).replaceAll('~', GAP)).text;
  const terms = tokenise(source);
  let node = root;
  terms.words.forEach((word, at) => {
    if (word === GAP) node = node.gap ??= {};
    else {
      const id = atoms.idOf(word);
      node.next ??= new Map();
      let child = node.next.get(id);
      if (!child) node.next.set(id, (child = {}));
      node = child;
    }
    const term = terms.sentenceOf[at] ?? 0;
    if (terms.sentenceOf[at + 1] === term) return;
    const owner = owners[term] ?? '';
    if (!node.classes?.includes(owner)) (node.classes ??= []).push(owner);
    node = root;
  });
  return { find: (tokens) => withoutExcluded(findCues(tokens, root, atoms, MAX_GAP_WORDS * wordsPerUnit)) };
}

function withoutExcluded(found: ReadonlyMap<string, readonly Hit[]>): ReadonlyMap<string, readonly Hit[]> {
  const kept = new Map(found);
  for (const [name, exclusions] of found) {
    const hits = name.startsWith(EXCLUSION) ? found.get(name.slice(1)) : undefined;
    if (!hits) continue;
    const isExcluded = (hit: Hit): boolean =>
      exclusions.some((one) => one.firstWord <= hit.lastWord && hit.firstWord <= one.lastWord);
    kept.set(
      name.slice(1),
      hits.filter((hit) => !isExcluded(hit)),
    );
  }
  return kept;
}

function findCues(tokens: Tokens, root: Node, atoms: Atoms, maxGap: number): ReadonlyMap<string, readonly Hit[]> {
  const { words, starts, ends, sentenceOf } = tokens;
  const found = new Map<string, Hit[]>();
  const idsAt = words.map((word) => atoms.match(word));

  const report = (classes: readonly string[], firstWord: number, lastWord: number): void => {
    const hit: Hit = {
      firstWord,
      lastWord,
      sentence: sentenceOf[firstWord] ?? 0,
      start: starts[firstWord] ?? 0,
      end: ends[lastWord] ?? 0,
    };
    for (const name of classes) {
      const hits = found.get(name);
      if (hits) hits.push(hit);
      else found.set(name, [hit]);
    }
  };
  const step = (node: Node, first: number, at: number): void => {
    if (at >= words.length || sentenceOf[at] !== sentenceOf[first] || !node.next) return;
    for (const id of idsAt[at] ?? []) {
      const child = node.next.get(id);
      if (child) arrive(child, first, at);
    }
  };
  const arrive = (node: Node, first: number, at: number): void => {
    if (node.classes) report(node.classes, first, at);
    step(node, first, at + 1);
    if (node.gap) for (let skip = 0; skip <= maxGap; skip++) step(node.gap, first, at + 1 + skip);
  };
  for (let first = 0; first < words.length; first++) step(root, first, first);
  return found;
}

/** The word patterns that terms are made of: whole words, `stem*`, `*part*`. */
class Atoms {
  private readonly ids = new Map<string, number>();
  private readonly whole = new Map<string, number>();
  /** By first two letters: few stems share them, so a word is compared with a handful. */
  private readonly stems = new Map<string, [string, number][]>();
  private readonly parts: [part: string, isEnding: boolean, id: number][] = [];
  private readonly cache = new Map<string, readonly number[]>();

  idOf(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(word, id);
    const isOpenEnd = word.endsWith(WILDCARD);
    const letters = word.replaceAll(WILDCARD, '');
    if (word.startsWith(WILDCARD)) this.parts.push([letters, !isOpenEnd, id]);
    else if (isOpenEnd) {
      const key = letters.slice(0, 2);
      const bucket = this.stems.get(key);
      if (bucket) bucket.push([letters, id]);
      else this.stems.set(key, [[letters, id]]);
    } else this.whole.set(letters, id);
    return id;
  }

  match(word: string): readonly number[] {
    const known = this.cache.get(word);
    if (known) return known;
    const ids: number[] = [];
    const exact = this.whole.get(word);
    if (exact !== undefined) ids.push(exact);
    for (const [stem, id] of this.stems.get(word.slice(0, 2)) ?? []) if (word.startsWith(stem)) ids.push(id);
    for (const [part, isEnding, id] of this.parts) {
      if (isEnding ? word.endsWith(part) : word.includes(part)) ids.push(id);
    }
    // The same words come back with every key the agent presses.
    if (this.cache.size >= WORD_CACHE_LIMIT) this.cache.clear();
    this.cache.set(word, ids);
    return ids;
  }
}
