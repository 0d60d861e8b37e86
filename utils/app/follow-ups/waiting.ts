import { asNew, withFields } from '../../domain/customers/clocked';
import { hoursAfter } from '../../domain/follow-ups/day-moment';
import { brandAs, type BuyerKey, type Instant, type OrderId, type ShopId } from '../../domain/ids';
import type { FollowUpRow } from '../../domain/records';
import { ok } from '../../domain/result';
import { log } from '../../platform/log';
import { buyerTopic } from '../../platform/settings/change-signal';
import type { ApiResult, ThreadRequest } from '../api';
import { announcing, changing, reading, type Change, type RecordDeps } from '../records';

/** Kind of the follow-up that a message of a buyer starts; known from its row alone, no other table has it. */
const REPLY_DUE = 'reply-due';
const REPLY_HOURS = 24;
/** Days later there is nothing left to be quick about, and opening an old conversation starts nothing. */
const LONGEST_WAIT_MS = 7 * 24 * 3_600_000;
/** A page may be a little ahead of this computer. Units: milliseconds. */
const AHEAD_MS = 10 * 60_000;

/** A conversation as it was opened, and whose it is. */
export interface OpenedConversation {
  readonly request: Pick<ThreadRequest, 'page' | 'direction' | 'lastMessage' | 'ownMessages' | 'order'>;
  readonly shopId: ShopId | '';
  readonly buyerKey: BuyerKey | null;
}

/** Keeps which messages of buyers wait for an answer. */
export interface Waiting {
  /** Takes a conversation that is on screen; nobody waits for it, and a failure is no more than a line in the log. */
  opened(conversation: OpenedConversation): Promise<void>;
}

/** The moment of the buyer's last message, where the page shows it to the minute: not in the future, not long ago. */
export const messageMoment = (at: string | undefined, now: Instant): Instant | null => {
  const ms = at?.includes('T') ? Date.parse(at) : NaN;
  const waitedMs = Date.parse(now) - ms;
  return Number.isNaN(ms) || waitedMs < -AHEAD_MS || waitedMs >= LONGEST_WAIT_MS
    ? null
    : brandAs<'Instant'>(new Date(ms).toISOString());
};

/** Creates the keeper of messages that wait, over the given stores. */
export const createWaiting = (deps: RecordDeps): Waiting => {
  const wait = async (
    change: Change,
    before: FollowUpRow | undefined,
    next: Pick<FollowUpRow, 'id' | 'buyerKey' | 'orderId' | 'shopId'> & { readonly since: Instant },
  ): Promise<void> => {
    const dueAt = hoursAfter(next.since, REPLY_HOURS, 'UTC') ?? next.since;
    const stamp = change.stamp(next.shopId);
    const row: FollowUpRow = before
      ? { ...withFields(before, { done: 0, doneAt: null, snoozedTo: null }, stamp), since: next.since, dueAt }
      : asNew({ ...stamp, ...next, kind: REPLY_DUE, dueAt, done: 0 });
    await change.db.followUps.put(row);
  };
  const answered = async (change: Change, before: FollowUpRow): Promise<void> => {
    const row = withFields(before, { done: 1, doneAt: change.now }, change.stamp(before.shopId));
    await change.db.followUps.put({ ...row, dueAt: change.now });
  };

  const note = async ({ request, shopId, buyerKey }: OpenedConversation): ApiResult<null> => {
    if (request.page !== 'thread' || shopId === '' || buyerKey === null) return ok(null);
    const orderId: OrderId | undefined = request.order?.orderId;
    const id = `${shopId}:${REPLY_DUE}:${orderId ?? buyerKey}`;
    const waits = request.direction === 'reply' ? messageMoment(request.lastMessage?.at, deps.clock.now()) : null;
    const isAnswered = request.direction === 'proactive' && request.lastMessage !== null && request.ownMessages > 0;
    const isNews = (row: FollowUpRow | undefined): boolean =>
      waits === null ? isAnswered && row?.done === 0 : row?.since === undefined || row.since < waits;
    // A page asks about its conversation again and again: only news costs a change.
    const kept = await reading(deps, async (db) => ok(await db.followUps.get(id)));
    if (!kept.ok) return kept;
    if (!isNews(kept.value)) return ok(null);
    const noted = await changing(deps, ['buyers', 'followUps'], async (change) => {
      // A page that was open while its buyer was forgotten or put away goes on asking.
      const buyer = await change.db.buyers.get(buyerKey);
      if (buyer === undefined || buyer.deleted === 1) return ok(null);
      const row = await change.db.followUps.get(id);
      if (!isNews(row)) return ok(null);
      if (waits !== null)
        await wait(change, row, { id, shopId, buyerKey, since: waits, ...(orderId ? { orderId } : {}) });
      else if (row) await answered(change, row);
      change.touch(buyerKey);
      return ok(null);
    });
    return announcing(deps, noted, [buyerTopic(buyerKey)]);
  };

  return {
    opened: async (conversation) => {
      const noted = await note(conversation);
      if (!noted.ok) log('waiting-not-noted');
    },
  };
};
