import type { ShopId } from '../../domain/ids';
import type { Cells } from '../../domain/reports/cells';
import { tallyPlace, tallyRange, type Sheet, type TallyPlace } from '../../domain/reports/tally-ids';
import type { Periods } from '../../domain/reports/file-cells';
import type { Db } from '../../platform/db/schema';

/** Rows that are read at once; a row of products holds thousands of cells at a large desk. */
const ROWS: Readonly<Record<Sheet, number>> = { records: 300, agents: 200, sent: 1_000, products: 12, places: 12 };

/** Reads counts a few rows at a time: between two reads the page answers whoever works in it. */
export const eachTally = async (
  db: Db,
  {
    sheet,
    periods,
    shopId,
  }: { readonly sheet: Sheet; readonly periods: Periods; readonly shopId?: ShopId | undefined },
  onRow: (place: TallyPlace, cells: Cells) => void,
): Promise<void> => {
  const [first, last] = tallyRange(sheet, periods.grain, periods.from, periods.to);
  for (let from = first, isAfter = false; ; isAfter = true) {
    const rows = await db.tallies.where('id').between(from, last, !isAfter, true).limit(ROWS[sheet]).toArray();
    for (const { id, cells = {} } of rows) {
      const place = tallyPlace(id);
      if (shopId === undefined || place.shopId === shopId) onRow(place, cells);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < ROWS[sheet]) return;
    from = end.id;
  }
};
