import { browser } from 'wxt/browser';

/** `none`: no PIN is set. The state goes with the browser session: a restart finds none, and then the PIN decides. */
export type LockState = 'none' | 'open' | 'locked';

const STATE = 'lock';
const SEEN = 'lockSeen';
/** Writing down every key would cost more than it tells. Units: milliseconds. */
const SEEN_EVERY_MS = 15_000;

/** What the session knows; undefined until somebody has looked whether a PIN is set. */
export const readLockState = async (): Promise<LockState | undefined> =>
  (await browser.storage.session.get(STATE))[STATE] as LockState | undefined;

/** Tells every page and the background. */
export const writeLockState = (state: LockState): Promise<void> =>
  browser.storage.session.set({ [STATE]: state, [SEEN]: Date.now() });

/** When somebody last did something with Parley. Units: milliseconds since 1970. */
export const readSeen = async (): Promise<number> =>
  ((await browser.storage.session.get(SEEN))[SEEN] as number | undefined) ?? 0;

let written = 0;

/** Somebody is doing something with Parley. Never rejects: at worst it locks a little early. */
export function noteSeen(): void {
  const now = Date.now();
  if (now - written < SEEN_EVERY_MS) return;
  written = now;
  browser.storage.session.set({ [SEEN]: now }).catch(() => undefined);
}

/** Calls `heard` whenever the lock was opened, closed, set or taken away, in any context, until the signal aborts. */
export function listenToLock(heard: () => void, signal: AbortSignal): void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'session' && STATE in changes) heard();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
}
