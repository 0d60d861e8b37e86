import type { Retention } from '../domain/customers/retention';
import type { ApiResult } from './api';
import type { JobOptions } from './buyers-api';

export type { Retention } from '../domain/customers/retention';

/** What a purge would remove, or has removed. */
export interface PurgeReport {
  readonly contacts: number;
  readonly evaluations: number;
  readonly identities: number;
  /** Up to five names of records that would lose theirs, for the preview. */
  readonly examples: readonly string[];
}

/** What can be asked about retention, from the extension's own pages. */
export interface RetentionApi {
  read(): ApiResult<Retention>;
  /** Errors: `invalid` with the field. */
  write(change: Partial<Retention>): ApiResult<Retention>;
  preview(options?: JobOptions): ApiResult<PurgeReport>;
  purge(options?: JobOptions): ApiResult<PurgeReport>;
  /** The day on which everything was looked at last, `YYYY-MM-DD`; null before the first time. */
  lastRun(): ApiResult<string | null>;
}
