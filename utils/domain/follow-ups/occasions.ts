import type { Satellites } from '../customers/satellites';
import type { CountryCode, OrderId } from '../ids';
import type { OrderState } from '../orders';
import type { BuyerRow, EventRow, OrderRow } from '../records';
import type { FollowUpStart } from './follow-up-type';

/** One thing a follow-up can be about, and when its clock started. */
export interface Occasion {
  /** What tells it from others of the kind: the same on every machine. */
  readonly subject: string;
  /** Day `YYYY-MM-DD`, or a moment. */
  readonly since: string;
  readonly order?: OrderRow;
  readonly orderId?: OrderId;
  /** Row of the event or promise. */
  readonly about?: string;
  readonly country?: CountryCode;
  /** Day or moment the page itself names as the last. */
  readonly dueAt?: string;
}

/** Where an order stands; where the page did not say, what its days say. */
export const stateOf = ({ state, deliveredOn, shippedOn }: OrderRow): OrderState =>
  state ?? (deliveredOn ? 'delivered' : shippedOn ? 'shipped' : 'unshipped');

const BAD_STARS = 2;

/** Follow-ups of an order that was not cancelled, started by one of its days. */
const ofOrders = (orders: readonly OrderRow[], dayOf: (order: OrderRow) => string | undefined): readonly Occasion[] =>
  orders.flatMap((order) => {
    const since = dayOf(order);
    const { orderId, country } = order;
    return since ? [{ subject: orderId, since, order, orderId, ...(country ? { country } : {}) }] : [];
  });

const shippedOn = ({ shippedOn: day, state, stateOn }: OrderRow): string | undefined =>
  day ?? (state === 'shipped' ? stateOn : undefined);

const completedOn = ({ state, stateOn }: OrderRow): string | undefined => (state === 'completed' ? stateOn : undefined);

/** The days an order may start a clock on. */
export const startsOf = (order: OrderRow): readonly string[] =>
  [order.orderedOn, shippedOn(order), order.promisedOn, order.deliveredOn, completedOn(order)].flatMap(
    (day) => day ?? [],
  );

const OF_ORDERS: readonly FollowUpStart[] = ['ordered', 'shipped', 'promised', 'delivered', 'completed', 'sample'];

/** Whether a clock starts on a day of an order. */
export const isOfOrders = (start: FollowUpStart): boolean => OF_ORDERS.includes(start);

const ofEvents = (
  { events, orders }: Satellites,
  shopId: string,
  isMeant: (event: EventRow) => boolean,
): readonly Occasion[] =>
  events.filter(isMeant).map(({ id, orderId, at, dueAt }) => {
    const order = orderId && orders.find((one) => one.orderId === orderId);
    return {
      subject: id.startsWith(`${shopId}:`) ? id.slice(shopId.length + 1) : id,
      since: at,
      about: id,
      ...(orderId ? { orderId } : {}),
      ...(order?.country ? { country: order.country } : {}),
      ...(dueAt ? { dueAt } : {}),
    };
  });

/** Whether it is our turn: a case that waits for somebody else, or is closed, has no clock of ours. */
const isOurs = ({ state }: EventRow): boolean => state === undefined || state === 'waiting-for-seller';

const isBad = ({ stars, state }: EventRow): boolean => stars !== undefined && stars <= BAD_STARS && state !== 'closed';

/** The first order that came after they asked for a sample. */
const ofSample = (buyer: Pick<BuyerRow, 'signals'>, orders: readonly OrderRow[]): readonly Occasion[] => {
  const asked = buyer.signals?.sample;
  if (!asked) return [];
  const came = ofOrders(orders, ({ deliveredOn }) => (deliveredOn && deliveredOn >= asked ? deliveredOn : undefined));
  return [...came].sort((a, b) => (a.since < b.since ? -1 : 1)).slice(0, 1);
};

/** Kinds of the rows of promises and of messages that wait; the messages are known from their rows alone. */
const waitingMessages = ({ followUps }: Satellites, kind: string): readonly Occasion[] =>
  followUps
    .filter((row) => row.kind === kind && row.since !== undefined)
    .map(({ id, since = '', orderId, shopId }) => ({
      subject: id.slice(`${shopId}:${kind}:`.length),
      since,
      ...(orderId ? { orderId } : {}),
    }));

/** Everything in a record that starts the clock of a type. `kind` is the id of the type. */
export const occasionsOf = (
  start: FollowUpStart,
  {
    buyer,
    satellites,
    shopId,
    kind,
  }: {
    readonly buyer: Pick<BuyerRow, 'signals'>;
    readonly satellites: Satellites;
    readonly shopId: string;
    readonly kind: string;
  },
): readonly Occasion[] => {
  const { orders } = satellites;
  const events = (isMeant: (event: EventRow) => boolean) => ofEvents(satellites, shopId, isMeant);
  switch (start) {
    case 'ordered':
      return ofOrders(orders, ({ orderedOn }) => orderedOn);
    case 'shipped':
      return ofOrders(orders, shippedOn);
    case 'promised':
      return ofOrders(orders, ({ promisedOn }) => promisedOn);
    case 'delivered':
      return ofOrders(orders, ({ deliveredOn }) => deliveredOn);
    case 'completed':
      return ofOrders(orders, completedOn);
    case 'sample':
      return ofSample(buyer, orders);
    case 'bad-review':
      return events((event) => event.kind === 'review' && isBad(event));
    case 'bad-feedback':
      return events((event) => event.kind === 'feedback' && isBad(event));
    case 'claim':
    case 'dispute':
    case 'return':
      return events((event) => event.kind === start && isOurs(event));
    case 'promise':
      return satellites.promises
        .filter(({ done }) => done === 0)
        .map(({ id, dueOn, orderId }) => ({ subject: id, since: dueOn, about: id, ...(orderId ? { orderId } : {}) }));
    case 'buyer-message':
      return waitingMessages(satellites, kind);
  }
};
