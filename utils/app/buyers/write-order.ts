import { asNew, withFields } from '../../domain/customers/clocked';
import { isSameOrder, mergeOrder } from '../../domain/customers/merge';
import type { OrderFacts } from '../../domain/orders';
import type { BuyerRow, OrderRow } from '../../domain/records';
import type { Change } from '../records';

/** What a change makes of an order that a page shows; null when nothing of it is new. */
export const nextOrder = (
  change: Change,
  { shopId, key }: Pick<BuyerRow, 'shopId' | 'key'>,
  { before, merged }: { readonly before: OrderRow | undefined; readonly merged: ReturnType<typeof mergeOrder> },
): OrderRow | null => {
  if (before?.deleted === 0 && before.buyerKey === key && isSameOrder(before, merged)) return null;
  const stamp = change.stamp(shopId);
  if (before === undefined) return asNew({ ...stamp, ...merged, id: `${shopId}:${merged.orderId}`, buyerKey: key });
  return { ...withFields<OrderRow>(before, { ...merged, buyerKey: key }, stamp), ...stamp, deleted: 0 };
};

/**
 * Writes down an order that a page shows, under a record of its shop; null when nothing of it is new. One of which only
 * the hash of its number is left stays as it is.
 */
export const writeOrder = async (
  change: Change,
  buyer: BuyerRow,
  facts: OrderFacts,
  { hash }: { readonly hash: string | undefined },
): Promise<OrderRow | null> => {
  const { orders } = change.db;
  if (hash !== undefined && (await orders.get(`${buyer.shopId}:${hash}`))) return null;
  const before = await orders.get(`${buyer.shopId}:${facts.orderId}`);
  const order = nextOrder(change, buyer, { before, merged: mergeOrder(before, facts, change.now.slice(0, 10)) });
  if (order === null) return null;
  await orders.put(order);
  if (before !== undefined && before.buyerKey !== buyer.key) change.touch(before.buyerKey);
  return order;
};
