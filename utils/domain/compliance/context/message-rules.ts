import type { ContextInput, ContextRule, PastContact, Verdict } from './context-input';
import { dayAfter, daysBetween, hoursAfter, hoursBetween, isMoment } from './days';

/** Permitted messages may be sent until thirty days after the order was completed. Source: A1. */
const PROACTIVE_DAYS = 30;
/** Messages to one buyer in seven days without an answer. Source: X1 and sellers' practice, INFERRED. */
const CAP_DAYS = 7;
const CAP_WARN = 2;
const CAP_BLOCK = 4;
/** Hours a buyer's message may wait; weekends count. Source: Amazon's contact response metric. */
const AMBER_HOURS = 12;
const RED_HOURS = 24;
/** AliExpress refunds when a dispute is not answered in five days, X4; A-to-z gives 48 hours, A9. */
const DISPUTE_DAYS = 5;
const CLAIM_HOURS = 48;

const UNASKED = (kind: string): boolean =>
  !['reply', 'buyer-message', 'request-a-review-button', 'marketplace-review-request'].includes(kind);

const base = (lang: string): string => lang.toLowerCase().split('-')[0] ?? lang;

/** A rule about messages nobody asked for. */
const onProactive = (
  id: string,
  markets: readonly string[],
  verdict: (input: ContextInput) => Verdict,
): ContextRule => ({
  id,
  verdict: (input) =>
    input.direction === 'proactive' && markets.includes(input.marketplace) ? verdict(input) : 'silent',
});

/** Own unasked messages of the last days that came after the buyer's last word. */
const unanswered = (history: readonly PastContact[], now: string): number => {
  const lastWord = history
    .filter(({ kind }) => kind === 'buyer-message')
    .reduce((latest, { at }) => (at > latest ? at : latest), '');
  return history.filter(
    ({ at, kind }) => UNASKED(kind) && at > lastWord && hoursBetween(at, now) >= 0 && daysBetween(at, now) <= CAP_DAYS,
  ).length;
};

const wrongLanguage = ({ lang, preferredLang, marketplace, direction }: ContextInput): Verdict => {
  if (direction === 'none') return 'silent';
  if (lang === undefined || preferredLang === undefined)
    return { missing: lang === undefined ? ['lang'] : ['preferredLang'] };
  if (base(lang) === base(preferredLang)) return 'silent';
  return { severity: marketplace === 'amazon' && direction === 'proactive' ? 'block' : 'warn' };
};

const disputeDeadline = (input: ContextInput): Verdict => {
  const { marketplace, disputeState, disputeOpenedAt, sellerResponded } = input;
  if (disputeState !== 'open' || !isMoment(disputeOpenedAt)) return 'silent';
  if (sellerResponded === undefined) return { missing: ['sellerResponded'] };
  if (sellerResponded) return 'silent';
  const hours = marketplace === 'amazon' ? CLAIM_HOURS : DISPUTE_DAYS * 24;
  return { severity: 'info', at: hoursAfter(disputeOpenedAt, hours) };
};

const replyOverdue = ({ direction, lastBuyerMessageAt, now }: ContextInput): Verdict => {
  if (direction === 'proactive' || !isMoment(lastBuyerMessageAt)) return 'silent';
  const waited = hoursBetween(lastBuyerMessageAt, now);
  if (waited < AMBER_HOURS) return 'silent';
  const at = hoursAfter(lastBuyerMessageAt, RED_HOURS);
  return { severity: 'info', level: waited < RED_HOURS ? 'amber' : 'red', at };
};

/** AliExpress takes one polite request for harmless, repeated ones for harassment, X1; Amazon's are refused by their words. */
const repeatedChange = ({ marketplace, asksForChange, history }: ContextInput): Verdict => {
  if (marketplace !== 'aliexpress' || !asksForChange) return 'silent';
  if (history === undefined) return { missing: ['history'] };
  return history.some(({ kind }) => kind === 'review-change-request') ? { severity: 'block' } : 'silent';
};

/** Rules about any message, and the clocks that run while nobody writes. */
export const messageRules: readonly ContextRule[] = [
  onProactive('ctx-proactive-window', ['amazon'], ({ completedAt, now }) => {
    if (completedAt === undefined) return { missing: ['completedAt'] };
    if (!isMoment(completedAt) || daysBetween(completedAt, now) <= PROACTIVE_DAYS) return 'silent';
    return { severity: 'block', at: dayAfter(completedAt, PROACTIVE_DAYS) };
  }),
  onProactive('ctx-opted-out', ['amazon'], ({ optedOut, critical }) => {
    if (critical) return 'silent';
    if (optedOut === undefined) return { missing: ['optedOut'] };
    return optedOut ? { severity: 'block' } : 'silent';
  }),
  {
    id: 'ctx-important-misuse',
    verdict: ({ marketplace, subjectTag, critical }) =>
      marketplace === 'amazon' && subjectTag && !critical ? { severity: 'block' } : 'silent',
  },
  { id: 'ctx-wrong-language', verdict: wrongLanguage },
  onProactive('ctx-missing-order-id', ['amazon'], ({ orderId, channel }) => {
    if (channel !== 'email' && channel !== 'api') return 'silent';
    if (orderId === undefined) return { missing: ['orderId'] };
    return orderId === null ? { severity: 'block' } : 'silent';
  }),
  onProactive('ctx-frequency-cap', ['amazon', 'aliexpress'], ({ history, now }) => {
    if (history === undefined) return { missing: ['history'] };
    const count = unanswered(history, now);
    if (count < CAP_WARN) return 'silent';
    return { severity: count >= CAP_BLOCK ? 'block' : 'warn' };
  }),
  { id: 'ctx-repeated-change-request', verdict: repeatedChange },
  { id: 'ctx-reply-overdue', verdict: replyOverdue },
  { id: 'ctx-dispute-deadline', verdict: disputeDeadline },
  onProactive('ctx-unsolicited', ['amazon'], ({ orderId, knownBuyer }) => {
    if (orderId) return 'silent';
    if (knownBuyer === undefined) return orderId === null ? { missing: ['knownBuyer'] } : { missing: ['orderId'] };
    return knownBuyer ? 'silent' : { severity: 'block' };
  }),
];
