/** Understands all rows of a file, in parts, so that the page stays at work. */
import type { FileMapping } from '../../domain/order-files/fields';
import { joinRows, type Joined } from '../../domain/order-files/join-rows';
import {
  readRow,
  senseColumns,
  type ColumnSense,
  type ReadRow,
  type RejectedLine,
} from '../../domain/order-files/read-rows';
import type { OrderTable } from '../../domain/order-files/table';
import { err, ok, type Result } from '../../domain/result';
import type { JobOptions } from '../buyers-api';
import { breath } from '../breath';

const PART = 5_000;

/** What a file says with a mapping. */
export interface Understood {
  readonly joined: Joined;
  readonly sense: ColumnSense;
  /** By line. */
  readonly rejected: readonly RejectedLine[];
}

/** Understands a file. Errors: `cancelled`. */
export async function lookThrough(
  asked: { readonly table: OrderTable; readonly mapping: FileMapping; readonly market: string },
  { onProgress, signal }: JobOptions = {},
): Promise<Result<Understood, { readonly kind: 'cancelled' }>> {
  const { table, mapping, market } = asked;
  const sense = senseColumns(table.rows, mapping);
  const rows: ReadRow[] = [];
  const rejected: RejectedLine[] = table.broken.map(({ line, why }) => ({ line, problem: { kind: why } }));
  for (let from = 0; from < table.rows.length; from += PART) {
    await breath();
    if (signal?.aborted) return err({ kind: 'cancelled' });
    for (const row of table.rows.slice(from, from + PART)) {
      const read = readRow(row, { mapping, sense, market });
      if (read.ok) rows.push(read.value);
      else rejected.push({ line: row.line, problem: read.error });
    }
    onProgress?.({ done: Math.min(from + PART, table.rows.length), of: table.rows.length });
  }
  rejected.sort((a, b) => a.line - b.line);
  return ok({ joined: joinRows(rows, mapping), sense, rejected });
}
