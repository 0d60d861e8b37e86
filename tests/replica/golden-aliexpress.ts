import {
  aliexpressDisputeKeys,
  type AliexpressDisputeKey,
  aliexpressFeedbackKeys,
  type AliexpressOrderKey,
  allOrders,
  dispute,
  feedback,
  type OrderListQuery,
  orderScene,
  type OrderScene,
  pageSize,
} from './aliexpress/records';
import { wordsFor } from './aliexpress/words';
import { momentBefore, type PageLoc } from './dates';
import { marketConversations } from './other/market';
import { aliexpressThread, aliexpressThreadKeys } from './threads';

/** An amount of money as the pages show it. */
interface GoldenAmount {
  readonly value: number;
  readonly currency: string;
}

/** What a reader should know of an order from one of the pages; fields the page does not show are left out. */
export interface GoldenOrder {
  readonly orderId: string;
  readonly buyerName?: string;
  readonly state: string;
  readonly items: readonly {
    readonly title: string;
    readonly variant?: string;
    readonly sku: string;
    readonly quantity: number;
  }[];
  readonly orderedOn: string;
  readonly amount: GoldenAmount;
  readonly country?: string;
  readonly carrier?: string;
  readonly tracking?: string;
}

/** What a reader should know of a dispute or a review. */
export interface GoldenEvent {
  readonly kind: 'dispute' | 'feedback';
  readonly id?: string;
  readonly orderId: string;
  readonly buyerName?: string;
  readonly country?: string;
  readonly stars?: number;
  readonly at: string;
  readonly state?: string;
  /** ISO 8601; the page shows whole hours. */
  readonly dueAt?: string;
  /** In the words of the page. */
  readonly reason?: string;
  readonly amount?: GoldenAmount;
}

/** What a reader should know of a conversation that is not the chat. */
export interface GoldenThread {
  readonly orderId: string;
  readonly buyerName: string;
  readonly bubbles: readonly { readonly side: 'buyer' | 'seller' | 'note'; readonly text: string }[];
}

/** What a reader should know of one row of the chat's list. */
export interface GoldenRow {
  readonly name: string;
  /** Cut by the page after 60 signs. */
  readonly lastText: string;
  readonly tags: readonly string[];
  readonly unread: number;
  readonly isWaiting: boolean;
  /** Moment of the last message, ISO 8601; the page shows minutes for today and the day before that. */
  readonly since: string;
}

const dayOf = (now: string, days: number): string =>
  new Date(Date.parse(`${now.slice(0, 10)}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The status words of the pages do not tell received from on its way, nor refunded from closed. */
const stateOf = ({ order: { state } }: OrderScene): string =>
  state === 'delivered' ? 'shipped' : state === 'refunded' ? 'cancelled' : state;

function common(scene: OrderScene, now: string): GoldenOrder {
  const { order } = scene;
  const total = order.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return {
    orderId: order.id,
    state: stateOf(scene),
    items: order.items.map(({ title, variant, sku, quantity }) => ({
      title,
      ...(variant === undefined ? {} : { variant }),
      sku,
      quantity,
    })),
    orderedOn: dayOf(now, order.orderedDay),
    amount: { value: Number(total.toFixed(2)), currency: order.currency },
  };
}

/** The orders on one page of the order list, in its order. */
export function goldenOrders(query: OrderListQuery & { readonly page?: number }, now: string): readonly GoldenOrder[] {
  const { page = 1 } = query;
  const size = pageSize(query);
  return allOrders(query)
    .slice((page - 1) * size, page * size)
    .map((scene) => ({
      ...common(scene, now),
      ...(scene.buyer.name === '' ? {} : { buyerName: scene.buyer.name }),
    }));
}

/** The order on its own page. The buyer's name is masked there; tracking comes two seconds after the rest. */
export function goldenOrder(key: AliexpressOrderKey, now: string): GoldenOrder {
  const scene = orderScene(key);
  const { carrier, tracking, country } = scene.order;
  return {
    ...common(scene, now),
    country,
    ...(tracking === undefined ? {} : { tracking }),
    ...(carrier === undefined || tracking === undefined ? {} : { carrier }),
  };
}

const disputeStates = {
  seller: 'waiting-for-seller',
  buyer: 'waiting-for-buyer',
  platform: 'with-marketplace',
  closed: 'closed',
} as const;

/** The rows of the dispute list, in its order. */
export function goldenDisputes(now: string, loc: PageLoc): readonly GoldenEvent[] {
  return aliexpressDisputeKeys.map(dispute).map((each) => ({
    kind: 'dispute',
    id: each.id,
    orderId: each.scene.order.id,
    buyerName: each.scene.buyer.name,
    at: momentBefore(now, each.createdHoursAgo).slice(0, 10),
    state: disputeStates[each.status],
    reason: wordsFor(loc).dispute.reasons[each.reason],
    amount: { value: each.amount, currency: each.scene.order.currency },
    ...(each.dueHours === undefined ? {} : { dueAt: momentBefore(now, -each.dueHours) }),
  }));
}

/** The negotiation on the page of a dispute; steps without words are left out. */
export function goldenDisputeThread(key: AliexpressDisputeKey): GoldenThread {
  const { scene, solutions } = dispute(key);
  const sides = { BUYER: 'buyer', SELLER: 'seller', CUSTOMER_SERVICE: 'note', SYSTEM: 'note' } as const;
  return {
    orderId: scene.order.id,
    buyerName: scene.buyer.name,
    bubbles: solutions.filter(({ note }) => note !== '').map(({ owner, note }) => ({ side: sides[owner], text: note })),
  };
}

/** The rows of the feedback pages, in their order; the names are masked and left out. */
export function goldenFeedback(now: string): readonly GoldenEvent[] {
  return aliexpressFeedbackKeys.map(feedback).map((each) => ({
    kind: 'feedback',
    orderId: each.scene.order.id,
    country: each.scene.order.country,
    stars: each.stars,
    at: dayOf(now, each.day),
  }));
}

/** All rows of the chat's list, newest place first; 12 of them are in the page at a time. */
export function goldenRows(now: string): readonly GoldenRow[] {
  return aliexpressThreadKeys.map(aliexpressThread).map(({ buyer, messages, tags, unread }) => {
    const last = messages.at(-1);
    return {
      name: buyer.name,
      lastText: (last?.text ?? '').slice(0, 60),
      tags,
      unread,
      isWaiting: tags.includes('un-replied'),
      since: momentBefore(now, last?.hoursAgo ?? 0),
    };
  });
}

/**
 * A conversation of the third marketplace.
 *
 * Errors: throws on an id that is none of the fixtures'.
 */
export function goldenMarketThread(id: string): GoldenThread {
  const found = marketConversations.find((each) => each.id === id);
  if (!found) throw new Error(`fixtures have no conversation "${id}"`);
  return {
    orderId: found.order,
    buyerName: found.buyer,
    bubbles: found.messages.map(({ from, text }) => ({ side: from === 'seller' ? 'seller' : 'buyer', text })),
  };
}
