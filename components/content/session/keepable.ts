import type { OrderFacts } from '@/utils/domain/orders';
import { productFieldOf } from '@/utils/domain/replies/product-variables';
import type { Keepable } from '../model';

/**
 * What was typed of a product belongs to every order of it: it is offered once, and only where it is clear which product
 * is meant.
 */
export function keepableOf(typed: Keepable['values'], order: OrderFacts | null | undefined): Keepable | null {
  const [item, other] = order?.items ?? [];
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => productFieldOf(name)));
  return item && !other && Object.keys(values)[0] ? { item, values } : null;
}
