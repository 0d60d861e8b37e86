import { GROUP_DAYS, buyerGroups } from '../../domain/reports/buyer-groups';
import type { Cells } from '../../domain/reports/cells';
import { entryCells } from '../../domain/reports/entry-cells';
import { RADAR_DAYS, readRadar } from '../../domain/reports/radar';
import { reviewCells } from '../../domain/reports/review-cells';
import { isOfRadar } from '../../domain/reports/radar-series';
import { titleId, type Sheet } from '../../domain/reports/tally-ids';
import { ok } from '../../domain/result';
import { dayAfter } from '../../domain/worklog/days';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { reading } from '../records';
import type { LongView, LongViewAsk } from '../reports-api';
import { entriesIn, productFinder, reviewsIn } from './beside-counts';
import { countWaiting, type CountDeps } from './drain';
import { eachTally } from './tally-rows';

interface DayCells {
  readonly day: string;
  readonly cells: Cells;
}

/** What of a row is looked at again; a row of a desk holds hundreds of other cells. */
const pickedOf = (cells: Cells, isWanted: (cell: string) => boolean): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([cell]) => isWanted(cell)));

/** Counts of records, a row for each day and shop. */
const daysOf = async (
  db: Db,
  { to, shopId }: LongViewAsk,
  {
    sheet,
    length,
    isWanted,
  }: { readonly sheet: Sheet; readonly length: number; readonly isWanted: (cell: string) => boolean },
): Promise<readonly DayCells[]> => {
  const found: DayCells[] = [];
  const periods = { grain: 'day', from: dayAfter(to, 1 - length), to } as const;
  await eachTally(db, { sheet, periods, shopId }, ({ period: day }, cells) => {
    const picked = pickedOf(cells, isWanted);
    if (Object.keys(picked).length > 0) found.push({ day, cells: picked });
  });
  return found;
};

const read = async (db: Db, ask: LongViewAsk): Promise<LongView> => {
  const bought = await daysOf(db, ask, {
    sheet: 'records',
    length: GROUP_DAYS,
    isWanted: (cell) => cell.startsWith('last-order|'),
  });
  const wanted = { length: RADAR_DAYS, isWanted: isOfRadar };
  const products = await daysOf(db, ask, { sheet: 'products', ...wanted });
  const places = await daysOf(db, ask, { sheet: 'places', ...wanted });
  const days = { ...ask, from: dayAfter(ask.to, 1 - RADAR_DAYS) };
  const [reviews, entries] = await Promise.all([reviewsIn(db, days), entriesIn(db, days)]);
  const productOf = await productFinder(db, entries);
  const beside = [
    ...reviews.map((row): DayCells => ({ day: row.at, cells: reviewCells(row) })),
    ...entries.map((row): DayCells => ({ day: row.day, cells: entryCells(row, productOf) })),
  ];
  const radar = readRadar([...products, ...places, ...beside], ask.to);
  const named = [...new Set(radar.findings.map(({ scope }) => scope.product))];
  const titles = await db.tallies.bulkGet(named.map(titleId));
  return {
    radar,
    groups: buyerGroups(bought, ask.to),
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
