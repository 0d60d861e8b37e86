/** Writing in the background while the next rows are worked out: the store is mostly waited for. */

/** Runs one write at a time, behind whoever hands it over. */
export interface OneBehind {
  /** Begins a write once the one before has ended. Throws what that one failed with. */
  readonly next: (write: () => PromiseLike<unknown>) => Promise<void>;
  /** Waits for the last one. Throws what it failed with. */
  readonly settled: () => Promise<void>;
}

const nothing = (): void => undefined;

/** Nothing is written yet; see `OneBehind`. At the end `settled` has to be waited for, whatever happened in between. */
export const createOneBehind = (): OneBehind => {
  let last: Promise<void> = Promise.resolve();
  return {
    next: async (write) => {
      await last;
      last = Promise.resolve(write()).then(nothing);
      // Told to whoever waits next; until then nobody listens.
      last.catch(nothing);
    },
    settled: () => last,
  };
};
