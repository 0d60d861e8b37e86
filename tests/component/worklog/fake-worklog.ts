import { vi } from 'vitest';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { EntryDraft, LogDay } from '@/utils/app/worklog-api';
import { brandAs } from '@/utils/domain/ids';
import type { EntryRow } from '@/utils/domain/records';
import { err, ok, type Result } from '@/utils/domain/result';
import { checkEntry } from '@/utils/domain/worklog/check-entry';
import { countedUp, isSameEntry } from '@/utils/domain/worklog/same-entry';

/** What the work log holds when a test begins. */
export interface HeldLog {
  readonly entries?: readonly EntryRow[];
  /** By day. */
  readonly counts?: Readonly<Record<string, LogDay['counts']>>;
}

/** An entry as the store has it. */
export const anEntry = (id: string, change: Partial<EntryRow> = {}): EntryRow => ({
  shopId: brandAs<'ShopId'>(''),
  authorId: brandAs<'AgentId'>('agent-1'),
  hlc: '001',
  origin: 'node-1',
  deleted: 0,
  id,
  day: '2026-11-22',
  at: brandAs<'Instant'>('2026-11-22T09:00:00.000Z'),
  department: 'problem',
  severity: 'normal',
  text: 'Flickers after an hour.',
  product: 'Reading lamp',
  reason: 'defective',
  count: 1,
  ...change,
});

/** The work log of the API in memory, with the rules of the real one. */
export function fakeWorklog({
  able,
  announce,
  ...held
}: HeldLog & {
  readonly able: <T>(work: () => T) => Promise<Result<T, ApiProblem>>;
  readonly announce: () => void;
}) {
  let entries = [...(held.entries ?? [])];
  let last = entries.length;
  const { counts = {} } = held;
  const alive = () => entries.filter(({ deleted }) => deleted === 0);
  const dayOf = (day: string): LogDay => ({
    day,
    counts: counts[day] ?? [],
    entries: alive().filter((entry) => entry.day === day),
  });
  const put = (row: EntryRow) => {
    entries = [...entries.filter(({ id }) => id !== row.id), row];
    announce();
    return row;
  };
  const allDays = () => [...new Set([...Object.keys(counts), ...alive().map(({ day }) => day)])].sort().reverse();
  return {
    day: vi.fn(({ day }: { day: string }) => able(() => dayOf(day))),
    days: vi.fn(() => able(allDays)),
    save: vi.fn(async (draft: EntryDraft): ApiResult<EntryRow> => {
      const checked = checkEntry(draft, '2026-11-22');
      if (!checked.ok) return checked;
      const { product, reason, ...rest } = checked.value;
      const named = { ...(product ? { product } : {}), ...(reason ? { reason } : {}) };
      const before = entries.find(({ id }) => id === draft.id);
      if (before) return able(() => put({ ...anEntry(before.id), ...rest, ...named, count: before.count }));
      const same = alive().find((row) => isSameEntry(row, checked.value));
      const next = same && countedUp(same, checked.value);
      if (same && next) return able(() => put({ ...same, ...next }));
      const { product: _product, reason: _reason, ...plain } = anEntry(`entry-${(last += 1)}`);
      return able(() => put({ ...plain, ...rest, ...named }));
    }),
    remove: vi.fn(({ id }: { id: string }) => {
      const before = entries.find((row) => row.id === id);
      if (!before) return Promise.resolve(err({ kind: 'not-found' as const }));
      return able(() => {
        put({ ...before, deleted: 1, text: '' });
        return null;
      });
    }),
    range: vi.fn(async ({ from, to }: { from: string; to: string }) =>
      from > to
        ? err({ kind: 'invalid' as const, field: 'to' })
        : ok(
            allDays()
              .filter((day) => day >= from && day <= to)
              .sort()
              .map(dayOf),
          ),
    ),
  };
}
