import type { Satellites } from '../customers/satellites';
import type { CountryCode, Instant, MarketId, ShopId } from '../ids';
import type { BuyerRow, EventRow } from '../records';
import { dayAt, dayEnd, hoursAfter, isDay } from './day-moment';
import type { ComputedFollowUp, FollowUpEnd, FollowUpTimes, FollowUpType } from './follow-up-type';
import { isOfOrders, occasionsOf, startsOf, stateOf, type Occasion } from './occasions';

/** What follow-ups are worked out from. */
export interface FollowUpSource {
  readonly shopId: ShopId;
  readonly marketplace: MarketId;
  readonly buyer: Pick<BuyerRow, 'signals' | 'deleted' | 'forgotten'>;
  readonly satellites: Satellites;
  readonly types: readonly FollowUpType[];
  readonly now: Instant;
  /** The zone whose clock counts for an order to this country. */
  readonly zone: (country: CountryCode | undefined) => string;
}

const REVIEW_REQUEST = 'review-request';
const PROBLEMS: readonly EventRow['kind'][] = ['return', 'claim', 'dispute'];
const DAY_MS = 86_400_000;

/** No zone is further than a day from UTC: what ended two days ago by the calendar ended everywhere. */
const isLongOver = (since: string, hours: number | undefined, now: Instant): boolean =>
  hours !== undefined && Date.parse(since) + hours * 3_600_000 + 2 * DAY_MS < Date.parse(now);

const isEnded = (end: FollowUpEnd, { order, orderId }: Occasion, source: FollowUpSource, zone: string): boolean => {
  const { events, contacts } = source.satellites;
  const ofOrder = events.filter((event) => orderId !== undefined && event.orderId === orderId);
  switch (end) {
    case 'review-asked':
      return (
        order?.reviewAskedOn !== undefined ||
        contacts.some((contact) => contact.kind === REVIEW_REQUEST && contact.orderId === orderId)
      );
    case 'reviewed':
      return ofOrder.some(({ kind }) => kind === 'review' || kind === 'feedback');
    case 'problem-open':
      return ofOrder.some(({ kind, state }) => PROBLEMS.includes(kind) && state !== 'closed');
    case 'promised-day-over':
      return order?.promisedOn !== undefined && order.promisedOn < dayAt(source.now, zone);
  }
};

/** Whether a message of ours after the start has done what the follow-up is for. */
const isWritten = (type: FollowUpType, { orderId }: Occasion, from: Instant, source: FollowUpSource): boolean => {
  if (type.closedBy === 'page') return false;
  const kinds = [type.id, type.templates?.[source.marketplace]];
  return source.satellites.contacts.some(
    (contact) =>
      contact.at > from &&
      (contact.orderId === undefined || orderId === undefined || contact.orderId === orderId) &&
      (type.closedBy === 'any-message' || kinds.includes(contact.kind)),
  );
};

const timesOf = (type: FollowUpType, marketplace: string): FollowUpTimes => type.timesOn?.[marketplace] ?? type;

const followUpOf = (type: FollowUpType, occasion: Occasion, source: FollowUpSource): ComputedFollowUp | null => {
  const { since, order, subject, orderId, about } = occasion;
  const times = timesOf(type, source.marketplace);
  // Before the browser is asked for any zone: most orders of a long list are over.
  if (occasion.dueAt === undefined && isLongOver(since, times.untilAfterHours, source.now)) return null;
  if (order && type.while && !type.while.includes(stateOf(order))) return null;
  const zone = source.zone(occasion.country);
  if (type.endedBy?.some((end) => isEnded(end, occasion, source, zone))) return null;

  const start = hoursAfter(since, 0, zone);
  const counted = hoursAfter(since, times.dueAfterHours, zone);
  const shown = occasion.dueAt === undefined ? null : lastMoment(occasion.dueAt, zone);
  const dueAt = shown ?? counted;
  if (start === null || counted === null || dueAt === null) return null;
  const until = untilOf(times, { since, shown, zone });
  if (until !== null && until <= source.now) return null;
  if (isWritten(type, occasion, start < counted ? start : counted, source)) return null;
  return {
    id: `${source.shopId}:${type.id}:${subject}`,
    kind: type.id,
    ...(orderId ? { orderId } : {}),
    ...(about ? { about } : {}),
    since,
    dueAt,
    ...(until === null ? {} : { until }),
  };
};

/** The end of it; what the page names as the last moment moves the end along. */
const untilOf = (
  { dueAfterHours, untilAfterHours }: FollowUpTimes,
  { since, shown, zone }: { readonly since: string; readonly shown: Instant | null; readonly zone: string },
): Instant | null => {
  if (untilAfterHours === undefined) return null;
  return shown === null
    ? hoursAfter(since, untilAfterHours, zone)
    : hoursAfter(shown, untilAfterHours - dueAfterHours, zone);
};

/** The last moment a page allows: the end of a day it names, or the moment itself. */
const lastMoment = (dueAt: string, zone: string): Instant | null =>
  isDay(dueAt) ? dayEnd(dueAt, zone) : hoursAfter(dueAt, 0, zone);

const longestOf = (types: readonly FollowUpType[]): number =>
  Math.max(
    0,
    ...types
      .flatMap((type) => [type, ...Object.values(type.timesOn ?? {})])
      .filter(({ starts }) => isOfOrders(starts))
      .map(({ untilAfterHours = Infinity }) => untilAfterHours),
  );

/** By list of types, how long the longest of those that an order starts stands. Units: hours. */
const longest = new WeakMap<readonly FollowUpType[], number>();

/** Whether a record is nothing but orders that are over, which most orders of an old file are: no type has to look. */
const isAllOver = ({ satellites, types, now }: FollowUpSource): boolean => {
  const { orders, events, promises, followUps } = satellites;
  if (events.length + promises.length + followUps.length > 0) return false;
  const hours = longest.get(types) ?? longestOf(types);
  longest.set(types, hours);
  return orders.every((order) => startsOf(order).every((day) => isLongOver(day, hours, now)));
};

/**
 * What there is to look at in one record, and when: every order, event and promise that starts the clock of a type which
 * this marketplace knows, unless its reason is gone. Ids are the same on every machine. What a person has said of a
 * follow-up (done, later) is kept by whoever stores these.
 */
export const computeFollowUps = (source: FollowUpSource): readonly ComputedFollowUp[] => {
  if (source.buyer.deleted === 1 || source.buyer.forgotten || isAllOver(source)) return [];
  const found = new Map<string, ComputedFollowUp>();
  for (const type of source.types) {
    if (type.modes[source.marketplace] === 'never') continue;
    const { starts } = timesOf(type, source.marketplace);
    for (const occasion of occasionsOf(starts, { ...source, kind: type.id })) {
      const followUp = followUpOf(type, occasion, source);
      if (followUp) found.set(followUp.id, followUp);
    }
  }
  return [...found.values()].sort((a, b) =>
    a.dueAt === b.dueAt ? (a.id < b.id ? -1 : 1) : a.dueAt < b.dueAt ? -1 : 1,
  );
};
