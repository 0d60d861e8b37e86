/** Groups items by one or several keys each, in the order in which they come. */
export const groupBy = <K, T>(items: Iterable<T>, keysOf: (item: T) => readonly K[]): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
};
