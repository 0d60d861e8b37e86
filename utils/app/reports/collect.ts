import type { ShopId } from '../../domain/ids';
import type { LogRow, TallyChangeRow } from '../../domain/records';
import type { CountedLine } from '../../domain/reports/line-cells';
import { productOf } from '../../domain/reports/products';
import { OpenTally, tallyChanges } from '../../domain/reports/record-tally';
import type { Change } from '../records';

const LONGEST_TITLE = 120;

const countedLine = ({ what, at, shopId, authorId, detail }: LogRow): CountedLine => ({
  what,
  at,
  shopId,
  authorId,
  detail,
});

/** Collects what one change adds to the reports, to be kept as one row. */
export const collectTallies = (): {
  readonly tally: Change['tally'];
  /** What waits to be counted, with the lines of the log that are; undefined when there is nothing. */
  readonly take: (lines: readonly LogRow[]) => TallyChangeRow | undefined;
} => {
  const records = new Map<ShopId, OpenTally>();
  const titles = new Map<string, string>();
  return {
    tally: ({ shopId }, before, after, orders = []) => {
      // Mostly nothing has changed, and a record without counts has the same object before and after.
      if (before === after) return;
      const changes = tallyChanges(before, after);
      if (Object.keys(changes).length === 0) return;
      const open = records.get(shopId) ?? new OpenTally();
      open.add(changes);
      records.set(shopId, open);
      for (const { items } of orders)
        for (const item of items) titles.set(productOf(item), item.title.slice(0, LONGEST_TITLE));
    },
    take: (lines) => {
      const changed = [...records]
        .map(([shopId, open]) => [shopId, open.close()] as const)
        .filter(([, tally]) => Object.keys(tally).length > 0);
      if (lines.length + changed.length === 0) return undefined;
      return {
        ...(lines.length === 0 ? {} : { lines: lines.map(countedLine) }),
        ...(changed.length === 0 ? {} : { records: Object.fromEntries(changed) }),
        ...(titles.size === 0 ? {} : { titles: Object.fromEntries(titles) }),
      };
    },
  };
};
