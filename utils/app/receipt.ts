import { err, ok } from '../domain/result';
import { reading, type RecordDeps } from './records';
import type { KeptField, ReceiptApi } from './receipt-api';

/** Rows that are read at once. */
const PART = 2_000;

const add = (counts: Map<string, number>, row: object): void => {
  for (const [field, value] of Object.entries(row))
    if (value !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
};

const sorted = (counts: ReadonlyMap<string, number>): readonly KeptField[] =>
  [...counts].map(([field, rows]) => ({ field, rows })).sort((a, b) => b.rows - a.rows || (a.field < b.field ? -1 : 1));

/** Use cases around the privacy receipt, over the given store. */
export const createReceipt = (deps: RecordDeps): ReceiptApi => ({
  kept: () =>
    reading(deps, async (db) =>
      ok(await Promise.all(db.tables.map(async (table) => ({ table: table.name, rows: await table.count() })))),
    ),

  fields: ({ table }, { onProgress, signal } = {}) =>
    reading(deps, async (db) => {
      const found = db.tables.find(({ name }) => name === table);
      if (!found) return err({ kind: 'not-found' });
      const of = await found.count();
      const counts = new Map<string, number>();
      let done = 0;
      let after: unknown;
      for (;;) {
        if (signal?.aborted) return ok(null);
        const range = done === 0 ? found.toCollection() : found.where(':id').above(after);
        const rows = (await range.limit(PART).toArray()) as readonly object[];
        for (const row of rows) add(counts, row);
        done += rows.length;
        onProgress?.({ done, of });
        if (rows.length < PART) return ok(sorted(counts));
        const last = rows.at(-1) as Readonly<Record<string, unknown>>;
        after = last[String(found.schema.primKey.keyPath)];
      }
    }),
});
