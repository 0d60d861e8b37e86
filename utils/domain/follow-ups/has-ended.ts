import type { Instant } from '../ids';
import type { FollowUpRow } from '../records';

/** Whether there is nothing left to do about a follow-up: it was removed, or its time is over. */
export const hasEnded = ({ deleted, until }: Pick<FollowUpRow, 'deleted' | 'until'>, now: Instant): boolean =>
  deleted === 1 || (until !== undefined && until <= now);
