import { expect, test, vi } from 'vitest';
import type { DueItem, DueList } from '@/utils/app/follow-ups-api';
import { createDueWatch, type DueWatchDeps } from '@/utils/app/follow-ups/due-watch';
import { ok } from '@/utils/domain/result';
import { aRow, at } from '../follow-ups/build';
import { aliexpress } from './desk';

const NOW = '2026-11-22T12:00:00.000Z';

const anItem = (id: string, dueAt: string, over: Partial<DueItem> = {}): DueItem => ({
  row: aRow({ id, kind: 'dispute-deadline', dueAt: at(dueAt) }),
  marketplace: aliexpress,
  mode: 'message',
  isDeadline: true,
  isRoutine: false,
  buyerName: 'Maria Example',
  source: 'X4',
  ...over,
});

const aWatch = (due: readonly DueItem[], over: Partial<DueWatchDeps> = {}) => {
  const notify = vi.fn<DueWatchDeps['notify']>(async () => {});
  let marks: readonly string[] = [];
  const list: DueList = { due, hasMore: false, doneToday: [], seen: [], clockBehindMs: 0 };
  const deps = {
    followUps: { count: vi.fn(async () => ok({ due: 3, deadlines: 1 })), due: vi.fn(async () => ok(list)) },
    clock: { now: () => at(NOW), newId: () => 'id' },
    showCount: vi.fn(async () => {}),
    countHandOver: vi.fn(async () => {}),
    mayNotify: vi.fn(async () => true),
    notify,
    markOf: (id: string) => `mark-${id.length}-${id.slice(0, 2)}`,
    readMarks: async () => marks,
    writeMarks: async (next: readonly string[]) => void (marks = next),
    ...over,
  };
  return { ...deps, notify, look: createDueWatch(deps) };
};

test('a clock with less than two hours is told of once, by its kind and without a name', async () => {
  const watch = aWatch([anItem('a1', '2026-11-22T13:59:00.000Z')]);
  await watch.look();
  await watch.look();
  expect(watch.followUps.due).toHaveBeenCalledWith({ until: '2026-11-22T14:00:00.000Z' });
  expect(watch.notify.mock.calls.map(([told]) => Object.keys(told).sort())).toEqual([['kind', 'mark']]);
  expect(watch.notify.mock.calls[0]?.[0].kind).toBe('dispute-deadline');
});

test('two looks at once tell of it once', async () => {
  const watch = aWatch([anItem('a1', '2026-11-22T13:00:00.000Z')]);
  await Promise.all([watch.look(), watch.look()]);
  expect(watch.notify).toHaveBeenCalledOnce();
});

test('what is no clock, or ran out already, is not told of', async () => {
  const watch = aWatch([
    anItem('a1', '2026-11-22T13:00:00.000Z', { isDeadline: false }),
    anItem('b1', '2026-11-22T11:59:00.000Z'),
  ]);
  await watch.look();
  expect(watch.notify).not.toHaveBeenCalled();
});

test('nothing is told where notifications were not allowed, and the number is shown all the same', async () => {
  const watch = aWatch([anItem('a1', '2026-11-22T13:00:00.000Z')], { mayNotify: async () => false });
  await watch.look();
  expect(watch.notify).not.toHaveBeenCalled();
  expect(watch.showCount).toHaveBeenCalledWith({ due: 3, deadlines: 1 });
  expect(watch.countHandOver).toHaveBeenCalledOnce();
});

test('many at once are told of bit by bit', async () => {
  const names = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1'];
  const watch = aWatch(names.map((id) => anItem(id, '2026-11-22T13:00:00.000Z')));
  await watch.look();
  expect(watch.notify).toHaveBeenCalledTimes(5);
  await watch.look();
  expect(watch.notify).toHaveBeenCalledTimes(7);
});
