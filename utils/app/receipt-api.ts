import type { ApiResult } from './api';
import type { JobOptions } from './buyers-api';

/** Rows of one kind, as the database holds them. */
export interface KeptRows {
  /** Name of the table. */
  readonly table: string;
  readonly rows: number;
}

/** A field of a table, and how many rows have it. */
export interface KeptField {
  readonly field: string;
  readonly rows: number;
}

/** What is kept, for whoever wants to see it themselves. */
export interface ReceiptApi {
  /** Every table with its rows, in the order of the schema. */
  readonly kept: () => ApiResult<readonly KeptRows[]>;
  /** Every field of a table, the most frequent first; reads the whole table. Null when it was stopped. Errors: `not-found`. */
  readonly fields: (
    request: { readonly table: string },
    options?: JobOptions,
  ) => ApiResult<readonly KeptField[] | null>;
}
