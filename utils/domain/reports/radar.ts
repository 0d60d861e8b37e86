/**
 * The defect radar: with which products, and in which countries, more goes wrong than before, and more than chance brings.
 *
 * Cases of the last one and four weeks are held against the half year before. What is compared is not cases alone but
 * cases for each order they can come from: an order counts for the four weeks in which most things come back. When
 * everything else rises too, as after a season, that much is expected here as well. The tail is exact (mid-p, which is right on average where whole cases make steps), and because every
 * product in every country is a question of its own, what is told is held to a share of false alarms over all of them.
 */
import { falseShares, midTail } from './significance';
import {
  RadarCounts,
  radarKinds,
  scopeKey,
  type DayCounts,
  type DaySeries,
  type RadarKind,
  type RadarScope,
} from './radar-series';

/** What is looked at, newest. Units: days. */
export const radarWindows = [7, 28] as const;
/** What it is held against. Units: days. */
export const BASELINE_DAYS = 182;
/** As long as an order is expected to bring something back. Units: days. */
const REACH_DAYS = 28;
/** Days the radar has to be given, the last one included. */
export const RADAR_DAYS = Math.max(...radarWindows) + BASELINE_DAYS + REACH_DAYS - 1;

/** Fewer cases than these alarm nobody, whatever the arithmetic says. */
const FEWEST_CASES = 4;
/** Fewer orders than these say nothing about what is usual. */
const FEWEST_ORDERS = 10;
/** From so many cases of everything else on is its rise known well enough to be allowed for. */
const FEWEST_FOR_TREND = 20;
/** What is worth telling: so many times as often. */
const LEAST_RATIO = 1.5;
const ALARM_SHARE = 0.1;
const WATCH_SHARE = 0.3;
const WEEKS = 16;
/** Products, and products in a country, that are looked at without a stop. */
const SCOPES_AT_ONCE = 500;

/** One finding. */
export interface RadarFinding {
  readonly kind: RadarKind;
  readonly scope: RadarScope;
  /** `alarm`: at most one in ten of these is chance; `watch`: at most three in ten. */
  readonly level: 'alarm' | 'watch';
  /** How far back it looks. Units: days. */
  readonly window: number;
  readonly cases: number;
  /** Orders (of ratings: ratings) these cases came from. */
  readonly of: number;
  /** How many were to be expected. */
  readonly expected: number;
  /** `before`: the same product earlier; `others`: everything else, as it was hardly sold before. */
  readonly against: 'before' | 'others';
  /** Cases a week, the newest last. */
  readonly weeks: readonly number[];
}

/** What the radar found, and what it was built from. */
export interface Radar {
  /** One for each product and kind, the clearest; the most cases above what was expected first. */
  readonly findings: readonly RadarFinding[];
  /** How many questions had enough cases to be asked. */
  readonly asked: number;
  /** Cases of products in all weeks, by kind. */
  readonly built: Readonly<Record<RadarKind, number>>;
  /** Orders of products in the same weeks. */
  readonly orders: number;
}

interface Question extends Omit<RadarFinding, 'level' | 'weeks'> {
  readonly tail: number;
  /** By day. */
  readonly counts: Int32Array;
}

const sumOf = (counts: Int32Array | undefined, from: number, to: number): number => {
  let sum = 0;
  for (let at = Math.max(0, from); at < to; at += 1) sum += counts?.[at] ?? 0;
  return sum;
};

interface Spans {
  readonly now: number;
  readonly before: number;
}

const spansOf = (counts: Int32Array | undefined, window: number): Spans => {
  const [end, start] = [RADAR_DAYS, RADAR_DAYS - window];
  return { now: sumOf(counts, start, end), before: sumOf(counts, start - BASELINE_DAYS, start) };
};

/** Of every window. */
const everySpan = (counts: Int32Array | undefined): readonly Spans[] =>
  radarWindows.map((window) => spansOf(counts, window));

/** Running sums, for one product after the other: thousands of them would be more to clear away than to work out. */
const sums = new Float64Array(RADAR_DAYS + 1);

/** The same of the orders something can come back from, on each day as a share of a whole order a day. */
const everyReachedSpan = (orders: Int32Array | undefined): readonly Spans[] => {
  sums.fill(0);
  orders?.forEach((count, at) => (sums[at + 1] = sums[at]! + count));
  const reachedIn = (from: number, to: number): number => {
    let sum = 0;
    for (let at = Math.max(0, from); at < to; at += 1)
      sum += (sums[at + 1]! - sums[Math.max(0, at + 1 - REACH_DAYS)]!) / REACH_DAYS;
    return sum;
  };
  return radarWindows.map((window) => {
    const start = RADAR_DAYS - window;
    return { now: reachedIn(start, RADAR_DAYS), before: reachedIn(start - BASELINE_DAYS, start) };
  });
};

const less = (all: Spans, own: Spans): Spans => ({ now: all.now - own.now, before: all.before - own.before });

/** How much more often it happens to everything else; never less than as often. */
const trendOf = (cases: Spans, orders: Spans): number => {
  if (cases.now < FEWEST_FOR_TREND || cases.before < FEWEST_FOR_TREND || orders.now <= 0) return 1;
  return Math.max(1, cases.now / orders.now / (cases.before / orders.before));
};

const weeksOf = (counts: Int32Array): readonly number[] =>
  Array.from({ length: WEEKS }, (_, at) => {
    const end = RADAR_DAYS - (WEEKS - 1 - at) * 7;
    return sumOf(counts, end - 7, end);
  });

const productsOnly = (series: DaySeries): readonly DayCounts[] =>
  [...series.values()].filter(({ scope }) => scope.country === undefined);

const totalOf = (series: DaySeries): Int32Array => {
  const total = new Int32Array(RADAR_DAYS);
  for (const { counts } of productsOnly(series)) counts.forEach((count, at) => (total[at]! += count));
  return total;
};

const everySum = (series: DaySeries): number => sumOf(totalOf(series), 0, RADAR_DAYS);

/** All questions about one kind; what has too few cases to answer any is not asked. */
function* questionsOf(
  kind: RadarKind,
  cases: DaySeries,
  { exposure, spans }: { readonly exposure: DaySeries; readonly spans: typeof everySpan },
): Generator<undefined, readonly Question[]> {
  const questions: Question[] = [];
  const [allFound, allFrom] = [everySpan(totalOf(cases)), spans(totalOf(exposure))];
  let asked = 0;
  for (const { scope, counts } of cases.values()) {
    asked += 1;
    if (asked % SCOPES_AT_ONCE === 0) yield;
    const [ownFound, ownFrom] = [everySpan(counts), spans(exposure.get(scopeKey(scope))?.counts)];
    for (const [at, window] of radarWindows.entries()) {
      const [found, from] = [ownFound[at]!, ownFrom[at]!];
      const [otherFound, otherFrom] = [less(allFound[at]!, found), less(allFrom[at]!, from)];
      if (from.now <= 0) continue;
      const isNew = from.before < FEWEST_ORDERS;
      // Against itself, with the rise of everything else; what is new has only the others to be held against.
      const [elsewhere, weight, trend] = isNew
        ? [otherFound.now, otherFrom.now, 1]
        : [found.before, from.before, trendOf(otherFound, otherFrom)];
      if (weight < FEWEST_ORDERS || found.now + elsewhere < FEWEST_CASES) continue;
      const share = (from.now * trend) / (from.now * trend + weight);
      questions.push({
        kind,
        scope,
        window,
        cases: found.now,
        of: from.now,
        expected: (elsewhere / weight) * from.now * trend,
        against: isNew ? 'others' : 'before',
        counts,
        tail: midTail(found.now, found.now + elsewhere, share),
      });
    }
  }
  return questions;
}

/** The smaller the clearer; where product and country are nearly alike, the country says more. */
const clarity = ({ tail, scope }: Question): number => (scope.country === undefined ? tail : tail / 2);

/** Counts for the radar, of the weeks that end with `to`. */
export const radarCounts = (to: string): RadarCounts => new RadarCounts(to, RADAR_DAYS);

/**
 * What piles up with products; gives back what it was built from, too. Stops every now and then, so that a page in which
 * it is worked out can answer whoever works there.
 */
export function* radarInSteps({ series }: RadarCounts): Generator<undefined, Radar> {
  const [rated, reached] = [
    { exposure: series.rated, spans: everySpan },
    { exposure: series.order, spans: everyReachedSpan },
  ];
  const questions: Question[] = [];
  for (const kind of radarKinds) {
    yield;
    const found = yield* questionsOf(kind, series[kind], kind === 'low-stars' ? rated : reached);
    for (const question of found) questions.push(question);
  }
  yield;
  const shares = falseShares(questions.map(({ tail }) => tail));
  const clearest = new Map<string, { readonly question: Question; readonly share: number }>();
  questions.forEach((question, at) => {
    const { cases, expected, kind, scope } = question;
    const share = shares[at]!;
    if (share > WATCH_SHARE || cases < FEWEST_CASES || cases < expected * LEAST_RATIO) return;
    const key = `${kind}|${scope.product}`;
    const known = clearest.get(key);
    if (!known || clarity(question) < clarity(known.question)) clearest.set(key, { question, share });
  });
  const findings = [...clearest.values()].map(
    ({ question: { tail: _tail, counts, ...found }, share }): RadarFinding => ({
      ...found,
      weeks: weeksOf(counts),
      level: share <= ALARM_SHARE ? 'alarm' : 'watch',
    }),
  );
  const isAlarm = ({ level }: RadarFinding): number => (level === 'alarm' ? 0 : 1);
  const excess = ({ cases, expected }: RadarFinding): number => cases - expected;
  return {
    findings: findings.sort((a, b) => isAlarm(a) - isAlarm(b) || excess(b) - excess(a)),
    asked: questions.length,
    built: Object.fromEntries(radarKinds.map((kind) => [kind, everySum(series[kind])])) as Record<RadarKind, number>,
    orders: everySum(series.order),
  };
}
