/** What was written about an order, and what was promised in it. */
import { asNew } from '../customers/clocked';
import type { ContactRow, FollowUpRow, PromiseRow } from '../records';
import { dayAfter } from '../worklog/days';
import { nodeOf, type DemoDesk } from './demo-desk';
import { demoAgents } from './cast';
import type { Trouble } from './events';
import { sendMessage, waitingFor, type DemoMessage } from './messages';
import type { DemoOrder } from './orders';

type Topic = Pick<DemoMessage, 'intent' | 'templateId'>;

const topics: Readonly<Record<Trouble, Topic>> = {
  melted: { intent: 'defective', templateId: 'defective' },
  small: { intent: 'size_not_fit', templateId: 'size-not-fit' },
  large: { intent: 'size_not_fit', templateId: 'size-not-fit' },
  late: { intent: 'delivery_delayed', templateId: 'delivery-delayed-shipped' },
  defective: { intent: 'defective', templateId: 'defective-steps' },
  damaged: { intent: 'damaged', templateId: 'damaged' },
  wrong_item: { intent: 'wrong_item', templateId: 'wrong-item' },
  not_as_described: { intent: 'not_as_described', templateId: 'not-as-described' },
  no_longer_needed: { intent: 'return_request', templateId: 'return-request' },
};

const WHERE: Topic = { intent: 'where_is_order', templateId: 'where-is-order-shipped' };
const REFUND: Topic = { intent: 'refund_status', templateId: 'refund-status-pending' };
const ASIDE: readonly Topic[] = [
  { intent: 'how_to_use', templateId: 'how-to-use' },
  { intent: 'invoice_request', templateId: 'invoice-request' },
  { intent: 'change_address', templateId: 'change-address-unshipped' },
  { intent: 'compatibility', templateId: 'compatibility' },
  { intent: 'thanks_closing', templateId: 'thanks-closing' },
];

/** Questions before an order, and the replies to them. */
export const presale: Readonly<Record<string, Topic>> = {
  size: { intent: 'size_advice', templateId: 'size-advice' },
  plug: { intent: 'plug_voltage', templateId: 'plug-voltage' },
  fits: { intent: 'compatibility', templateId: 'compatibility' },
  info: { intent: 'product_info', templateId: 'product-info' },
  time: { intent: 'shipping_time', templateId: 'shipping-time' },
  stock: { intent: 'stock_availability', templateId: 'stock-availability' },
};

const REVIEW_REQUEST = 'review-request';
/** A clock is shown from here on as done today. Units: hours. */
const LATELY_HOURS = 40;
const HOUR_MS = 3_600_000;

/** Everything written about one order. */
export interface Correspondence {
  readonly contacts: readonly ContactRow[];
  readonly promises: readonly PromiseRow[];
  readonly followUps: readonly FollowUpRow[];
}

const promisesOf = (desk: DemoDesk, order: DemoOrder, day: string): readonly PromiseRow[] => {
  const { dice } = desk;
  const { shop, row } = order;
  const dueOn = dayAfter(day, dice.whole(1, 4));
  const isOld = desk.daysAgo(dueOn) > 5;
  const isKept = dice.isHit(isOld ? 0.97 : desk.daysAgo(dueOn) > 0 ? 0.8 : 0.1);
  const by = desk.stamp(shop.id, desk.agentOn(day).id, desk.at(day));
  const id = desk.id();
  const about = { buyerKey: row.buyerKey, orderId: row.orderId, dueOn };
  const what = dice.share({ refund: 40, replacement: 30, answer: 20, part: 10 });
  const promise = asNew<PromiseRow>({ ...by, id, ...about, what, done: isKept ? 1 : 0 });
  if (isKept) {
    const at = desk.at(dueOn < desk.today ? dueOn : desk.today);
    desk.log(desk.stamp(shop.id, by.authorId, at), {
      what: 'promise.kept',
      at,
      buyerKey: row.buyerKey,
      detail: {},
    });
  }
  return [promise];
};

/** The buyer's last message, with its clock: open, or answered lately. */
const replyDue = (desk: DemoDesk, order: DemoOrder, answered: ContactRow | undefined): FollowUpRow | null => {
  const now = Date.parse(desk.input.now);
  const isLately = answered !== undefined && now - Date.parse(answered.at) < LATELY_HOURS * HOUR_MS;
  const isOpen = answered === undefined && desk.daysAgo(order.day) < 24 && desk.dice.isHit(0.035);
  if (!isLately && !isOpen) return null;
  const { shop, row } = order;
  const since = desk.notLater((answered ? Date.parse(answered.at) : now) - waitingFor(desk));
  const by = desk.stamp(shop.id, answered?.authorId ?? demoAgents[0].id, answered?.at ?? since);
  const done = answered ? { done: 1 as const, doneAt: answered.at } : { done: 0 as const };
  return asNew<FollowUpRow>({
    ...by,
    origin: nodeOf(by.authorId),
    id: `${shop.id}:reply-due:${row.orderId}`,
    kind: 'reply-due',
    buyerKey: row.buyerKey,
    orderId: row.orderId,
    since,
    dueAt: answered?.at ?? desk.notLater(Date.parse(since) + 24 * HOUR_MS),
    ...done,
  });
};

/** A review that was asked for: a contact of its own, and a line of the log. */
const askedForReview = (desk: DemoDesk, { shop, row }: DemoOrder): ContactRow | null => {
  const { buyerKey, orderId, reviewAskedOn } = row;
  if (reviewAskedOn === undefined) return null;
  const at = desk.at(reviewAskedOn);
  const by = desk.stamp(shop.id, desk.agentOn(reviewAskedOn).id, at);
  desk.log(by, { what: 'review.asked', at, buyerKey, detail: {} });
  return { ...by, id: desk.id(), buyerKey, orderId, kind: REVIEW_REQUEST, at };
};

/** What was written about an order: where it is, what is wrong with it, and something aside. */
export function correspond(
  desk: DemoDesk,
  order: DemoOrder,
  about: { readonly trouble: Trouble | null; readonly lang: string },
): Correspondence {
  const { dice } = desk;
  const { shop, row, day, arrivedOn } = order;
  const { trouble, lang } = about;
  const isAmazon = shop.market === 'amazon';
  const send = (on: string, topic: Topic): ContactRow | null =>
    sendMessage(desk, { shop, buyerKey: row.buyerKey, orderId: row.orderId, day: on, lang, ...topic });
  const sent: (ContactRow | null)[] = [];
  if (row.state !== 'cancelled' && dice.isHit(isAmazon ? 0.3 : 0.5))
    sent.push(send(dayAfter(day, dice.whole(2, isAmazon ? 6 : 16)), WHERE));
  if (dice.isHit(0.22)) sent.push(send(dayAfter(day, dice.whole(1, 9)), dice.one(ASIDE)));
  let promises: readonly PromiseRow[] = [];
  if (trouble && arrivedOn !== undefined) {
    const on = dayAfter(arrivedOn, dice.whole(1, 6));
    const first = dice.isHit(0.85) ? send(on, topics[trouble]) : null;
    sent.push(first);
    if (first && dice.isHit(0.6)) sent.push(send(dayAfter(on, dice.whole(2, 5)), REFUND));
    if (first && dice.isHit(0.4)) promises = promisesOf(desk, order, on);
    if (first && trouble === 'melted')
      desk.log(desk.stamp(shop.id, first.authorId, first.at), {
        what: 'escalated',
        at: first.at,
        buyerKey: row.buyerKey,
        detail: { category: 'fire' },
      });
  }
  sent.push(askedForReview(desk, order));
  const contacts = sent.flatMap((contact) => contact ?? []);
  const newest = contacts.filter(({ kind }) => kind !== REVIEW_REQUEST).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const waits = row.state === 'cancelled' ? null : replyDue(desk, order, newest);
  return { contacts, promises, followUps: waits ? [waits] : [] };
}
