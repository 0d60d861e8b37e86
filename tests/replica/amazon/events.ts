import eventsJson from '../fixtures/amazon-events.json';
import { regionOf } from './inbox';
import { type BookedOrder, bookedAs } from './order-book';

/** Days of all records count from the day the desk believes to be today. */
interface Dated {
  readonly day: number;
}

/** What a buyer said of the seller. */
export interface FeedbackRecord extends Dated {
  readonly booked: BookedOrder;
  readonly stars: number;
  /** The buyer's words: shown, never kept. */
  readonly comment: string;
  readonly amazonNote?: boolean;
}

/** What a customer said of a product; belongs to no order. */
export interface ReviewRecord extends Dated {
  readonly id: string;
  readonly name: string;
  readonly asin: string;
  readonly title: string;
  readonly text: string;
  readonly stars: number;
}

/** A return somebody asked for. */
export interface ReturnRecord extends Dated {
  readonly booked: BookedOrder;
  readonly id: string;
  readonly reason: 'too-small' | 'defective' | 'no-need' | 'wrong-item';
  readonly state: 'awaiting' | 'authorised' | 'completed';
  readonly comment: string;
}

/** A claim under the marketplace's guarantee. */
export interface ClaimRecord extends Dated {
  readonly booked: BookedOrder;
  readonly state: 'claimWaiting' | 'claimReview' | 'claimClosed';
  readonly dueDay?: number;
  readonly amount: number;
}

type Row<T extends { readonly booked: BookedOrder }> = Omit<T, 'booked' | 'id'> & {
  readonly order: string;
  readonly buyer: string;
};

function ofAccount<T extends { readonly booked: BookedOrder }>(
  rows: readonly Row<T>[],
  host: string,
): readonly (Omit<T, 'id'> & { readonly at: number })[] {
  const region = regionOf(host.replace('sellercentral.amazon.', ''));
  return rows
    .map(
      (row, at) =>
        ({ ...row, at, booked: bookedAs(row.order, row.buyer) }) as unknown as Omit<T, 'id'> & { at: number },
    )
    .filter(({ booked }) => regionOf(booked.host) === region);
}

/** Feedback the account of a host has got, as the fixtures order it. */
export function feedbackOf(host: string): readonly FeedbackRecord[] {
  return ofAccount<FeedbackRecord>(eventsJson.feedback, host);
}

/** Returns the account of a host has to deal with. */
export function returnsOf(host: string): readonly ReturnRecord[] {
  return ofAccount<ReturnRecord>(eventsJson.returns as readonly Row<ReturnRecord>[], host).map((row) => ({
    ...row,
    id: `RREPLICA${String(row.at + 1).padStart(4, '0')}`,
  }));
}

/** Claims against the account of a host. */
export function claimsOf(host: string): readonly ClaimRecord[] {
  return ofAccount<ClaimRecord>(eventsJson.claims as readonly Row<ClaimRecord>[], host);
}

/** Reviews of the brand's products; the same wherever the brand sells. */
export const reviews: readonly ReviewRecord[] = eventsJson.reviews;
