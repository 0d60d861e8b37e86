import { isDay } from '../../domain/follow-ups/day-moment';
import { brandAs, type Instant, type ShopId } from '../../domain/ids';
import type { OrderSeen } from '../../domain/orders';
import { ok } from '../../domain/result';
import type { ApiResult } from '../api';
import type { ImportedOrder, JobOptions, Progress } from '../buyers-api';
import { keepList } from '../keep-list';
import type { RecordDeps } from '../records';
import { breath } from '../breath';

/** Orders of one transaction: enough for speed, few enough that a page stays at work in between. */
const PART = 150;
const LONGEST_TITLE = 500;
const COUNTRY = /^[A-Z]{2}$/;

/** What became of an import: how far it came, and how many of the orders said something new. */
export interface ImportDone extends Progress {
  readonly kept: number;
}

const dayIn = (text: string | undefined): string | undefined => (text && isDay(text) ? text : undefined);

/** An order of a file as lists show them; what is no day, country or amount is left out. */
const asSeen = ({ orderId, buyerName, buyerId, items, amount, ...order }: ImportedOrder): OrderSeen => {
  const [orderedOn, deliveredOn] = [dayIn(order.orderedOn), dayIn(order.deliveredOn)];
  const country = order.country && COUNTRY.test(order.country) ? brandAs<'CountryCode'>(order.country) : undefined;
  return {
    orderId,
    items: items.map((item) => ({ ...item, title: item.title.slice(0, LONGEST_TITLE) })),
    ...(buyerName === undefined ? {} : { buyerName }),
    ...(buyerId === undefined ? {} : { buyerId }),
    ...(country === undefined ? {} : { country }),
    ...(orderedOn === undefined ? {} : { orderedOn }),
    ...(deliveredOn === undefined ? {} : { deliveredOn, state: 'delivered' as const }),
    ...(order.state === undefined ? {} : { state: order.state }),
    ...(amount && Number.isFinite(amount.value) ? { amount } : {}),
  };
};

/** Noon of the day of an order, which is that day nearly everywhere, and never later than now. */
const dayOf = ({ orderedOn, deliveredOn }: OrderSeen, now: Instant): Instant | undefined => {
  const day = orderedOn ?? deliveredOn;
  if (day === undefined) return undefined;
  const noon = brandAs<'Instant'>(`${day}T12:00:00.000Z`);
  return noon < now ? noon : now;
};

/**
 * Takes in the orders of a file, each part of it whole or not at all. What was taken in stays when the job is stopped
 * between two parts, and taking in the same file again changes nothing. A record was seen last on the day of its newest
 * order: a file of old orders moves nobody up.
 */
export const importOrders = async (
  deps: RecordDeps,
  file: {
    readonly shopId: ShopId;
    readonly orders: Iterable<ImportedOrder> | AsyncIterable<ImportedOrder>;
    /** How many there are, where that is known before the end. */
    readonly of?: number;
  },
  { onProgress, signal }: JobOptions = {},
): ApiResult<ImportDone> => {
  const { shopId, orders, of = 0 } = file;
  const now = deps.clock.now();
  const [today, atOf] = [now.slice(0, 10), (order: OrderSeen) => dayOf(order, now)];
  let [done, kept] = [0, 0];
  const keep = async (part: readonly OrderSeen[]): ApiResult<null> => {
    const result = await keepList(deps, { shopId, orders: part, events: [], reviewRequest: null, today, atOf });
    if (!result.ok) return result;
    done += part.length;
    kept += result.value.kept.orders;
    onProgress?.({ done, of: Math.max(done, of) });
    return ok(null);
  };
  let part: OrderSeen[] = [];
  for await (const order of orders) {
    if (signal?.aborted) return ok({ done, of: Math.max(done, of), kept });
    part.push(asSeen(order));
    if (part.length < PART) continue;
    const taken = await keep(part);
    if (!taken.ok) return taken;
    part = [];
    await breath();
  }
  const rest = part.length === 0 || signal?.aborted ? ok(null) : await keep(part);
  return rest.ok ? ok({ done, of: Math.max(done, of), kept }) : rest;
};
