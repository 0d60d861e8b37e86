// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '@/utils/domain/replies/understand/glossary';
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
const words = 'utils/catalog/glossary';
const langs = readdirSync(messages).map((name) => name.replace('.json', ''));

const glossaryOf = (lang: string) => parseGlossary(read(`${words}/concepts.json`), read(`${words}/${lang}.json`), lang);

describe.each(langs)('messages in %s', (lang) => {
  const { glossary, problems } = glossaryOf(lang);
  const told = read(`${messages}/${lang}.json`) as readonly Told[];
  const found = (kind: 'words' | 'negations', text: string): readonly string[] =>
    findWords(glossary.index()[kind], foldText(text)).map(({ entry }) => entry.id);

  test('are read with a glossary that has no problem', () => {
    expect(problems).toEqual([]);
    expect(told.length).toBeGreaterThanOrEqual(25);
  });

  test('show what they are about', () => {
    const missed = told.flatMap(({ text, must }) => {
      const known = found('words', text);
      return must.filter((id) => !known.includes(id)).map((id) => `${id}: ${text}`);
    });
    expect(missed).toEqual([]);
  });

  test('show every negation, and none where there is none', () => {
    const wrong = told.flatMap(({ text, negations }) => {
      const known = found('negations', text);
      const isRight = negations.length > 0 ? negations.every((id) => known.includes(id)) : known.length === 0;
      return isRight ? [] : [`${text}: ${known.join(', ')}`];
    });
    expect(wrong).toEqual([]);
  });
});
