import type { ContextInput, ContextRule, Verdict } from './context-input';
import { dayAfter, daysBetween, isMoment } from './days';

/** Amazon: a request opens five days after the earliest delivery date. Source: A5. */
const AMAZON_OPENS_AFTER_DAYS = 5;
/** Both: it closes thirty days after the latest delivery date or the completion. Sources: A5, X3. */
const CLOSES_AFTER_DAYS = 30;

const REQUESTS = ['review-request', 'request-a-review-button', 'marketplace-review-request'];
const PROBLEM_STATES = [
  'cancelled',
  'canceled',
  'refunded',
  'partially-refunded',
  'return-open',
  'returned',
  'replacement',
  'replacement-open',
];
const NOT_YET = ['unpaid', 'pending', 'unshipped', 'paid', 'shipped', 'in-transit'];
const OPEN_DISPUTES = ['open', 'escalated', 'waiting', 'in-review'];

const isRequest = ({ kind }: ContextInput): boolean => kind === 'review-request';

/** A rule about review requests; silent on every other kind of message. */
const onRequest = (id: string, verdict: (input: ContextInput) => Verdict): ContextRule => ({
  id,
  verdict: (input) => (isRequest(input) && input.direction !== 'none' ? verdict(input) : 'silent'),
});

const tooEarlyOnAmazon = ({ earliestDelivery, deliveredAt, now, state }: ContextInput): Verdict => {
  const from = isMoment(earliestDelivery) ? earliestDelivery : deliveredAt;
  if (!isMoment(from)) {
    // On its way is too early whatever the dates are.
    return NOT_YET.includes(state ?? '') ? { severity: 'block' } : { missing: ['earliestDelivery'] };
  }
  const at = dayAfter(from, AMAZON_OPENS_AFTER_DAYS);
  return daysBetween(now, at) > 0 ? { severity: 'block', at } : 'silent';
};

const tooEarlyElsewhere = ({ completedAt, deliveredAt, state }: ContextInput): Verdict => {
  if (isMoment(completedAt) || isMoment(deliveredAt) || state === 'completed' || state === 'delivered') return 'silent';
  if (completedAt === undefined && state === undefined) return { missing: ['state', 'completedAt'] };
  return { severity: 'block' };
};

const tooLate = ({ marketplace, latestDelivery, deliveredAt, completedAt, now }: ContextInput): Verdict => {
  const from = marketplace === 'amazon' ? (isMoment(latestDelivery) ? latestDelivery : deliveredAt) : completedAt;
  if (!isMoment(from)) {
    const fact = marketplace === 'amazon' ? 'latestDelivery' : 'completedAt';
    return from === undefined ? { missing: [fact] } : 'silent';
  }
  return daysBetween(from, now) > CLOSES_AFTER_DAYS
    ? { severity: 'block', at: dayAfter(from, CLOSES_AFTER_DAYS) }
    : 'silent';
};

/** Rules about asking for a review: when, how often, and on what footing. */
export const requestRules: readonly ContextRule[] = [
  onRequest('ctx-too-early', (input) =>
    input.marketplace === 'amazon' ? tooEarlyOnAmazon(input) : tooEarlyElsewhere(input),
  ),
  onRequest('ctx-too-late', tooLate),
  onRequest('ctx-second-request', ({ history, marketplace }) => {
    if (history === undefined) return { missing: ['history'] };
    if (!history.some(({ kind }) => REQUESTS.includes(kind))) return 'silent';
    return { severity: marketplace === 'amazon' ? 'block' : 'warn' };
  }),
  onRequest('ctx-order-problem-open', ({ state }) => {
    if (state === undefined || state === null) return { missing: ['state'] };
    return PROBLEM_STATES.includes(state) ? { severity: 'block' } : 'silent';
  }),
  {
    id: 'ctx-dispute-open',
    verdict: ({ kind, disputeState, direction }) => {
      if ((kind !== 'review-request' && kind !== 'promo') || direction === 'none') return 'silent';
      if (disputeState === undefined || disputeState === null) return { missing: ['disputeState'] };
      return OPEN_DISPUTES.includes(disputeState) ? { severity: 'block' } : 'silent';
    },
  },
  onRequest('ctx-already-reviewed', ({ reviewed }) => {
    if (reviewed === undefined) return { missing: ['reviewed'] };
    return reviewed ? { severity: 'warn' } : 'silent';
  }),
  onRequest('ctx-de-consent', ({ channel, shipTo, hasObjectionNotice }) => {
    if (channel !== 'email') return 'silent';
    if (shipTo === undefined) return { missing: ['shipTo'] };
    return shipTo === 'DE' && !hasObjectionNotice ? { severity: 'info' } : 'silent';
  }),
];
