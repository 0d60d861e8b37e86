import type { EntryRow, EventRow } from '../../domain/records';
import { titleOfId, titleRange } from '../../domain/reports/tally-ids';
import type { Db } from '../../platform/db/schema';
import type { ReportAsk } from '../reports-api';

/** Product reviews of some days; they are not among the counts. */
export const reviewsIn = async (db: Db, { from, to, shopId }: ReportAsk): Promise<readonly EventRow[]> => {
  const rows = await db.events.where('[kind+at]').between(['review', from], ['review', to], true, true).toArray();
  return rows.filter((row) => row.deleted === 0 && (shopId === undefined || row.shopId === shopId));
};

/** Entries of the work log of some days. */
export const entriesIn = async (db: Db, { from, to, shopId }: ReportAsk): Promise<readonly EntryRow[]> => {
  const rows = await db.entries.where('day').between(from, to, true, true).toArray();
  return rows.filter((row) => row.deleted === 0 && (shopId === undefined || row.shopId === shopId));
};

/** Finds what a product is counted under by its title, which is what people write down. */
export const productFinder = async (db: Db, entries: readonly EntryRow[]): Promise<(called: string) => string> => {
  if (!entries.some(({ product }) => product)) return (called) => called;
  const titles = await db.tallies
    .where('id')
    .between(...titleRange, true, true)
    .toArray();
  const products = new Map(titles.map(({ id, title = '' }) => [title.toLowerCase(), titleOfId(id)]));
  return (called) => products.get(called.toLowerCase()) ?? called;
};
