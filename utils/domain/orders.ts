import type { CountryCode, Instant, OrderId } from './ids';

/** Where an order stands, in words both marketplaces share. */
export type OrderState =
  'unpaid' | 'unshipped' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'refunded' | 'disputed';

/** Who packs and sends the parcel. */
export type Fulfilment = 'own' | 'marketplace';

/** One line of an order. */
export interface OrderItem {
  readonly title: string;
  /** ASIN or the marketplace's product id. */
  readonly productId?: string;
  readonly sku?: string;
  readonly variant?: string;
  readonly quantity?: number;
}

/** What a seller page shows of an order; everything but the id may be missing. */
export interface OrderFacts {
  readonly orderId: OrderId;
  readonly state?: OrderState;
  readonly items: readonly OrderItem[];
  readonly fulfilment?: Fulfilment;
  /** Day the buyer ordered, `YYYY-MM-DD`. */
  readonly orderedOn?: string;
  readonly shippedOn?: string;
  /** First day of the promised delivery range, where the page shows two. */
  readonly promisedFrom?: string;
  /** Last day of the promised delivery range. */
  readonly promisedOn?: string;
  readonly deliveredOn?: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly country?: CountryCode;
  readonly amount?: { readonly value: number; readonly currency: string };
  /** When the page was read. */
  readonly readAt?: Instant;
}

/** An order as a list or a detail page shows it, with whose it is. */
export interface OrderSeen extends OrderFacts {
  /** Display name: weak, never an identity. */
  readonly buyerName?: string;
  /** The marketplace's own id of the buyer, where the page has one. */
  readonly buyerId?: string;
}

/** What can happen to an order after the sale and is worth remembering of a buyer. */
export type OrderEventKind = 'feedback' | 'review' | 'return' | 'refund' | 'claim' | 'dispute';

/** Who has to act next. */
export type OrderEventState = 'waiting-for-seller' | 'waiting-for-buyer' | 'with-marketplace' | 'closed';

/** One feedback, review, return, refund, claim or dispute as a seller page shows it. */
export interface OrderEvent {
  readonly kind: OrderEventKind;
  /** The page's own id of it (review id, return id, dispute id), where it shows one. */
  readonly id?: string;
  /** Missing for product reviews, which belong to no order. */
  readonly orderId?: OrderId;
  /** Display name: weak, never an identity; masked names (`M***a`) are left out. */
  readonly buyerName?: string;
  readonly country?: CountryCode;
  /** ASIN or the marketplace's product id. */
  readonly productId?: string;
  /** Whole stars, 1 to 5. */
  readonly stars?: number;
  /** Day it happened, `YYYY-MM-DD`. */
  readonly at?: string;
  readonly state?: OrderEventState;
  /** Until when the seller must answer: a day, or a moment in ISO 8601. */
  readonly dueAt?: string;
  /** The reason as the page words it, one line; never what the buyer wrote. */
  readonly reason?: string;
  readonly amount?: { readonly value: number; readonly currency: string };
}

/** What the marketplace's own "Request a Review" page says of an order. */
export type ReviewRequestState =
  'eligible' | 'sent' | 'already-sent' | 'outside-window' | 'not-eligible' | 'try-later' | 'loading';

/** The order a review can or cannot be asked for now. */
export interface ReviewRequest {
  readonly orderId: OrderId;
  readonly state: ReviewRequestState;
}
