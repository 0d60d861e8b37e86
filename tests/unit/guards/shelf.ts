import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noGuardWords, parseGuardWords, type GuardWords } from '@/utils/domain/guards/guard-words';
import type { Lang } from '@/utils/domain/ids';

const root = process.cwd();
const kept = new Map<Lang, GuardWords>();

/** The shipped words of a language, prepared once. */
export const wordsOf = (lang: Lang): GuardWords => {
  const known = kept.get(lang);
  if (known) return known;
  const file = readFileSync(join(root, `utils/catalog/guards/${lang}.json`), 'utf8');
  const words = parseGuardWords(JSON.parse(file), lang) ?? noGuardWords(lang);
  kept.set(lang, words);
  return words;
};

/** Messages of our own with what is in them, one a line. */
export const fixtures = <T>(name: string): readonly T[] =>
  readFileSync(join(root, `tests/fixtures/guards/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
