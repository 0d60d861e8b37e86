import { readFileSync } from 'node:fs';
import currencies from '@/utils/catalog/measures/currencies.json';
import { noGuardWords } from '@/utils/domain/guards/guard-words';
import type { Span } from '@/utils/domain/text/span';
import { explainMessage } from '@/utils/domain/replies/understand/explain-message';
import { parseGlossary, type Concept, type Glossary } from '@/utils/domain/replies/understand/glossary';
import { findNegatedVerbs } from '@/utils/domain/replies/understand/negation';
import type { MeaningMark } from '@/utils/domain/replies/understand/understanding';
import { findWords } from '@/utils/domain/replies/understand/word-index';
import { foldText } from '@/utils/domain/text/phrases';

const read = (name: string): unknown => JSON.parse(readFileSync(`utils/catalog/glossary/${name}.json`, 'utf8'));
const concepts = read('concepts') as readonly Concept[];

/** An agent whose language has for every concept its own name: so a gloss says which concept is meant. */
const naming: Glossary = {
  lang: 'concepts',
  index: () => {
    throw new Error('an agent’s own words are only read');
  },
  glosses: new Map(concepts.map(({ id }) => [id, id])),
};

const readings = new Map<string, ReturnType<typeof parseGlossary>>();

function parsed(lang: string) {
  const known = readings.get(lang);
  if (known) return known;
  const made = parseGlossary(concepts, read(lang), lang);
  readings.set(lang, made);
  return made;
}

/** The shipped words of a language as a message is read with them. */
export function reading(lang: string) {
  const { glossary, problems } = parsed(lang);
  return {
    problems,
    topicsOf: (text: string): readonly string[] =>
      findWords(glossary.index().words, foldText(text)).map(({ entry }) => entry.id),
    /** Every place of a listed negation or of a verb that denies, whatever becomes of it. */
    negationsIn: (text: string): readonly Span[] => {
      const folded = foldText(text);
      return [...findWords(glossary.index().negations, folded), ...findNegatedVerbs(lang, text, folded)];
    },
  };
}

/** A mark with the concept its gloss stands for; empty for a fact of another kind. */
type ShownMark = MeaningMark & { readonly concept: string };

/** What is shown of a message, sentence by sentence, in one list. */
export function shownIn(text: string, lang: string): readonly ShownMark[] {
  const sentences = explainMessage(text, {
    lang,
    agentLang: 'concepts',
    glossary: parsed(lang).glossary,
    meanings: naming,
    cues: new Map(),
    words: noGuardWords(lang),
    currencies,
    order: null,
  });
  return sentences.flatMap(({ marks }) => marks.map((mark) => ({ ...mark, concept: mark.gloss ?? '' })));
}
