import type { DemoRows } from '../../domain/demo/demo-rows';
import type { DemoBuyer } from '../../domain/demo/buyers';
import type { LogRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { changing, reading, type RecordDeps } from '../records';
import { collectTallies } from '../reports/collect';

/** Records and lines of one transaction: few enough that a page stays at work in between. */
const BUYERS = 120;
const LINES = 1_500;

/** One transaction's worth of work; `weight` is what it adds to the progress. */
export interface DemoPart {
  readonly weight: number;
  readonly write: () => ApiResult<null>;
}

const partsOf = <T>(rows: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));

/** Who we are comes first: a change would otherwise make somebody new. */
const writeDesk = async (db: Db, rows: DemoRows): Promise<void> => {
  const { shops, agents, settings, products, rules, mutes, overrides, templates, templateEdits, entries, reviews } =
    rows;
  const plain = { shops, agents, settings, products, rules, mutes, overrides, templates, templateEdits, entries };
  await db.transaction('rw', [...Object.keys(plain), 'events'], async () => {
    for (const [table, some] of Object.entries(plain)) await db.table(table).bulkPut(some);
    await db.events.bulkPut([...reviews]);
  });
};

/** Records go the way of every record that is new: figures, lists, follow-ups and counts are worked out by the change. */
const writeBuyers = (deps: RecordDeps, buyers: readonly DemoBuyer[]): ApiResult<null> =>
  changing(deps, ['buyers'], async ({ db, make }) => {
    await Promise.all([
      db.orders.bulkPut(buyers.flatMap(({ about }) => about.orders)),
      db.events.bulkPut(buyers.flatMap(({ about }) => about.events)),
      db.notes.bulkPut(buyers.flatMap(({ about }) => about.notes)),
      db.contacts.bulkPut(buyers.flatMap(({ about }) => about.contacts)),
      db.promises.bulkPut(buyers.flatMap(({ about }) => about.promises)),
      db.followUps.bulkPut(buyers.flatMap(({ about }) => about.followUps)),
    ]);
    for (const { row, about } of buyers) make(row, about);
    return ok(null);
  });

const writeLines = (deps: RecordDeps, lines: readonly LogRow[]): ApiResult<null> =>
  reading(deps, (db) =>
    db.transaction('rw', db.log, db.tallyChanges, async () => {
      await db.log.bulkAdd([...lines]);
      const tallied = collectTallies();
      tallied.recount({ came: lines, gone: [] });
      const toCount = tallied.take();
      if (toCount) await db.tallyChanges.add(toCount);
      return ok(null);
    }),
  );

/** Everything there is to write, in the order it has to be written. */
export const demoParts = (deps: RecordDeps, rows: DemoRows): readonly DemoPart[] => [
  {
    weight: 0,
    write: () =>
      reading(deps, async (db) => {
        await writeDesk(db, rows);
        return ok(null);
      }),
  },
  ...partsOf(rows.buyers, BUYERS).map((part) => ({ weight: part.length, write: () => writeBuyers(deps, part) })),
  ...partsOf(rows.log, LINES).map((part) => ({ weight: part.length / 10, write: () => writeLines(deps, part) })),
];
