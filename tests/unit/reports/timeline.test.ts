import { expect, test } from 'vitest';
import { timelineOf } from '@/utils/domain/reports/timeline';

const days: readonly { readonly day: string; readonly cells: Readonly<Record<string, number>> }[] = [
  { day: '2026-01-31', cells: { sent: 2 } },
  { day: '2026-02-01', cells: { sent: 3, return: 1 } },
  { day: '2026-02-28', cells: { sent: 4 } },
];

test('few days are days, each of them, also those without anything', () => {
  const { unit, steps } = timelineOf(days, { from: '2026-01-30', to: '2026-02-02' }, { cell: 'sent' });
  expect(unit).toBe('day');
  expect(steps.map(({ from, count }) => `${from} ${count}`)).toEqual([
    '2026-01-30 0',
    '2026-01-31 2',
    '2026-02-01 3',
    '2026-02-02 0',
  ]);
});

test('more are weeks from the first day on, the last one cut off', () => {
  const { unit, steps } = timelineOf(days, { from: '2026-01-25', to: '2026-03-02' }, { cell: 'sent' });
  expect(unit).toBe('week');
  expect(steps[0]).toEqual({ from: '2026-01-25', to: '2026-01-31', count: 2 });
  expect(steps.at(-1)).toEqual({ from: '2026-03-01', to: '2026-03-02', count: 0 });
  expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(9);
});

test('a year is months of the calendar', () => {
  const { unit, steps } = timelineOf(days, { from: '2025-03-15', to: '2026-03-14' }, { cell: 'sent' });
  expect(unit).toBe('month');
  expect(steps).toHaveLength(13);
  expect(steps.at(-2)).toEqual({ from: '2026-02-01', to: '2026-02-28', count: 7 });
  expect(steps[0]).toMatchObject({ from: '2025-03-15', to: '2025-03-31' });
});

test('is of one product or one country, with the mean of its stars', () => {
  const rated = [
    {
      day: '2026-02-01',
      cells: {
        feedback: 3,
        'feedback|product|A': 2,
        'feedback|product-stars|A|5': 1,
        'feedback|product-stars|A|2': 1,
        'feedback|country|DE': 1,
        'feedback|country-stars|DE|1': 1,
        'feedback|stars|5': 1,
        'feedback|stars|2': 1,
        'feedback|stars|1': 1,
      },
    },
  ];
  const stepsOf = (only?: { by: 'product' | 'country'; name: string }) =>
    timelineOf(
      rated,
      { from: '2026-02-01', to: '2026-02-02' },
      { cell: 'feedback', ...(only ? { only } : {}) },
    ).steps.map(({ count, stars }) => [count, stars]);
  expect(stepsOf({ by: 'product', name: 'A' })).toEqual([
    [2, 3.5],
    [0, undefined],
  ]);
  expect(stepsOf({ by: 'country', name: 'DE' })[0]).toEqual([1, 1]);
  expect(stepsOf({ by: 'product', name: 'B' })[0]).toEqual([0, undefined]);
  expect(stepsOf()[0]).toEqual([3, 8 / 3]);
});
