import type { Instant } from '../ids';

/** The figures of one record, worked out from its orders, events, notes, promises and messages. */
export interface BuyerSummary {
  /** Orders that were not cancelled. */
  readonly orders: number;
  /** Pieces in them; an order line without a quantity counts as one. */
  readonly quantity: number;
  /** The most pieces of one order. */
  readonly largest: number;
  /** Sums by currency, never added up across currencies; orders without an amount are missing here. */
  readonly spent: readonly { readonly value: number; readonly currency: string }[];
  /** Orders with a return, and orders with a refund. */
  readonly returns: number;
  readonly refunds: number;
  /** Claims and disputes, all and those that are not closed. */
  readonly disputes: number;
  readonly openDisputes: number;
  /** Product reviews and seller feedback: 4 and 5 stars, 3, 1 and 2. */
  readonly good: number;
  readonly neutral: number;
  readonly bad: number;
  /** Orders delivered after the promised day, or still under way then. */
  readonly late: number;
  /** Days, `YYYY-MM-DD`. */
  readonly firstOrderOn?: string;
  readonly lastOrderOn?: string;
  readonly lastDeliveredOn?: string;
  readonly lastBadOn?: string;
  readonly notes: number;
  /** Our messages, and when the last one was sent. */
  readonly messages: number;
  readonly contactedAt?: Instant;
  /** The next promise that is not kept yet. */
  readonly promiseDueOn?: string;
  /** The next clock that costs something when it runs out. */
  readonly dueAt?: Instant;
  /** The next thing to look at, clocks included. */
  readonly nextAt?: Instant;
  /** Titles of what was bought, the newest first, at most five. */
  readonly products: readonly string[];
}

/** A summary as it is kept in the row: what is none is left out, since most of it is none for most buyers. */
export type KeptSummary = Partial<BuyerSummary>;

/** The figures of somebody of whom nothing is known yet. */
export const noFigures: BuyerSummary = {
  orders: 0,
  quantity: 0,
  largest: 0,
  spent: [],
  returns: 0,
  refunds: 0,
  disputes: 0,
  openDisputes: 0,
  good: 0,
  neutral: 0,
  bad: 0,
  late: 0,
  notes: 0,
  messages: 0,
  products: [],
};

/** The figures worth keeping: all but those that `fullSummary` knows itself. */
export const keptSummary = (summary: BuyerSummary): KeptSummary =>
  Object.fromEntries(
    Object.entries(summary).filter(([, value]) => value !== 0 && !(Array.isArray(value) && value.length === 0)),
  );

/** All figures of a summary that was kept. */
export const fullSummary = (kept: KeptSummary = {}): BuyerSummary => ({ ...noFigures, ...kept });
