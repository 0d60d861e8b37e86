/** How some counts went over the days of a report: by day, week or month, whichever leaves a picture that can be read. */
import { dayAfter, daysFrom } from '../worklog/days';
import { cellOf, countIn, type Cells } from './cells';

/** What is shown over time. */
export const timelineCells = ['sent', 'order', 'return', 'refund', 'feedback', 'review', 'claim', 'dispute'] as const;

export type TimelineCell = (typeof timelineCells)[number];

/** What is counted: all of it, or that of one product or one country. */
export interface TimelineOf {
  readonly cell: TimelineCell;
  readonly only?: { readonly by: 'product' | 'country'; readonly name: string };
}

/** Some days in a row and how often it was in them. */
export interface TimelineStep {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Mean of the stars that were given in them; missing where there were none. */
  readonly stars?: number;
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

const MOST_STARS = 5;

/** How many ratings there are, and their stars together. */
const starsIn = (cells: Cells, { cell, only }: TimelineOf): readonly [n: number, total: number] => {
  const counts = Array.from({ length: MOST_STARS }, (_, at) =>
    only
      ? countIn(cells, cell, `${only.by}-stars`, only.name, String(at + 1))
      : countIn(cells, cell, 'stars', String(at + 1)),
  );
  return [counts.reduce((sum, count) => sum + count, 0), counts.reduce((sum, count, at) => sum + count * (at + 1), 0)];
};

/** The cells a picture of one product is drawn from. */
export const productCells = (product: string): readonly string[] =>
  timelineCells.flatMap((cell) => [
    cellOf(cell, 'product', product),
    ...Array.from({ length: MOST_STARS }, (_, at) => cellOf(cell, 'product-stars', product, String(at + 1))),
  ]);

/** In what steps some days are shown. */
export const unitOf = ({ from, to }: { readonly from: string; readonly to: string }): Timeline['unit'] => {
  const { length } = daysFrom(from, to);
  return length <= LONGEST_BY_DAY ? 'day' : length <= LONGEST_BY_WEEK ? 'week' : 'month';
};

/** Counts one thing over a range of days; a first or last week or month may be cut off by it, and a day may stand there more than once. */
export const timelineOf = (
  days: readonly { readonly day: string; readonly cells: Cells }[],
  range: { readonly from: string; readonly to: string },
  of: TimelineOf,
): Timeline => {
  const unit = unitOf(range);
  const lastOf = { day: (day: string) => day, week: (day: string) => dayAfter(day, 6), month: lastOfMonth }[unit];
  const countOf = (cells: Cells): number =>
    of.only ? countIn(cells, of.cell, of.only.by, of.only.name) : countIn(cells, of.cell);
  const counts = new Map<string, { readonly count: number; readonly stars: readonly [number, number] }[]>();
  for (const { day, cells } of days) {
    const known = counts.get(day) ?? [];
    known.push({ count: countOf(cells), stars: starsIn(cells, of) });
    counts.set(day, known);
  }
  const steps: TimelineStep[] = [];
  for (let from = range.from; from <= range.to;) {
    const last = lastOf(from);
    const to = last < range.to ? last : range.to;
    const found = daysFrom(from, to).flatMap((day) => counts.get(day) ?? []);
    const count = found.reduce((sum, one) => sum + one.count, 0);
    const [n, total] = [0, 1].map((at) => found.reduce((sum, { stars }) => sum + stars[at]!, 0));
    steps.push({ from, to, count, ...(n ? { stars: total! / n } : {}) });
    from = dayAfter(to, 1);
  }
  return { unit, steps };
};
