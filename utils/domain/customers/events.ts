import type { BuyerKey, ShopId } from '../ids';
import type { OrderEvent } from '../orders';
import type { Clocked, EventRow, Stamp } from '../records';

/** What is kept of an event, without who wrote it and when. */
export type EventPart = Omit<EventRow, keyof Stamp | keyof Clocked>;

/** Longest reason that is kept. Units: UTF-16 units. */
export const maxReasonLength = 120;

const KEPT = ['productId', 'stars', 'state', 'dueAt', 'reason'] as const;

/** One line of the page's own words, cut between two characters. */
const oneLine = (reason: string | undefined): string | undefined => {
  const line = reason?.replace(/\s+/g, ' ').trim() ?? '';
  return line === '' ? undefined : line.slice(0, maxReasonLength).replace(/[\ud800-\udbff]$/, '');
};

/**
 * The key of an event: its own id, else its order, else its product and day. Null when nothing tells it from others.
 *
 * Example: `shop-1:return:R-77`.
 */
export const eventKey = (shopId: ShopId, { kind, id, orderId, productId, at }: OrderEvent): string | null => {
  const own = id ?? orderId ?? (productId !== undefined && at !== undefined ? `${productId}+${at}` : null);
  return own === null ? null : `${shopId}:${kind}:${own}`;
};

/**
 * The row an event was kept as before: the same key, or the one event of this kind and order that may be the same, since
 * some pages show the id of an event and others do not.
 */
export const earlierEvent = (rows: readonly EventRow[], event: OrderEvent, key: string): EventRow | undefined => {
  const exact = rows.find((row) => row.id === key);
  if (exact) return exact;
  if (event.orderId === undefined) return undefined;
  const same = rows.filter((row) => row.kind === event.kind && row.orderId === event.orderId);
  const withId = same.find((row) => event.id !== undefined && row.eventId === event.id);
  if (withId) return withId;
  const open = event.id === undefined ? same : same.filter((row) => row.eventId === undefined);
  return open.length === 1 ? open[0] : undefined;
};

/** What is kept of an event: newer facts over older ones, a page that shows less takes nothing away. */
export const mergeEvent = (
  before: EventRow | undefined,
  event: OrderEvent,
  context: { readonly key: string; readonly buyerKey: BuyerKey | undefined; readonly today: string },
): EventPart => {
  const facts: Partial<Record<(typeof KEPT)[number], unknown>> = {};
  const now = { ...event, reason: oneLine(event.reason) };
  for (const field of KEPT) {
    const value = now[field] ?? before?.[field];
    if (value !== undefined) facts[field] = value;
  }
  const amount = event.amount ?? before?.amount;
  const eventId = event.id ?? before?.eventId;
  const orderId = event.orderId ?? before?.orderId;
  const buyerKey = context.buyerKey ?? before?.buyerKey;
  return {
    id: before?.id ?? context.key,
    kind: event.kind,
    ...(eventId === undefined ? {} : { eventId }),
    ...(orderId === undefined ? {} : { orderId }),
    ...(buyerKey === undefined ? {} : { buyerKey }),
    ...(amount === undefined ? {} : { amount }),
    at: event.at ?? before?.at ?? context.today,
    ...facts,
  } as EventPart;
};

/** Whether writing `next` over `before` would change anything a reader can see. */
export const isSameEvent = (before: EventRow | undefined, next: EventPart): boolean =>
  before !== undefined &&
  before.deleted === 0 &&
  KEPT.every((field) => before[field] === next[field]) &&
  before.eventId === next.eventId &&
  before.orderId === next.orderId &&
  before.buyerKey === next.buyerKey &&
  before.at === next.at &&
  before.amount?.value === next.amount?.value &&
  before.amount?.currency === next.amount?.currency;
