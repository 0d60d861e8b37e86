import { vi } from 'vitest';

/** How long a test waits for what is on its way. Units: milliseconds. One second is not enough on busy cores. */
export const patienceMs = 10_000;

const { waitFor } = vi;
vi.waitFor = (callback, options = {}) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: patienceMs, ...options });
