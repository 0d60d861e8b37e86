import type { ContactRow, EventRow, FollowUpRow, NoteRow, OrderRow, PromiseRow } from '../records';

/** Everything the store holds about one record, or about records that were joined; deleted rows are left out. */
export interface Satellites {
  readonly orders: readonly OrderRow[];
  readonly events: readonly EventRow[];
  readonly notes: readonly NoteRow[];
  readonly contacts: readonly ContactRow[];
  readonly promises: readonly PromiseRow[];
  readonly followUps: readonly FollowUpRow[];
}

/** A record about which nothing is known yet. */
export const noSatellites: Satellites = {
  orders: [],
  events: [],
  notes: [],
  contacts: [],
  promises: [],
  followUps: [],
};
