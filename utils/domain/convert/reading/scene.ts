import type { Audience } from '../sizes/shoe';
import { findSwaps, type Swaps } from './find-swaps';
import { findImplausible } from './implausible';
import type { ReadHints } from './reading';
import { tokenise, type Token } from './tokens';
import type { Topic } from './words/word-list';

/** A word that says what a text is about, with its place among the tokens. */
interface TopicPlace {
  readonly index: number;
  readonly topic: Topic;
}

/** A text prepared for the readers. */
export interface Scene {
  readonly source: string;
  readonly hints: ReadHints;
  readonly tokens: readonly Token[];
  /** Positions of numbers that can be no size whatever stands beside them. */
  readonly implausible: ReadonlySet<number>;
  /** Numbers of which one is wanted in the place of the other. */
  readonly swaps: Swaps;
  readonly topics: readonly TopicPlace[];
  /** Whom the text as a whole names, when it names one kind of people only. */
  readonly audience?: Audience;
  /** Tokens that a reading has taken. */
  readonly taken: Set<number>;
}

/** Prepares a text: tokens, topics, people named, numbers ruled out. */
export function makeScene(source: string, hints: ReadHints): Scene {
  const tokens = tokenise(source);
  const topics: TopicPlace[] = [];
  const people = new Set<Audience>();
  tokens.forEach(({ role, text }, index) => {
    if (!role) return;
    if (role.topic) topics.push({ index, topic: role.topic });
    else if (role.mark === 'shoe') topics.push({ index, topic: 'shoes' });
    // Single Chinese characters are read only beside the number, where they can mean nothing else.
    if (role.audience && text.length > 1) people.add(role.audience);
  });
  const [only] = people;
  return {
    source,
    hints,
    tokens,
    implausible: findImplausible(tokens),
    swaps: findSwaps(tokens),
    topics,
    ...(people.size === 1 && only ? { audience: only } : {}),
    taken: new Set(),
  };
}

const SENTENCE_END: ReadonlySet<string> = new Set(['.', '?', '!', '\n']);
/** A word in another sentence counts as this many words farther away. */
const SENTENCE_STEP = 8;

/** What the number at a place is about: the nearest word that says so, otherwise what is known of the product. */
export function topicAt(scene: Scene, index: number): { readonly topic: Topic | undefined; readonly said: boolean } {
  const known = scene.hints.category;
  let best: Topic | undefined;
  let least = Number.POSITIVE_INFINITY;
  // Topics stand in the order of the text: the nearest ones lie around the place where this one would.
  const after = firstFrom(scene.topics, index);
  for (const place of scene.topics.slice(Math.max(0, after - NEAREST), after + NEAREST)) {
    const away = distance(scene, place.index, index);
    if (away < least) [best, least] = [place.topic, away];
  }
  if (best === undefined || (best === 'other' && known !== undefined)) return { topic: known, said: false };
  // "clothing" says less than what is known of the product, and a far word less than the product itself.
  if (known && known !== 'other' && (best === 'clothing' || (known !== 'clothing' && least > FAR))) {
    const isRefined = best === 'clothing' && known === 'shoes' && least <= FAR;
    return isRefined ? { topic: best, said: true } : { topic: known, said: false };
  }
  return { topic: best, said: true };
}

const FAR = 6;
/** So many topics on either side are compared. */
const NEAREST = 3;

function firstFrom(topics: readonly TopicPlace[], index: number): number {
  let [low, high] = [0, topics.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((topics[middle] as TopicPlace).index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distance({ tokens }: Scene, from: number, to: number): number {
  const [low, high] = from < to ? [from, to] : [to, from];
  let steps = high - low;
  for (let i = low + 1; i < high && steps < 60; i += 1)
    if (SENTENCE_END.has((tokens[i] as Token).text)) steps += SENTENCE_STEP;
  return steps;
}

/** Marks tokens as taken, from the first to the last. */
export function take(scene: Scene, first: number, last: number): void {
  for (let i = first; i <= last; i += 1) scene.taken.add(i);
}

/** Span of the tokens from the first to the last in the text as given. */
export const spanOf = ({ tokens }: Scene, first: number, last: number): { start: number; end: number } => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last] as Token).end,
});
