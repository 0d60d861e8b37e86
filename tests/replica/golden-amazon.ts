import type { OrderSeen } from '@/utils/domain/orders';
import { type BookedOrder, bookedAs } from './amazon/order-book';

/** What a perfect reader returns for an order, in plain values. */
export type GoldenOrder = Omit<OrderSeen, 'orderId' | 'country' | 'readAt'> & {
  readonly orderId: string;
  readonly country?: string;
};

const dayMs = 86_400_000;

const defined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** The day so many days from `now`, `YYYY-MM-DD`. */
export function goldenDay(now: string, days: number): string {
  return new Date(Date.parse(now) + days * dayMs).toISOString().slice(0, 10);
}

const dayOr = (now: string, days: number | undefined): string | undefined =>
  days === undefined ? undefined : goldenDay(now, days);

/** What a row of the order list tells: neither parcel numbers nor totals. */
export function goldenListedOrder({ order, buyer }: BookedOrder, now: string): GoldenOrder {
  return defined<GoldenOrder>({
    orderId: order.id,
    state: order.state,
    items: order.items.map(({ title, productId, sku, quantity }) => ({ title, productId, sku, quantity })),
    fulfilment: order.fulfilment,
    orderedOn: goldenDay(now, order.orderedDay),
    promisedOn: dayOr(now, order.promisedDays?.at(-1)),
    deliveredOn: dayOr(now, order.deliveredDay),
    country: order.country,
    // Nobody is named while the payment is pending.
    buyerName: order.state === 'unpaid' || buyer.name === '' ? undefined : buyer.name,
  });
}

/** What an order's own page tells; with `state=other-id` it must be read as nothing at all. */
export function goldenOrder(booked: BookedOrder, now: string): GoldenOrder {
  const { order } = booked;
  const value = order.items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  return defined<GoldenOrder>({
    ...goldenListedOrder(booked, now),
    shippedOn: dayOr(now, order.shippedDay),
    carrier: order.carrier,
    tracking: order.tracking,
    amount: { value: Math.round(value * 100) / 100, currency: order.currency },
  });
}

/** One order for every state an order's own page can be in. */
export const orderPageExamples: Readonly<Record<string, BookedOrder>> = {
  pending: bookedAs('pending-us', 'jess'),
  unshipped: bookedAs('shoe-us', 'x'),
  'without a promise': bookedAs('no-date-us', 'sean'),
  custom: bookedAs('ring-us', 'sean'),
  shipped: bookedAs('lamp-de', 'lena'),
  delivered: bookedAs('kettle-jp', 'yuki'),
  cancelled: bookedAs('cancelled-it', 'giulia'),
  refunded: bookedAs('refunded-pl', 'ola'),
  'of the marketplace': bookedAs('fba-us', 'x'),
  'five items': bookedAs('five-de', 'lena'),
  gift: bookedAs('gift-uk', 'harriet'),
  'nameless buyer': bookedAs('shoe-us', 'nameless'),
};

/** Everything on the order pages of a buyer that Parley may never keep: address lines, phone, e-mail. */
export function privateValues({ buyer }: BookedOrder): readonly string[] {
  if (!buyer.contact) return [];
  const { address, phone, email } = buyer.contact;
  // The first line is the name, which is no secret of the address.
  return [...address.slice(1), phone, email];
}
