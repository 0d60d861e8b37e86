/** What a page did to its own frames while something ran. */
export interface Watched<T> {
  readonly value: T;
  readonly ms: number;
  /** The longest, and the longest but one of a hundred. Units: ms between two frames. */
  readonly gaps: readonly number[];
}

/** Runs work in a page and watches its frames. */
export const watched = async <T>(work: () => Promise<T>): Promise<Watched<T>> => {
  const gaps: number[] = [];
  let isOver = false;
  let last = performance.now();
  const frame = (): void => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const from = performance.now();
  const value = await work();
  const ms = performance.now() - from;
  // What held the page up at the very end is seen by the frame after it.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  isOver = true;
  const sorted = [...gaps].sort((a, b) => b - a);
  return { value, ms, gaps: [sorted[0] ?? 0, sorted[Math.floor(sorted.length * 0.01)] ?? 0] };
};
