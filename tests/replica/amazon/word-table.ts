import type { PageLoc } from '../dates';

/** One word in every page language, in the order of `tableLocs`; British pages take the first. */
export type WordRow = readonly [
  string, string, string, string, string, string, string, string, string, string, string, string, string, string,
]; // prettier-ignore

const tableLocs: readonly PageLoc[] = [
  'en', 'de', 'fr', 'it', 'es', 'pt_BR', 'ja', 'zh_CN', 'ko', 'ar', 'tr', 'pl', 'nl', 'sv',
]; // prettier-ignore

/** The words of a table in one page language. */
export function wordsIn<Key extends string>(table: Readonly<Record<Key, WordRow>>, loc: PageLoc): Record<Key, string> {
  const at = loc === 'en_GB' ? 0 : tableLocs.indexOf(loc);
  return Object.fromEntries(Object.entries<WordRow>(table).map(([key, row]) => [key, row[at] ?? row[0]])) as Record<
    Key,
    string
  >;
}
