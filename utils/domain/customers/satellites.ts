import type { ContactRow, EventRow, FollowUpRow, NoteRow, OrderRow, PromiseRow } from '../records';

/** Rows about one record, or about records that were joined, each kind by itself. */
export interface RowsAbout {
  readonly orders: readonly OrderRow[];
  /** Feedback, reviews, returns, refunds, claims and disputes. */
  readonly events: readonly EventRow[];
  readonly notes: readonly NoteRow[];
  /** Our messages. */
  readonly contacts: readonly ContactRow[];
  readonly promises: readonly PromiseRow[];
  readonly followUps: readonly FollowUpRow[];
}

/** Everything the store holds about one record, or about records that were joined; deleted rows are left out. */
export type Satellites = RowsAbout;

/** A record about which nothing is known yet. */
export const noSatellites: Satellites = {
  orders: [],
  events: [],
  notes: [],
  contacts: [],
  promises: [],
  followUps: [],
};
