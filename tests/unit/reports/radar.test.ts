import { describe, expect, it, test } from 'vitest';
import { RADAR_DAYS, type RadarFinding } from '@/utils/domain/reports/radar';
import { atLeast, falseShares } from '@/utils/domain/reports/significance';
import { dayAfter } from '@/utils/domain/worklog/days';
import { daysOfDesk, LAST_DAY, radarOf, type DeskPlan } from './radar-desk';

describe('the tail of a count', () => {
  test.each([
    // R 4: pbinom(hits - 1, n, p, lower.tail = FALSE)
    [0, 10, 0.3, 1],
    [1, 10, 0.3, 0.971_752_475_1],
    [3, 3, 0.5, 0.125],
    [8, 10, 0.5, 0.054_687_5],
    [12, 20, 0.25, 0.000_935_391_9],
  ])('%i of %i at %f is %f', (hits, n, p, tail) => {
    expect(atLeast(hits, n, p)).toBeCloseTo(tail, 9);
  });

  it('stays between nothing and everything', () => {
    expect(atLeast(5, 4, 0.5)).toBe(0);
    expect(atLeast(1, 4, 0)).toBe(0);
    expect(atLeast(4, 4, 1)).toBe(1);
    expect(atLeast(1_200, 2_000, 0.5)).toBeLessThan(1e-15);
  });
});

test('shares of false alarms grow with the number of questions', () => {
  expect(falseShares([0.01, 0.04, 0.03, 0.005])).toEqual([0.02, 0.04, 0.04, 0.02]);
  expect(falseShares([0.9])).toEqual([0.9]);
  expect(falseShares([])).toEqual([]);
});

const alarms = (plan: DeskPlan): readonly RadarFinding[] =>
  radarOf(daysOfDesk(plan), LAST_DAY).findings.filter(({ level }) => level === 'alarm');

const SHOPS = [
  { name: 'a small shop', products: 20, ordersADay: 12, runs: 40, least: 0.6 },
  { name: 'a large shop', products: 40, ordersADay: 100, runs: 6, least: 0.9 },
] as const;

describe.each(SHOPS)('$name', ({ name, runs, least, ...size }) => {
  const share = (
    plan: Omit<DeskPlan, 'seed' | 'products' | 'ordersADay'>,
    is: (found: readonly RadarFinding[]) => boolean,
  ) => {
    let hits = 0;
    for (let seed = 1; seed <= runs; seed += 1) if (is(alarms({ ...size, ...plan, seed }))) hits += 1;
    return hits / runs;
  };

  it('is left alone while nothing but chance is at work, in the season too', () => {
    const quiet = share({ rate: 0.06 }, (found) => found.length > 0);
    const season = share({ rate: 0.06, season: { orders: 2, rate: 1.6 } }, (found) => found.length > 0);
    console.log(
      `${name}: any false alarm in ${(quiet * 100).toFixed(0)} of 100 reports, in the season ${(season * 100).toFixed(0)}`,
    );
    expect(quiet).toBeLessThanOrEqual(0.1);
    expect(season).toBeLessThanOrEqual(0.15);
  }, 60_000);

  it('hears of a bad batch, everywhere and in one country', () => {
    const product = `P${size.products - 2}`;
    const heard = (since: number, country?: string) =>
      share(
        { rate: 0.05, defect: { product, since, rate: 0.4, ...(country === undefined ? {} : { country }) } },
        (found) => found.some(({ scope }) => scope.product === product),
      );
    const weeks = [2, 3, 5];
    const [anywhere, inOne] = [undefined, 'US'].map((country) => weeks.map((week) => heard(week * 7, country)));
    const said = (shares: readonly number[]) => shares.map((one) => `${(one * 100).toFixed(0)} %`).join(', ');
    console.log(`${name}: heard after ${weeks.join(', ')} weeks: ${said(anywhere!)}; in the US alone: ${said(inOne!)}`);
    expect(anywhere![2]).toBeGreaterThanOrEqual(least);
    expect(inOne![2]).toBeGreaterThan(inOne![0]!);
  }, 90_000);
});

describe('few and strange numbers', () => {
  const day = (ago: number, cells: Record<string, number>) => ({ day: dayAfter(LAST_DAY, -ago), cells });

  it('does not call two of three an alarm', () => {
    const days = [
      day(20, { 'order|product|A': 3 }),
      day(40, { 'order|product|A': 50 }),
      day(2, { 'return|product|A': 2 }),
    ];
    expect(radarOf(days, LAST_DAY).findings).toEqual([]);
  });

  it('holds a new product against everything else', () => {
    const days = Array.from({ length: RADAR_DAYS }, (_, ago) =>
      day(ago, {
        'order|product|old': 10,
        'return|product|old': ago % 2,
        ...(ago < 20 ? { 'order|product|new': 4, 'return|product|new': ago < 10 ? 1 : 0 } : {}),
      }),
    );
    const [found] = radarOf(days, LAST_DAY).findings;
    expect(found).toMatchObject({ scope: { product: 'new' }, against: 'others', level: 'alarm' });
    expect(found!.expected).toBeLessThan(found!.cases / 2);
  });

  it('leaves out what is not over, and says nothing of nothing', () => {
    expect(radarOf([], LAST_DAY)).toMatchObject({ findings: [], asked: 0, orders: 0 });
    const future = [day(-3, { 'return|product|A': 90, 'order|product|A': 5 })];
    expect(radarOf(future, LAST_DAY)).toMatchObject({ findings: [], asked: 0, orders: 0 });
  });

  it('counts low stars among ratings', () => {
    const days = Array.from({ length: RADAR_DAYS }, (_, ago) =>
      day(ago, { 'review|product-stars|A|5': 2, ...(ago < 7 ? { 'review|product-stars|A|1': 2 } : {}) }),
    );
    const [found] = radarOf(days, LAST_DAY).findings;
    expect(found).toMatchObject({ kind: 'low-stars', cases: 14, of: 28, window: 7, level: 'alarm' });
    expect(found!.weeks.at(-1)).toBe(14);
    expect(found!.weeks.slice(0, -1)).toEqual(new Array(15).fill(0));
  });
});
