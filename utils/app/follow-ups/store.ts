import { asNew, withFields } from '../../domain/customers/clocked';
import type { ComputedFollowUp } from '../../domain/follow-ups/follow-up-type';
import type { Instant } from '../../domain/ids';
import type { BuyerRow, FollowUpRow } from '../../domain/records';
import type { Change } from '../records';

/** What is done stays for the list of the day, also when its reason is gone meanwhile. Units: milliseconds. */
const DONE_KEPT_MS = 48 * 3_600_000;

type Worked = Pick<FollowUpRow, 'since' | 'dueAt' | 'until' | 'orderId' | 'about'>;

const workedFields = ['since', 'dueAt', 'until', 'orderId', 'about'] as const;

const isStillListed = ({ done, doneAt }: FollowUpRow, now: Instant): boolean =>
  done === 1 && doneAt !== undefined && Date.parse(now) - Date.parse(doneAt) < DONE_KEPT_MS;

/** Whether the clock started again after somebody had said it is done: a new promised day, a new message of the buyer. */
const isAnew = (row: FollowUpRow, { since, dueAt }: ComputedFollowUp): boolean =>
  row.done === 1 && row.since !== undefined && since > row.since && dueAt > (row.doneAt ?? '');

const workedAnew = (row: FollowUpRow, worked: Worked): FollowUpRow => {
  const next: Record<string, unknown> = { ...row };
  for (const field of workedFields) {
    if (worked[field] === undefined) delete next[field];
    else next[field] = worked[field];
  }
  return next as unknown as FollowUpRow;
};

const updated = (change: Change, row: FollowUpRow, computed: ComputedFollowUp): FollowUpRow => {
  const stands = isAnew(row, computed)
    ? withFields(row, { done: 0, doneAt: null, snoozedTo: null }, change.stamp(row.shopId))
    : row;
  // A done one lies where it was done, so that the list of the day is one range of the index.
  const said = stands.done === 1 ? stands.doneAt : stands.snoozedTo;
  const next = workedAnew(stands, { ...computed, dueAt: said ?? computed.dueAt });
  return workedFields.some((field) => next[field] !== row[field]) || stands !== row ? next : row;
};

/** What is computed of one record, and what is stored of it. */
export interface FollowUpsOfRecord {
  readonly buyer: Pick<BuyerRow, 'key' | 'shopId'>;
  readonly computed: readonly ComputedFollowUp[];
  /** The rows of this record alone, not of those that were joined to it. */
  readonly existing: readonly FollowUpRow[];
}

const planned = (change: Change, { buyer, computed, existing }: FollowUpsOfRecord) => {
  const before = new Map(existing.map((row) => [row.id, row]));
  const rows = computed.map((one): FollowUpRow => {
    const row = before.get(one.id);
    return row
      ? updated(change, row, one)
      : asNew({ ...change.stamp(buyer.shopId), ...one, buyerKey: buyer.key, done: 0 });
  });
  const stands = new Set(rows.map(({ id }) => id));
  const rest = existing.filter(({ id }) => !stands.has(id));
  const listed = rest.filter((row) => isStillListed(row, change.now));
  return {
    stands: [...rows, ...listed],
    written: rows.filter((row) => row !== before.get(row.id)),
    gone: rest.filter((row) => !listed.includes(row)),
  };
};

/**
 * Makes the stored follow-ups of records those that were computed, and answers the rows of each in the same order: new
 * ones are added, changed ones put, and those whose reason is gone removed. What a person said of one (done, later)
 * stays. A row that changed only in what is computed keeps its stamp, since every machine computes it anew.
 */
export const storeFollowUps = async (
  change: Change,
  records: readonly FollowUpsOfRecord[],
): Promise<readonly (readonly FollowUpRow[])[]> => {
  const plans = records.map((record) => planned(change, record));
  const written = plans.flatMap((plan) => plan.written);
  const gone = plans.flatMap((plan) => plan.gone);
  if (written.length > 0) await change.db.followUps.bulkPut(written);
  if (gone.length > 0) await change.db.followUps.bulkDelete(gone.map(({ id }) => id));
  return plans.map(({ stands }) => stands);
};
