import { searchable } from '../search/fold';

const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/**
 * A text as its words, folded: lower case, without accents and punctuation. Scripts that put no space between words, or glue
 * endings to them, give every two signs that stand side by side.
 */
export function wordsOf(text: string): readonly string[] {
  return [...searchable(text).matchAll(RUN)].flatMap(([run]) => {
    if (!WITHOUT_SPACES.test(run)) return [run];
    const signs = [...run];
    return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  });
}

/** How often each word stands. */
export function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * How much of their words two texts have in common, 0 to 1; one of them counted beforehand. Texts without any word have all in
 * common with each other only.
 */
export function likenessOf(words: readonly string[], counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  if (words.length + total === 0) return 1;
  let common = 0;
  for (const [word, count] of countWords(words)) common += Math.min(count, counts.get(word) ?? 0);
  return (2 * common) / (words.length + total);
}
