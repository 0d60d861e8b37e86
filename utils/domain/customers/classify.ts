import type { BuyerRow } from '../records';
import { signalFacts, type BuyerFact, type SegmentCondition, type SegmentHit, type SegmentRule } from './segment';
import type { BuyerSummary } from './summary';

const DAY_MS = 86_400_000;

/** What a record is sorted by. */
export interface Classifiable {
  readonly summary: BuyerSummary;
  readonly signals?: BuyerRow['signals'];
}

const daysSince = (day: string | undefined, today: string): number | undefined => {
  const days = day === undefined ? NaN : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  return Number.isNaN(days) ? undefined : days;
};

/** The figure of one fact; undefined when it is not known. Units: pieces, orders, days or percent. */
export const factValue = (fact: BuyerFact, { summary, signals }: Classifiable, today: string): number | undefined => {
  const signal = signalFacts[fact];
  if (signal) return signals?.[signal] ? 1 : 0;
  switch (fact) {
    case 'largestOrder':
      return summary.largest;
    case 'returnShare':
      return summary.orders === 0 ? undefined : Math.round((100 * summary.returns) / summary.orders);
    case 'daysSinceOrder':
      return daysSince(summary.lastOrderOn, today);
    case 'daysSinceBad':
      return daysSince(summary.lastBadOn, today);
    default:
      return summary[fact as keyof BuyerSummary] as number;
  }
};

const holds = ({ is, value }: SegmentCondition, found: number): boolean =>
  is === 'at-least' ? found >= value : found <= value;

/** The segments a record belongs to on a day, with the figures they rest on, in the order of the rules. */
export const classify = (record: Classifiable, rules: readonly SegmentRule[], today: string): readonly SegmentHit[] =>
  rules.flatMap(({ id, isOff, groups }) => {
    if (isOff) return [];
    for (const group of groups) {
      const because = group.flatMap((condition) => {
        const found = factValue(condition.fact, record, today);
        return found !== undefined && holds(condition, found) ? [{ ...condition, found }] : [];
      });
      if (group.length > 0 && because.length === group.length) return [{ id, because }];
    }
    return [];
  });

/** The facts that change while nothing happens. */
const AGEING: readonly BuyerFact[] = ['daysSinceOrder', 'daysSinceBad'];

/**
 * The first day after `today` on which time alone can change a segment of the record; undefined when none ever will.
 * A bound of N days is crossed on day N, or the day after for `at-most`.
 */
export const recheckDay = (record: Classifiable, rules: readonly SegmentRule[], today: string): string | undefined => {
  const starts = { daysSinceOrder: record.summary.lastOrderOn, daysSinceBad: record.summary.lastBadOn };
  const days = rules
    .filter(({ isOff }) => !isOff)
    .flatMap(({ groups }) => groups.flat())
    .flatMap(({ fact, is, value }) => {
      const start = AGEING.includes(fact) ? starts[fact as keyof typeof starts] : undefined;
      const from = start === undefined ? NaN : Date.parse(start);
      if (Number.isNaN(from)) return [];
      return [new Date(from + (is === 'at-least' ? value : value + 1) * DAY_MS).toISOString().slice(0, 10)];
    })
    .filter((day) => day > today)
    .sort();
  return days[0];
};
