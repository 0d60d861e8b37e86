import type { BuyerRow } from '../records';
import { recordTally } from '../reports/record-tally';
import { classify, recheckDay } from './classify';
import { facetsOf } from './facets';
import type { Satellites } from './satellites';
import type { SegmentRule } from './segment';
import { nextLateDay, summarise } from './summarise';
import { keptSummary } from './summary';
import { workedOut } from './worked-out';

const isWorkedOut = (name: string): boolean => (workedOut as readonly string[]).includes(name);

/** What figures are worked out by: the segments of the desk, and the day as `YYYY-MM-DD`. */
export interface FigureRules {
  readonly rules: readonly SegmentRule[];
  readonly today: string;
  /** The record stands for all that were joined; two machines may have joined it to one of those. */
  readonly isRoot?: boolean;
  /** What is about the record alone, where `about` is about all that were joined: each is counted by itself. */
  readonly own?: Satellites;
}

/** A record as merging and other machines know it: without what is worked out from other tables. */
export const withoutFigures = (row: BuyerRow): BuyerRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !isWorkedOut(name))) as unknown as BuyerRow;

/** A record with the figures and places in lists it had before, until they are worked out anew: the difference is counted. */
export const withFiguresOf = (row: BuyerRow, before: BuyerRow | undefined): BuyerRow => ({
  ...withoutFigures(row),
  ...Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => isWorkedOut(name))),
});

const figuresOf = (row: BuyerRow, about: Satellites, { rules, today, isRoot, own }: FigureRules): Partial<BuyerRow> => {
  if (row.deleted === 1) return {};
  const record = { summary: summarise(about, today), ...(row.signals ? { signals: row.signals } : {}) };
  const segments = classify(record, rules, today).map(({ id }) => id);
  const [recheckOn] = [recheckDay(record, rules, today), nextLateDay(about.orders, today)]
    .flatMap((day) => day ?? [])
    .sort();
  const facets = facetsOf({ ...row, segments, ...(isRoot ? { joinedTo: '' } : {}) });
  const dated = recheckOn === undefined ? {} : { recheckOn };
  return { summary: keptSummary(record.summary), segments, facets, ...dated, ...recordTally(row, own ?? about) };
};

/**
 * A record with its figures, segments and lists, worked out from everything about it; the same object when nothing of
 * them has changed.
 */
export const workOut = (row: BuyerRow, about: Satellites, by: FigureRules): BuyerRow => {
  const next: BuyerRow = { ...withoutFigures(row), ...figuresOf(row, about, by) };
  const isSame = workedOut.every((field) => JSON.stringify(row[field]) === JSON.stringify(next[field]));
  return isSame ? row : next;
};
