/** What a seller page can change about the record of its open conversation, beside the notes. */
import type { BuyerKey } from '../domain/ids';
import type { ApiResult } from './api';

/** Every call that names a buyer is refused unless it is the one of the conversation that is open. */
export interface RecordCallsApi {
  /** Errors: `invalid` with `tags`. */
  tagBuyer(request: {
    readonly buyerKey: BuyerKey;
    readonly add?: readonly string[];
    readonly remove?: readonly string[];
  }): ApiResult<null>;
  /** Tags the desk uses, the most used first; at most 50. */
  knownTags(request: Record<never, never>): ApiResult<readonly string[]>;
  /** Errors: `not-found` for a promise that is not this buyer's. */
  promiseKept(request: { readonly buyerKey: BuyerKey; readonly id: string }): ApiResult<null>;
  /** Errors: `not-found` for a follow-up that is not this buyer's. */
  followUpDone(request: { readonly buyerKey: BuyerKey; readonly id: string }): ApiResult<null>;
  /** Answers "same person?" about a record that was suggested for this buyer, and about no other. */
  joinAnswer(request: {
    readonly buyerKey: BuyerKey;
    readonly other: BuyerKey;
    readonly isSame: boolean;
  }): ApiResult<null>;
  /** Forgets the buyer for good. */
  forgetBuyer(request: { readonly buyerKey: BuyerKey }): ApiResult<null>;
  /** A person wants a record of the forgotten buyer of this conversation again; it begins empty. */
  rememberAgain(request: Record<never, never>): ApiResult<null>;
}
