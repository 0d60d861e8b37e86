import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Snapshot } from '@/components/content/session/snapshot';
import { createVisitBook } from '@/components/content/session/visits';
import { ok } from '@/utils/domain/result';
import type { FieldHealth } from '@/utils/marketplaces/contract';

const guessed: FieldHealth = { field: 'bubbles', state: 'fallback', required: true };
const seen = (...fields: readonly FieldHealth[]): Snapshot => ({
  page: 'thread',
  thread: null,
  order: null,
  country: undefined,
  shop: {},
  composer: null,
  composerState: 'missing',
  fields,
  readMs: 1,
});

const report = vi.fn(async () => ok(null));
const said = (): readonly string[] =>
  (report.mock.calls as unknown as [{ page: string; health: string }][]).map(
    ([{ page, health }]) => `${page} ${health}`,
  );
let note: ReturnType<typeof createVisitBook>;

beforeEach(() => {
  vi.useFakeTimers();
  report.mockClear();
  note = createVisitBook({ reportVisit: report }, new AbortController().signal);
});
afterEach(() => void vi.useRealTimers());

it('judges a conversation that changes every second without being read otherwise', () => {
  for (let second = 0; second < 6; second += 1) {
    note(seen(guessed));
    vi.advanceTimersByTime(1_000);
  }
  expect(said()).toEqual(['thread limited']);
});

it('takes a judgement back when the conversation is left, and gives it again when it is back', () => {
  note(seen(guessed));
  vi.advanceTimersByTime(3_000);
  note(null);
  note(seen(guessed));
  vi.advanceTimersByTime(3_000);
  expect(said()).toEqual(['thread limited', 'none good', 'thread limited']);
});

it('does not give a judgement the page took back before it had come to rest', () => {
  note(seen());
  vi.advanceTimersByTime(3_000);
  note(seen(guessed));
  vi.advanceTimersByTime(1_000);
  note(seen());
  vi.advanceTimersByTime(10_000);
  expect(said()).toEqual(['thread good']);
});
