/** How some counts went over the days of a report: by day, week or month, whichever leaves a picture that can be read. */
import { dayAfter, daysFrom } from '../worklog/days';
import { countIn, type Cells } from './cells';

/** What is shown over time. */
export const timelineCells = ['sent', 'order', 'return', 'refund', 'feedback', 'review', 'claim', 'dispute'] as const;

export type TimelineCell = (typeof timelineCells)[number];

/** Some days in a row and how often it was in them. */
export interface TimelineStep {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Counts over time. */
export interface Timeline {
  readonly unit: 'day' | 'week' | 'month';
  readonly steps: readonly TimelineStep[];
}

const LONGEST_BY_DAY = 35;
const LONGEST_BY_WEEK = 190;

const lastOfMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** Counts one thing over a range of days; a first or last week or month may be cut off by it. */
export const timelineOf = (
  days: readonly { readonly day: string; readonly cells: Cells }[],
  range: { readonly from: string; readonly to: string },
  cell: TimelineCell,
): Timeline => {
  const { length } = daysFrom(range.from, range.to);
  const unit = length <= LONGEST_BY_DAY ? 'day' : length <= LONGEST_BY_WEEK ? 'week' : 'month';
  const lastOf = { day: (day: string) => day, week: (day: string) => dayAfter(day, 6), month: lastOfMonth }[unit];
  const counts = new Map(days.map(({ day, cells }) => [day, countIn(cells, cell)]));
  const steps: TimelineStep[] = [];
  for (let from = range.from; from <= range.to;) {
    const last = lastOf(from);
    const to = last < range.to ? last : range.to;
    const count = daysFrom(from, to).reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
    steps.push({ from, to, count });
    from = dayAfter(to, 1);
  }
  return { unit, steps };
};
