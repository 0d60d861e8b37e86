import { amazonOrder, amazonThread, amazonThreadKeys, type ReplicaBuyer, type ReplicaOrder } from '../threads';

/** An order with whose it is and where it was placed. */
export interface BookedOrder {
  readonly order: ReplicaOrder;
  readonly buyer: ReplicaBuyer;
  /** Ending of the seller host: `com`, `de` … */
  readonly host: string;
}

// Orders no conversation is about: states that only the order pages show.
const quietOrders: readonly (readonly [order: string, buyer: string, host: string])[] = [
  ['pending-us', 'jess', 'com'],
  ['five-de', 'lena', 'de'],
  ['gift-uk', 'harriet', 'co.uk'],
  ['no-date-us', 'sean', 'com'],
  ['fba-us', 'x', 'com'],
];

/** Marketplace ids by sales channel. */
const marketplaceIds: Record<string, string> = {
  'Amazon.com': 'ATVPDKIKX0DER', 'Amazon.com.mx': 'A1AM78C64UM0Y8', 'Amazon.co.uk': 'A1F83G8C2ARO7P', 'Amazon.de': 'A1PA6795UKMFR9',
  'Amazon.fr': 'A13V1IB3VIYZZH', 'Amazon.it': 'APJ6JRA9NG5V4', 'Amazon.es': 'A1RKKUPIHCS9HS', 'Amazon.pl': 'A1C3SOZRARQ6R3',
  'Amazon.sa': 'A17E79C6D8DWNP', 'Amazon.co.jp': 'A1VC38T7YXB528',
}; // prettier-ignore

/** The marketplace id of a sales channel; the American one for a channel without. */
export function marketplaceIdOf(order: ReplicaOrder): string {
  return marketplaceIds[order.channel] ?? 'ATVPDKIKX0DER';
}

function everyOrder(): readonly BookedOrder[] {
  const found = new Map<string, BookedOrder>();
  for (const { orders, buyer, host } of amazonThreadKeys.map(amazonThread)) {
    for (const order of orders) if (!found.has(order.id)) found.set(order.id, { order, buyer, host });
  }
  for (const [name, buyer, host] of quietOrders) {
    const row = amazonOrder(name, buyer);
    found.set(row.order.id, { ...row, host });
  }
  return [...found.values()].sort((one, other) => other.order.orderedDay - one.order.orderedDay);
}

let book: readonly BookedOrder[] | undefined;

/** Every invented Amazon order once, newest first. */
export function orderBook(): readonly BookedOrder[] {
  book ??= everyOrder();
  return book;
}

/** An order named in the fixtures, as that buyer's: `bookedAs('five-de', 'lena')`. Errors: throws when there is none. */
export function bookedAs(order: string, buyer: string): BookedOrder {
  const { id } = amazonOrder(order, buyer).order;
  const booked = bookedOrder(id);
  if (!booked) throw new Error(`nobody ordered ${order} as ${buyer}`);
  return booked;
}

/** One of arbitrarily many orders for long lists; the same number is always the same order. */
export function numberedOrder(at: number): BookedOrder {
  const base = orderBook()[at % orderBook().length];
  if (!base) throw new Error('the order book is empty');
  const number = String(at).padStart(6, '0');
  return { ...base, order: { ...base.order, id: `999-2${number}-0${number}` } };
}

/** The order of that id, also a numbered one. Errors: `undefined` when nobody ordered it. */
export function bookedOrder(orderId: string): BookedOrder | undefined {
  const number = /^999-2(\d{6})-0\1$/.exec(orderId)?.[1];
  return number === undefined ? orderBook().find(({ order }) => order.id === orderId) : numberedOrder(Number(number));
}
