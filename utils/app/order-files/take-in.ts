/** Takes what a file says into the records. */
import type { JoinedOrder } from '../../domain/order-files/join-rows';
import { brandAs, type Instant, type ShopId } from '../../domain/ids';
import type { OrderSeen } from '../../domain/orders';
import { ok } from '../../domain/result';
import type { ApiResult } from '../api';
import { importOrders } from '../buyers/import-orders';
import type { JobOptions } from '../buyers-api';
import { keepList } from '../keep-list';
import type { OrderFileTaken } from '../order-files-api';
import type { RecordDeps } from '../records';
import { breath } from '../breath';

/** Orders of one transaction, as in `importOrders`. */
const PART = 150;

const takeOrders = async (
  deps: RecordDeps,
  { shopId, joined }: { readonly shopId: ShopId; readonly joined: readonly JoinedOrder[] },
  options: JobOptions,
): ApiResult<OrderFileTaken> => {
  const orders = joined.map(({ order }) => order);
  const taken = await importOrders(deps, { shopId, orders, of: orders.length }, options);
  if (!taken.ok) return taken;
  const { done, of, kept } = taken.value;
  return ok({ done, of, kept, isStopped: done < of });
};

/** Noon of the day of an event, which is that day nearly everywhere, and never later than now. */
const noonOf = (day: string | undefined, now: Instant): Instant | undefined => {
  if (day === undefined) return undefined;
  const noon = brandAs<'Instant'>(`${day}T12:00:00.000Z`);
  return noon < now ? noon : now;
};

/**
 * Keeps returns or feedback with the orders they belong to. An order nobody has seen yet begins a record; who has one is
 * not moved up by an old return.
 */
const takeEvents = async (
  deps: RecordDeps,
  { shopId, joined }: { readonly shopId: ShopId; readonly joined: readonly JoinedOrder[] },
  { onProgress, signal }: JobOptions,
): ApiResult<OrderFileTaken> => {
  const now = deps.clock.now();
  let [done, kept] = [0, 0];
  while (done < joined.length && !signal?.aborted) {
    const part = joined.slice(done, done + PART);
    const days = new Map(part.map(({ order, event }) => [order.orderId, event?.at]));
    const result = await keepList(deps, {
      shopId,
      orders: part.map(({ order }) => order),
      events: part.flatMap(({ event }) => event ?? []),
      reviewRequest: null,
      today: now.slice(0, 10),
      atOf: ({ orderId }: OrderSeen) => noonOf(days.get(orderId), now),
    });
    if (!result.ok) return result;
    done += part.length;
    kept += result.value.kept.events;
    onProgress?.({ done, of: joined.length });
    await breath();
  }
  return ok({ done, of: joined.length, kept, isStopped: done < joined.length });
};

/** Takes orders, or what happened to them, into a shop; what was taken in stays when it is stopped between two parts. */
export const takeIn = (
  deps: RecordDeps,
  asked: { readonly shopId: ShopId; readonly joined: readonly JoinedOrder[]; readonly isAboutEvents: boolean },
  options: JobOptions = {},
): ApiResult<OrderFileTaken> =>
  asked.isAboutEvents ? takeEvents(deps, asked, options) : takeOrders(deps, asked, options);
