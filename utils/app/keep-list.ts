import { keepableName, strongAliases } from '../domain/customers/alias';
import { earlierEvent, eventKey, isSameEvent, mergeEvent } from '../domain/customers/events';
import { isSameOrder, mergeOrder } from '../domain/customers/merge';
import type { BuyerKey, OrderId, ShopId } from '../domain/ids';
import type { OrderEvent, OrderSeen, ReviewRequest } from '../domain/orders';
import type { EventRow, OrderRow } from '../domain/records';
import { ok } from '../domain/result';
import type { ApiResult } from './api';
import { createBuyerBook, type BuyerBook } from './buyer-book';
import { groupBy } from './group-by';
import { changing, type Change, type RecordDeps } from './records';

/** What a list shows, in a shop that is known. */
export interface ListSeen {
  readonly shopId: ShopId;
  readonly orders: readonly OrderSeen[];
  readonly events: readonly OrderEvent[];
  readonly reviewRequest: ReviewRequest | null;
  /** `YYYY-MM-DD` where the agent sits. */
  readonly today: string;
}

/** What became of a list. */
export interface ListKept {
  /** How much was new to the records. */
  readonly kept: { readonly orders: number; readonly events: number };
  /** The records that hold an alias the list was kept by; undefined for any other alias. */
  readonly holdersOf: BuyerBook['holdersOf'];
}

interface Person {
  readonly orderId: OrderId;
  readonly buyerId?: string;
  readonly buyerName?: string;
  readonly country?: OrderSeen['country'];
}

/** Names of one order: the marketplace's own id of the buyer where the page has one, and the order itself. */
const aliasesOf = ({ orderId, buyerId }: Person): readonly string[] =>
  strongAliases([
    { kind: 'order', value: orderId, strong: true },
    ...(buyerId === undefined ? [] : [{ kind: 'buyer', value: buyerId, strong: true } as const]),
  ]);

/** A page that says it was asked tells nothing of the day; the first day this was seen is the latest it can be. */
const askedOn = (request: ReviewRequest | null, orderId: string): boolean =>
  request?.orderId === orderId && (request.state === 'sent' || request.state === 'already-sent');

/** The orders of the list, each once (the last one counts), and the one whose review was asked for. */
const ordersIn = ({ orders, reviewRequest }: ListSeen): readonly OrderSeen[] => {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  if (reviewRequest && !byId.has(reviewRequest.orderId) && askedOn(reviewRequest, reviewRequest.orderId))
    byId.set(reviewRequest.orderId, { orderId: reviewRequest.orderId, items: [] });
  return [...byId.values()];
};

interface Context extends ListSeen {
  readonly keyOf: (alias: string) => BuyerKey | undefined;
}

const writeOrders = async (
  change: Change,
  orders: readonly OrderSeen[],
  context: Context & { readonly before: readonly (OrderRow | undefined)[] },
): Promise<number> => {
  const { shopId, reviewRequest, today, keyOf, before } = context;
  const rows = orders.flatMap((order, index): readonly OrderRow[] => {
    const [old, buyerKey] = [before[index], keyOf(`order:${order.orderId}`)];
    if (buyerKey === undefined) return [];
    const merged = mergeOrder(old, order);
    const isNews = askedOn(reviewRequest, order.orderId) && merged.reviewAskedOn === undefined;
    const next = isNews ? { ...merged, reviewAskedOn: today } : merged;
    if (old?.deleted === 0 && old.buyerKey === buyerKey && isSameOrder(old, next)) return [];
    return [{ ...change.stamp(shopId), ...next, id: `${shopId}:${order.orderId}`, buyerKey }];
  });
  if (rows.length > 0) await change.db.orders.bulkPut(rows);
  return rows.length;
};

const writeEvents = async (change: Change, events: readonly OrderEvent[], context: Context): Promise<number> => {
  if (events.length === 0) return 0;
  const { shopId, today, keyOf } = context;
  const keyed = events.flatMap((event) => {
    const key = eventKey(shopId, event);
    if (key === null) return [];
    return [{ event, key, buyerKey: event.orderId === undefined ? undefined : keyOf(`order:${event.orderId}`) }];
  });
  const buyers = [...new Set(keyed.flatMap(({ buyerKey }) => buyerKey ?? []))];
  const [ofBuyers, ofKeys] = await Promise.all([
    change.db.events.where('buyerKey').anyOf(buyers).toArray(),
    change.db.events.bulkGet(keyed.map(({ key }) => key)),
  ]);
  const rows = new Map<string, EventRow>();
  for (const row of [...ofBuyers, ...ofKeys]) if (row?.shopId === shopId) rows.set(row.id, row);
  const byBuyer = groupBy(rows.values(), ({ buyerKey }) => (buyerKey === undefined ? [] : [buyerKey]));
  const written = new Map<string, EventRow>();
  for (const { event, key, buyerKey } of keyed) {
    const exact = rows.get(key);
    const candidates = [...(exact ? [exact] : []), ...(buyerKey === undefined ? [] : (byBuyer.get(buyerKey) ?? []))];
    const old = earlierEvent(candidates, event, key);
    const current = old && (written.get(old.id) ?? old);
    const next = mergeEvent(current, event, { key, buyerKey, today });
    if (isSameEvent(current, next)) continue;
    const row = { ...change.stamp(shopId), ...next };
    written.set(row.id, row);
    rows.set(row.id, row);
  }
  if (written.size > 0) await change.db.events.bulkPut([...written.values()]);
  return written.size;
};

/**
 * Writes down what a list shows, in one transaction: a record for each order and each event with an order, the orders and
 * the events themselves. A list that shows nothing new writes nothing.
 */
export const keepList = async (deps: RecordDeps, seen: ListSeen): ApiResult<ListKept> => {
  const orders = ordersIn(seen);
  const known = new Set(orders.map(({ orderId }) => orderId));
  const others = seen.events.flatMap(({ orderId, buyerName, country }): readonly Person[] =>
    orderId === undefined || known.has(orderId)
      ? []
      : [{ orderId, ...(buyerName === undefined ? {} : { buyerName }), ...(country === undefined ? {} : { country }) }],
  );
  if (orders.length === 0 && seen.events.length === 0)
    return ok({ kept: { orders: 0, events: 0 }, holdersOf: () => undefined });
  return changing(deps, ['buyers', 'orders', 'events'], async (change) => {
    const people = [...orders, ...others].map((person) => ({
      aliases: aliasesOf(person),
      displayName: keepableName(person.buyerName),
      country: person.country,
    }));
    const { shopId } = seen;
    const before = await change.db.orders.bulkGet(orders.map(({ orderId }) => `${shopId}:${orderId}`));
    const likely = before.flatMap((order) => order?.buyerKey ?? []);
    const book = await createBuyerBook(change, { shopId, newId: () => deps.clock.newId(), people, likely });
    const context = { ...seen, keyOf: book.keyOf };
    const kept = {
      orders: await writeOrders(change, orders, { ...context, before }),
      events: await writeEvents(change, seen.events, context),
    };
    if (book.added > 0) change.log({ shopId, what: 'list.buyers-added', detail: { buyers: book.added } });
    return ok({ kept, holdersOf: book.holdersOf });
  });
};
