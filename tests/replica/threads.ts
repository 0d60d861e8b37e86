import aliexpressJson from './fixtures/aliexpress-threads.json';
import amazonJson from './fixtures/amazon-threads.json';
import buyersJson from './fixtures/buyers.json';
import messagesJson from './fixtures/messages.json';
import ordersJson from './fixtures/orders.json';

/** An invented buyer; the name may be empty or hostile. */
export interface ReplicaBuyer {
  readonly name: string;
  readonly country: string;
  readonly lang: string;
  /** What seller pages show of the person and nobody may keep; invented, recognisably so. */
  readonly contact?: { readonly address: readonly string[]; readonly phone: string; readonly email: string };
}

/** One line of an invented order. */
export interface ReplicaItem {
  readonly title: string;
  readonly productId: string;
  readonly sku: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly price: number;
}

/** An invented order; days count from the day the desk believes to be today, negative in the past. */
export interface ReplicaOrder {
  readonly id: string;
  readonly items: readonly ReplicaItem[];
  readonly state:
    'unpaid' | 'unshipped' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'refunded' | 'disputed';
  readonly fulfilment: 'own' | 'marketplace';
  readonly currency: string;
  readonly channel: string;
  readonly country: string;
  readonly orderedDay: number;
  readonly promisedDays?: readonly number[];
  readonly shippedDay?: number;
  /** Until when the seller must ship; two days after the order when left out. */
  readonly shipByDay?: number;
  readonly deliveredDay?: number;
  readonly isGift?: true;
  readonly carrier?: string;
  readonly tracking?: string;
}

/** One message of a thread with everything a page may show of it. */
export interface ReplicaMessage {
  readonly id: string;
  /** `bot`: the shop's assistant answers in the seller's name; `note`: neither side. */
  readonly from: 'buyer' | 'seller' | 'note' | 'bot';
  readonly hoursAgo: number;
  readonly lang: string;
  readonly intent: string;
  readonly text: string;
  /** What the platform's own translation would say. */
  readonly en?: string;
  readonly zh?: string;
  readonly quoted?: string;
  readonly relay?: string;
  readonly attachments?: readonly string[];
}

interface ThreadCommon<Key> {
  readonly key: Key;
  readonly buyer: ReplicaBuyer;
  readonly messages: readonly ReplicaMessage[];
}

/** A conversation of the Amazon inbox. */
export interface AmazonThread extends ThreadCommon<AmazonThreadKey> {
  /** Ending of the seller host: `com`, `de`, `co.uk` … */
  readonly host: string;
  readonly caseId: string;
  readonly orders: readonly ReplicaOrder[];
  readonly state: 'open' | 'resolved' | 'expired';
  readonly topic: 'order' | 'return' | 'product';
  /** `text`: the page names the order only in text, without a link. */
  readonly orderLink: 'link' | 'text';
}

/** A conversation of the AliExpress message centre. */
export interface AliexpressThread extends ThreadCommon<AliexpressThreadKey> {
  /** Decimal digits beyond 2^53. */
  readonly sessionId: string;
  readonly orders: readonly ReplicaOrder[];
  readonly tags: readonly string[];
  /** Messages nobody of the team has opened yet. */
  readonly unread: number;
  readonly star: string;
  readonly remark: string;
}

/** Names of the Amazon conversations, for example `where-de`. */
export type AmazonThreadKey = keyof typeof amazonJson;
/** Names of the AliExpress conversations, for example `power-jp`. */
export type AliexpressThreadKey = keyof typeof aliexpressJson;
/** Names of the invented messages. */
export type MessageKey = keyof typeof messagesJson;

/** The invented buyer of that name. */
export function replicaBuyer(key: string): ReplicaBuyer {
  return known(buyers, key, 'buyer');
}

interface ThreadRow {
  readonly buyer: string;
  readonly host?: string;
  readonly order?: string;
  readonly moreOrders?: readonly string[];
  readonly orders?: readonly string[];
  readonly state?: string;
  readonly topic?: string;
  readonly orderLink?: string;
  readonly tags?: readonly string[];
  readonly unread?: number;
  readonly star?: string;
  readonly remark?: string;
  readonly messages: readonly { readonly from: string; readonly message: string; readonly hoursAgo: number }[];
}

type MessageRow = Omit<ReplicaMessage, 'id' | 'from' | 'hoursAgo'> & { readonly repeatToLength?: number };

const buyers = buyersJson as Record<string, ReplicaBuyer>;
const orders = ordersJson as unknown as Record<'amazon' | 'aliexpress', Record<string, ReplicaOrder>>;
const messageRows = messagesJson as Record<string, MessageRow>;

function known<T>(table: Record<string, T>, key: string, what: string): T {
  const row = table[key];
  if (row === undefined) throw new Error(`fixtures have no ${what} "${key}"`);
  return row;
}

/** FNV-1a: ids stay the same when fixtures are added or sorted. */
function fingerprint(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum;
}

const buyerNames = Object.keys(buyersJson);

/** Two buyers never share an order id: it is what a buyer is recognised by. */
function ownedBy(order: ReplicaOrder, buyer: string): ReplicaOrder {
  const owner = buyerNames.indexOf(buyer) + 1;
  const id = order.id.includes('-')
    ? `${order.id.slice(0, 12)}${String(owner).padStart(7, '0')}`
    : `${order.id.slice(0, 4)}${String(owner).padStart(2, '0')}${order.id.slice(6)}`;
  return { ...order, id };
}

function toMessage(row: ThreadRow['messages'][number], at: number): ReplicaMessage {
  const { repeatToLength, ...message } = known(messageRows, row.message, 'message');
  const text = repeatToLength
    ? message.text.repeat(Math.ceil(repeatToLength / message.text.length)).slice(0, repeatToLength)
    : message.text;
  return {
    ...message,
    text,
    id: `${row.message}-${at}`,
    from: row.from as ReplicaMessage['from'],
    hoursAgo: row.hoursAgo,
  };
}

/** The invented message of that name, for tests that need its text. */
export function replicaMessage(key: MessageKey): ReplicaMessage {
  return toMessage({ from: 'buyer', message: key, hoursAgo: 0 }, 0);
}

/** An Amazon order of the fixtures as that buyer's own, with that buyer. */
export function amazonOrder(
  name: string,
  buyer: string,
): { readonly order: ReplicaOrder; readonly buyer: ReplicaBuyer } {
  return {
    order: ownedBy(known(orders.amazon, name, 'order'), buyer),
    buyer: known(buyers, buyer, 'buyer'),
  };
}

/** The Amazon conversation of that name. */
export function amazonThread(key: AmazonThreadKey): AmazonThread {
  const row: ThreadRow = amazonJson[key];
  const mark = fingerprint(key).toString(16).padStart(8, '0');
  return {
    key,
    host: row.host ?? 'com',
    caseId: `${mark}-0999-4000-8000-${fingerprint(`${key}/case`).toString(16).padStart(12, '0')}`,
    buyer: known(buyers, row.buyer, 'buyer'),
    orders: [row.order, ...(row.moreOrders ?? [])]
      .filter((name) => name !== undefined)
      .map((name) => ownedBy(known(orders.amazon, name, 'order'), row.buyer)),
    state: (row.state ?? 'open') as AmazonThread['state'],
    topic: (row.topic ?? (row.order ? 'order' : 'product')) as AmazonThread['topic'],
    orderLink: (row.orderLink ?? 'link') as AmazonThread['orderLink'],
    messages: row.messages.map(toMessage),
  };
}

/** The AliExpress conversation of that name. */
export function aliexpressThread(key: AliexpressThreadKey): AliexpressThread {
  const row: ThreadRow = aliexpressJson[key];
  return {
    key,
    sessionId: (10n ** 17n * 9n + BigInt(fingerprint(key))).toString(),
    buyer: known(buyers, row.buyer, 'buyer'),
    orders: (row.orders ?? []).map((name) => ownedBy(known(orders.aliexpress, name, 'order'), row.buyer)),
    tags: row.tags ?? [],
    unread: row.unread ?? 0,
    star: row.star ?? '',
    remark: row.remark ?? '',
    messages: row.messages.map(toMessage),
  };
}

/** Names of all Amazon conversations. */
export const amazonThreadKeys = Object.keys(amazonJson) as AmazonThreadKey[];
/** Names of all AliExpress conversations. */
export const aliexpressThreadKeys = Object.keys(aliexpressJson) as AliexpressThreadKey[];
