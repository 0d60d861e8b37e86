import type { Translate } from '@/components/ui/translate';

/** A catalogue file: keys within keys, words at the ends. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

const flatten = (catalogue: Catalogue, prefix: string): readonly (readonly [string, string])[] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  );

/** All words of the given catalogues by flat key. */
export const wordsOf = (catalogues: Readonly<Record<string, Catalogue>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(catalogues).flatMap(([name, catalogue]) => flatten(catalogue, `${name}.`)));

/** Reads words as the product does: plural by count, values by name, the key itself when there are no words. */
export const readerOf = (words: ReadonlyMap<string, string>, lang: string): Translate => {
  const plural = new Intl.PluralRules(lang);
  return (key, values = {}) => {
    const form = typeof values.count === 'number' ? words.get(`${key}_${plural.select(values.count)}`) : undefined;
    const found = form ?? words.get(key);
    return found === undefined ? key : found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
};
