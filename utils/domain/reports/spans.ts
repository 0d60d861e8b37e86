/** Times to answer as cells: a time is filed under the beginning of its span, so that medians come from counts. */
import { countsBy, type Cells } from './cells';

/** From which value on spans are how wide. */
type Steps = readonly { readonly from: number; readonly width: number }[];

/** Waiting. Units: minutes; to the minute below an hour, to five below six hours, then to half an hour. */
export const waitSteps: Steps = [
  { from: 0, width: 1 },
  { from: 60, width: 5 },
  { from: 360, width: 30 },
];

/** Writing. Units: seconds; to the second below two minutes, to five below ten minutes, then to the minute. */
export const openSteps: Steps = [
  { from: 0, width: 1 },
  { from: 120, width: 5 },
  { from: 600, width: 60 },
];

/** The beginning of the span a value is filed under. */
export const spanOf = (value: number, steps: Steps): number => {
  const { from, width } = steps.findLast((step) => value >= step.from) ?? steps[0]!;
  return from + Math.floor((value - from) / width) * width;
};

/** What is said of many times. */
export interface Times {
  /** How many there are. */
  readonly n: number;
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly p90: number;
}

/** Median and ninetieth percentile (nearest rank) of the times filed under a cell; undefined without any. */
export const timesIn = (cells: Cells, what: string, by: string): Times | undefined => {
  const spans = countsBy(cells, what, by)
    .map(({ names, count }) => ({ value: Number(names[0]), count }))
    .filter(({ value, count }) => Number.isFinite(value) && count > 0)
    .sort((a, b) => a.value - b.value);
  const n = spans.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return undefined;
  const atRank = (rank: number): number => {
    let passed = 0;
    for (const { value, count } of spans) {
      passed += count;
      if (passed >= rank) return value;
    }
    return spans.at(-1)!.value;
  };
  return { n, median: atRank(Math.ceil(n * 0.5)), p90: atRank(Math.ceil(n * 0.9)) };
};

/** How many of the times filed under a cell are below a value. */
export const countBelow = (cells: Cells, what: string, by: string, limit: number): number =>
  countsBy(cells, what, by).reduce((sum, { names, count }) => sum + (Number(names[0]) < limit ? count : 0), 0);
