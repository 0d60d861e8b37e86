/** What happens to orders of the demo desk after they arrived, with the stories a report can find. */
import { asNew } from '../customers/clocked';
import { eventKey } from '../customers/events';
import type { OrderEvent, OrderEventState } from '../orders';
import type { EventRow } from '../records';
import { dayAfter } from '../worklog/days';
import type { DemoDesk } from './demo-desk';
import type { DemoOrder } from './orders';
import { MELTING, SMALL_DRESS } from './products';

/** What was wrong with an order. */
export type Trouble =
  | 'melted'
  | 'small'
  | 'large'
  | 'late'
  | 'defective'
  | 'damaged'
  | 'wrong_item'
  | 'not_as_described'
  | 'no_longer_needed';

const AMAZON = 'amazon';
/** After this long a case is closed. Units: days. */
const CLOSED_AFTER = 11;

/** What goes wrong with an order, if anything does. */
export function troubleOf({ dice, today }: DemoDesk, { product, country, day, isPaused }: DemoOrder): Trouble | null {
  const { sku, kind } = product;
  const isBatch = sku === MELTING.sku && country === MELTING.country && day >= dayAfter(today, -MELTING.sinceDays);
  if (isBatch && dice.isHit(0.5)) return 'melted';
  if (sku === SMALL_DRESS && dice.isHit(0.26)) return 'small';
  if (isPaused && dice.isHit(0.22)) return 'late';
  const isWorn = kind === 'dress' || kind === 'shoes';
  if (isWorn && dice.isHit(0.06)) return dice.isHit(0.6) ? 'small' : 'large';
  if (sku === 'HOM-VASE' && dice.isHit(0.1)) return 'damaged';
  if (!dice.isHit(0.055)) return null;
  return dice.share({ defective: 26, damaged: 18, wrong_item: 10, not_as_described: 16, no_longer_needed: 30 });
}

/** Adds an event; one that is still to come is none yet. */
const add = (desk: DemoDesk, order: DemoOrder, event: OrderEvent & { readonly at: string }): EventRow | null => {
  if (event.at > desk.today) return null;
  const { shop, row } = order;
  const key = eventKey(shop.id, event);
  if (key === null) return null;
  const { id, ...facts } = event;
  const by = desk.stamp(shop.id, desk.agentOn(event.at).id, desk.at(event.at));
  const whose = event.kind === 'review' ? {} : { orderId: row.orderId, buyerKey: row.buyerKey };
  return asNew<EventRow>({ ...by, id: key, ...(id === undefined ? {} : { eventId: id }), ...whose, ...facts });
};

const caseState = (desk: DemoDesk, at: string): OrderEventState => {
  if (desk.daysAgo(at) > CLOSED_AFTER) return 'closed';
  return desk.dice.share({ 'waiting-for-seller': 55, 'waiting-for-buyer': 20, closed: 25 });
};

const starsFor = ({ dice }: DemoDesk, trouble: Trouble | null): number => {
  if (trouble === 'melted') return dice.isHit(0.85) ? 1 : 2;
  if (trouble === 'no_longer_needed') return dice.whole(3, 5);
  return Number(trouble ? dice.share({ 1: 40, 2: 30, 3: 30 }) : dice.share({ 5: 78, 4: 17, 3: 4, 2: 1 }));
};

const caseId = ({ dice }: DemoDesk, letter: string): string => `${letter}-000-${dice.whole(100_000, 999_999)}`;

const casesOf = (
  desk: DemoDesk,
  order: DemoOrder,
  trouble: Trouble,
  arrivedOn: string,
): readonly (EventRow | null)[] => {
  const { dice, input } = desk;
  const { shop, row } = order;
  const isAmazon = shop.market === AMAZON;
  const item = row.items[0]?.productId;
  const about = {
    orderId: row.orderId,
    ...(item === undefined ? {} : { productId: item }),
    reason: input.words.reasons[trouble] ?? trouble,
  };
  const at = dayAfter(arrivedOn, dice.whole(1, trouble === 'melted' ? 6 : 12));
  const isDispute = !isAmazon && dice.isHit(trouble === 'late' ? 0.8 : 0.35);
  const state = caseState(desk, at);
  const opened = add(desk, order, {
    kind: isDispute ? 'dispute' : 'return',
    id: caseId(desk, isDispute ? 'D' : 'R'),
    ...about,
    at,
    state,
    ...(isDispute && state !== 'closed' ? { dueAt: dayAfter(at, 5) } : {}),
  });
  const refundOn = dayAfter(at, dice.whole(3, 9));
  const refund =
    state === 'closed' && dice.isHit(0.85) && row.amount
      ? add(desk, order, { kind: 'refund', ...about, at: refundOn, state: 'closed', amount: row.amount })
      : null;
  const claimOn = dayAfter(at, dice.whole(4, 9));
  const claimState = caseState(desk, claimOn);
  const claim =
    isAmazon && dice.isHit(trouble === 'melted' ? 0.2 : 0.05)
      ? add(desk, order, {
          kind: 'claim',
          id: caseId(desk, 'C'),
          ...about,
          at: claimOn,
          state: claimState,
          ...(claimState === 'closed' ? {} : { dueAt: dayAfter(claimOn, 3) }),
        })
      : null;
  return [opened, refund, claim];
};

/** Everything that came of an order: cases, feedback, and a review of the product that names nobody. */
export function makeEvents(
  desk: DemoDesk,
  order: DemoOrder,
  trouble: Trouble | null,
): { readonly events: readonly EventRow[]; readonly reviews: readonly EventRow[] } {
  const { dice } = desk;
  const { arrivedOn, row } = order;
  if (arrivedOn === undefined) return { events: [], reviews: [] };
  const made = trouble ? [...casesOf(desk, order, trouble, arrivedOn)] : [];
  const saidOn = dayAfter(arrivedOn, dice.whole(2, 20));
  if (dice.isHit(trouble ? 0.3 : 0.1))
    made.push(
      add(desk, order, {
        kind: 'feedback',
        orderId: row.orderId,
        stars: starsFor(desk, trouble),
        at: saidOn,
        state: desk.daysAgo(saidOn) > CLOSED_AFTER ? 'closed' : 'waiting-for-seller',
      }),
    );
  const item = row.items[0]?.productId;
  const review =
    item !== undefined && dice.isHit(trouble === 'melted' ? 0.6 : trouble ? 0.2 : 0.08)
      ? add(desk, order, {
          kind: 'review',
          id: caseId(desk, 'V'),
          productId: item,
          stars: starsFor(desk, trouble),
          at: dayAfter(arrivedOn, dice.whole(3, 24)),
        })
      : null;
  return { events: made.flatMap((event) => event ?? []), reviews: review ? [review] : [] };
}
