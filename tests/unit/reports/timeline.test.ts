import { expect, test } from 'vitest';
import { timelineOf } from '@/utils/domain/reports/timeline';

const days: readonly { readonly day: string; readonly cells: Readonly<Record<string, number>> }[] = [
  { day: '2026-01-31', cells: { sent: 2 } },
  { day: '2026-02-01', cells: { sent: 3, return: 1 } },
  { day: '2026-02-28', cells: { sent: 4 } },
];

test('few days are days, each of them, also those without anything', () => {
  const { unit, steps } = timelineOf(days, { from: '2026-01-30', to: '2026-02-02' }, 'sent');
  expect(unit).toBe('day');
  expect(steps.map(({ from, count }) => `${from} ${count}`)).toEqual([
    '2026-01-30 0',
    '2026-01-31 2',
    '2026-02-01 3',
    '2026-02-02 0',
  ]);
});

test('more are weeks from the first day on, the last one cut off', () => {
  const { unit, steps } = timelineOf(days, { from: '2026-01-25', to: '2026-03-02' }, 'sent');
  expect(unit).toBe('week');
  expect(steps[0]).toEqual({ from: '2026-01-25', to: '2026-01-31', count: 2 });
  expect(steps.at(-1)).toEqual({ from: '2026-03-01', to: '2026-03-02', count: 0 });
  expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(9);
});

test('a year is months of the calendar', () => {
  const { unit, steps } = timelineOf(days, { from: '2025-03-15', to: '2026-03-14' }, 'sent');
  expect(unit).toBe('month');
  expect(steps).toHaveLength(13);
  expect(steps.at(-2)).toEqual({ from: '2026-02-01', to: '2026-02-28', count: 7 });
  expect(steps[0]).toMatchObject({ from: '2025-03-15', to: '2025-03-31' });
});
