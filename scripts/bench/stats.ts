/** Median and quartiles of some figures. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which the given share of the figures lies, interpolated; NaN of no figures. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below === undefined || above === undefined ? Number.NaN : below + (above - below) * (at - Math.floor(at));
}

/** The middle figure; NaN of no figures. */
export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

/** Median with the quartiles around it. */
export const spreadOf = (figures: readonly number[]): Spread => ({
  count: figures.length,
  median: median(figures),
  low: quantile(figures, 0.25),
  high: quantile(figures, 0.75),
});
