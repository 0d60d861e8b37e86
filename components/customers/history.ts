import type { OrderItem } from '@/utils/domain/orders';
import type { EventRow, OrderRow } from '@/utils/domain/records';
import { dayLabel, dayRangeLabel, momentLabel } from '../content/labels';
import type { Translate } from '../ui/translate';

/** One order, or one thing that happened to one, as a line. */
export interface HistoryLine {
  readonly key: string;
  /** Day it is sorted by, `YYYY-MM-DD`; empty when no page has shown one. */
  readonly day: string;
  readonly title: string;
  /** Parts in the order of what matters; a tone is never the only sign of anything. */
  readonly parts: readonly HistoryPart[];
}

/** A part of a line; words and numbers of a page keep their own direction, numbers also stay in one piece. */
export interface HistoryPart {
  readonly text: string;
  readonly tone?: 'good' | 'bad' | 'warn';
  readonly from?: 'page' | 'number';
}

/** What lines are written with. */
export interface HistoryContext {
  readonly t: Translate;
  readonly uiLang: string;
  readonly now: Date;
}

/** Products of an order that one line names. */
const MOST_ITEMS = 2;

/** A sum of money in the interface language. */
export function amountLabel({ value, currency }: NonNullable<EventRow['amount']>, uiLang: string): string {
  try {
    return new Intl.NumberFormat(uiLang, { style: 'currency', currency }).format(value);
  } catch {
    // RangeError: not a currency code. What the page showed is still worth reading.
    return `${value} ${currency}`;
  }
}

const itemWords = (t: Translate, { title, quantity }: OrderItem): string =>
  quantity && quantity > 1 ? t('notes.history.item', { quantity, title }) : title;

/** The days of an order; what its state says already is said once, with the day. */
function dayParts(order: OrderRow, { t, uiLang }: HistoryContext): readonly HistoryPart[] {
  const { state, shippedOn, promisedFrom, promisedOn, deliveredOn } = order;
  const hasDay = (state === 'shipped' && shippedOn) || (state === 'delivered' && deliveredOn);
  const isRange = promisedFrom !== undefined && promisedOn !== undefined && promisedFrom < promisedOn;
  return [
    ...(state && !hasDay ? [{ text: t(`notes.orderState.${state}`) }] : []),
    ...(shippedOn ? [{ text: t('notes.history.shippedOn', { day: dayLabel(shippedOn, uiLang) }) }] : []),
    ...(promisedOn && !isRange ? [{ text: t('notes.history.promisedOn', { day: dayLabel(promisedOn, uiLang) }) }] : []),
    ...(isRange
      ? [{ text: t('notes.history.promisedBetween', { days: dayRangeLabel(promisedFrom, promisedOn, uiLang) }) }]
      : []),
    ...(deliveredOn ? [{ text: t('notes.history.deliveredOn', { day: dayLabel(deliveredOn, uiLang) }) }] : []),
  ];
}

function orderLine(order: OrderRow, context: HistoryContext): HistoryLine {
  const { t, uiLang } = context;
  const { items, amount } = order;
  const rest = items.length - MOST_ITEMS;
  return {
    key: `order ${order.id}`,
    day: order.orderedOn ?? order.shippedOn ?? '',
    title: t('notes.history.order'),
    parts: [
      ...items.slice(0, MOST_ITEMS).map((item) => ({ text: itemWords(t, item), from: 'page' as const })),
      ...(rest > 0 ? [{ text: t('notes.history.moreItems', { count: rest }) }] : []),
      ...dayParts(order, context),
      ...(amount ? [{ text: amountLabel(amount, uiLang) }] : []),
      { text: order.orderId, from: 'number' },
    ],
  };
}

/** Four and five stars count as good, three as neutral, as both marketplaces count them. */
function starsPart(stars: number, t: Translate): HistoryPart {
  const kind = stars >= 4 ? 'good' : stars === 3 ? 'neutral' : 'bad';
  return { text: t(`notes.history.${kind}`, { count: stars }), ...(kind === 'neutral' ? {} : { tone: kind }) };
}

function duePart(dueAt: string, { t, uiLang, now }: HistoryContext): HistoryPart {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dueAt);
  const end = Date.parse(isDay ? `${dueAt}T23:59:59` : dueAt);
  const when = isDay || Number.isNaN(end) ? dayLabel(dueAt, uiLang) : momentLabel(dueAt, uiLang);
  const isOver = end < now.getTime();
  return { text: t(isOver ? 'notes.history.wasDue' : 'notes.history.due', { when }), tone: isOver ? 'bad' : 'warn' };
}

function eventLine(event: EventRow, context: HistoryContext): HistoryLine {
  const { t, uiLang } = context;
  const { kind, stars, state, dueAt, reason, amount, orderId, productId } = event;
  return {
    key: `event ${event.id}`,
    day: event.at.slice(0, 10),
    title: t(`notes.history.${kind}`),
    parts: [
      ...(stars === undefined ? [] : [starsPart(stars, t)]),
      ...(state ? [{ text: t(`notes.eventState.${state}`) }] : []),
      ...(dueAt && state !== 'closed' ? [duePart(dueAt, context)] : []),
      ...(amount ? [{ text: amountLabel(amount, uiLang) }] : []),
      ...(reason ? [{ text: reason, from: 'page' as const }] : []),
      ...((orderId ?? productId) ? [{ text: (orderId ?? productId)!, from: 'number' as const }] : []),
    ],
  };
}

/** Everything known of a buyer's orders as lines, newest first; what has no day comes last. */
export function historyOf(
  { orders, events }: { readonly orders: readonly OrderRow[]; readonly events: readonly EventRow[] },
  context: HistoryContext,
): readonly HistoryLine[] {
  const lines = [
    ...events.map((event) => eventLine(event, context)),
    ...orders.map((order) => orderLine(order, context)),
  ];
  return lines.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
