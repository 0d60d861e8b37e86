import { EXCLUSION, readTerm } from './read-term';
import type { Cues } from './rule';
import { WILDCARD, type Tokens } from './tokens';

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

const aNode = (isShared: boolean): Node => ({ next: new Map(), gaps: [], skips: [], owners: [], isShared });

/**
 * Builds the index of one language's cue terms.
 *
 * `wordsPerUnit` stretches gaps where every character counts as a word.
 */
export function indexCues(cues: Cues, wordsPerUnit = 1): CueIndex {
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
  const shared = (from: Node, word: string): Node => {
    const nodes = edges(from, word);
    let node = nodes.find((one) => one.isShared);
    if (!node) nodes.push((node = aNode(true)));
    return node;
  };
  const add = (owner: string, term: string): void => {
    const segments = readTerm(term);
    let node = root;
    segments.forEach((segment, at) => {
      const isLast = at === segments.length - 1;
      const end = aNode(false);
      const choices = segment === 'gap' ? [] : segment;
      if (segment === 'gap') node.gaps.push(end);
      for (const choice of choices) {
        const before = choice.slice(0, -1).reduce(shared, node);
        const word = choice[choice.length - 1];
        if (word === undefined) node.skips.push(end);
        else if (!isLast) edges(before, word).push(end);
        else {
          const last = shared(before, word);
          if (!last.owners.includes(owner)) last.owners.push(owner);
        }
      }
      if (isLast) end.owners.push(owner);
      node = end;
    });
  };
  for (const [name, terms] of Object.entries(cues))
    for (const term of terms) add(term.startsWith(EXCLUSION) ? EXCLUSION + name : name, term);
  const maxGap = MAX_GAP_WORDS * wordsPerUnit;
  return { find: (tokens) => withoutExcluded(findCues(tokens, root, words, maxGap)) };
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

function findCues(
  tokens: Tokens,
  root: Node,
  patterns: WordPatterns,
  maxGap: number,
): ReadonlyMap<string, readonly Hit[]> {
  const { words, starts, ends, sentenceOf } = tokens;
  const found = new Map<string, Hit[]>();
  const idsAt = words.map((word) => patterns.match(word));

  const report = (owner: string, firstWord: number, lastWord: number): void => {
    let hits = found.get(owner);
    if (!hits) found.set(owner, (hits = []));
    const last = hits[hits.length - 1];
    if (last?.firstWord === firstWord && last.lastWord === lastWord) return;
    const sentence = sentenceOf[firstWord] ?? 0;
    hits.push({ firstWord, lastWord, sentence, start: starts[firstWord] ?? 0, end: ends[lastWord] ?? 0 });
  };
  /** Goes on from a node with the word at `at` still to be read. */
  const walk = (node: Node, first: number, at: number): void => {
    for (const owner of node.owners) report(owner, first, at - 1);
    for (const skipped of node.skips) walk(skipped, first, at);
    if (sentenceOf[at] !== sentenceOf[first]) return;
    for (const after of node.gaps) {
      for (let to = at; to <= at + maxGap && sentenceOf[to] === sentenceOf[first]; to++) walk(after, first, to);
    }
    if (node.next.size === 0) return;
    for (const id of idsAt[at] ?? []) {
      for (const to of node.next.get(id) ?? []) walk(to, first, at + 1);
    }
  };
  for (let first = 0; first < words.length; first++) if (idsAt[first]?.length) walk(root, first, first);
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
