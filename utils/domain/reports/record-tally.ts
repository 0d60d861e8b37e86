/** What a record adds to the reports, by day: worked out of everything about it, kept with it, and counted as differences. */
import type { Satellites } from '../customers/satellites';
import type { BuyerRow, ContactRow, EventRow, OrderRow } from '../records';
import { dayAfter } from '../worklog/days';
import { addAll, addTo, cellOf, closedCells, type Cells, type OpenCells } from './cells';
import { productOf } from './products';

/** Counts by day, `YYYY-MM-DD`. Moments are filed under their day in UTC, so that every machine files them alike. */
export type Tally = Readonly<Record<string, Cells>>;

/** A question that is followed by an order within this time led to it, as far as anybody can tell. Units: days. */
export const PRESALE_DAYS = 30;

const NO_COUNTRY = '?';
const REVIEW_KINDS: readonly string[] = ['review-request', 'review-change-request'];

/** Numbers of orders that are told apart, each from this one up to the next. */
export const orderSteps = [1, 2, 3, 5] as const;

const hundredths = (value: number): number => Math.round(value * 100);

/** Counts by day while they are counted. */
export class OpenTally {
  readonly #days = new Map<string, OpenCells>();

  /** The open cells of a day. */
  on(day: string): OpenCells {
    const cells = this.#days.get(day) ?? new Map<string, number>();
    this.#days.set(day, cells);
    return cells;
  }

  /** Adds what was counted elsewhere, or takes it away. */
  add(tally: Tally, sign: 1 | -1 = 1): void {
    for (const [day, cells] of Object.entries(tally)) addAll(this.on(day), cells, sign);
  }

  /** The days that hold something, in order. */
  close(): Tally {
    const days = [...this.#days].map(([day, cells]) => [day, closedCells(cells)] as const);
    return Object.fromEntries(days.filter(([, cells]) => Object.keys(cells).length > 0).sort());
  }
}

const isBought = ({ state }: OrderRow): boolean => state !== 'cancelled';

const countOrder = (days: OpenTally, order: OrderRow, country: string, isRepeat: boolean): void => {
  if (order.orderedOn === undefined) return;
  const cells = days.on(order.orderedOn);
  if (!isBought(order)) {
    addTo(cells, cellOf('order-cancelled'));
    return;
  }
  addTo(cells, cellOf('order'));
  addTo(cells, cellOf('order', 'country', country));
  if (isRepeat) addTo(cells, cellOf('order-repeat'));
  for (const product of new Set(order.items.map(productOf))) {
    addTo(cells, cellOf('order', 'product', product));
    addTo(cells, cellOf('order', 'product-country', product, country));
  }
  const { amount } = order;
  if (amount) addTo(cells, cellOf('order-money', 'currency', amount.currency), hundredths(amount.value));
};

const countEvent = (days: OpenTally, event: EventRow, order: OrderRow | undefined, country: string): void => {
  const { kind, stars, reason, amount } = event;
  const cells = days.on(event.at);
  addTo(cells, cellOf(kind));
  addTo(cells, cellOf(kind, 'country', country));
  if (reason) addTo(cells, cellOf(kind, 'reason', reason));
  // What was wrong with a parcel of several things is wrong with none of them for certain.
  const items = new Set((order?.items ?? []).map(productOf));
  const product = event.productId ?? (items.size === 1 ? [...items][0] : undefined);
  if (product !== undefined) {
    addTo(cells, cellOf(kind, 'product', product));
    addTo(cells, cellOf(kind, 'product-country', product, country));
    if (reason) addTo(cells, cellOf(kind, 'product-reason', product, reason));
  }
  if (stars !== undefined) {
    addTo(cells, cellOf(kind, 'stars', String(stars)));
    addTo(cells, cellOf(kind, 'country-stars', country, String(stars)));
    if (product !== undefined) addTo(cells, cellOf(kind, 'product-stars', product, String(stars)));
  }
  if (amount) addTo(cells, cellOf(`${kind}-money`, 'currency', amount.currency), hundredths(amount.value));
};

const countContact = (days: OpenTally, contact: ContactRow, orders: readonly OrderRow[]): void => {
  const day = contact.at.slice(0, 10);
  const cells = days.on(day);
  addTo(cells, cellOf('contact'));
  addTo(cells, cellOf('contact', 'agent', contact.authorId));
  if (contact.lang) addTo(cells, cellOf('contact', 'lang', contact.lang));
  if (REVIEW_KINDS.includes(contact.kind)) {
    addTo(cells, cellOf(contact.kind));
    return;
  }
  const hadOrdered = orders.some(({ orderedOn }) => orderedOn !== undefined && orderedOn < day);
  if (contact.orderId !== undefined || hadOrdered) return;
  addTo(cells, cellOf('presale'));
  const until = dayAfter(day, PRESALE_DAYS);
  const led = orders.some(({ orderedOn }) => orderedOn !== undefined && orderedOn >= day && orderedOn <= until);
  if (led) addTo(cells, cellOf('presale-ordered'));
};

/** What came of an answer about a size or a plug: the order it was about, or the next one, and whether that came back. */
const countAsked = (
  days: OpenTally,
  contact: ContactRow,
  bought: readonly OrderRow[],
  events: readonly EventRow[],
): void => {
  const day = contact.at.slice(0, 10);
  const until = dayAfter(day, PRESALE_DAYS);
  const next = bought
    .filter(({ orderedOn = '' }) => orderedOn >= day && orderedOn <= until)
    .sort((a, b) => (a.orderedOn! < b.orderedOn! ? -1 : 1))[0];
  const order = bought.find(({ orderId }) => orderId === contact.orderId) ?? next;
  if (order === undefined) return;
  const cells = days.on(day);
  addTo(cells, 'asked-ordered');
  const isBack = events.some(({ kind, orderId, at }) => kind === 'return' && orderId === order.orderId && at >= day);
  if (isBack) addTo(cells, 'asked-returned');
};

/** What of a record itself is counted. */
type Counted = Pick<BuyerRow, 'country' | 'signals'>;

// Filed under the day of the last order: how long ago that is follows from the day on which it is read.
const countBuyer = (days: OpenTally, bought: readonly OrderRow[]): void => {
  const on = bought.flatMap(({ orderedOn }) => orderedOn ?? []).sort();
  const last = on.at(-1);
  if (last === undefined) return;
  const step = orderSteps.findLast((from) => on.length >= from) ?? 1;
  addTo(days.on(last), cellOf('last-order', 'orders', String(step)));
};

/** Somebody who asked for many pieces or a sample; whether they bought, and sell along, follows later. */
const countLead = (days: OpenTally, bought: readonly OrderRow[], { signals = {} }: Counted): void => {
  const [since] = [signals.wholesale, signals.sample].flatMap((day) => day || []).sort();
  if (since === undefined) return;
  const cells = days.on(since);
  addTo(cells, 'lead');
  if (bought.some(({ orderedOn }) => orderedOn !== undefined && orderedOn >= since)) addTo(cells, 'lead-ordered');
  if (signals.partner) addTo(cells, 'lead-partner');
};

const tallyOf = (row: Counted, { orders, events, contacts, promises, followUps }: Satellites): Tally => {
  const days = new OpenTally();
  const bought = orders.filter(isBought);
  const countryOf = (order?: OrderRow): string => order?.country ?? row.country ?? NO_COUNTRY;
  const firstOn = bought.flatMap(({ orderedOn }) => orderedOn ?? []).sort()[0];
  const first = bought.find(({ orderedOn }) => orderedOn === firstOn);
  for (const order of orders) countOrder(days, order, countryOf(order), order !== first);
  const orderOf = new Map(orders.map((order) => [order.orderId, order]));
  for (const event of events) {
    if (event.kind === 'review') continue;
    const order = event.orderId === undefined ? undefined : orderOf.get(event.orderId);
    countEvent(days, event, order, countryOf(order));
  }
  for (const contact of contacts) {
    countContact(days, contact, bought);
    if (contact.asked !== undefined) countAsked(days, contact, bought, events);
  }
  countBuyer(days, bought);
  countLead(days, bought, row);
  for (const { dueOn, done } of promises) {
    addTo(days.on(dueOn), cellOf('promise'));
    if (done === 1) addTo(days.on(dueOn), cellOf('promise-kept'));
  }
  for (const { kind, done, doneAt, until } of followUps) {
    if (done === 1 && doneAt !== undefined) {
      const isLate = until !== undefined && doneAt > until;
      addTo(days.on(doneAt.slice(0, 10)), cellOf(isLate ? 'follow-up-late' : 'follow-up-done', 'kind', kind));
    } else if (done === 0 && until !== undefined) {
      addTo(days.on(until.slice(0, 10)), cellOf('follow-up-open', 'kind', kind));
    }
  }
  return days.close();
};

/**
 * What a record adds to the reports, as a field of it; no field when that is nothing. Product reviews are not in it: they
 * belong to nobody.
 */
export const recordTally = (row: Counted, about: Satellites): Pick<BuyerRow, 'tally'> => {
  const tally = tallyOf(row, about);
  return Object.keys(tally).length === 0 ? {} : { tally };
};

/** What has become different between two counts of a record, by day; empty when nothing has. */
export const tallyChanges = (before: Tally = {}, after: Tally = {}): Tally => {
  const days = new OpenTally();
  days.add(before, -1);
  days.add(after);
  return days.close();
};
