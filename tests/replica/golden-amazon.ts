import type { OrderEvent, OrderEventState, OrderSeen, ReviewRequestState } from '@/utils/domain/orders';
import { type ClaimRecord, claimsOf, feedbackOf, type ReturnRecord, returnsOf, reviews } from './amazon/events';
import { eventWords } from './amazon/event-words';
import { inboxThreads } from './amazon/inbox';
import { type BookedOrder, bookedAs } from './amazon/order-book';
import { threadWords } from './amazon/thread-words';
import type { PageLoc } from './dates';
import { amazonThread, type AmazonThreadKey } from './threads';

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
    promisedFrom: dayOr(now, order.promisedDays?.[0]),
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

/** What a perfect reader returns for an event, in plain values. */
export type GoldenEvent = Omit<OrderEvent, 'orderId' | 'country'> & { readonly orderId?: string };

/** The feedback manager; the buyers' words appear nowhere. Pages hold `feedbackPerPage` rows. */
export function goldenFeedback(host: string, now: string): readonly GoldenEvent[] {
  return feedbackOf(host).map(({ booked, stars, day }) => ({
    kind: 'feedback',
    orderId: booked.order.id,
    stars,
    at: goldenDay(now, day),
  }));
}

/** The reviews of the brand; masked names are left out. */
export function goldenReviews(now: string): readonly GoldenEvent[] {
  return reviews.map(({ id, name, asin, stars, day }) =>
    defined<GoldenEvent>({
      kind: 'review',
      id,
      productId: asin,
      stars,
      at: goldenDay(now, day),
      buyerName: name.includes('*') ? undefined : name,
    }),
  );
}

const returnStates: Record<ReturnRecord['state'], OrderEventState> = {
  awaiting: 'waiting-for-seller',
  authorised: 'waiting-for-buyer',
  completed: 'closed',
};

/** The older list of returns, plain and in the container. */
export function goldenReturns(host: string, now: string, loc: PageLoc): readonly GoldenEvent[] {
  return returnsOf(host).map(({ booked, id, reason, state, day }) =>
    defined<GoldenEvent>({
      kind: 'return',
      id,
      orderId: booked.order.id,
      buyerName: booked.buyer.name || undefined,
      productId: booked.order.items[0]?.productId,
      at: goldenDay(now, day),
      state: returnStates[state],
      reason: eventWords(loc)[reason],
    }),
  );
}

/** The newer list of returns, which says little more than whose order it is. */
export function goldenManagedReturns(host: string): readonly GoldenEvent[] {
  return returnsOf(host).map(({ booked }) => ({ kind: 'return', orderId: booked.order.id }));
}

const claimStates: Record<ClaimRecord['state'], OrderEventState> = {
  claimWaiting: 'waiting-for-seller',
  claimReview: 'with-marketplace',
  claimClosed: 'closed',
};

/** The claims under the marketplace's guarantee. */
export function goldenClaims(host: string, now: string): readonly GoldenEvent[] {
  return claimsOf(host).map(({ booked, state, day, dueDay, amount }) =>
    defined<GoldenEvent>({
      kind: 'claim',
      orderId: booked.order.id,
      state: claimStates[state],
      at: goldenDay(now, day),
      dueAt: dayOr(now, dueDay),
      amount: { value: amount, currency: booked.order.currency },
    }),
  );
}

/**
 * What the review-request page must be read as, by its `state` knob.
 *
 * `slow` is `eligible` once it has settled; before that nothing negative may be believed. `empty` has nothing to read.
 */
export const goldenReviewRequest: Readonly<Record<string, ReviewRequestState>> = {
  '': 'eligible',
  swap: 'eligible',
  sent: 'sent',
  'sent.header-only': 'sent',
  already: 'already-sent',
  'already.slot': 'already-sent',
  window: 'outside-window',
  'window-old': 'outside-window',
  cancelled: 'not-eligible',
  refunded: 'not-eligible',
  'opted-out': 'not-eligible',
  retry: 'try-later',
  slow: 'eligible',
  empty: 'loading',
};

/** One row of the conversation list as a perfect reader takes it; the order is missing where the row does not name it. */
export interface GoldenRow {
  readonly orderId?: string;
  readonly buyerName?: string;
  readonly isWaiting: boolean;
}

/** The rows of the conversation list, in order, by the `rows` knob. The list needs a window of 1,600 px or `w=1680`. */
export function goldenRows(host: string, rows: 'auto' | 'r1' | 'r2' | 'r3'): readonly GoldenRow[] {
  return inboxThreads(host).map(({ orders, orderLink, buyer, messages, state }) =>
    defined<GoldenRow>({
      orderId: rows === 'auto' || orderLink === 'link' ? orders[0]?.id : undefined,
      buyerName: buyer.name || undefined,
      isWaiting: state === 'open' && messages.at(-1)?.from === 'buyer',
    }),
  );
}

/** Sides and texts with `bubble=b6`: a notice of the marketplace stands before the last message. */
export function goldenMixedBubbles(key: AmazonThreadKey, loc: PageLoc): readonly (readonly [string, string])[] {
  const said = amazonThread(key)
    .messages.slice(-20)
    .map(({ from, text }) => [from === 'bot' ? 'seller' : from, text] as const);
  return [...said.slice(0, -1), ['note', threadWords(loc).flagged], ...said.slice(-1)];
}
