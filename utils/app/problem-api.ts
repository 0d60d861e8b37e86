import type { EntrySeverity } from '../domain/worklog/entry';
import type { ProblemReason } from '../domain/worklog/problem';
import type { ApiResult } from './api';

/** What a problem reported from a conversation is filled with; no buyer data. */
export interface ProblemPrefill {
  /** The products of the order, the first one chosen; empty without an order. */
  readonly products: readonly string[];
  /** What the buyer says is wrong; missing when they say nothing of that kind. */
  readonly reason?: ProblemReason;
  readonly severity: EntrySeverity;
  /** How often the same was reported today. */
  readonly today: number;
}

/** What an agent says of a problem; the product and what is not said come from the open conversation, never from the page. */
export interface ProblemReport {
  /** Which of the products; the first without. */
  readonly product?: number;
  /** Empty takes the reason away. */
  readonly reason?: ProblemReason | '';
  readonly severity: EntrySeverity;
  readonly text: string;
}

/** Reporting a problem of a product to the desk, from inside a seller page. */
export interface ProblemApi {
  problemPrefill(request: Record<never, never>): ApiResult<ProblemPrefill>;
  /**
   * Writes it down, or counts up what is written down today, and answers how often it was reported today.
   * Errors: `invalid` with `text`; why `contact` for contact data, `buyer` for the buyer's name.
   */
  reportProblem(request: ProblemReport): ApiResult<{ readonly today: number }>;
}
