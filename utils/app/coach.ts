import { marketplaceClocks } from '../catalog/follow-ups/shipped-follow-ups';
import { dayAfter } from '../domain/compliance/context/days';
import { parseClock } from '../domain/customers/clock';
import { withFields } from '../domain/customers/clocked';
import { mergeOrder } from '../domain/customers/merge';
import type { Satellites } from '../domain/customers/satellites';
import { brandAs, type BuyerKey, type Instant, type MarketId, type OrderId, type ShopId } from '../domain/ids';
import type { OrderSeen, ReviewRequest } from '../domain/orders';
import type { BuyerRow, OrderRow, ShopRow } from '../domain/records';
import { err, ok } from '../domain/result';
import { mayAsk, type AskedOrder, type ReviewInput, type TeamKnowledge } from '../domain/reviews/may-ask';
import type { ReviewCount, ReviewVerdict } from '../domain/reviews/verdict';
import { buyerTopic } from '../platform/settings/change-signal';
import type { Db } from '../platform/db/schema';
import type { ApiResult, ShopState } from './api';
import { joinedTo, rootOf } from './buyers/refresh';
import { groupBy } from './group-by';
import { announcing, changing, reading, type Change, type RecordDeps } from './records';

/** Name of the settings row that says whether a team works on the shops, and when it was last heard of. */
const teamSetting = 'team';

/** Where verdicts are given: everything but the orders. */
export interface CoachPlace {
  readonly market: MarketId;
  readonly shop: Pick<ShopRow, 'id' | 'profile'> | undefined;
  readonly team: TeamKnowledge;
  readonly now: Instant;
}

/** Whether a team works on the shops, and when it was last heard of; nobody else until a bundle has come in. */
export const readTeam = async (db: Db): Promise<TeamKnowledge> => {
  const value: unknown = (await db.settings.get(teamSetting))?.value;
  const { isTeam, asOf } = (value ?? {}) as { readonly isTeam?: unknown; readonly asOf?: unknown };
  return { isTeam: isTeam === true, ...(typeof asOf === 'string' ? { asOf } : {}) };
};

/** The day a row was first written; the later one where it differs around the world, so that nothing seems older. */
const firstSeenOn = ({ born }: OrderRow): Pick<AskedOrder, 'firstSeenOn'> => {
  const reading = born === undefined ? null : parseClock(born);
  if (!reading?.ok) return {};
  return { firstSeenOn: dayAfter(new Date(reading.value.millis).toISOString(), 1) };
};

/** On Amazon a request goes out by the marketplace's own button; AliExpress has none, so it would be a message of ours. */
const routeOf = (market: string): ReviewInput['route'] => (market === 'amazon' ? 'button' : 'message');

const placed = ({ market, shop, team, now }: CoachPlace) => ({
  now,
  team,
  marketplace: market,
  clocks: marketplaceClocks,
  ownZone: shop?.profile?.timeZone,
});

const isOptedOut = ({ signals }: BuyerRow): boolean => (signals?.['opted-out'] ?? '') !== '';

/** Those of some records whose person wants no unasked messages, whichever of their joined records says so. */
const optedOutAmong = async (db: Db, rows: readonly BuyerRow[]): Promise<ReadonlySet<BuyerKey>> => {
  const roots = await Promise.all(rows.map((row) => rootOf(db, row)));
  const joined = await joinedTo(db, [...new Set(roots.map(({ key }) => key))]);
  const said = [...rows, ...roots, ...joined].filter((row) => isOptedOut(row));
  const people = new Set((await Promise.all(said.map((row) => rootOf(db, row)))).map(({ key }) => key));
  return new Set(rows.filter((_, at) => people.has(roots[at]?.key ?? brandAs<'BuyerKey'>(''))).map(({ key }) => key));
};

/**
 * What the coach says of the orders of a record, the newest first; orders whose time is over are left out. `about` may be
 * of several records that were joined.
 */
export const recordVerdicts = (
  buyer: BuyerRow,
  about: Pick<Satellites, 'orders' | 'events' | 'contacts'>,
  { hasOptedOut = isOptedOut(buyer), ...place }: CoachPlace & { readonly hasOptedOut?: boolean },
): readonly ReviewVerdict[] =>
  about.orders
    .toSorted((a, b) => ((a.orderedOn ?? '') < (b.orderedOn ?? '') ? 1 : -1))
    .map((order) =>
      mayAsk({
        ...placed(place),
        order: { ...order, ...firstSeenOn(order) },
        record: { ...about, hasOptedOut, country: buyer.country },
        route: routeOf(place.market),
      }),
    )
    .filter(({ rule }) => rule !== 'ctx-too-late');

/** What the coach says of the orders of a record that is opened, read with it in one go. */
export const verdictsFor = async ({
  db,
  buyer,
  about,
  now,
}: {
  readonly db: Db;
  readonly buyer: BuyerRow;
  readonly about: Pick<Satellites, 'orders' | 'events' | 'contacts'>;
  readonly now: Instant;
}): Promise<readonly ReviewVerdict[]> => {
  const [shop, team, optedOut] = await Promise.all([
    db.shops.get(buyer.shopId),
    readTeam(db),
    optedOutAmong(db, [buyer]),
  ]);
  if (!shop) return [];
  const hasOptedOut = optedOut.has(buyer.key);
  return recordVerdicts(buyer, about, { market: shop.marketplace, shop, team, now, hasOptedOut });
};

/** Orders as a page shows them, in a shop that is known. */
export interface OrdersShown {
  readonly market: MarketId;
  readonly shopId: ShopId;
  readonly orders: readonly OrderSeen[];
  readonly reviewRequest?: ReviewRequest | null;
  /** Where the question comes from a conversation: what is sent there is a message, on every marketplace. */
  readonly route?: ReviewInput['route'];
}

/** What the coach does for pages. */
export interface Coach {
  /** Verdicts by the number of the order; indexed questions only, whatever the number of records. */
  ofOrders(shown: OrdersShown): ApiResult<ReadonlyMap<OrderId, ReviewVerdict>>;
  /** Marks a review as asked for, because a person says so. Errors: `not-found` for an order that is not on record. */
  asked(request: { readonly shopId: ShopId; readonly orderId: OrderId }): ApiResult<null>;
}

const REFUSALS: readonly string[] = ['outside-window', 'not-eligible'];

const pageWords = (request: ReviewRequest | null | undefined, orderId: OrderId): Pick<ReviewInput, 'pageSays'> => {
  if (request?.orderId !== orderId) return {};
  if (request.state === 'eligible') return { pageSays: 'eligible' };
  return REFUSALS.includes(request.state) ? { pageSays: 'refused' } : {};
};

/** Everything the verdicts of some orders stand on, by the key of the record. */
const recordsOf = async (db: Db, keys: readonly BuyerKey[]) => {
  const [buyers, events, contacts] = await Promise.all([
    db.buyers.bulkGet([...keys]),
    db.events.where('buyerKey').anyOf(keys).toArray(),
    keys.length === 0
      ? []
      : db.contacts
          .where('[buyerKey+at]')
          .inAnyRange(
            keys.map((key): [IDBValidKey, IDBValidKey] => [
              [key, ''],
              [key, '\uffff'],
            ]),
          ) // prettier-ignore
          .toArray(),
  ]);
  const optedOut = await optedOutAmong(
    db,
    buyers.flatMap((row) => (row?.deleted === 0 ? [row] : [])),
  );
  const own = <R extends { readonly deleted: 0 | 1 }>(rows: readonly R[]) =>
    rows.filter(({ deleted }) => deleted === 0);
  const eventsOf = groupBy(own(events), ({ buyerKey }) => (buyerKey === undefined ? [] : [buyerKey]));
  const contactsOf = groupBy(own(contacts), ({ buyerKey }) => [buyerKey]);
  return new Map(
    buyers.flatMap((row) => {
      if (row === undefined || row.deleted === 1) return [];
      const record = {
        events: eventsOf.get(row.key) ?? [],
        contacts: contactsOf.get(row.key) ?? [],
        hasOptedOut: optedOut.has(row.key),
        country: row.country,
      };
      return [[row.key, record] as const];
    }),
  );
};

/** Writes down that a review of an order was asked for: with the order, as a contact, and in the log. */
export const noteAsked = async (
  change: Change,
  order: OrderRow,
  { today, id }: { readonly today: string; readonly id: string },
): Promise<void> => {
  const { shopId, buyerKey, orderId } = order;
  await change.db.orders.put(withFields(order, { reviewAskedOn: today }, change.stamp(shopId)));
  const contact = { id, buyerKey, orderId, kind: 'review-request', at: change.now };
  await change.db.contacts.add({ ...change.stamp(shopId), ...contact });
  change.log({ shopId, what: 'review.asked', buyerKey });
  change.touch(buyerKey);
};

/** Creates the coach over the given stores; `today` is the day where the agent sits, `YYYY-MM-DD`. */
export const createCoach = (deps: RecordDeps & { readonly today: () => string }): Coach => ({
  ofOrders: ({ market, shopId, orders, reviewRequest, route }) =>
    reading(deps, async (db) => {
      const shown = new Map(orders.map((order) => [order.orderId, order]));
      if (reviewRequest && !shown.has(reviewRequest.orderId))
        shown.set(reviewRequest.orderId, { orderId: reviewRequest.orderId, items: [] });
      const list = [...shown.values()];
      const [rows, shop, team] = await Promise.all([
        db.orders.bulkGet(list.map(({ orderId }) => `${shopId}:${orderId}`)),
        db.shops.get(shopId),
        readTeam(db),
      ]);
      const live = rows.map((row) => (row?.deleted === 0 ? row : undefined));
      const records = await recordsOf(db, [...new Set(live.flatMap((row) => row?.buyerKey ?? []))]);
      const common = placed({ market, shop, team, now: deps.clock.now() });
      return ok(
        new Map(
          list.map((order, at) => {
            const row = live[at];
            const verdict = mayAsk({
              ...common,
              ...pageWords(reviewRequest, order.orderId),
              // The page is newer than the record, which it may not have been written to.
              order: row ? { ...row, ...mergeOrder(row, order, deps.today()), ...firstSeenOn(row) } : order,
              record: (row && records.get(row.buyerKey)) ?? null,
              route: route ?? routeOf(market),
            });
            return [order.orderId, verdict] as const;
          }),
        ),
      );
    }),

  asked: async ({ shopId, orderId }) => {
    let key: BuyerKey | null = null;
    const result = await changing(deps, ['buyers', 'orders', 'contacts'], async (change) => {
      const order = await change.db.orders.get(`${shopId}:${orderId}`);
      if (order === undefined || order.deleted === 1) return err({ kind: 'not-found' });
      // Once is once, however often somebody says so.
      if (order.reviewAskedOn !== undefined) return ok(null);
      key = order.buyerKey;
      await noteAsked(change, order, { today: deps.today(), id: deps.clock.newId() });
      return ok(null);
    });
    return announcing(deps, result, key === null ? [] : [buyerTopic(key)]);
  },
});

/** How many of some orders may be asked for now; null where there are none. */
export const countAllowed = (verdicts: readonly ReviewVerdict[]): ReviewCount | null =>
  verdicts.length === 0
    ? null
    : { allowed: verdicts.filter(({ verdict }) => verdict === 'allow').length, of: verdicts.length };

/** What the coach says of the order of a conversation; null without an order, or while the shop is not known. */
export const threadReview = async (
  coach: Pick<Coach, 'ofOrders'> | undefined,
  { market, shop, order }: { readonly market: MarketId; readonly shop: ShopState; readonly order: OrderSeen | null },
): Promise<ReviewVerdict | null> => {
  if (!coach || !order || shop.kind !== 'known') return null;
  // What is written in a conversation is a mail of ours, also on Amazon.
  const found = await coach.ofOrders({ market, shopId: shop.shop.id, orders: [order], route: 'message' });
  return (found.ok && found.value.get(order.orderId)) || null;
};
