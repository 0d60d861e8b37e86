/** A value that tells its one reader when it changes. */
export interface Store<T> {
  get(): T;
  /** Merges a change; the reader hears of it once per microtask, however many changes come. */
  set(change: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

/** Creates a store around a first value. */
export function createStore<T extends object>(first: T): Store<T> {
  let value = first;
  let queued = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    queued = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      if (queued) return;
      queued = true;
      queueMicrotask(tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
