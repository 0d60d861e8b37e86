/**
 * Reads the i18next catalogues in the seller page: interpolation and plurals, nothing else (1 kB instead of 16).
 * A test runs every key of every catalogue through i18next and through this and compares.
 */

/** Values of one text; `count` also chooses the plural form. */
export type WordValues = Readonly<Record<string, string | number>>;

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Creates the reader for one language.
 * A key that is missing is returned as it is, so that it is seen and reported instead of a blank.
 */
export function createPageWords(
  entries: Readonly<Record<string, string>>,
  lang: string,
): (key: string, values?: WordValues) => string {
  const plurals = new Intl.PluralRules(lang);
  const find = (key: string, values: WordValues): string | undefined => {
    const { count } = values;
    if (typeof count !== 'number') return entries[key];
    return entries[`${key}_${plurals.select(count)}`] ?? entries[`${key}_other`] ?? entries[key];
  };
  return (key, values = {}) =>
    find(key, values)?.replace(PLACE, (place, name: string) => String(values[name] ?? place)) ?? key;
}

/** Turns nested catalogues into the flat form the page is sent: `reply.card.insert`. */
export function flattenCatalogue(
  namespace: string,
  tree: unknown,
  into: Record<string, string> = {},
): Record<string, string> {
  for (const [name, value] of Object.entries(tree as Record<string, unknown>)) {
    const key = `${namespace}.${name}`;
    if (typeof value === 'string') into[key] = value;
    else flattenCatalogue(key, value, into);
  }
  return into;
}
