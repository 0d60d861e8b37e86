import { GROUP_DAYS, buyerGroups } from '../../domain/reports/buyer-groups';
import type { Cells } from '../../domain/reports/cells';
import { entryCells } from '../../domain/reports/entry-cells';
import { RADAR_DAYS, readRadar } from '../../domain/reports/radar';
import { reviewCells } from '../../domain/reports/review-cells';
import { tallyPlace, tallyRange, titleId } from '../../domain/reports/tally-ids';
import { ok } from '../../domain/result';
import { dayAfter } from '../../domain/worklog/days';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { reading } from '../records';
import type { LongView, LongViewAsk } from '../reports-api';
import { entriesIn, productFinder, reviewsIn } from './beside-counts';
import { countWaiting, type CountDeps } from './drain';

/** Days that are read at once: between two reads the page answers whoever works in it. */
const STEP = 60;

/** What of a row is looked at again; a row of a desk holds hundreds of other cells. */
const isWanted = (cell: string): boolean => cell.startsWith('last-order|') || cell.includes('|product');

const wantedOf = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).filter(([cell]) => isWanted(cell)));

interface DayCells {
  readonly day: string;
  readonly cells: Cells;
}

/** Counts of records, a row for each day and shop; what agents did is not asked. */
const rowsOf = async (db: Db, { to, shopId }: LongViewAsk): Promise<readonly DayCells[]> => {
  const found: DayCells[] = [];
  for (let back = GROUP_DAYS; back > 0; back -= STEP) {
    const [from, until] = [dayAfter(to, 1 - back), dayAfter(to, -Math.max(back - STEP, 0))];
    const rows = await db.tallies
      .where('id')
      .between(...tallyRange(from, until), true, true)
      .toArray();
    for (const { id, cells = {} } of rows) {
      const place = tallyPlace(id);
      if (place.agentId !== undefined || (shopId !== undefined && place.shopId !== shopId)) continue;
      found.push({ day: place.day, cells: wantedOf(cells) });
    }
  }
  return found;
};

const read = async (db: Db, ask: LongViewAsk): Promise<LongView> => {
  const rows = await rowsOf(db, ask);
  const days = { ...ask, from: dayAfter(ask.to, 1 - RADAR_DAYS) };
  const [reviews, entries] = await Promise.all([reviewsIn(db, days), entriesIn(db, days)]);
  const productOf = await productFinder(db, entries);
  const beside = [
    ...reviews.map((row): DayCells => ({ day: row.at, cells: reviewCells(row) })),
    ...entries.map((row): DayCells => ({ day: row.day, cells: entryCells(row, productOf) })),
  ];
  const radar = readRadar([...rows, ...beside], ask.to);
  const products = [...new Set(radar.findings.map(({ scope }) => scope.product))];
  const titles = await db.tallies.bulkGet(products.map(titleId));
  return {
    radar,
    groups: buyerGroups(rows, ask.to),
    titles: Object.fromEntries(
      products.flatMap((product, at) => (titles[at]?.title ? [[product, titles[at].title]] : [])),
    ),
  };
};

/** What looks back two years: what piles up with products, and how buyers stand. */
export const readLongView = async (deps: CountDeps, ask: LongViewAsk): ApiResult<LongView> => {
  const counted = await countWaiting(deps);
  return counted.ok ? reading(deps, async (db) => ok(await read(db, ask))) : counted;
};
