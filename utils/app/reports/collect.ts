import type { ShopId } from '../../domain/ids';
import type { LogRow, TallyChangeRow } from '../../domain/records';
import { isCountedLine, type CountedLine } from '../../domain/reports/line-cells';
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

/** Lines of the log that came, and those that went. */
export interface LogLines {
  readonly came: readonly LogRow[];
  readonly gone: readonly LogRow[];
}

/** Collects what one change adds to the reports, to be kept as one row. */
export const collectTallies = (): {
  readonly tally: Change['tally'];
  readonly recount: Change['recount'];
  /** What waits to be counted; undefined when there is nothing. */
  readonly take: () => TallyChangeRow | undefined;
} => {
  const records = new Map<ShopId, OpenTally>();
  const titles = new Map<string, string>();
  const lines: CountedLine[] = [];
  const gone: CountedLine[] = [];
  return {
    recount: (rows) => {
      lines.push(...rows.came.filter(isCountedLine).map(countedLine));
      gone.push(...rows.gone.filter(isCountedLine).map(countedLine));
    },

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
    take: () => {
      const changed = [...records]
        .map(([shopId, open]) => [shopId, open.close()] as const)
        .filter(([, tally]) => Object.keys(tally).length > 0);
      if (lines.length + gone.length + changed.length === 0) return undefined;
      return {
        ...(lines.length === 0 ? {} : { lines }),
        ...(gone.length === 0 ? {} : { gone }),
        ...(changed.length === 0 ? {} : { records: Object.fromEntries(changed) }),
        ...(titles.size === 0 ? {} : { titles: Object.fromEntries(titles) }),
      };
    },
  };
};
