import { GROUP_DAYS, buyerGroups, type BuyerGroups } from '../../domain/reports/buyer-groups';
import type { Cells } from '../../domain/reports/cells';
import { eachCount } from '../../domain/reports/counts-text';
import { entryCells } from '../../domain/reports/entry-cells';
import type { Periods } from '../../domain/reports/file-cells';
import { RADAR_DAYS, radarCounts, radarInSteps, type Radar } from '../../domain/reports/radar';
import { reviewCells } from '../../domain/reports/review-cells';
import { titleId, type Sheet } from '../../domain/reports/tally-ids';
import { ok } from '../../domain/result';
import { dayAfter } from '../../domain/worklog/days';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { breath } from '../breath';
import { reading } from '../records';
import type { LongView, LongViewAsk } from '../reports-api';
import { entriesIn, productFinder, reviewsIn } from './beside-counts';
import { countWaiting, type CountDeps } from './drain';
import { eachTally } from './tally-rows';

interface DayCells {
  readonly day: string;
  readonly cells: Cells;
}

const lastDays = (to: string, length: number): Periods => ({ grain: 'day', from: dayAfter(to, 1 - length), to });

/** How buyers stand, by the day of their last order. */
const groupsIn = async (db: Db, { to, shopId }: LongViewAsk): Promise<BuyerGroups> => {
  const found: DayCells[] = [];
  await eachTally(db, { sheet: 'records', periods: lastDays(to, GROUP_DAYS), shopId }, ({ period: day }, counts) => {
    const bought: (readonly [string, number])[] = [];
    eachCount(counts, (cell, count) => {
      if (cell.startsWith('last-order|')) bought.push([cell, count]);
    });
    if (bought.length > 0) found.push({ day, cells: Object.fromEntries(bought) });
  });
  return buyerGroups(found, to);
};

/** Goes through the steps of something and lets the page answer between them. */
const inSteps = async <T>(steps: Generator<undefined, T>): Promise<T> => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breath();
  }
};

const radarIn = async (db: Db, { to, shopId }: LongViewAsk): Promise<Radar> => {
  const counted = radarCounts(to);
  const periods = lastDays(to, RADAR_DAYS);
  const read = (sheet: Sheet, take: (day: string, cell: string, count: number) => void): Promise<void> =>
    eachTally(db, { sheet, periods, shopId }, ({ period }, counts) =>
      eachCount(counts, (cell, count) => take(period, cell, count)),
    );
  const add = counted.add.bind(counted);
  await read('products', add);
  await read('places', add);
  const ask = { ...periods, ...(shopId === undefined ? {} : { shopId }) };
  const [reviews, entries] = await Promise.all([reviewsIn(db, ask), entriesIn(db, ask)]);
  const productOf = await productFinder(db, entries);
  const beside = [
    ...reviews.map((row): DayCells => ({ day: row.at, cells: reviewCells(row) })),
    ...entries.map((row): DayCells => ({ day: row.day, cells: entryCells(row, productOf) })),
  ];
  for (const { day, cells } of beside) for (const [cell, count] of Object.entries(cells)) add(day, cell, count);
  // Read once more, which costs less than keeping them until it is known which are wanted.
  await read('places', counted.addOrders.bind(counted));
  return inSteps(radarInSteps(counted));
};

const read = async (db: Db, ask: LongViewAsk): Promise<LongView> => {
  const groups = await groupsIn(db, ask);
  const radar = await radarIn(db, ask);
  const named = [...new Set(radar.findings.map(({ scope }) => scope.product))];
  const titles = await db.tallies.bulkGet(named.map(titleId));
  return {
    radar,
    groups,
    titles: Object.fromEntries(
      named.flatMap((product, at) => (titles[at]?.title ? [[product, titles[at].title]] : [])),
    ),
  };
};

/** What looks back two years: what piles up with products, and how buyers stand. */
export const readLongView = async (deps: CountDeps, ask: LongViewAsk): ApiResult<LongView> => {
  const counted = await countWaiting(deps);
  return counted.ok ? reading(deps, async (db) => ok(await read(db, ask))) : counted;
};
