import { asNew, withFields } from '../domain/customers/clocked';
import { keepableName, strongAliases } from '../domain/customers/alias';
import { earlierEvent, eventKey, isSameEvent, mergeEvent } from '../domain/customers/events';
import { mergeOrder } from '../domain/customers/merge';
import { noSatellites } from '../domain/customers/satellites';
import { brandAs, type BuyerKey, type Instant, type OrderId, type ShopId } from '../domain/ids';
import type { OrderEvent, OrderSeen, ReviewRequest } from '../domain/orders';
import type { BuyerRow, EventRow, OrderRow } from '../domain/records';
import { ok } from '../domain/result';
import type { ApiResult } from './api';
import { createBuyerBook, type BuyerBook, type ListedPerson } from './buyer-book';
import { knownHashes } from './buyers/alias-hash';
import { nextOrder } from './buyers/write-order';
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
  /** When the buyer of an order was there; of a list that was just shown nobody asks. */
  readonly atOf?: (order: OrderSeen) => Instant | undefined;
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
  readonly hashes: ReadonlyMap<string, string>;
}

const writeOrders = async (
  change: Change,
  orders: readonly OrderSeen[],
  context: Context & { readonly before: readonly (OrderRow | undefined)[] },
): Promise<readonly OrderRow[]> => {
  const { shopId, reviewRequest, today, keyOf, before, hashes } = context;
  const hashOf = ({ orderId }: OrderSeen) => hashes.get(`order:${orderId}`);
  const asHash = orders.flatMap((order) => hashOf(order) ?? []);
  const kept = asHash.length === 0 ? [] : await change.db.orders.bulkGet(asHash.map((hash) => `${shopId}:${hash}`));
  const hashed = new Set(kept.flatMap((row) => row?.orderId ?? []));
  const rows = orders.flatMap((order, index): readonly OrderRow[] => {
    const [old, key, hash] = [before[index], keyOf(`order:${order.orderId}`), hashOf(order)];
    // Of an order whose number was kept too long, nothing new is kept.
    if (key === undefined || (hash !== undefined && hashed.has(brandAs<'OrderId'>(hash)))) return [];
    const merged = mergeOrder(old, order, today);
    const isNews = askedOn(reviewRequest, order.orderId) && merged.reviewAskedOn === undefined;
    const next = isNews ? { ...merged, reviewAskedOn: today } : merged;
    const row = nextOrder(change, { shopId, key }, { before: old, merged: next });
    if (row !== null && old !== undefined && old.buyerKey !== key) change.touch(old.buyerKey);
    return row === null ? [] : [row];
  });
  if (rows.length > 0) await change.db.orders.bulkPut(rows);
  return rows;
};

const writeEvents = async (
  change: Change,
  events: readonly OrderEvent[],
  context: Context,
): Promise<readonly EventRow[]> => {
  if (events.length === 0) return [];
  const { shopId, today, keyOf, hashes } = context;
  const keyed = events.flatMap((event) => {
    const key = eventKey(shopId, event);
    if (key === null) return [];
    const alias = event.orderId === undefined ? undefined : `order:${event.orderId}`;
    const buyerKey = alias === undefined ? undefined : keyOf(alias);
    // Everybody on the list has a record by now, but those who were forgotten: nothing of theirs is kept.
    if (alias !== undefined && buyerKey === undefined && hashes.has(alias)) return [];
    return [{ event, key, buyerKey }];
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
    const stamp = change.stamp(shopId);
    const row = current
      ? { ...withFields<EventRow>(current, next, stamp), ...stamp, deleted: 0 as const }
      : asNew<EventRow>({ ...stamp, ...next });
    written.set(row.id, row);
    rows.set(row.id, row);
  }
  if (written.size > 0) await change.db.events.bulkPut([...written.values()]);
  return [...written.values()];
};

/** New records are written with what this list says of them; of the others everything is read again. */
const settleBuyers = (
  change: Change,
  added: readonly BuyerRow[],
  written: { readonly orders: readonly OrderRow[]; readonly events: readonly EventRow[] },
): void => {
  const ofBuyer = <R extends { readonly buyerKey?: BuyerKey }>(rows: readonly R[]) =>
    groupBy(rows, ({ buyerKey }) => (buyerKey === undefined ? [] : [buyerKey]));
  const [orders, events] = [ofBuyer(written.orders), ofBuyer(written.events)];
  for (const row of added) {
    change.make(row, { ...noSatellites, orders: orders.get(row.key) ?? [], events: events.get(row.key) ?? [] });
  }
  const isNew = new Set(added.map(({ key }) => key));
  for (const key of [...orders.keys(), ...events.keys()]) if (!isNew.has(key)) change.touch(key);
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
  const personOf = (person: Person) => ({
    aliases: aliasesOf(person),
    displayName: keepableName(person.buyerName),
    country: person.country,
  });
  const people: readonly ListedPerson[] = [
    ...orders.map((order) => {
      const at = seen.atOf?.(order);
      return at === undefined ? personOf(order) : { ...personOf(order), at };
    }),
    ...others.map(personOf),
  ];
  // Before the change: a transaction waits for no cryptography.
  const hashed = await knownHashes(
    deps,
    people.flatMap(({ aliases }) => aliases),
  );
  if (!hashed.ok) return hashed;
  const hashes = hashed.value;
  return changing(deps, ['buyers', 'archive'], async (change) => {
    const { shopId } = seen;
    const before = await change.db.orders.bulkGet(orders.map(({ orderId }) => `${shopId}:${orderId}`));
    const likely = before.flatMap((order) => order?.buyerKey ?? []);
    const book = await createBuyerBook(change, { shopId, newId: () => deps.clock.newId(), people, likely, hashes });
    const context = { ...seen, keyOf: book.keyOf, hashes };
    const written = {
      orders: await writeOrders(change, orders, { ...context, before }),
      events: await writeEvents(change, seen.events, context),
    };
    settleBuyers(change, book.added, written);
    if (book.added.length > 0) change.log({ shopId, what: 'list.buyers-added', detail: { buyers: book.added.length } });
    const kept = { orders: written.orders.length, events: written.events.length };
    return ok({ kept, holdersOf: book.holdersOf });
  });
};
