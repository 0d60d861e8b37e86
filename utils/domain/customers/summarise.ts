import { isClock } from '../follow-ups/clock-kinds';
import type { EventRow, OrderRow } from '../records';
import type { Satellites } from './satellites';
import type { BuyerSummary } from './summary';

/** Titles of products in a summary, and how much of each. Units: products; UTF-16 units. */
const MOST_PRODUCTS = 5;
const LONGEST_TITLE = 120;

/** From this many stars on an evaluation is good, and up to this many it is bad. */
const GOOD_STARS = 4;
const BAD_STARS = 2;

const isLive = ({ deleted }: { readonly deleted: 0 | 1 }): boolean => deleted === 0;

const piecesOf = ({ items }: OrderRow): number => items.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);

const orderDay = ({ orderedOn, shippedOn }: OrderRow): string | undefined => orderedOn ?? shippedOn;

const isUnderWay = ({ state, deliveredOn, shippedOn }: OrderRow): boolean =>
  deliveredOn === undefined &&
  (state === 'unshipped' || state === 'shipped' || (state === undefined && shippedOn !== undefined));

const isLate = (order: OrderRow, today: string): boolean =>
  order.promisedOn !== undefined &&
  (order.deliveredOn === undefined
    ? isUnderWay(order) && order.promisedOn < today
    : order.deliveredOn > order.promisedOn);

/** The first day after `today` on which an order that is under way counts as late; undefined when there is none. */
export const nextLateDay = (orders: readonly OrderRow[], today: string): string | undefined => {
  const promised = orders
    .filter((order) => isLive(order) && isUnderWay(order))
    .flatMap(({ promisedOn }) => (promisedOn !== undefined && promisedOn >= today ? [promisedOn] : []))
    .sort();
  const first = promised[0];
  const next = first === undefined ? NaN : Date.parse(first) + 86_400_000;
  return Number.isNaN(next) ? undefined : new Date(next).toISOString().slice(0, 10);
};

const spentIn = (orders: readonly OrderRow[]): BuyerSummary['spent'] => {
  const sums = new Map<string, number>();
  for (const { amount } of orders)
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.value);
  // Three decimals are the most a currency has; binary fractions would leave a tail.
  return [...sums]
    .map(([currency, value]) => ({ value: Math.round(value * 1000) / 1000, currency }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
};

/** The orders with an event of a kind, each once; an event without an order stands for one of its own. */
const ordersWith = (events: readonly EventRow[], kind: EventRow['kind']): readonly string[] =>
  events.filter((event) => event.kind === kind).map(({ orderId, id }) => orderId ?? id);

const edge = (days: readonly (string | undefined)[], which: 'first' | 'last'): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(which === 'first' ? 0 : -1);

const productsOf = (orders: readonly OrderRow[]): readonly string[] => {
  const newestFirst = [...orders].sort((a, b) => ((orderDay(a) ?? '') < (orderDay(b) ?? '') ? 1 : -1));
  const titles = newestFirst.flatMap(({ items }) => items.map(({ title }) => title.slice(0, LONGEST_TITLE)));
  return [...new Set(titles)].filter((title) => title !== '').slice(0, MOST_PRODUCTS);
};

/** Works out the figures of a record from everything about it; `today` as `YYYY-MM-DD`. */
export const summarise = (satellites: Satellites, today: string): BuyerSummary => {
  const orders = satellites.orders.filter((order) => isLive(order) && order.state !== 'cancelled');
  const cancelled = new Set(
    satellites.orders.filter(({ state }) => state === 'cancelled').map(({ orderId }) => orderId),
  );
  const events = satellites.events.filter(isLive);
  // Money that goes back for an order that was cancelled is no refund of a sale.
  const ofSales = events.filter(({ orderId }) => orderId === undefined || !cancelled.has(orderId));
  const notClosed = (event: EventRow): boolean => event.state !== 'closed';
  const claims = events.filter(({ kind }) => kind === 'claim' || kind === 'dispute');
  const claimed = new Set(claims.map(({ orderId }) => orderId));
  const disputed = orders.filter(({ state, orderId }) => state === 'disputed' && !claimed.has(orderId)).length;
  const stars = events
    .filter(({ kind }) => kind === 'review' || kind === 'feedback')
    .flatMap(({ stars, at }) => (stars === undefined ? [] : [{ stars, at }]));
  const bad = stars.filter((one) => one.stars <= BAD_STARS);
  const good = stars.filter((one) => one.stars >= GOOD_STARS).length;
  const contacts = satellites.contacts.filter(isLive);
  const open = satellites.followUps.filter(
    (row) => isLive(row) && row.done === 0 && (row.until === undefined || row.until >= today),
  );
  const pieces = orders.map(piecesOf);
  const refunded = orders.filter(({ state }) => state === 'refunded').map(({ orderId }) => orderId);

  const days = {
    firstOrderOn: edge(orders.map(orderDay), 'first'),
    lastOrderOn: edge(orders.map(orderDay), 'last'),
    lastDeliveredOn: edge(
      orders.map(({ deliveredOn }) => deliveredOn),
      'last',
    ),
    lastBadOn: edge(
      bad.map(({ at }) => at),
      'last',
    ),
    contactedAt: edge(
      contacts.map(({ at }) => at),
      'last',
    ),
    promiseDueOn: edge(
      satellites.promises.filter((row) => isLive(row) && row.done === 0).map(({ dueOn }) => dueOn),
      'first',
    ),
    dueAt: edge(
      open.filter(({ kind }) => isClock(kind)).map(({ dueAt }) => dueAt),
      'first',
    ),
    nextAt: edge(
      open.map(({ dueAt }) => dueAt),
      'first',
    ),
  };
  const known = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
  return {
    orders: orders.length,
    quantity: pieces.reduce((sum, count) => sum + count, 0),
    largest: Math.max(0, ...pieces),
    spent: spentIn(orders),
    returns: new Set(ordersWith(ofSales, 'return')).size,
    refunds: new Set([...ordersWith(ofSales, 'refund'), ...refunded]).size,
    disputes: claims.length + disputed,
    openDisputes: claims.filter(notClosed).length + disputed,
    good,
    neutral: stars.length - good - bad.length,
    bad: bad.length,
    late: orders.filter((order) => isLate(order, today)).length,
    notes: satellites.notes.filter(isLive).length,
    messages: contacts.length,
    products: productsOf(orders),
    ...known,
  };
};
