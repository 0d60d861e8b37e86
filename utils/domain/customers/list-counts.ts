import { facetOf, isCounted } from './facets';

/** By how much the counts of lists change when a record's entries become others; lists that stay are left out. */
export const countChanges = (
  before: readonly string[] = [],
  after: readonly string[] = [],
): ReadonlyMap<string, number> => {
  const changes = new Map<string, number>();
  const add = (entries: readonly string[], by: number): void => {
    for (const entry of entries) {
      if (isCounted(entry)) changes.set(facetOf(entry), (changes.get(facetOf(entry)) ?? 0) + by);
    }
  };
  add(before, -1);
  add(after, 1);
  return new Map([...changes].filter(([, by]) => by !== 0));
};
