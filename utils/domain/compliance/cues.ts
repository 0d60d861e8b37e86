import { lowerBound } from './lower-bound';
import type { PackCues } from './rule';
import { EXCLUSION, GAP, isExclusion, type TermPart, type TermPath } from './term-path';
import { WILDCARD, type Tokens } from './tokens';

/** Where a cue stands: its words, and its place in the text that was given. */
export interface Hit {
  readonly firstWord: number;
  /** One less than `firstWord` when the place holds no word, as with an emoji. */
  readonly lastWord: number;
  readonly sentence: number;
  /** The clause its first word stands in. */
  readonly clause: number;
  readonly start: number;
  readonly end: number;
}

/** Finds every term of every cue class in one pass over the words. */
export interface CueIndex {
  /** Hits by cue class, with offsets of the normalised text that the tokens were made of. */
  find(tokens: Tokens, text: string): ReadonlyMap<string, readonly Hit[]>;
}

interface Node {
  /** Several nodes a word: a term with gaps goes on by itself, all others share the way. */
  readonly next: Map<number, Node[]>;
  readonly gaps: Node[];
  /** Nodes reached without a word, past an optional one. */
  readonly skips: Node[];
  /** Classes whose term ends here. */
  readonly owners: string[];
  readonly isShared: boolean;
}

const MAX_GAP_WORDS = 3;
const WORD_CACHE_LIMIT = 4096;
const SENTENCE_CACHE_LIMIT = 4096;
// Ordinary sentences need a tenth of it; words repeated a thousand times would take a way through every gap.
const STEPS_A_WORD = 100;
const STEPS_A_SENTENCE = 6000;
/** No message says the same thing more often; a pasted one that does must not cost the square of its length. */
export const MOST_HITS = 250;

const aNode = (isShared: boolean): Node => ({ next: new Map(), gaps: [], skips: [], owners: [], isShared });

/**
 * Builds the index of one language's cue terms.
 *
 * `wordsPerUnit` stretches gaps where every character counts as a word.
 */
export function indexCues(cues: PackCues, wordsPerUnit = 1): CueIndex {
  const words = new WordPatterns();
  const root = aNode(true);
  const edges = (from: Node, word: string): Node[] => {
    const id = words.idOf(word);
    const known = from.next.get(id);
    if (known) return known;
    const nodes: Node[] = [];
    from.next.set(id, nodes);
    return nodes;
  };
  /** The node behind a word; plain words from the root on are walked once for all terms that begin with them. */
  const after = (from: Node, word: string): Node => {
    const nodes = edges(from, word);
    let node = from.isShared ? nodes.find((one) => one.isShared) : undefined;
    if (!node) nodes.push((node = aNode(from.isShared)));
    return node;
  };
  const linkWords = (from: Node, line: string, end: Node): void => {
    const [last = '', ...before] = line.split(' ').reverse();
    edges(before.reverse().reduce(after, from), last).push(end);
  };
  const linkPart = (from: Node, part: TermPart, end: Node): void => {
    if (part === GAP) from.gaps.push(end);
    else if (typeof part === 'string') linkWords(from, part, end);
    else for (const path of part) link(from, path, end);
  };
  const link = (from: Node, path: TermPath, end: Node): void => {
    if (path.length === 0) from.skips.push(end);
    let node = from;
    path.forEach((part, at) => {
      if (at === path.length - 1) return linkPart(node, part, end);
      if (typeof part === 'string') {
        node = part.split(' ').reduce(after, node);
        return;
      }
      const next = aNode(false);
      linkPart(node, part, next);
      node = next;
    });
  };
  const ends = new Map<string, Node>();
  const endOf = (owner: string): Node => {
    const known = ends.get(owner) ?? aNode(false);
    if (known.owners.length === 0) known.owners.push(owner);
    ends.set(owner, known);
    return known;
  };
  for (const [name, terms] of Object.entries(cues))
    for (const term of terms) {
      if (isExclusion(term)) link(root, term.slice(1), endOf(EXCLUSION + name));
      else link(root, term, endOf(name));
    }
  const maxGap = MAX_GAP_WORDS * wordsPerUnit;
  const known = new Map<string, readonly Found[]>();
  return {
    find(tokens, text) {
      const found = new Map<string, Hit[]>();
      tokens.sentences.forEach(({ start, end }, sentence) => {
        const from = lowerBound(tokens.starts, start, itself);
        const to = lowerBound(tokens.starts, end, itself);
        // No term crosses a sentence, and while somebody types all sentences but one stay as they were.
        const key = text.slice(start, end);
        let finds = known.get(key);
        if (!finds) {
          finds = findInSentence(tokens.words.slice(from, to), root, words, maxGap);
          if (known.size >= SENTENCE_CACHE_LIMIT) known.clear();
          known.set(key, finds);
        }
        for (const { owner, first, last } of finds) {
          const hit = hitOf(tokens, sentence, from + first, from + last);
          const hits = found.get(owner);
          if (!hits) found.set(owner, [hit]);
          else if (hits.length < MOST_HITS) hits.push(hit);
        }
      });
      return withoutExcluded(found);
    },
  };
}

/** One term in one sentence: the class it belongs to and its words, counted from the start of the sentence. */
interface Found {
  readonly owner: string;
  readonly first: number;
  readonly last: number;
}

const itself = (value: number): number => value;

const hitOf = ({ starts, ends, clauseOf }: Tokens, sentence: number, firstWord: number, lastWord: number): Hit => ({
  firstWord,
  lastWord,
  sentence,
  clause: clauseOf[firstWord] ?? 0,
  start: starts[firstWord] ?? 0,
  end: ends[lastWord] ?? 0,
});

function withoutExcluded(found: Map<string, readonly Hit[]>): ReadonlyMap<string, readonly Hit[]> {
  for (const [name, exclusions] of found) {
    const hits = name.startsWith(EXCLUSION) ? found.get(name.slice(1)) : undefined;
    if (!hits) continue;
    const isExcluded = (hit: Hit): boolean =>
      exclusions.some((one) => one.firstWord <= hit.lastWord && hit.firstWord <= one.lastWord);
    found.set(
      name.slice(1),
      hits.filter((hit) => !isExcluded(hit)),
    );
  }
  return found;
}

function findInSentence(
  words: readonly string[],
  root: Node,
  patterns: WordPatterns,
  maxGap: number,
): readonly Found[] {
  const found: Found[] = [];
  /** Where the finds that begin with the word of this turn begin. */
  let turn = 0;
  const idsAt = words.map((word) => patterns.match(word));
  const mostSteps = STEPS_A_WORD * words.length + STEPS_A_SENTENCE;
  let steps = 0;

  const report = (owner: string, first: number, last: number): void => {
    // Every part of the term was optional.
    if (last < first) return;
    // Two terms of a class can be the same words, and one term can be reached by two ways.
    for (let at = turn; at < found.length; at++) if (found[at]?.owner === owner && found[at]?.last === last) return;
    found.push({ owner, first, last });
  };
  /** Goes on from a node with the word at `at` still to be read. */
  const walk = (node: Node, first: number, at: number): void => {
    if (++steps > mostSteps) return;
    for (const owner of node.owners) report(owner, first, at - 1);
    for (const skipped of node.skips) walk(skipped, first, at);
    if (at >= words.length) return;
    for (const after of node.gaps) {
      for (let to = at; to <= at + maxGap && to <= words.length; to++) walk(after, first, to);
    }
    if (node.next.size === 0) return;
    for (const id of idsAt[at] ?? []) {
      for (const to of node.next.get(id) ?? []) walk(to, first, at + 1);
    }
  };
  for (let first = 0; first < words.length; first++) {
    turn = found.length;
    if (idsAt[first]?.length) walk(root, first, first);
  }
  return found;
}

/** The word patterns that terms are made of: whole words, `stem*`, `*part*`. */
class WordPatterns {
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
