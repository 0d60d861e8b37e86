/** Adds one listener for several events; it ends with the signal. */
export const listen = (
  target: EventTarget,
  types: readonly string[],
  listener: (event: Event) => void,
  options: { readonly signal: AbortSignal; readonly capture?: boolean; readonly passive?: boolean },
): void => {
  for (const type of types) target.addEventListener(type, listener, options);
};

/** Runs something on an interval until the signal ends. */
export const every = (intervalMs: number, run: () => void, signal: AbortSignal): void => {
  if (signal.aborted) return;
  const timer = setInterval(run, intervalMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
};

/** Resolves after the given time; timers and not frames, because hidden tabs have no frames. */
export const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
