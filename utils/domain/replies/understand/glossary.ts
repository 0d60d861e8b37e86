import type { Lang } from '../../ids';
import type { CatalogueProblem } from '../template';
import { indexWords, type WordIndex } from './word-index';

const KINDS = ['negation', 'question', 'time', 'order', 'money', 'action', 'problem', 'product', 'part', 'colour', 'size', 'people', 'quality', 'service'] as const; // prettier-ignore

/** What a concept is about. */
export type ConceptKind = (typeof KINDS)[number];

/** A concept at a place of a text. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
}

/** Negations apart, for they are always shown. */
interface WordsOfGlossary {
  readonly negations: WordIndex<Concept>;
  readonly words: WordIndex<Concept>;
}

/** The words of one language that can be explained. */
export interface Glossary {
  readonly lang: Lang;
  /** Its words as they are found in a message; prepared when first asked for: the agent's own language is only read. */
  readonly index: () => WordsOfGlossary;
  /** How this language says a concept, by its id. */
  readonly glosses: ReadonlyMap<string, string>;
}

type Entry = readonly [concept: Concept, words: readonly string[]];

function glossaryOf(lang: Lang, entries: readonly Entry[]): Glossary {
  let made: WordsOfGlossary | undefined;
  const indexOf = (isNegation: boolean) => {
    const wanted = entries.filter(([{ kind }]) => (kind === 'negation') === isNegation);
    return indexWords(
      wanted.flatMap(([concept, words]) => words.map((word) => [word, concept] as const)),
      lang,
    );
  };
  return {
    lang,
    index: () => (made ??= { negations: indexOf(true), words: indexOf(false) }),
    glosses: new Map(entries.map(([{ id }, [first = '']]) => [id, first.replace(/\*/g, '')])),
  };
}

/** A glossary without words: facts and cues are still marked. */
export const noGlossary = (lang: Lang): Glossary => glossaryOf(lang, []);

const LONGEST_WORD = 60;

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

// By hand: a schema takes ten milliseconds for two thousand words and five for the concepts, on the first message somebody
// waits for.
const isConcept = (json: unknown): json is Concept =>
  isRecord(json) && typeof json['id'] === 'string' && json['id'] !== '' && kinds.has(json['kind']);
const kinds: ReadonlySet<unknown> = new Set(KINDS);

const isWords = (json: unknown): json is readonly string[] =>
  Array.isArray(json) &&
  json.length > 0 &&
  json.every((word) => typeof word === 'string' && word.trim() !== '' && word.length <= LONGEST_WORD);

/** Reads the concepts and the words of one language; lists that do not fit are named and left out. */
export function parseGlossary(
  concepts: unknown,
  words: unknown,
  lang: Lang,
): { readonly glossary: Glossary; readonly problems: readonly CatalogueProblem[] } {
  if (!Array.isArray(concepts) || !concepts.every(isConcept))
    return {
      glossary: noGlossary(lang),
      problems: [{ entry: 'concepts', why: 'not a list of ids with a known kind' }],
    };
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const problems: CatalogueProblem[] = [];
  const good: Entry[] = [];
  const lists = isRecord(words) ? Object.entries(words) : [];
  if (lists.length === 0) problems.push({ entry: lang, why: 'no lists by concept' });
  for (const [id, list] of lists) {
    const concept = byId.get(id);
    if (!concept) problems.push({ entry: `${lang} ${id}`, why: 'unknown concept' });
    else if (!isWords(list)) problems.push({ entry: `${lang} ${id}`, why: 'not a list of words' });
    else good.push([concept, list]);
  }
  return { glossary: glossaryOf(lang, good), problems };
}

/** What a concept is called in the agent's language; a negation is named in English where that language has no word for it. */
export const glossOf = ({ glosses }: Glossary, { id, kind }: Concept): string | undefined =>
  glosses.get(id) ?? (kind === 'negation' ? id.replace(/-/g, ' ') : undefined);
