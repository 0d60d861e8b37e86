import { err } from '../domain/result';
import type { DatabaseSource } from '../platform/db/lazy-database';
import { listenToLock, readLockState, writeLockState } from '../platform/lock/lock-state';

/** Name of the settings row that holds the hash of the PIN. */
export const lockSetting = 'lock';

/**
 * Whether Parley is locked. The first question of a browser session finds no state: then the PIN decides, so that a restart
 * locks. A store that can't be read shows nothing anyway and says why itself.
 */
export async function isLocked(source: DatabaseSource): Promise<boolean> {
  const state = await readLockState();
  if (state !== undefined) return state === 'locked';
  const opened = await source();
  if (!opened.ok) return false;
  const isSet = (await opened.value.settings.get(lockSetting)) !== undefined;
  // Somebody may have unlocked meanwhile.
  const meanwhile = await readLockState();
  if (meanwhile !== undefined) return meanwhile === 'locked';
  await writeLockState(isSet ? 'locked' : 'none');
  return isSet;
}

/**
 * The same database, refused while Parley is locked: whoever reads records through it needs no question of their own. The
 * answer is kept until the session says that it has changed.
 */
export function gated(source: DatabaseSource): DatabaseSource {
  let known: Promise<boolean> | undefined;
  listenToLock(() => (known = undefined), new AbortController().signal);
  const ask = async (): Promise<boolean> => {
    const asked = (known ??= isLocked(source));
    try {
      return await asked;
    } catch {
      // Nobody knows: the records stay closed, and the next question asks again.
      known = undefined;
      return true;
    }
  };
  return async () => ((await ask()) ? err({ kind: 'parley-locked' }) : source());
}
