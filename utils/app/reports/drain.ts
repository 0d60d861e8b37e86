import type { TallyChangeRow, TallyRow } from '../../domain/records';
import { addTo } from '../../domain/reports/cells';
import { countsIn, countsText } from '../../domain/reports/counts-text';
import { FiledCounts } from '../../domain/reports/file-cells';
import { lineCells, type CountedLine } from '../../domain/reports/line-cells';
import { titleId } from '../../domain/reports/tally-ids';
import { brandAs } from '../../domain/ids';
import type { LocalDays } from '../../platform/clock/local-days';
import { ok } from '../../domain/result';
import type { DatabaseSource } from '../../platform/db/lazy-database';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { reading } from '../records';

/** Changes that are counted in one transaction. */
const PART = 1_000;

/** What counting stands on. */
export interface CountDeps {
  readonly db: DatabaseSource;
  readonly days: LocalDays;
}

/** What some changes add, by the row it is added to. */
const sumOf = (changes: readonly TallyChangeRow[], days: LocalDays): FiledCounts => {
  const sums = new FiledCounts();
  const addLine = (line: CountedLine, sign: 1 | -1): void => {
    const { shopId, authorId: agentId } = line;
    const place = { period: days.dayOf(line.at), shopId, agentId };
    sums.add(place, lineCells(line, days.hourOf(line.at)), sign);
  };
  for (const { lines = [], gone = [], records = {} } of changes) {
    for (const line of lines) addLine(line, 1);
    for (const line of gone) addLine(line, -1);
    for (const [shopId, tally] of Object.entries(records))
      for (const [period, cells] of Object.entries(tally))
        sums.add({ period, shopId: brandAs<'ShopId'>(shopId) }, cells);
  }
  return sums;
};

const titleRows = (changes: readonly TallyChangeRow[]): readonly TallyRow[] => {
  const titles = new Map(changes.flatMap(({ titles: some = {} }) => Object.entries(some)));
  return [...titles].map(([product, title]) => ({ id: titleId(product), title }));
};

const countPart = async (db: Db, days: LocalDays): Promise<number> =>
  db.transaction('rw', db.tallies, db.tallyChanges, async () => {
    const changes = await db.tallyChanges.orderBy('n').limit(PART).toArray();
    const [first, last] = [changes[0]?.n, changes.at(-1)?.n];
    if (first === undefined || last === undefined) return 0;
    const sums = sumOf(changes, days);
    const ids = sums.rows.map(([id]) => id);
    const kept = await db.tallies.bulkGet(ids);
    const next = ids.map((id, at): TallyRow => {
      const cells = countsIn(kept[at]?.counts ?? '');
      for (const [cell, count] of sums.of(id)) addTo(cells, cell, count);
      return { id, counts: countsText(cells) };
    });
    const isEmpty = ({ counts = '' }: TallyRow): boolean => counts === '';
    await db.tallies.bulkPut([...next.filter((row) => !isEmpty(row)), ...titleRows(changes)]);
    await db.tallies.bulkDelete(next.filter(isEmpty).map(({ id }) => id));
    await db.tallyChanges.where('n').between(first, last, true, true).delete();
    return changes.length;
  });

/**
 * Counts what waits to be counted, in parts; each part is counted once, whoever else counts at the same time. Lines of the
 * log are filed under their day and hour where this machine stands.
 */
export const countWaiting = ({ db: source, days }: CountDeps): ApiResult<null> =>
  reading({ db: source }, async (db) => {
    while ((await countPart(db, days)) === PART);
    return ok(null);
  });

/** Forgets the titles of some products: a thing made for one person may bear their name. The next order brings others back. */
export const dropTitles = ({ db: source }: Pick<CountDeps, 'db'>, products: readonly string[]): ApiResult<null> =>
  reading({ db: source }, async (db) => {
    await db.tallies.bulkDelete(products.map(titleId));
    return ok(null);
  });
