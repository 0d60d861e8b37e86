// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reading, shownIn } from './reading';

/** A message of a buyer and what an agent must be told of it. */
interface Told {
  readonly text: string;
  readonly must: readonly string[];
  readonly negations: readonly string[];
}

const messages = 'tests/fixtures/glossary';
const langs = readdirSync(messages).map((name) => name.replace('.json', ''));

// The gloss of a whole phrase says more than that there is a "not" in it.
const PHRASES = ['not-as-described', 'incomplete', 'different', 'missing', 'lost', 'late', 'poor-quality', 'dangerous', 'stuck', 'loose', 'bad', 'free']; // prettier-ignore

describe.each(langs)('messages in %s', (lang) => {
  const { problems, topicsOf } = reading(lang);
  const told = JSON.parse(readFileSync(`${messages}/${lang}.json`, 'utf8')) as readonly Told[];

  /** The concepts of what the reader shows as denied. */
  const denialsOf = (text: string): readonly string[] =>
    shownIn(text, lang)
      .filter(({ kind }) => kind === 'negation')
      .flatMap(({ concept }) => (PHRASES.includes(concept) ? [concept, 'not'] : [concept]));

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
