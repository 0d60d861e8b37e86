/** Joins the rows of one order: reports have a row for each item. */
import type { OrderId } from '../ids';
import type { OrderEvent, OrderItem, OrderSeen } from '../orders';
import type { FileMapping } from './fields';
import type { ReadRow } from './read-rows';

/** An order as the rows of a file make it, and what came of it. */
export interface JoinedOrder {
  readonly order: OrderSeen;
  /** The return or feedback the file is about. */
  readonly event?: OrderEvent;
}

/** What the rows of a file make. */
export interface Joined {
  readonly orders: readonly JoinedOrder[];
  /** Rows that stood in the file before, word for word. */
  readonly repeated: number;
}

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;
const latest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a > b ? a : b;

const given = <T extends object>(fields: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

// Cents are added as whole numbers: 0.1 + 0.2 is not 0.3.
const SCALE = 1_000;

/** The amount of an order; none when its rows name different currencies. */
const amountOf = (rows: readonly ReadRow[], per: FileMapping['amountPer']): OrderSeen['amount'] => {
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  if (first === undefined || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  if (per === 'order') return first;
  const sum = amounts.reduce((total, { value }) => total + Math.round(value * SCALE), 0) / SCALE;
  return { value: sum, currency: first.currency };
};

/** Most products of one order that are kept. */
const MOST_ITEMS = 200;

/** Each product once; pieces of the same product are added up. */
const itemsOf = (rows: readonly ReadRow[]): readonly OrderItem[] => {
  const items = new Map<string, OrderItem>();
  for (const { item } of rows) {
    if (item === undefined) continue;
    const key = JSON.stringify([item.title, item.sku, item.productId]);
    const before = items.get(key);
    const isCounted = before && (item.quantity !== undefined || before.quantity !== undefined);
    if (isCounted) items.set(key, { ...before, quantity: (before.quantity ?? 1) + (item.quantity ?? 1) });
    else if (!before && items.size < MOST_ITEMS) items.set(key, item);
  }
  return [...items.values()];
};

const orderOf = (orderId: OrderId, rows: readonly ReadRow[], mapping: FileMapping): OrderSeen => {
  const first = <K extends keyof ReadRow>(field: K): ReadRow[K] | undefined =>
    rows.find((row) => row[field] !== undefined)?.[field];
  // An order is cancelled when every row of it is.
  const isCancelled = rows.every(({ state }) => state === 'cancelled');
  return {
    orderId,
    items: itemsOf(rows),
    ...given({
      buyerName: first('buyerName'),
      country: first('country'),
      orderedOn: rows.reduce<string | undefined>((day, row) => earliest(day, row.orderedOn), undefined),
      deliveredOn: rows.reduce<string | undefined>((day, row) => latest(day, row.deliveredOn), undefined),
      state: isCancelled ? ('cancelled' as const) : undefined,
      amount: amountOf(rows, mapping.amountPer),
    }),
  };
};

/** One event of an order: of several rows the newest counts, of the same day the last. */
const eventOf = (order: OrderSeen, rows: readonly ReadRow[], kind: 'return' | 'feedback'): OrderEvent => {
  const [newest, ...older] = rows.toSorted(
    (a, b) => (b.happenedOn ?? '').localeCompare(a.happenedOn ?? '') || b.line - a.line,
  );
  const first = <K extends 'reason' | 'stars'>(field: K): ReadRow[K] | undefined =>
    [newest, ...older].find((row) => row?.[field] !== undefined)?.[field];
  return {
    kind,
    orderId: order.orderId,
    ...given({
      buyerName: order.buyerName,
      country: order.country,
      productId: newest?.item?.productId,
      at: newest?.happenedOn,
      reason: first('reason'),
      stars: first('stars'),
    }),
  };
};

const eachOnce = (rows: readonly ReadRow[]): readonly ReadRow[] =>
  rows.length === 1 ? rows : [...new Map(rows.map((row) => [JSON.stringify(row.cells), row])).values()];

/**
 * Joins rows to orders, in the order in which they first appear. A row that stands in a file twice, word for word, counts
 * once: files that overlap are often put together.
 */
export function joinRows(rows: readonly ReadRow[], mapping: FileMapping): Joined {
  const byOrder = new Map<OrderId, ReadRow[]>();
  for (const row of rows) {
    const known = byOrder.get(row.orderId);
    if (known) known.push(row);
    else byOrder.set(row.orderId, [row]);
  }
  let repeated = 0;
  const orders = [...byOrder].map(([orderId, all]): JoinedOrder => {
    const own = eachOnce(all);
    repeated += all.length - own.length;
    const order = orderOf(orderId, own, mapping);
    if (mapping.kind === 'orders') return { order };
    return { order, event: eventOf(order, own, mapping.kind === 'returns' ? 'return' : 'feedback') };
  });
  return { orders, repeated };
}
