import type { LogRow } from '../records';

/** How often something was done, in one shop or, with an empty one, in none. */
export interface LineCount {
  readonly what: string;
  readonly shopId: string;
  readonly count: number;
}

/** Lines that stand for several things at once, with the figures of theirs that say how many. */
const SUMMED: Readonly<Record<string, readonly string[]>> = {
  'list.buyers-added': ['buyers'],
  'product.imported': ['added', 'changed'],
};

const weightOf = ({ what, detail }: Pick<LogRow, 'what' | 'detail'>): number => {
  const names = SUMMED[what];
  if (names === undefined) return 1;
  return names.reduce((sum, name) => sum + (typeof detail[name] === 'number' ? detail[name] : 0), 0);
};

/** Counts lines of the log by kind and shop, the most frequent first; no texts, no buyers. */
export function countLines(lines: readonly Pick<LogRow, 'what' | 'shopId' | 'detail'>[]): readonly LineCount[] {
  const counts = new Map<string, LineCount>();
  for (const line of lines) {
    const key = `${line.what}\n${line.shopId}`;
    const count = (counts.get(key)?.count ?? 0) + weightOf(line);
    counts.set(key, { what: line.what, shopId: line.shopId, count });
  }
  return [...counts.values()]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.what.localeCompare(b.what) || a.shopId.localeCompare(b.shopId));
}
