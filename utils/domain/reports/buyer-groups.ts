/** Buyers by how often they bought and how long ago they last did: whom a shop keeps, and whom it is losing. */
import { dayAfter } from '../worklog/days';
import { countsBy, type Cells } from './cells';
import { orderSteps } from './record-tally';

/** From how many days ago on a last order is filed together; the last step is open to the end of what is looked at. */
export const recencySteps = [0, 31, 91, 181, 366] as const;

/** How far back it is looked; who bought last before that is not counted. Units: days. */
export const GROUP_DAYS = 731;

/** Buyers with some last order. */
export interface BuyerGroups {
  /** A row for each of `recencySteps`, in it a count for each of `orderSteps`. */
  readonly counts: readonly (readonly number[])[];
  readonly buyers: number;
  /** Bought more than once. */
  readonly repeat: number;
  /** Bought more than once, and not for half a year. */
  readonly leaving: number;
}

const LEAVING_FROM = 181;

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Groups the buyers counted in some days as they stand on the last one; orders of the future are not over and not in it. */
export const buyerGroups = (
  days: readonly { readonly day: string; readonly cells: Cells }[],
  to: string,
): BuyerGroups => {
  const counts: number[][] = recencySteps.map(() => orderSteps.map(() => 0));
  const firstDays = recencySteps.map((step) => dayAfter(to, -step));
  const oldest = dayAfter(to, 1 - GROUP_DAYS);
  for (const { day, cells } of days) {
    if (day > to || day < oldest) continue;
    const row = counts[firstDays.findLastIndex((first) => day <= first)];
    for (const { names, count } of countsBy(cells, 'last-order', 'orders')) {
      const at = orderSteps.findIndex((step) => String(step) === names[0]);
      if (row && at >= 0) row[at]! += count;
    }
  }
  const repeats = counts.map((row) => sumOf(row.slice(1)));
  return {
    counts,
    buyers: sumOf(counts.flat()),
    repeat: sumOf(repeats),
    leaving: sumOf(repeats.filter((_, at) => recencySteps[at]! >= LEAVING_FROM)),
  };
};
