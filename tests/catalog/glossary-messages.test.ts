// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '@/utils/domain/replies/understand/glossary';
import { findLookalikes, findNegatedVerbs } from '@/utils/domain/replies/understand/negation';
import { findWords } from '@/utils/domain/replies/understand/word-index';
import { foldText } from '@/utils/domain/text/phrases';

/** A message of a buyer and what an agent must be told of it. */
interface Told {
  readonly text: string;
  readonly must: readonly string[];
  readonly negations: readonly string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const messages = 'tests/fixtures/glossary';
const lists = 'utils/catalog/glossary';
const langs = readdirSync(messages).map((name) => name.replace('.json', ''));

const glossaryOf = (lang: string) => parseGlossary(read(`${lists}/concepts.json`), read(`${lists}/${lang}.json`), lang);

describe.each(langs)('messages in %s', (lang) => {
  const { glossary, problems } = glossaryOf(lang);
  const told = read(`${messages}/${lang}.json`) as readonly Told[];
  const { words, negations } = glossary.index();

  const topicsOf = (text: string): readonly string[] => findWords(words, foldText(text)).map(({ entry }) => entry.id);

  /** What the reader would show as denied: by a word of the list, or by the form of a verb. */
  function denialsOf(text: string): readonly string[] {
    const folded = foldText(text);
    const seeming = findLookalikes(lang, folded);
    const said = findWords(negations, folded).filter(
      (span) => !seeming.some((word) => word.start <= span.start && span.end <= word.end),
    );
    return [...said.map(({ entry }) => entry.id), ...findNegatedVerbs(lang, text, folded).map(() => 'not')];
  }

  test('are read with a glossary that has no problem', () => {
    expect(problems).toEqual([]);
    expect(told.length).toBeGreaterThanOrEqual(25);
  });

  test('show what they are about', () => {
    const missed = told.flatMap(({ text, must }) => {
      const known = topicsOf(text);
      return must.filter((id) => !known.includes(id)).map((id) => `${id}: ${text}`);
    });
    expect(missed).toEqual([]);
  });

  test('show every negation, and none where there is none', () => {
    const wrong = told.flatMap(({ text, negations: expected }) => {
      const known = denialsOf(text);
      const isRight = expected.length > 0 ? expected.every((id) => known.includes(id)) : known.length === 0;
      return isRight ? [] : [`${text}: ${known.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});
