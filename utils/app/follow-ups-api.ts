import type { FollowUpMode, FollowUpType } from '../domain/follow-ups/follow-up-type';
import type { BuyerKey, Instant, MarketId, ShopId } from '../domain/ids';
import type { FollowUpRow } from '../domain/records';
import type { ApiResult } from './api';

/** Something due, with what a person needs to see at a glance. */
export interface DueItem {
  readonly row: FollowUpRow;
  readonly marketplace: MarketId;
  readonly mode: FollowUpMode;
  readonly isDeadline: boolean;
  /** Comes with every order and nothing may be written: to be looked through now and then. */
  readonly isRoutine: boolean;
  /** Reply that fits; missing where nothing may be written. */
  readonly templateId?: string;
  /** Name of the buyer; missing when none is known. */
  readonly buyerName?: string;
  readonly product?: string;
  /** Day or moment the clock started. */
  readonly since?: string;
  /** Title of what the time rests on; empty where nothing of this marketplace was read. */
  readonly source: string;
}

/** What is due, and what was done. */
export interface DueList {
  /** By time, the earliest first; at most 500. */
  readonly due: readonly DueItem[];
  readonly hasMore: boolean;
  /** Done since the beginning of the day. */
  readonly doneToday: readonly DueItem[];
  /** When each shop's pages were last read; null for a shop that never was. */
  readonly seen: readonly { readonly shopId: ShopId; readonly name: string; readonly at: Instant | null }[];
  /** By how much this computer's clock is behind the newest record; 0 when it is right. Units: milliseconds. */
  readonly clockBehindMs: number;
}

/** What can be asked about follow-ups, from the extension's own pages. */
export interface FollowUpsApi {
  /** What is due until `until`, in one shop or all. */
  due(request: { readonly shopId?: ShopId; readonly until: Instant }): ApiResult<DueList>;
  done(request: { readonly id: string }): ApiResult<FollowUpRow>;
  /** Takes `done` back. */
  reopen(request: { readonly id: string }): ApiResult<FollowUpRow>;
  /** Errors: `invalid` with `to` for a moment that is past or beyond a year. */
  snooze(request: { readonly id: string; readonly to: Instant }): ApiResult<FollowUpRow>;
  keepPromise(request: { readonly id: string; readonly done: boolean }): ApiResult<null>;
  /** How many are due now, deadlines apart. */
  count(): ApiResult<{ readonly due: number; readonly deadlines: number }>;
  types(): ApiResult<readonly FollowUpType[]>;
  /** Marks an order's review as asked for, because a person says so. */
  reviewAsked(request: { readonly buyerKey: BuyerKey; readonly orderId: string }): ApiResult<null>;
}
