import type { ShopId } from '../../domain/ids';
import { tallyPlace, tallyRange, type Grain, type Sheet, type TallyPlace } from '../../domain/reports/tally-ids';
import type { Periods } from '../../domain/reports/file-cells';
import type { Db } from '../../platform/db/schema';

/** Rows that are read at once: a month of products is thousands of cells at a large desk, a day of messages is one. */
const ROWS: Readonly<Record<Sheet, Readonly<Record<Grain, number>>>> = {
  records: { day: 300, month: 60 },
  agents: { day: 200, month: 60 },
  sent: { day: 1_000, month: 1_000 },
  products: { day: 40, month: 8 },
  places: { day: 20, month: 8 },
};

/** Reads counts, as `countsText` writes them, a few rows at a time: between two reads the page answers whoever works in it. */
export const eachTally = async (
  db: Db,
  {
    sheet,
    periods,
    shopId,
  }: { readonly sheet: Sheet; readonly periods: Periods; readonly shopId?: ShopId | undefined },
  onRow: (place: TallyPlace, counts: string) => void,
): Promise<void> => {
  const most = ROWS[sheet][periods.grain];
  const [first, last] = tallyRange(sheet, periods.grain, periods.from, periods.to);
  for (let from = first, isAfter = false; ; isAfter = true) {
    const rows = await db.tallies.where('id').between(from, last, !isAfter, true).limit(most).toArray();
    for (const { id, counts = '' } of rows) {
      const place = tallyPlace(id);
      if (shopId === undefined || place.shopId === shopId) onRow(place, counts);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < most) return;
    from = end.id;
  }
};
