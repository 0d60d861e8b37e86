import { vi } from 'vitest';
import type { ApiProblem } from '@/utils/app/api';
import type { DueItem, DueList, FollowUpsApi } from '@/utils/app/follow-ups-api';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { err, ok } from '@/utils/domain/result';

const instant = (text: string): Instant => brandAs<'Instant'>(text);
const hourMs = 3_600_000;

/** Something due some hours from now (less than none: that many hours ago). */
export const aDueItem = (
  id: string,
  hours: number,
  change: Partial<Omit<DueItem, 'row'>> & { readonly row?: Partial<DueItem['row']> } = {},
): DueItem => ({
  marketplace: brandAs('amazon'),
  mode: 'watch',
  isDeadline: false,
  isRoutine: false,
  source: 'A1',
  buyerName: 'Anna Weber',
  ...change,
  row: {
    id,
    kind: 'dispatched',
    buyerKey: brandAs('anna'),
    dueAt: instant(new Date(Date.now() + hours * hourMs).toISOString()),
    done: 0,
    shopId: brandAs('shop-1'),
    authorId: brandAs('a'),
    hlc: 'h',
    origin: 'n',
    deleted: 0,
    ...change.row,
  },
});

/** What is due, over an array: what is done moves, what is snoozed comes later. */
export function fakeFollowUps(items: readonly DueItem[] = [], more: Partial<DueList> = {}) {
  let rows = [...items];
  let problem: ApiProblem | null = null;
  const change = async (id: string, next: Partial<DueItem['row']>) => {
    if (problem) return err(problem);
    rows = rows.map((item) => (item.row.id === id ? { ...item, row: { ...item.row, ...next } } : item));
    return ok(rows.find((item) => item.row.id === id)!.row);
  };
  const api = {
    due: vi.fn(async ({ shopId }: Parameters<FollowUpsApi['due']>[0]) => {
      if (problem) return err(problem);
      const own = rows.filter(({ row }) => shopId === undefined || row.shopId === shopId);
      return ok({
        due: own.filter(({ row }) => row.done === 0).sort((a, b) => (a.row.dueAt < b.row.dueAt ? -1 : 1)),
        hasMore: false,
        doneToday: own.filter(({ row }) => row.done === 1),
        seen: [],
        clockBehindMs: 0,
        ...more,
      });
    }),
    done: vi.fn(({ id }: { readonly id: string }) =>
      change(id, { done: 1, doneAt: instant(new Date().toISOString()) }),
    ),
    reopen: vi.fn(({ id }: { readonly id: string }) => change(id, { done: 0 })),
    snooze: vi.fn(({ id, to }: { readonly id: string; readonly to: Instant }) =>
      change(id, { snoozedTo: to, dueAt: to }),
    ),
    keepPromise: vi.fn(async () => ok(null)),
    count: vi.fn(async () => ok({ due: rows.length, deadlines: 0 })),
    types: vi.fn(async () => ok([])),
    reviewAsked: vi.fn(async () => ok(null)),
  } satisfies FollowUpsApi;
  return { api, fail: (kind: ApiProblem | null) => (problem = kind) };
}
