import { idleChoices, isSameText, LONGEST_PIN, SHORTEST_PIN, waitAfter } from '../domain/lock';
import { err, ok, type Result } from '../domain/result';
import { watchIdle } from '../platform/lock/lock-alarm';
import { readLockState, readSeen, writeLockState } from '../platform/lock/lock-state';
import { hashPin, newPinHash, type PinHash } from '../platform/lock/pin-hash';
import { settingsTopic } from '../platform/settings/change-signal';
import { templatesTopic } from '../platform/settings/templates-topic';
import type { ApiResult } from './api';
import type { LockApi, UnlockProblem } from './lock-api';
import { isLocked, lockSetting } from './lock-gate';
import { changing, noShop, reading, type RecordDeps } from './records';

/** What is kept of the lock; tries are counted in the store, so that a restart forgives none. */
interface KeptLock extends PinHash {
  readonly idleMinutes: number;
  readonly wrong: number;
  /** Units: milliseconds since 1970. */
  readonly notBefore: number;
}

/** Seller pages ask again for what they show when replies change; a lock changes what they may show. */
const heardEverywhere = [settingsTopic, templatesTopic, 'buyers'];
const MINUTE_MS = 60_000;

const readKept = (deps: RecordDeps): ApiResult<KeptLock | null> =>
  reading(deps, async (db) => ok(((await db.settings.get(lockSetting))?.value as KeptLock | undefined) ?? null));

const keep = (deps: RecordDeps, value: KeptLock | null): ApiResult<null> =>
  changing(deps, [], async ({ db, stamp }) => {
    if (value === null) await db.settings.delete(lockSetting);
    else await db.settings.put({ ...stamp(noShop), name: lockSetting, value });
    return ok(null);
  });

/** Use cases of the lock, over the store itself and not over its gate. */
export const createLock = (deps: RecordDeps): LockApi => {
  const now = (): number => Date.parse(deps.clock.now());

  const tell = async (state: 'none' | 'open' | 'locked', idleMinutes: number): Promise<void> => {
    await writeLockState(state);
    await watchIdle(state === 'open' && idleMinutes > 0);
    await deps.announce(heardEverywhere);
  };

  /** Counts the try before it is looked at: closing the page in between saves nobody one. */
  const tried = async (pin: string): Promise<Result<KeptLock, UnlockProblem>> => {
    const counted = await changing(deps, [], async ({ db, stamp }) => {
      const kept = (await db.settings.get(lockSetting))?.value as KeptLock | undefined;
      if (!kept) return err({ kind: 'not-found' });
      if (kept.notBefore > now()) return ok({ kept, isTooSoon: true });
      const wrong = kept.wrong + 1;
      const value: KeptLock = { ...kept, wrong, notBefore: now() + waitAfter(wrong) };
      await db.settings.put({ ...stamp(noShop), name: lockSetting, value });
      return ok({ kept: value, isTooSoon: false });
    });
    if (!counted.ok) return counted;
    const { kept, isTooSoon } = counted.value;
    const waitMs = Math.max(kept.notBefore - now(), 0);
    if (isTooSoon) return err({ kind: 'too-soon', waitMs });
    const isRight = isSameText(await hashPin(pin.slice(0, LONGEST_PIN), kept), kept.hash);
    return isRight ? ok(kept) : err({ kind: 'wrong-pin', waitMs });
  };

  return {
    isLocked: () => isLocked(deps.db),

    async read() {
      const kept = await readKept(deps);
      return kept.ok ? ok({ isSet: kept.value !== null, idleMinutes: kept.value?.idleMinutes ?? 0 }) : kept;
    },

    async set({ pin, idleMinutes }) {
      const before = await readKept(deps);
      if (!before.ok) return before;
      const isUsable = pin.length >= SHORTEST_PIN && pin.length <= LONGEST_PIN;
      if (before.value || !isUsable) return err({ kind: 'invalid', field: 'pin' });
      if (!idleChoices.some((known) => known === idleMinutes)) return err({ kind: 'invalid', field: 'idleMinutes' });
      const kept = await keep(deps, { ...(await newPinHash(pin)), idleMinutes, wrong: 0, notBefore: 0 });
      if (kept.ok) await tell('open', idleMinutes);
      return kept;
    },

    async setIdle({ idleMinutes }) {
      const before = await readKept(deps);
      if (!before.ok) return before;
      if (!before.value || (await isLocked(deps.db))) return err({ kind: 'not-found' });
      if (!idleChoices.some((known) => known === idleMinutes)) return err({ kind: 'invalid', field: 'idleMinutes' });
      const kept = await keep(deps, { ...before.value, idleMinutes });
      if (kept.ok) await tell('open', idleMinutes);
      return kept;
    },

    async remove({ pin }) {
      const found = await tried(pin);
      if (!found.ok) return found;
      const kept = await keep(deps, null);
      if (kept.ok) await tell('none', 0);
      return kept;
    },

    async unlock({ pin }) {
      const found = await tried(pin);
      if (!found.ok) return found;
      const kept = await keep(deps, { ...found.value, wrong: 0, notBefore: 0 });
      if (kept.ok) await tell('open', found.value.idleMinutes);
      return kept;
    },

    async lockNow() {
      const kept = await readKept(deps);
      if (!kept.ok) return kept;
      if (!kept.value) return err({ kind: 'not-found' });
      await tell('locked', 0);
      return ok(null);
    },
  };
};

/** Locks when nobody has done anything for as long as was chosen; called once a minute. */
export async function lockWhenIdle(deps: RecordDeps): Promise<void> {
  if ((await readLockState()) !== 'open') return watchIdle(false);
  const kept = await readKept(deps);
  const idleMinutes = (kept.ok && kept.value?.idleMinutes) || 0;
  if (idleMinutes === 0) return;
  const idleMs = Date.parse(deps.clock.now()) - (await readSeen());
  if (idleMs >= idleMinutes * MINUTE_MS) await createLock(deps).lockNow();
}
