/** How long one measurement may wait for a quiet moment of the machine before the figure counts, in milliseconds. */
const PATIENCE_MS = 4_000;

/**
 * The median of `samples` runs in milliseconds, measured anew until it is at most `limit` or patience runs out; the
 * lowest median counts. Other tests share the machine: what code costs shows only when it is left alone, while code
 * that is truly too slow stays so however often it is asked.
 */
export function lowestMedian(run: (sample: number) => unknown, limit: number, samples = 41): number {
  const until = performance.now() + PATIENCE_MS;
  let lowest = Infinity;
  let sample = 0;
  do {
    const times = Array.from({ length: samples }, () => {
      const from = performance.now();
      run(sample++);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    lowest = Math.min(lowest, times[samples >> 1] as number);
  } while (lowest > limit && performance.now() < until);
  return lowest;
}
