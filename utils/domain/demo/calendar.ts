/** Days of the demo desk: how busy they are, and when parcels wait. */
import { dayAfter } from '../worklog/days';
import type { Dice } from './dice';

/** How far back the demo desk goes. Units: days. */
export const DEMO_DAYS = 730;

/** How busy months are, January first. */
const MONTHS = [0.85, 0.8, 0.9, 0.92, 0.95, 0.9, 1.1, 0.9, 0.95, 1.05, 1.75, 1.7] as const;

/** Chinese New Year, by year; factories and carriers rest around it. */
const NEW_YEARS: readonly string[] = [
  ...['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13'],
  ...['2030-02-03', '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28'],
];

const inRange = (day: string, first: string, last: string): boolean => day >= first && day <= last;

/** Whether a parcel that is ordered on this day has to wait for the end of Chinese New Year. */
export const isNewYearPause = (day: string): boolean =>
  NEW_YEARS.some((start) => inRange(day, dayAfter(start, -6), dayAfter(start, 10)));

/** How many orders a day has beside others: the last quarter, Black Friday week, and a desk that grows. */
const weightOf = (day: string, back: number): number => {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? 1;
  const isBlackWeek = inRange(day.slice(5), '11-21', '11-30');
  const isChristmasOver = inRange(day.slice(5), '12-20', '12-31');
  const isPause = isNewYearPause(day);
  const growth = 1.25 - (0.5 * back) / DEMO_DAYS;
  return month * growth * (isBlackWeek ? 1.7 : 1) * (isChristmasOver ? 0.5 : 1) * (isPause ? 0.8 : 1);
};

/** Deals the days of two years to orders, busy days more often. */
export class Calendar {
  readonly #days: readonly string[];
  readonly #sums: readonly number[];

  constructor(today: string) {
    this.#days = Array.from({ length: DEMO_DAYS }, (_, at) => dayAfter(today, at + 1 - DEMO_DAYS));
    let sum = 0;
    this.#sums = this.#days.map((day, at) => (sum += weightOf(day, DEMO_DAYS - at)));
  }

  /** One day, and never one before `first`. */
  pick(dice: Dice, first = ''): string {
    const wanted = dice.unit() * (this.#sums.at(-1) ?? 0);
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const day = this.#days[low] ?? '';
    return day < first ? first : day;
  }

  /** Every day, the oldest first. */
  get days(): readonly string[] {
    return this.#days;
  }
}
