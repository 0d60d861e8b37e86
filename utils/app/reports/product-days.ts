import { plainCells, type Cells } from '../../domain/reports/cells';
import { countsIn } from '../../domain/reports/counts-text';
import { periodsOf, type Periods } from '../../domain/reports/file-cells';
import { reviewCells } from '../../domain/reports/review-cells';
import { productCells, unitOf } from '../../domain/reports/timeline';
import type { Db } from '../../platform/db/schema';
import type { CountedDay, ProductAsk } from '../reports-api';
import { reviewsIn } from './beside-counts';
import { eachTally } from './tally-rows';

/** The first day of a day or a month. */
const firstDay = ({ grain }: Periods, period: string): string => (grain === 'day' ? period : `${period}-01`);

/** The counts of one product in some days. */
export const readProductDays = async (db: Db, ask: ProductAsk): Promise<readonly CountedDay[]> => {
  const { from, to, shopId, product } = ask;
  const wanted = productCells(product);
  const found: CountedDay[] = [];
  const add = (day: string, cells: Cells): void => {
    const own = wanted.flatMap((cell) => (cells[cell] === undefined ? [] : [[cell, cells[cell]] as const]));
    if (own.length > 0) found.push({ day, cells: Object.fromEntries(own) });
  };
  const parts: readonly Periods[] = unitOf(ask) === 'month' ? periodsOf(from, to) : [{ grain: 'day', from, to }];
  for (const periods of parts)
    await eachTally(db, { sheet: 'products', periods, shopId }, ({ period }, counts) =>
      add(firstDay(periods, period), plainCells(countsIn(counts))),
    );
  for (const row of await reviewsIn(db, ask)) add(row.at, reviewCells(row));
  return found;
};
