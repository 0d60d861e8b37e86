import type { OrderEventState, OrderFacts } from '../../orders';
import type { ContactRow, EventRow, OrderRow } from '../../records';
import type { ContextInput, PastContact } from './context-input';

/** What is on record of the buyer a message goes to; null when there is no record. */
export interface ContextRecord {
  readonly orders: readonly Pick<OrderRow, 'orderId' | 'reviewAskedOn' | 'deliveredOn' | 'promisedOn'>[];
  readonly events: readonly Pick<EventRow, 'kind' | 'orderId' | 'state' | 'at'>[];
  readonly contacts: readonly Pick<ContactRow, 'kind' | 'at' | 'orderId'>[];
}

/** What the open page says. */
export interface ContextPage {
  readonly order: Pick<OrderFacts, 'orderId' | 'state' | 'deliveredOn' | 'promisedOn' | 'country'> | null;
  readonly direction: 'proactive' | 'reply';
  /** When the buyer's last message was written, if the page says so in a form that can be read. */
  readonly lastBuyerMessageAt?: string;
  /** Whether the buyer has written in this conversation. */
  readonly hasWritten: boolean;
}

const isOpen = (state: OrderEventState | undefined): boolean => state !== undefined && state !== 'closed';

/** What the page and the record know, in the words of the context rules; what neither knows stays absent. */
export function contextFacts(page: ContextPage, record: ContextRecord | null): Partial<ContextInput> {
  const { order } = page;
  const known = order ? record?.orders.find(({ orderId }) => orderId === order.orderId) : undefined;
  const events = order ? (record?.events.filter(({ orderId }) => orderId === order.orderId) ?? []) : [];
  const of = (...kinds: readonly string[]) => events.filter(({ kind }) => kinds.includes(kind));
  const dispute = of('dispute', 'claim').find(({ state }) => isOpen(state));
  const deliveredAt = order?.deliveredOn ?? known?.deliveredOn;
  const latestDelivery = order?.promisedOn ?? known?.promisedOn;
  const isReviewed = of('review', 'feedback').length > 0;
  const hasMet = page.hasWritten || order !== null || (record?.orders.length ?? 0) > 0;
  return {
    orderId: order?.orderId ?? (page.hasWritten ? null : undefined),
    channel: 'order-page',
    direction: page.direction,
    ...state(order?.state, of('return'), of('refund')),
    ...(deliveredAt ? { deliveredAt, latestDelivery: latestDelivery ?? deliveredAt } : { latestDelivery }),
    ...(order?.state === 'completed' && deliveredAt ? { completedAt: deliveredAt } : {}),
    ...disputeFacts(order?.state, dispute, record !== null && order !== null),
    // That no review was seen does not mean that there is none.
    ...(isReviewed ? { reviewed: true } : {}),
    ...(record ? { history: historyOf(record, order?.orderId) } : {}),
    ...(hasMet ? { knownBuyer: true } : {}),
    ...(order?.country ? { shipTo: order.country } : {}),
    ...(page.lastBuyerMessageAt ? { lastBuyerMessageAt: page.lastBuyerMessageAt } : {}),
  };
}

type Events = readonly Pick<EventRow, 'state' | 'at'>[];

const state = (shown: string | undefined, returns: Events, refunds: Events): Partial<ContextInput> => {
  if (returns.some((one) => isOpen(one.state))) return { state: 'return-open' };
  if (refunds.length > 0) return { state: 'refunded' };
  return shown ? { state: shown } : {};
};

const disputeFacts = (
  shown: string | undefined,
  dispute: Events[number] | undefined,
  isKnown: boolean,
): Partial<ContextInput> => {
  if (dispute) {
    return {
      disputeState: 'open',
      disputeOpenedAt: dispute.at,
      sellerResponded: dispute.state !== 'waiting-for-seller',
    };
  }
  if (shown === 'disputed') return { disputeState: 'open' };
  return isKnown ? { disputeState: 'none' } : {};
};

/** Own messages to the buyer and the marketplace's own request for this order. */
const historyOf = ({ contacts, orders }: ContextRecord, orderId: string | undefined): readonly PastContact[] => [
  ...contacts
    // A request is counted for its order, everything else for the buyer.
    .filter((one) => one.kind !== 'review-request' || one.orderId === undefined || one.orderId === orderId)
    .map(({ at, kind }) => ({ at, kind })),
  ...orders.flatMap(({ orderId: of, reviewAskedOn }) =>
    of === orderId && reviewAskedOn ? [{ at: reviewAskedOn, kind: 'request-a-review-button' }] : [],
  ),
];
