import type { Page } from 'playwright-core';
import { brandAs } from '../../../utils/domain/ids';
import type { TallyRow } from '../../../utils/domain/records';
import type { Cells } from '../../../utils/domain/reports/cells';
import { countsText } from '../../../utils/domain/reports/counts-text';
import { FiledCounts } from '../../../utils/domain/reports/file-cells';
import { titleId } from '../../../utils/domain/reports/tally-ids';

/** What was counted on a day in a shop: of records, or of one agent. */
export interface CountedAs {
  readonly day: string;
  readonly shop: string;
  readonly agent?: string;
  readonly cells: Cells;
}

/** Day so many days ago where this machine stands, `YYYY-MM-DD`. */
export const dayBack = (back: number): string => new Date(Date.now() - back * 86_400_000).toLocaleDateString('sv');

/** Puts counts into the store of a page of the extension as a desk has them that has worked for long. */
export const putTallies = async (
  page: Page,
  counted: readonly CountedAs[],
  titles: Readonly<Record<string, string>>,
): Promise<void> => {
  const sums = new FiledCounts();
  for (const { day, shop, agent, cells } of counted) {
    const of = agent === undefined ? {} : { agentId: brandAs<'AgentId'>(agent) };
    sums.add({ period: day, shopId: brandAs<'ShopId'>(shop), ...of }, cells);
  }
  const rows: TallyRow[] = sums.rows.map(([id, cells]) => ({ id, counts: countsText(cells) }));
  for (const [product, title] of Object.entries(titles)) rows.push({ id: titleId(product), title });
  await page.evaluate(async (all) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('parley');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    const store = db.transaction('tallies', 'readwrite').objectStore('tallies');
    for (const row of all) store.put(row);
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    db.close();
  }, rows);
};
