import { checkContext } from '../compliance/context/check-context';
import type { ContextInput } from '../compliance/context/context-input';
import { dayAfter, hoursBetween, isMoment } from '../compliance/context/days';
import { contextFacts } from '../compliance/context/facts-of';
import type { CountryCode, Instant } from '../ids';
import type { ContactRow, EventRow, OrderRow } from '../records';
import { marketDays, type MarketPlaceOf } from './market-day';
import type { ReviewVerdict } from './verdict';

/** What is known of team-mates' doings in a shop. */
export interface TeamKnowledge {
  readonly isTeam: boolean;
  /** When team-mates were last heard of. */
  readonly asOf?: string | undefined;
}

/** The order a review is to be asked for. */
export type AskedOrder = Pick<
  OrderRow,
  | 'orderId'
  | 'state'
  | 'stateOn'
  | 'orderedOn'
  | 'shippedOn'
  | 'promisedFrom'
  | 'promisedOn'
  | 'deliveredOn'
  | 'country'
  | 'reviewAskedOn'
> & {
  /** Day the order was first written down: a state that is younger was seen to change. */
  readonly firstSeenOn?: string | undefined;
};

/**
 * What is on record of the buyer. How satisfied somebody was is left out on purpose: an evaluation counts as one, whatever
 * it says.
 */
export interface AskedRecord {
  readonly events: readonly Pick<EventRow, 'kind' | 'orderId' | 'state' | 'at'>[];
  readonly contacts: readonly Pick<ContactRow, 'kind' | 'at' | 'orderId'>[];
  /** Whether the buyer is known to want no unasked messages; nothing on record counts as no. */
  readonly hasOptedOut: boolean;
  readonly country?: CountryCode | undefined;
}

/** Everything the verdict stands on. */
export interface ReviewInput extends Omit<MarketPlaceOf, 'country'> {
  readonly now: Instant;
  readonly order: AskedOrder;
  /** Null while nothing is on record of the buyer: whether somebody has asked before is then unknown. */
  readonly record: AskedRecord | null;
  /** `button`: the marketplace's own request, which it sends itself; `message`: ours. */
  readonly route: 'button' | 'message';
  /** What the marketplace's own review-request page says of the order at this moment. */
  readonly pageSays?: 'eligible' | 'refused' | undefined;
  readonly team: TeamKnowledge;
}

/** Reasons to wait or to stop, the one that decides first. */
const STOPS = [
  'ctx-dispute-open',
  'ctx-order-problem-open',
  'ctx-second-request',
  'ctx-opted-out',
  'ctx-already-reviewed',
] as const;
const WINDOW = ['ctx-too-late', 'ctx-too-early'] as const;
const DECIDING: readonly string[] = [...STOPS, ...WINDOW];

/** What team-mates did is known well enough for this long. Units: hours. */
const TEAM_HOURS = 12;
/** Both marketplaces close the window this many days after delivery or completion. Sources: A5, X3. */
const OPEN_DAYS = 30;
/** Until the parcel has left, no promised day opens anything. */
const NOT_SENT: readonly string[] = ['unpaid', 'unshipped'];

/** What is known of the day an order was completed: the earliest and the latest it can have been. */
interface Completion {
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
}

const completionOf = (order: AskedOrder): Completion => {
  if (order.state !== 'completed') return { earliest: undefined, latest: undefined };
  if (order.deliveredOn) return { earliest: order.deliveredOn, latest: order.deliveredOn };
  const latest = order.stateOn;
  // A change that was watched happened about when it was seen; one that was not may be older than that.
  const isWatched = latest !== undefined && order.firstSeenOn !== undefined && order.firstSeenOn < latest;
  return { latest, earliest: isWatched ? latest : (order.shippedOn ?? order.orderedOn) };
};

/** A case or a return of which no page has said how it stands may be open: what would be clear without it is not. */
const doubtful = ({ record, order: { orderId } }: ReviewInput, clear: Partial<ContextInput>): Partial<ContextInput> => {
  const isUnsaid = (...kinds: readonly string[]) =>
    record?.events.some((one) => one.orderId === orderId && kinds.includes(one.kind) && one.state === undefined);
  return {
    ...(clear.disputeState === 'none' && isUnsaid('dispute', 'claim') ? { disputeState: undefined } : {}),
    ...(clear.state !== 'refunded' && clear.state !== 'return-open' && isUnsaid('return') ? { state: undefined } : {}),
  };
};

const factsFor = (input: ReviewInput): Omit<ContextInput, 'now'> => {
  const { order, record, marketplace, route } = input;
  const known = record && { orders: [order], events: record.events, contacts: record.contacts };
  const country = order.country ?? record?.country;
  const facts = contextFacts({ order, direction: 'proactive', hasWritten: false }, known);
  const dates =
    marketplace === 'aliexpress'
      ? // Confirming the receipt opens feedback there; that the parcel has arrived is not enough.
        { completedAt: completionOf(order).latest, deliveredAt: undefined }
      : NOT_SENT.includes(order.state ?? '')
        ? { earliestDelivery: undefined, deliveredAt: undefined, completedAt: undefined }
        : // Where only the last promised day is known, counting from it can only be too careful.
          { earliestDelivery: order.promisedFrom ?? order.deliveredOn ?? order.promisedOn };
  return {
    ...facts,
    ...dates,
    ...(marketplace === 'aliexpress' && facts.state === 'delivered' ? { state: 'shipped' } : {}),
    ...doubtful(input, facts),
    marketplace,
    kind: 'review-request',
    channel: route === 'message' ? 'email' : 'order-page',
    ...(country === undefined ? {} : { shipTo: country }),
    // What was never seen of a buyer on record counts as not there; of a buyer without a record nothing is known.
    ...(record ? { reviewed: facts.reviewed ?? false, optedOut: record.hasOptedOut } : {}),
  };
};

/** What the context rules say on every day it may be now: a reason on one of them is a reason. */
function judged(input: ReviewInput) {
  const { order, marketplace, pageSays, now, record, clocks, ownZone } = input;
  const facts = factsFor(input);
  const country = order.country ?? record?.country;
  const days = marketDays(now, { marketplace, country, clocks, ownZone });
  const on = (completedAt: string | undefined) =>
    days.map((day) => checkContext({ ...facts, now: day, ...(completedAt === undefined ? {} : { completedAt }) }));
  const reports = on(undefined);
  // The marketplace knows its own window best while it says that it is open.
  const counts = (rule: string): boolean =>
    DECIDING.includes(rule) && (pageSays !== 'eligible' || !WINDOW.some((one) => one === rule));
  const findings = reports.flatMap((report) => report.findings);
  const unknown = reports.flatMap((report) => report.unknown).filter(({ rule }) => counts(rule));
  const missing = new Set<string>(unknown.flatMap((one) => one.missing));
  const { earliest, latest } = completionOf(order);
  if (marketplace === 'aliexpress' && order.state === 'completed') {
    const mayBeOver = earliest === undefined || on(earliest).some(isOver);
    if (latest === undefined || mayBeOver) missing.add('completedAt');
  }
  return { findings, missing: [...missing], decides: counts, facts };
}

const isOver = (report: ReturnType<typeof checkContext>): boolean =>
  report.findings.some(({ rule }) => rule === 'ctx-too-late');

const closesOn = ({ marketplace, latestDelivery, completedAt }: Omit<ContextInput, 'now'>): string | undefined => {
  const from = marketplace === 'amazon' ? latestDelivery : completedAt;
  return isMoment(from) ? dayAfter(from, OPEN_DAYS) : undefined;
};

/**
 * Whether a review of an order may be asked for now. A missing fact is never taken for a yes, and nothing a buyer thinks of
 * the purchase enters: nobody is chosen, or spared, by mood.
 *
 * Source: policy table of contextual rules, A1, A2, A5, A10, X3, L3.
 */
export function mayAsk(input: ReviewInput): ReviewVerdict {
  const { order, marketplace, team, now, pageSays } = input;
  const { orderId } = order;
  const { findings, missing, decides, facts } = judged(input);
  const found = (rule: string) => (decides(rule) ? findings.find((one) => one.rule === rule) : undefined);
  for (const rule of STOPS) if (found(rule)) return { orderId, verdict: 'stop', rule };
  const late = found('ctx-too-late');
  if (late) return { orderId, verdict: 'stop', rule: late.rule, ...(late.at ? { at: late.at } : {}) };
  const early = found('ctx-too-early');
  if (early) return { orderId, verdict: 'wait', rule: early.rule, ...(early.at ? { at: early.at } : {}) };
  if (pageSays === 'refused') return { orderId, verdict: 'stop', rule: 'review-page-refuses' };
  if (marketplace !== 'amazon' && marketplace !== 'aliexpress')
    return { orderId, verdict: 'unknown', rule: 'review-facts-missing', missing: ['marketplace'] };
  if (missing.length > 0) return { orderId, verdict: 'unknown', rule: 'review-facts-missing', missing };
  const { isTeam, asOf } = team;
  const knownAt = isTeam && isMoment(asOf) ? { knownAt: asOf } : {};
  // An age from the future is a clock that is wrong, here or there: as good as no knowledge.
  const isFresh = isMoment(asOf) && Math.abs(hoursBetween(asOf, now)) <= TEAM_HOURS;
  if (isTeam && !isFresh)
    return { orderId, verdict: 'unknown', rule: 'review-team-unknown', missing: ['teamKnowledge'], ...knownAt };
  const closes = closesOn(facts);
  const mind = findings.flatMap(({ rule }) => (rule === 'ctx-de-consent' ? [rule] : []));
  return {
    orderId,
    verdict: 'allow',
    rule: 'review-allowed',
    ...(closes === undefined ? {} : { at: closes }),
    ...knownAt,
    ...(mind.length > 0 ? { mind: [...new Set(mind)] } : {}),
  };
}
