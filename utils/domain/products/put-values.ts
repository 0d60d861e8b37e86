import type { ValueAuthor } from '../records';
import type { ProductCard } from './product-card';

type Valued = Pick<ProductCard, 'values' | 'authors'>;

/**
 * Puts values on a card; an empty value takes one away. A value a person gave is never replaced by one that was worked
 * out, and a value that stays the same keeps its author.
 */
export function putValues<C extends Valued>(card: C, changes: Readonly<Record<string, string>>, by: ValueAuthor): C {
  const values = { ...card.values };
  const authors = { ...card.authors };
  for (const [field, value] of Object.entries(changes)) {
    const before = values[field] ?? '';
    const isTyped = before !== '' && (authors[field] ?? 'person') === 'person';
    if (before === value || (by === 'returns' && isTyped)) continue;
    delete authors[field];
    if (value === '') delete values[field];
    else values[field] = value;
    if (value !== '' && by !== 'person') authors[field] = by;
  }
  const { authors: _, ...rest } = card;
  return { ...rest, values, ...(Object.keys(authors).length > 0 ? { authors } : {}) } as C;
}
