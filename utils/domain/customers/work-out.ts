import type { BuyerRow } from '../records';
import { classify, recheckDay } from './classify';
import { facetsOf } from './facets';
import type { Satellites } from './satellites';
import type { SegmentRule } from './segment';
import { nextLateDay, summarise } from './summarise';
import { keptSummary } from './summary';

const workedOut: readonly string[] = ['summary', 'segments', 'facets', 'recheckOn'];

/** What figures are worked out by: the segments of the desk, and the day as `YYYY-MM-DD`. */
export interface FigureRules {
  readonly rules: readonly SegmentRule[];
  readonly today: string;
  /** The record stands for all that were joined; two machines may have joined it to one of those. */
  readonly isRoot?: boolean;
}

/** A record as merging and other machines know it: without what is worked out from other tables. */
export const withoutFigures = (row: BuyerRow): BuyerRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !workedOut.includes(name))) as unknown as BuyerRow;

/** A record with the figures and places in lists it had before, until they are worked out anew: the difference is counted. */
export const withFiguresOf = (row: BuyerRow, before: BuyerRow | undefined): BuyerRow => ({
  ...withoutFigures(row),
  ...Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => workedOut.includes(name))),
});

const figuresOf = (row: BuyerRow, about: Satellites, { rules, today, isRoot }: FigureRules): Partial<BuyerRow> => {
  if (row.deleted === 1) return {};
  const record = { summary: summarise(about, today), ...(row.signals ? { signals: row.signals } : {}) };
  const segments = classify(record, rules, today).map(({ id }) => id);
  const [recheckOn] = [recheckDay(record, rules, today), nextLateDay(about.orders, today)]
    .flatMap((day) => day ?? [])
    .sort();
  const facets = facetsOf({ ...row, segments, ...(isRoot ? { joinedTo: '' } : {}) });
  return { summary: keptSummary(record.summary), segments, facets, ...(recheckOn === undefined ? {} : { recheckOn }) };
};

/**
 * A record with its figures, segments and lists, worked out from everything about it; the same object when nothing of
 * them has changed.
 */
export const workOut = (row: BuyerRow, about: Satellites, by: FigureRules): BuyerRow => {
  const next: BuyerRow = { ...withoutFigures(row), ...figuresOf(row, about, by) };
  const isSame = workedOut.every(
    (field) => JSON.stringify(row[field as keyof BuyerRow]) === JSON.stringify(next[field as keyof BuyerRow]),
  );
  return isSame ? row : next;
};
