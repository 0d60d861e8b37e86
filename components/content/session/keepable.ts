import type { ContentApi } from '@/utils/app/api';
import type { OrderFacts } from '@/utils/domain/orders';
import { productFieldOf } from '@/utils/domain/replies/product-variables';
import type { AssistantModel, Keepable } from '../model';
import type { Store } from './store';

/**
 * What was typed of a product belongs to every order of it: it is offered once, and only where it is clear which product
 * is meant.
 */
export function keepableOf(typed: Keepable['values'], order: OrderFacts | null | undefined): Keepable | null {
  const [item, other] = order?.items ?? [];
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => productFieldOf(name)));
  return item && !other && Object.keys(values).length > 0 ? { item, values } : null;
}

/** Keeps one of the values on the product's card; false when it was not taken. */
export async function keepValue(
  client: Pick<ContentApi, 'keepProductValue'>,
  store: Store<AssistantModel>,
  variable: string,
): Promise<boolean> {
  const { keepable } = store.get();
  const [field, value] = [productFieldOf(variable), keepable?.values[variable]];
  return Boolean(
    keepable && field && value && (await client.keepProductValue({ item: keepable.item, field, value })).ok,
  );
}
