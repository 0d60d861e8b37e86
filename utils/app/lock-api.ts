import type { Result } from '../domain/result';
import type { ApiProblem, ApiResult } from './api';

/** Why Parley stayed locked. */
export type UnlockProblem =
  | ApiProblem
  /** `waitMs`: how long nobody may try again. */
  | { readonly kind: 'wrong-pin'; readonly waitMs: number }
  | { readonly kind: 'too-soon'; readonly waitMs: number };

/** A PIN in front of the records, for computers that several people use. */
export interface LockApi {
  /** Whether a PIN is set, and after how many idle minutes Parley locks; 0 is never. */
  read(): ApiResult<{ readonly isSet: boolean; readonly idleMinutes: number }>;
  isLocked(): Promise<boolean>;
  /** Sets the first PIN. Errors: `invalid` with `pin`, also when one is set. */
  set(request: { readonly pin: string; readonly idleMinutes: number }): ApiResult<null>;
  setIdle(request: { readonly idleMinutes: number }): ApiResult<null>;
  /** Takes the PIN away. Errors: those of `unlock`. */
  remove(request: { readonly pin: string }): Promise<Result<null, UnlockProblem>>;
  unlock(request: { readonly pin: string }): Promise<Result<null, UnlockProblem>>;
  lockNow(): ApiResult<null>;
}
