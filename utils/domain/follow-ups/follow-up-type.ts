/** Types of follow-ups as data: `utils/catalog/follow-ups/<id>.json`, one file each. */
import type { Instant, OrderId } from '../ids';
import type { OrderState } from '../orders';

/** What may be done about a follow-up on a marketplace. */
export type FollowUpMode = 'message' | 'watch' | 'never';

/** What starts the clock of a follow-up. */
export const followUpStarts = [
  'ordered',
  'shipped',
  'promised',
  'delivered',
  'completed',
  'bad-review',
  'bad-feedback',
  'claim',
  'dispute',
  'return',
  'sample',
  'promise',
  'buyer-message',
] as const;
export type FollowUpStart = (typeof followUpStarts)[number];

/** What ends a follow-up of an order although its state has not changed. */
export const followUpEnds = [
  /** A review was asked for: it can be asked for once. */
  'review-asked',
  /** A review or feedback of this order is there, whatever it says. */
  'reviewed',
  /** A return, claim or dispute of this order is open. */
  'problem-open',
  /** The promised day is over: that it is late is a follow-up of its own. */
  'promised-day-over',
] as const;
export type FollowUpEnd = (typeof followUpEnds)[number];

/** When a follow-up is due. */
export interface FollowUpTimes {
  readonly starts: FollowUpStart;
  /**
   * When it is due after its start; negative for before it. Units: hours; days are `24 × n` in the clock of the
   * marketplace.
   */
  readonly dueAfterHours: number;
  /** When there is nothing left to do, after the start. Units: hours; none: until it is done or its reason is gone. */
  readonly untilAfterHours?: number;
}

/** One type of follow-up. */
export interface FollowUpType extends FollowUpTimes {
  readonly id: string;
  /** Other times on one marketplace. */
  readonly timesOn?: Readonly<Record<string, FollowUpTimes>>;
  /** States of the order in which it stands; any state where it is missing. */
  readonly while?: readonly OrderState[];
  readonly endedBy?: readonly FollowUpEnd[];
  /**
   * Which message of ours to this buyer ends it: one of the same kind, any, or none because the marketplace's own page
   * has to say that it is done. The same kind where it is missing.
   */
  readonly closedBy?: 'same-message' | 'any-message' | 'page';
  /** A clock that costs something when it runs out: shown before everything else. */
  readonly isDeadline: boolean;
  /** Happens with every order: where it may only be watched it is listed last and not counted. */
  readonly isRoutine?: boolean;
  /** By marketplace; what is missing is `watch`. */
  readonly modes: Readonly<Record<string, FollowUpMode>>;
  /** Reply that fits, by marketplace; only where the mode is `message` or the buyer is answered. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Source of the time and the modes, as the sources of the message rules are named. */
  readonly source: string;
}

/** What is worked out for one record: rows of the store without their stamp. */
export interface ComputedFollowUp {
  readonly id: string;
  readonly kind: string;
  readonly orderId?: OrderId;
  readonly about?: string;
  /** Day or moment its clock started. */
  readonly since: string;
  readonly dueAt: Instant;
  readonly until?: Instant;
}
