import disputesJson from '../fixtures/aliexpress-disputes.json';
import feedbackJson from '../fixtures/aliexpress-feedback.json';
import ordersJson from '../fixtures/aliexpress-orders.json';
import {
  aliexpressThread,
  aliexpressThreadKeys,
  type ReplicaBuyer,
  replicaBuyer,
  type ReplicaItem,
  type ReplicaOrder,
} from '../threads';

/** Names of the orders with a page of their own, for example `customs-hold`. */
export type AliexpressOrderKey = keyof typeof ordersJson;
/** Names of the disputes. */
export type AliexpressDisputeKey = keyof typeof disputesJson;
/** Names of the reviews. */
export type AliexpressFeedbackKey = keyof typeof feedbackJson;

/** An order with everything the order pages show of it. */
export interface OrderScene {
  readonly buyer: ReplicaBuyer;
  readonly order: ReplicaOrder;
  /** Tracking events, oldest first. */
  readonly scans: readonly { readonly hoursAgo: number; readonly text: string }[];
  /** Coloured labels: `AE`, `IOSS` … */
  readonly tags: readonly string[];
  /** The seller's own note. */
  readonly note?: string;
  /** The platform's warehouse sends it. */
  readonly warehouse?: boolean;
  /** Units: hours until the seller must send or the buyer must confirm. */
  readonly dueHours?: number;
}

/** One step of a negotiation. */
export interface DisputeStep {
  readonly owner: 'BUYER' | 'SELLER' | 'CUSTOMER_SERVICE' | 'SYSTEM';
  readonly hoursAgo: number;
  readonly type: 'refund' | 'both' | 'note';
  /** Units: the order's currency. */
  readonly amount?: number;
  readonly note: string;
  readonly lang: string;
  /** What a translator would make of it. */
  readonly en?: string;
  readonly zh?: string;
}

/** A dispute about one line of an order. */
export interface Dispute {
  readonly key: AliexpressDisputeKey;
  /** Decimal digits beyond 2^53. */
  readonly id: string;
  readonly scene: OrderScene;
  readonly reason: 'missing' | 'damaged' | 'size' | 'described';
  /** Who has to act, or `closed`. */
  readonly status: 'seller' | 'buyer' | 'platform' | 'closed';
  readonly createdHoursAgo: number;
  readonly dueHours?: number;
  readonly quantity: number;
  readonly amount: number;
  readonly solutions: readonly DisputeStep[];
  readonly evidence: readonly string[];
}

/** A review of an order. */
export interface Feedback {
  readonly key: AliexpressFeedbackKey;
  readonly scene: OrderScene;
  readonly stars: number;
  /** Units: days from today, negative in the past. */
  readonly day: number;
  readonly lang: string;
  readonly text: string;
  readonly en?: string;
  readonly zh?: string;
  readonly photos: readonly string[];
  /** Only one answer is allowed, and it has been given. */
  readonly replied: boolean;
}

/** Names of all orders with a page of their own. */
export const aliexpressOrderKeys = Object.keys(ordersJson) as AliexpressOrderKey[];
/** Names of all disputes. */
export const aliexpressDisputeKeys = Object.keys(disputesJson) as AliexpressDisputeKey[];
/** Names of all reviews. */
export const aliexpressFeedbackKeys = Object.keys(feedbackJson) as AliexpressFeedbackKey[];

/** The order of that name. */
export function orderScene(key: AliexpressOrderKey): OrderScene {
  const { buyer, ...row } = ordersJson[key] as unknown as Omit<OrderScene, 'buyer' | 'tags'> & {
    readonly buyer: string;
    readonly tags?: readonly string[];
  };
  return { ...row, tags: row.tags ?? [], buyer: replicaBuyer(buyer) };
}

/** The dispute of that name. */
export function dispute(key: AliexpressDisputeKey): Dispute {
  const row = disputesJson[key] as unknown as Omit<Dispute, 'key' | 'scene'> & { readonly order: AliexpressOrderKey };
  const { order, ...rest } = row;
  return { ...rest, key, scene: orderScene(order) };
}

/** The review of that name. */
export function feedback(key: AliexpressFeedbackKey): Feedback {
  const { order, ...row } = feedbackJson[key] as unknown as Omit<Feedback, 'key' | 'scene'> & {
    readonly order: AliexpressOrderKey;
  };
  return { ...row, key, photos: row.photos ?? [], replied: row.replied ?? false, scene: orderScene(order) };
}

/** Orders that are only there to fill long lists: 16 to 19 digits, all beyond 2^53. */
const filler = (at: number): OrderScene => {
  const base = orderScene(aliexpressOrderKeys[at % aliexpressOrderKeys.length] ?? 'unpaid');
  const id = `9996${String(at).padStart(12 + (at % 4), '0')}`;
  const items: ReplicaItem[] = base.order.items.map((item) => ({ ...item, quantity: 1 + (at % 3) }));
  return { ...base, order: { ...base.order, id, items, orderedDay: -1 - (at % 90) } };
};

let usual: readonly OrderScene[] | undefined;

function usualOrders(): readonly OrderScene[] {
  if (usual) return usual;
  const own = aliexpressOrderKeys.map(orderScene);
  const talked = aliexpressThreadKeys
    .map(aliexpressThread)
    .flatMap(({ buyer, orders }) => orders.map((order): OrderScene => ({ buyer, order, scans: [], tags: [] })));
  // Several conversations are about the same order; a list shows it once.
  usual = [...new Map([...own, ...talked].map((scene) => [scene.order.id, scene])).values()];
  return usual;
}

/** How much the order list holds and shows; text, as the address has it. */
export interface OrderListQuery {
  /** Orders in the whole list, up to 5,000; the usual ones when left out. */
  readonly count?: string;
  /** Orders on one page; 6 when neither this nor `count` is given. */
  readonly size?: string;
}

/** All orders of the list, newest page first. Errors: throws on a count that is not 0 to 5000. */
export function allOrders({ count }: OrderListQuery): readonly OrderScene[] {
  if (count === undefined) return usualOrders();
  if (!/^\d{1,4}$/.test(count) || Number(count) > 5000) throw new Error(`count needs 0 to 5000, not "${count}"`);
  const own = usualOrders().slice(0, Number(count));
  return [...own, ...Array.from({ length: Number(count) - own.length }, (_, at) => filler(at))];
}

/** Orders on one page of the list; `count` alone puts all on one. */
export function pageSize({ count, size }: OrderListQuery): number {
  return Math.max(1, Number(size ?? count ?? 6) || 1);
}

/** The order with that id, made up ones included. */
export function sceneById(id: string): OrderScene | undefined {
  const known = usualOrders().find(({ order }) => order.id === id);
  if (known) return known;
  const at = /^9996(\d{12,15})$/.exec(id)?.[1];
  return at === undefined ? undefined : filler(Number(at));
}

/** Masks a text as the platform does: first sign, stars, and for names the last one. */
export function masked(text: string, how: 'name' | 'all' = 'name'): string {
  const signs = [...text];
  if (signs.length === 0) return '***';
  return how === 'all' ? `${signs.slice(0, 2).join('')}***` : `${signs[0] ?? ''}***${signs.at(-1) ?? ''}`;
}
