/** A shop whose orders come back by chance, day by day, with or without something that went wrong. */
import { addTo, type Cells, type OpenCells } from '@/utils/domain/reports/cells';
import { RADAR_DAYS, radarCounts, radarInSteps, type Radar } from '@/utils/domain/reports/radar';
import { dayAfter } from '@/utils/domain/worklog/days';

export const LAST_DAY = '2026-11-20';

/** What is wrong with a product from a day on, in one country or everywhere. */
export interface Defect {
  readonly product: string;
  readonly country?: string;
  /** Days before the last one on which the first bad piece was sold. */
  readonly since: number;
  readonly rate: number;
}

export interface DeskPlan {
  readonly seed: number;
  readonly products: number;
  readonly ordersADay: number;
  /** How often something comes back. */
  readonly rate: number;
  /** What the last four weeks bring of everything: orders and returns. */
  readonly season?: { readonly orders: number; readonly rate: number };
  readonly defect?: Defect;
}

const COUNTRIES: readonly (readonly [country: string, share: number])[] = [
  ['US', 0.4],
  ['DE', 0.25],
  ['GB', 0.2],
  ['FR', 0.1],
  ['JP', 0.05],
];
const SEASON_DAYS = 28;
/** Days before the first one that is looked at: what was sold then comes back later. */
const BEFORE = 30;

/** The same numbers every time (mulberry32). */
const numbersOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const poisson = (random: () => number, mean: number): number => {
  let [count, left] = [0, random()];
  for (const limit = Math.exp(-mean); left > limit; left *= random()) count += 1;
  return count;
};

/** Counts of all days the radar looks at. */
export const daysOfDesk = (plan: DeskPlan): readonly { readonly day: string; readonly cells: Cells }[] => {
  const random = numbersOf(plan.seed);
  const length = RADAR_DAYS + BEFORE;
  const days: OpenCells[] = Array.from({ length }, () => new Map());
  const note = (at: number, what: string, product: string, country: string): void => {
    const cells = days[at];
    if (!cells) return;
    addTo(cells, `${what}|product|${product}`);
    addTo(cells, `${what}|product-country|${product}|${country}`);
  };
  for (let at = 0; at < length; at += 1) {
    const ago = length - 1 - at;
    const season = ago < SEASON_DAYS ? plan.season : undefined;
    for (let product = 0; product < plan.products; product += 1) {
      const name = `P${product}`;
      // Some sell ten times as well as others.
      const mean =
        (plan.ordersADay * (season?.orders ?? 1) * 2 * (product + 1)) / (plan.products * (plan.products + 1));
      for (let left = poisson(random, mean); left > 0; left -= 1) {
        let [draw, country] = [random(), 'JP'];
        for (const [one, share] of COUNTRIES) {
          country = one;
          draw -= share;
          if (draw < 0) break;
        }
        note(at, 'order', name, country);
        const { defect } = plan;
        const isBad =
          defect?.product === name &&
          ago <= defect.since &&
          (defect.country === undefined || defect.country === country);
        const rate = isBad ? defect.rate : plan.rate * (season?.rate ?? 1);
        if (random() < rate) note(at + 3 + Math.floor(random() * 20), 'return', name, country);
      }
    }
  }
  return days.map((cells, at) => ({ day: dayAfter(LAST_DAY, at - length + 1), cells: Object.fromEntries(cells) }));
};

/** What the radar finds in some days. */
export const radarOf = (days: readonly { readonly day: string; readonly cells: Cells }[], to: string): Radar => {
  const counts = radarCounts(to);
  const eachCell = (take: (day: string, cell: string, count: number) => void) =>
    days.forEach(({ day, cells }) => Object.entries(cells).forEach(([cell, count]) => take(day, cell, count)));
  eachCell((...cell) => counts.add(...cell));
  eachCell((...cell) => counts.addOrders(...cell));
  const steps = radarInSteps(counts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
