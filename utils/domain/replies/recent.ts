/** Answers kept for those who ask again; the ones nobody asked for lately go. */
export interface Recent<K, V> {
  /** The kept answer, else a fresh one. */
  get(key: K, make: (key: K) => V): V;
  /** How many are kept. */
  size(): number;
}

/**
 * Keeps the answers asked for last, at least half of `most` and never more. Two generations instead of an order of use:
 * a hit costs one look and moves nothing.
 */
export function createRecent<K, V>(most: number): Recent<K, V> {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  const keep = (key: K, value: V): V => {
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
  return {
    get(key, make) {
      const known = young.get(key);
      if (known !== undefined || young.has(key)) return known as V;
      const before = old.get(key);
      if (before !== undefined || old.has(key)) {
        old.delete(key);
        return keep(key, before as V);
      }
      return keep(key, make(key));
    },
    size: () => young.size + old.size,
  };
}
