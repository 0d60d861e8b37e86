import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readEverything } from '@/utils/app/backup';
import { createLock, lockWhenIdle } from '@/utils/app/lock';
import { gated } from '@/utils/app/lock-gate';
import { createNotes } from '@/utils/app/notes';
import { whileSeen } from '@/utils/app/while-seen';
import type { ContentApi } from '@/utils/app/api';
import { isSameText, waitAfter } from '@/utils/domain/lock';
import { hashPin } from '@/utils/platform/lock/pin-hash';
import { readLockState, readSeen } from '@/utils/platform/lock/lock-state';
import { aDeskWithBuyer, aDesk, valueOf } from './desk';

const MINUTE_MS = 60_000;

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const aLockedDesk = async () => {
  const desk = await aDeskWithBuyer();
  const lock = createLock(desk.deps);
  valueOf(await lock.set({ pin: '4711', idleMinutes: 15 }));
  return { ...desk, lock, gate: { ...desk.deps, db: gated(desk.deps.db) } };
};

describe('the lock', () => {
  test('refuses every read and write through the gate until the PIN is given', async () => {
    const { lock, gate, buyer } = await aLockedDesk();
    const notes = createNotes(gate);
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'a' }));
    valueOf(await lock.lockNow());
    const refused = { ok: false, error: { kind: 'parley-locked' } };
    expect(await gate.db()).toEqual(refused);
    expect(await notes.addNote({ buyerKey: buyer.key, text: 'b' })).toEqual(refused);
    expect(await readEverything(gate)).toEqual(refused);
    valueOf(await lock.unlock({ pin: '4711' }));
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'b' }));
  });

  test('stands again after a restart of the browser', async () => {
    const { lock, gate } = await aLockedDesk();
    expect((await gate.db()).ok).toBe(true);
    await fakeBrowser.storage.session.clear();
    expect((await gate.db()).ok).toBe(false);
    expect(await lock.isLocked()).toBe(true);
  });

  test('is not there until a PIN is set, and gone once it was taken away', async () => {
    const { deps } = aDesk();
    const [lock, db] = [createLock(deps), gated(deps.db)];
    expect((await db()).ok).toBe(true);
    expect(valueOf(await lock.read())).toEqual({ isSet: false, idleMinutes: 0 });
    valueOf(await lock.set({ pin: '4711', idleMinutes: 5 }));
    expect(valueOf(await lock.read())).toEqual({ isSet: true, idleMinutes: 5 });
    expect(await lock.remove({ pin: '4712' })).toMatchObject({ error: { kind: 'wrong-pin' } });
    valueOf(await lock.remove({ pin: '4711' }));
    await fakeBrowser.storage.session.clear();
    expect((await db()).ok).toBe(true);
  });

  test('keeps a hash under a salt of its own, and no copy of it leaves in a file', async () => {
    const { deps, db } = await aLockedDesk();
    const row = (await (await db()).settings.get('lock'))?.value as { salt: string; hash: string; rounds: number };
    expect(JSON.stringify(row)).not.toContain('4711');
    expect(row.rounds).toBeGreaterThanOrEqual(600_000);
    expect(await hashPin('4711', row)).toBe(row.hash);
    expect(await hashPin('4711', { ...row, salt: btoa('another salt 16b') })).not.toBe(row.hash);
    expect(JSON.stringify(valueOf(await readEverything(deps)).tables['settings'])).not.toContain(row.hash);
  });

  test('lets nobody try again at once after the third wrong PIN, not even with the right one', async () => {
    const { lock, pass } = await aLockedDesk();
    valueOf(await lock.lockNow());
    const tries = [];
    for (const pin of ['1', '2', '3', '4711']) tries.push(await lock.unlock({ pin }));
    expect(tries.map((answer) => (answer.ok ? answer : answer.error))).toEqual([
      { kind: 'wrong-pin', waitMs: 0 },
      { kind: 'wrong-pin', waitMs: 0 },
      { kind: 'wrong-pin', waitMs: 5_000 },
      { kind: 'too-soon', waitMs: 5_000 },
    ]);
    await fakeBrowser.storage.session.clear();
    expect(await lock.unlock({ pin: '4711' })).toMatchObject({ error: { kind: 'too-soon' } });
    pass(5_000);
    valueOf(await lock.unlock({ pin: '4711' }));
    valueOf(await lock.lockNow());
    expect(await lock.unlock({ pin: '1' })).toMatchObject({ error: { waitMs: 0 } });
  });

  test.each([
    ['123', 15, 'pin'],
    ['x'.repeat(201), 15, 'pin'],
    ['4711', 7, 'idleMinutes'],
  ])('refuses %s with %i idle minutes', async (pin, idleMinutes, field) => {
    const lock = createLock(aDesk().deps);
    expect(await lock.set({ pin, idleMinutes })).toEqual({ ok: false, error: { kind: 'invalid', field } });
    expect(await lock.lockNow()).toMatchObject({ error: { kind: 'not-found' } });
  });

  test('can’t be replaced by somebody who does not know it', async () => {
    const { lock } = await aLockedDesk();
    valueOf(await lock.lockNow());
    expect(await lock.set({ pin: '0000', idleMinutes: 0 })).toMatchObject({ error: { kind: 'invalid' } });
    expect(await lock.setIdle({ idleMinutes: 0 })).toMatchObject({ error: { kind: 'not-found' } });
    expect(await lock.isLocked()).toBe(true);
  });
});

describe('locking by itself', () => {
  test('happens when nobody has done anything for as long as was chosen', async () => {
    const { lock, deps, clock } = { ...(await aLockedDesk()), clock: Date.now() };
    const at = (ms: number) => ({
      ...deps,
      clock: { ...deps.clock, now: () => new Date(clock + ms).toISOString() as ReturnType<typeof deps.clock.now> },
    });
    await lockWhenIdle(at(14 * MINUTE_MS));
    expect(await lock.isLocked()).toBe(false);
    await lockWhenIdle(at(16 * MINUTE_MS));
    expect(await lock.isLocked()).toBe(true);
  });

  test('never happens where only a restart locks', async () => {
    const { lock, deps } = await aLockedDesk();
    valueOf(await lock.setIdle({ idleMinutes: 0 }));
    const later = new Date(Date.now() + 24 * 60 * MINUTE_MS).toISOString() as ReturnType<typeof deps.clock.now>;
    await lockWhenIdle({ ...deps, clock: { ...deps.clock, now: () => later } });
    expect(await lock.isLocked()).toBe(false);
  });

  test('counts what a person causes on a seller page, and not what the page asks by itself', async () => {
    const seen = vi.fn();
    const api = whileSeen(
      { openList: () => 'list', openBuyer: () => 'buyer' } as unknown as ContentApi,
      seen,
    ) as unknown as Record<'openList' | 'openBuyer', (request: object) => string>;
    expect([api.openList({}), seen.mock.calls.length]).toEqual(['list', 0]);
    expect([api.openBuyer({}), seen.mock.calls.length]).toEqual(['buyer', 1]);
    expect([await readLockState(), await readSeen()]).toEqual([undefined, 0]);
  });
});

test('the wait doubles from five seconds to five minutes', () => {
  expect([0, 2, 3, 4, 5, 8, 9, 50].map(waitAfter)).toEqual([0, 0, 5_000, 10_000, 20_000, 160_000, 300_000, 300_000]);
});

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcabc', false],
  ['', 'a', false],
  ['a', '', false],
])('%j and %j compare as %j', (a, b, same) => expect(isSameText(a, b)).toBe(same));
