import { dayAfter } from '@/utils/domain/worklog/days';

/** Lengths of time a report can be about. Units: days. */
export const spans = [7, 28, 90, 365] as const;

/** One of the lengths. */
export type Span = (typeof spans)[number];

/** Longest time somebody can choose. Units: days. */
export const LONGEST_RANGE = 366;

const DAY_MS = 86_400_000;

/** The first and the last day of a report. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The days up to `to`, as many as the span. */
export const rangeOf = (span: Span, to: string): DayRange => ({ from: dayAfter(to, 1 - span), to });

/** How many days a range has; less than one when it ends before it begins, not a number when a day is missing. */
export const lengthOf = ({ from, to }: DayRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** Whether a report can be about these days. */
export const isUsable = (range: DayRange): boolean => {
  const length = lengthOf(range);
  return length >= 1 && length <= LONGEST_RANGE;
};

/** As many days right before a range. */
export const rangeBefore = (range: DayRange): DayRange => ({
  from: dayAfter(range.from, -lengthOf(range)),
  to: dayAfter(range.from, -1),
});
