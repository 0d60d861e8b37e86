import { describe, expect, it, vi } from 'vitest';
import { createHolding } from '@/components/content/check/holding';
import type { AssistantModel } from '@/components/content/model';
import { emptyModel } from '@/components/content/session/empty-model';
import { createStore } from '@/components/content/session/store';
import { err, ok } from '@/utils/domain/result';

const setUp = (overrideHold = vi.fn(async () => ok(null))) => {
  let text = 'risky';
  const store = createStore<AssistantModel>(emptyModel('en'));
  const returnToText = vi.fn();
  const holding = createHolding({
    client: { overrideHold },
    store,
    read: () => text,
    reasons: (asked) => (asked.startsWith('risky') ? { ids: ['incentive'], rules: [] } : null),
    returnToText,
  });
  const press = () => {
    const verdict = holding.watch.verdict();
    if (verdict === 'wait') holding.watch.onHeld();
    if (verdict === 'let-once') holding.watch.onLet();
    return verdict;
  };
  const write = (next: string) => {
    text = next;
    holding.textChanged(next);
  };
  return { store, holding, press, write, returnToText, overrideHold };
};

describe('a held press', () => {
  it('waits each time until a reason is given, and nothing harmless waits', () => {
    const { press, holding, write, store } = setUp();
    expect(press()).toBe('wait');
    expect(store.get().held).not.toBeNull();
    holding.answer(null);
    expect(store.get().held).toBeNull();
    expect(press()).toBe('wait');
    write('fine');
    expect(store.get().held).toBeNull();
    expect(press()).toBe('free');
  });

  it('passes once within a minute after a reason, and the reason is kept without the text', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { press, holding, overrideHold, returnToText, store } = setUp();
    press();
    holding.answer('Agreed');
    expect(overrideHold).toHaveBeenCalledWith({ rules: ['incentive'], reason: 'Agreed' });
    expect(store.get().notice).toEqual({ kind: 'press-again' });
    expect(returnToText).toHaveBeenCalledTimes(1);
    expect(press()).toBe('let-once');
    vi.advanceTimersByTime(2_000);
    expect(press()).toBe('wait');
    holding.answer('Agreed');
    vi.advanceTimersByTime(61_000);
    expect(press()).toBe('wait');
    vi.useRealTimers();
  });

  it('waits again when the text is another one', () => {
    const { press, holding, write } = setUp();
    press();
    holding.answer('Agreed');
    write('risky too');
    expect(press()).toBe('wait');
    write('risky');
    expect(press()).toBe('wait');
  });

  it('says when the reason could not be kept, and lets the press through all the same', async () => {
    const { press, holding, store } = setUp(vi.fn(async () => err({ kind: 'disconnected' })) as never);
    press();
    holding.answer('Agreed');
    await vi.waitFor(() => expect(store.get().notice?.kind).toBe('problem'));
    expect(press()).toBe('let-once');
  });
});
