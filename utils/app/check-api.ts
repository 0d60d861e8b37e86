import type { ContextReport } from '../domain/compliance/context/context-input';
import type { Instant, Lang } from '../domain/ids';
import type { GuardFinding } from '../domain/guards/guard-finding';
import type { FoundPromise } from '../domain/guards/promise';
import type { ApiResult, ThreadView } from './api';

/** What needs more than the text: compared with the page, the record and the clock, once the agent pauses. */
export interface DraftReview {
  readonly guards: readonly GuardFinding[];
  readonly context: ContextReport;
  readonly promises: readonly FoundPromise[];
}

/** A rule that is not checked for a while. */
export interface MutedRule {
  readonly rule: string;
  readonly until: Instant;
  readonly reason: string;
}

/** What the message check asks from inside a seller page. */
export interface CheckApi {
  /**
   * Language of what the agent is writing, that language's rules unless the page holds them, and what guards and context
   * rules say of the text. Promises found here are kept once the message is sent.
   */
  reviewDraft(request: {
    readonly text: string;
    readonly holdsPack?: string;
  }): ApiResult<{ readonly lang: Lang; readonly rules: ThreadView['rules']; readonly review: DraftReview }>;
  /** Mutes a rule for this agent. Units: `days` 1 to 30. Errors: `invalid`, `refused` with `locked`. */
  muteRule(request: {
    readonly rule: string;
    readonly reason: string;
    readonly days: number;
  }): ApiResult<ThreadView['rules']>;
  unmuteRule(request: { readonly rule: string }): ApiResult<ThreadView['rules']>;
  /** Notes that a held message is sent all the same: rule ids and a reason, never the text. */
  overrideHold(request: { readonly rules: readonly string[]; readonly reason: string }): ApiResult<null>;
}
