import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LockGuard } from '@/components/lock/lock-guard';
import { LockSection } from '@/components/lock/lock-section';
import { writeLockState } from '@/utils/platform/lock/lock-state';
import type { LockApi, UnlockProblem } from '@/utils/app/lock-api';
import { err, ok } from '@/utils/domain/result';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

/** A lock that opens with 4711; `problem` is what every other PIN meets. */
const fakeLock = (held: { isSet?: boolean; isLocked?: boolean; problem?: UnlockProblem } = {}) => {
  const now = { isSet: held.isSet ?? false, isLocked: held.isLocked ?? false, idleMinutes: 15 };
  const problem: UnlockProblem = held.problem ?? { kind: 'wrong-pin', waitMs: 0 };
  const move = async (change: Partial<typeof now>) => {
    Object.assign(now, change);
    await writeLockState(!now.isSet ? 'none' : now.isLocked ? 'locked' : 'open');
    return ok(null);
  };
  return {
    read: vi.fn(async () => ok({ isSet: now.isSet, idleMinutes: now.idleMinutes })),
    isLocked: vi.fn(async () => now.isLocked),
    set: vi.fn(({ idleMinutes }: Parameters<LockApi['set']>[0]) => move({ isSet: true, idleMinutes })),
    setIdle: vi.fn(({ idleMinutes }: Parameters<LockApi['setIdle']>[0]) => move({ idleMinutes })),
    remove: vi.fn(async ({ pin }: { pin: string }) => (pin === '4711' ? move({ isSet: false }) : err(problem))),
    unlock: vi.fn(async ({ pin }: { pin: string }) => (pin === '4711' ? move({ isLocked: false }) : err(problem))),
    lockNow: vi.fn(() => move({ isLocked: true })),
  } satisfies LockApi;
};

const pinField = () => screen.getByLabelText('PIN or passphrase');
const guarded = (lock: LockApi, isFirstLocked: boolean) =>
  showPage(
    <LockGuard lock={lock} isFirstLocked={isFirstLocked}>
      <p>Lena Baumgartner</p>
    </LockGuard>,
  );
const locked = () => screen.findByRole('heading', { name: 'Parley is locked' }, { timeout: 10_000 });

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('a locked page', () => {
  it('shows nothing but the question, says what was wrong, and opens with the PIN', async () => {
    const lock = fakeLock({ isSet: true, isLocked: true });
    const { container } = await guarded(lock, true);
    await locked();
    expect(container.textContent).not.toContain('Lena');
    expect(document.activeElement).toBe(pinField());
    expect(await axeFindings(container)).toEqual([]);
    type(pinField(), '0000');
    await press(screen.getByRole('button', { name: 'Unlock' }));
    expect(screen.getByRole('alert').textContent).toBe('That was not it.');
    type(pinField(), '4711');
    await press(screen.getByRole('button', { name: 'Unlock' }));
    expect(container.textContent).toContain('Lena');
  });

  it('says how long to wait', async () => {
    await guarded(fakeLock({ isSet: true, isLocked: true, problem: { kind: 'too-soon', waitMs: 4_200 } }), true);
    await locked();
    type(pinField(), '0000');
    await press(screen.getByRole('button', { name: 'Unlock' }));
    expect(screen.getByRole('alert').textContent).toBe('That was not it. Try again in 5 seconds.');
  });

  it('takes down what was on screen when another window locks', async () => {
    const lock = fakeLock({ isSet: true });
    const { container } = await guarded(lock, false);
    expect(container.textContent).toContain('Lena');
    await act(async () => void (await lock.lockNow()));
    await locked();
    expect(container.textContent).not.toContain('Lena');
  });

  it('offers to delete everything to somebody who has forgotten the PIN, and no file of the records', async () => {
    const { container } = await guarded(fakeLock({ isSet: true, isLocked: true }), true);
    await locked();
    await press(screen.getByRole('button', { name: 'I have forgotten it' }));
    expect(screen.getByRole('form', { name: 'Delete everything Parley keeps here' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /JSON/ })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    await press(screen.getByRole('button', { name: 'Keep everything' }));
    expect(document.activeElement).toBe(pinField());
  });
});

describe('setting a PIN', () => {
  const submit = async () => {
    await act(async () => void fireEvent.submit(screen.getByRole('form', { name: 'Lock for shared computers' })));
    await settle();
  };

  it('says before what it does not do, and wants the same PIN twice', async () => {
    const lock = fakeLock();
    const { container } = await showPage(<LockSection lock={lock} />);
    expect(screen.getByText(/does not encrypt/)).toBeTruthy();
    expect(screen.getByText(/no way to read a forgotten PIN/)).toBeTruthy();
    const [first, second] = [screen.getByLabelText(/^New PIN/), screen.getByLabelText('The same once more')];
    type(first, '123');
    await submit();
    expect(container.textContent).toContain('It needs at least 4 characters.');
    type(first, '4711');
    type(second, '4712');
    await submit();
    expect(container.textContent).toContain('The two are not the same.');
    expect(lock.set).not.toHaveBeenCalled();
    type(second, '4711');
    await submit();
    expect(lock.set).toHaveBeenCalledWith({ pin: '4711', idleMinutes: 15 });
    expect(screen.getByText('A PIN is set.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('can be followed by another time, by locking now, and by taking it away with the PIN alone', async () => {
    const lock = fakeLock({ isSet: true });
    const { container } = await showPage(<LockSection lock={lock} />);
    await act(async () => void fireEvent.change(screen.getByRole('combobox'), { target: { value: '60' } }));
    expect(lock.setIdle).toHaveBeenCalledWith({ idleMinutes: 60 });
    await press(screen.getByRole('button', { name: 'Lock now' }));
    expect(lock.lockNow).toHaveBeenCalledOnce();
    const field = screen.getByLabelText('PIN, to take the lock away');
    type(field, '0000');
    await press(screen.getByRole('button', { name: 'Take the PIN away' }));
    expect(container.textContent).toContain('That was not it.');
    type(field, '4711');
    await press(screen.getByRole('button', { name: 'Take the PIN away' }));
    expect(container.textContent).toContain('The PIN is gone.');
  });

  it('speaks Chinese too', async () => {
    for (const isSet of [false, true]) {
      const { container } = await showPage(<LockSection lock={fakeLock({ isSet })} />, {
        lang: 'zh-CN',
        fake: fakeApi(),
      });
      expect(unspoken(container)).toBeNull();
      expect(await axeFindings(container)).toEqual([]);
      cleanup();
    }
  });
});
