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
