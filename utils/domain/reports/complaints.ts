/** What is complained about most with which product: the reasons of returns, claims and disputes about that product alone. */
import { addTo, countsBy, type Cells } from './cells';

/** The most frequent reason with one product. */
export interface TopComplaint {
  readonly product: string;
  /** As the page words it. */
  readonly reason: string;
  readonly count: number;
  /** How many reasons were given with the product. */
  readonly of: number;
  /** How often it was that reason in the days before. */
  readonly before: number;
}

const WHATS = ['return', 'claim', 'dispute'];

/** Fewer say nothing of a product. */
const FEWEST = 2;

const MARK = '|';

const reasonsIn = (cells: Cells): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const what of WHATS)
    for (const { names, count } of countsBy(cells, what, 'product-reason')) addTo(counts, names.join(MARK), count);
  return counts;
};

/** The complaints of some days, one for each product, the most frequent first; at most so many. */
export const topComplaints = (now: Cells, before: Cells, most: number): readonly TopComplaint[] => {
  const earlier = reasonsIn(before);
  const products = new Map<string, { of: number; reason: string; count: number }>();
  for (const [name, count] of reasonsIn(now)) {
    const [product = '', reason = ''] = name.split(MARK);
    const known = products.get(product) ?? { of: 0, reason: '', count: 0 };
    const isMore = count > known.count || (count === known.count && reason < known.reason);
    products.set(product, { ...(isMore ? { reason, count } : known), of: known.of + count });
  }
  return [...products]
    .map(([product, found]) => ({ product, ...found, before: earlier.get([product, found.reason].join(MARK)) ?? 0 }))
    .filter(({ count }) => count >= FEWEST)
    .sort((a, b) => b.count - a.count || (a.product < b.product ? -1 : 1))
    .slice(0, most);
};
