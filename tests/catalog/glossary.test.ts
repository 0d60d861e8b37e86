// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { foldPhrase } from '@/utils/domain/text/phrases';

interface Listed {
  readonly concept: string;
  readonly entry: string;
}

const folder = 'utils/catalog/glossary';
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const concepts = read<readonly { readonly id: string; readonly kind: string }[]>(`${folder}/concepts.json`);
const ids = concepts.map(({ id }) => id);
const negations = new Set(concepts.filter(({ kind }) => kind === 'negation').map(({ id }) => id));
const listsOf = (lang: string) => read<Readonly<Record<string, readonly string[]>>>(`${folder}/${lang}.json`);
const listedIn = (lang: string): readonly Listed[] =>
  Object.entries(listsOf(lang)).flatMap(([concept, entries]) => entries.map((entry) => ({ concept, entry })));

const bare = (entry: string): string => foldPhrase(entry).replace(/\*$/, '');
// Characters of these carry a syllable or a meaning each.
const shortestStem = (lang: string): number => (['zh', 'ja', 'ko'].includes(lang) ? 2 : 4);

// Scripts without small letters write a borrowed capital as their readers know it: T恤, Tシャツ.
const mayHaveCapitals = (lang: string, index: number): boolean =>
  ['zh', 'ja', 'ko', 'ar'].includes(lang) || (lang === 'de' && index === 0);

/** Entries a star stands at the wrong place of, or with too little before it. */
const badStars = (lang: string): readonly string[] =>
  listedIn(lang)
    .map(({ entry }) => entry)
    .filter((entry) => {
      const at = entry.indexOf('*');
      return at >= 0 && (at !== entry.length - 1 || at < shortestStem(lang));
    });

/** Entries that two concepts share, as the reader compares them. */
function shared(lang: string): readonly string[] {
  const owners = new Map<string, string>();
  return listedIn(lang).flatMap(({ concept, entry }) => {
    const owner = owners.get(bare(entry)) ?? concept;
    owners.set(bare(entry), owner);
    return owner === concept ? [] : [`${entry}: ${owner}, ${concept}`];
  });
}

test('every language of the replies has a glossary, and nothing else lies beside them', () => {
  expect(readdirSync(folder).sort()).toEqual([...SHIPPED_LANGS, 'concepts'].map((name) => `${name}.json`).sort());
});

describe.each([...SHIPPED_LANGS])('the glossary of %s', (lang) => {
  test('has every concept in the order of the concepts', () => {
    expect(Object.keys(listsOf(lang))).toEqual(ids);
  });

  test('says each concept in 1 to 12 ways, none twice', () => {
    const wrong = Object.entries(listsOf(lang)).filter(
      ([, entries]) =>
        entries.length < 1 || entries.length > 12 || new Set(entries.map(foldPhrase)).size < entries.length,
    );
    expect(wrong).toEqual([]);
  });

  test('begins each list with a word that people can read', () => {
    const firsts = Object.values(listsOf(lang)).map(([first = '']) => first);
    expect(firsts.filter((first) => !/^\p{L}/u.test(first) || first.includes('*'))).toEqual([]);
  });

  test('says no two concepts with one word', () => {
    expect(shared(lang)).toEqual([]);
  });

  test('leaves the rest of a word open only behind a stem of some length', () => {
    expect(badStars(lang)).toEqual([]);
  });

  test('writes in composed characters, trimmed, with single spaces', () => {
    const wrong = listedIn(lang).filter(
      ({ entry }) => entry !== entry.normalize('NFC').trim() || /\s{2}|[^\S ]|~/u.test(entry),
    );
    expect(wrong).toEqual([]);
  });

  test('writes small letters, but for German nouns as they are read and scripts without them', () => {
    const wrong = Object.values(listsOf(lang)).flatMap((entries) =>
      entries.filter((entry, index) => entry !== entry.toLowerCase() && !mayHaveCapitals(lang, index)),
    );
    expect(wrong).toEqual([]);
  });

  test('knows every negation by more than its name in most cases', () => {
    const lists = listsOf(lang);
    const ways = [...negations].reduce((sum, id) => sum + (lists[id]?.length ?? 0), 0);
    expect(ways).toBeGreaterThanOrEqual(2 * negations.size);
  });
});
