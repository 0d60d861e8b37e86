import type { Department, EntrySeverity } from '../domain/worklog/entry';
import type { EntryRow } from '../domain/records';
import type { ApiResult } from './api';

/** An entry as it is typed in. */
export interface EntryDraft {
  readonly id?: string;
  /** `YYYY-MM-DD`; today without. */
  readonly day?: string;
  readonly department: Department;
  readonly severity: EntrySeverity;
  readonly text: string;
  readonly product?: string;
  readonly reason?: string;
}

/** One day of the work log: what was done, by kind, and what was written down. */
export interface LogDay {
  readonly day: string;
  /** By kind and, where it has one, shop and language; never a text or a buyer. */
  readonly counts: readonly { readonly what: string; readonly shopId: string; readonly count: number }[];
  readonly entries: readonly EntryRow[];
}

/** What can be asked about the work log, from the extension's own pages. */
export interface WorklogApi {
  day(request: { readonly day: string }): ApiResult<LogDay>;
  /** Days with anything in them, the newest first, at most 62. */
  days(): ApiResult<readonly string[]>;
  /** The same problem of the same product on the same day counts up. Errors: `invalid` with the field. */
  save(entry: EntryDraft): ApiResult<EntryRow>;
  remove(request: { readonly id: string }): ApiResult<null>;
  /** Days from `from` to `to`, both included, for a file. */
  range(request: { readonly from: string; readonly to: string }): ApiResult<readonly LogDay[]>;
}
