import { expect, test } from 'vitest';
import { buyerGroups, GROUP_DAYS } from '@/utils/domain/reports/buyer-groups';
import { dayAfter } from '@/utils/domain/worklog/days';

const TO = '2026-11-20';
const ago = (days: number, cells: Record<string, number>) => ({ day: dayAfter(TO, -days), cells });

test('buyers stand where their last order is, on the very edge too', () => {
  const days = [0, 30, 31, 90, 91, 180, 181, 365, 366, GROUP_DAYS - 1, GROUP_DAYS, -1].map((days) =>
    ago(days, { 'last-order|orders|1': 1, order: 9 }),
  );
  expect(buyerGroups(days, TO)).toEqual({
    counts: [
      [2, 0, 0, 0],
      [2, 0, 0, 0],
      [2, 0, 0, 0],
      [2, 0, 0, 0],
      [2, 0, 0, 0],
    ],
    buyers: 10,
    repeat: 0,
    leaving: 0,
  });
});

test('who bought more than once and stays away is leaving', () => {
  const days = [
    ago(5, { 'last-order|orders|1': 4, 'last-order|orders|5': 2 }),
    ago(200, { 'last-order|orders|2': 3, 'last-order|orders|1': 1 }),
    ago(500, { 'last-order|orders|3': 1 }),
  ];
  expect(buyerGroups(days, TO)).toMatchObject({ buyers: 11, repeat: 6, leaving: 4 });
  expect(buyerGroups([], TO)).toMatchObject({ buyers: 0, repeat: 0, leaving: 0 });
});
