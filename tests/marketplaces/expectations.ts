import { expect } from 'vitest';
import {
  aliexpressThread,
  type AliexpressThreadKey,
  amazonThread,
  type AmazonThreadKey,
  type ReplicaMessage,
  type ReplicaOrder,
} from '../replica/threads';
import type { PageReading } from './read-world';
import { NOW } from './replica-page';

const dayOf = (days: number | undefined): string | undefined =>
  days === undefined ? undefined : new Date(Date.parse(NOW) + days * 86_400_000).toISOString().slice(0, 10);

const normal = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();

const sideOf = ({ from }: ReplicaMessage): string => (from === 'bot' ? 'seller' : from);
/** Sides and texts a conversation should be read as. */
export const saying = (messages: readonly ReplicaMessage[]): readonly (readonly [string, string])[] =>
  messages.map((message) => [sideOf(message), normal(message.text)] as const);
/** Sides and texts a reading has. */
export const said = (reading: PageReading): readonly (readonly [string, string])[] =>
  (reading.thread?.bubbles ?? []).map(({ side, text }) => [side, normal(text)] as const);

/** What the order pane shows, as the order's record should say it. */
export const factsOf = (order: ReplicaOrder, country: string | undefined) => ({
  orderId: order.id,
  state: order.state,
  fulfilment: order.fulfilment,
  orderedOn: dayOf(order.orderedDay),
  shippedOn: dayOf(order.shippedDay),
  promisedFrom: dayOf(order.promisedDays?.[0]),
  promisedOn: dayOf(order.promisedDays?.at(-1)),
  deliveredOn: dayOf(order.deliveredDay),
  country,
  items: order.items.map(({ title, productId, sku, quantity }) => ({ title, productId, sku, quantity })),
});

const countryOf: Record<string, string> = {
  'Amazon.com': 'US', 'Amazon.de': 'DE', 'Amazon.co.uk': 'GB', 'Amazon.fr': 'FR', 'Amazon.es': 'ES', 'Amazon.it': 'IT',
  'Amazon.co.jp': 'JP', 'Amazon.sa': 'SA', 'Amazon.pl': 'PL', 'Amazon.com.mx': 'MX', 'Amazon.ca': 'CA', 'Amazon.se': 'SE', 'Amazon.nl': 'NL',
}; // prettier-ignore

/** Long conversations show their newest part first. */
const shownMessages = (messages: readonly ReplicaMessage[]): readonly ReplicaMessage[] =>
  messages.length > 20 ? messages.slice(-20) : messages;

/** Asserts that a reading has every message, the case, the order and the buyer of a conversation. */
export function expectAmazonThread(reading: PageReading, key: AmazonThreadKey): void {
  const thread = amazonThread(key);
  expect(reading.kind).toBe('thread');
  expect(said(reading)).toEqual(saying(shownMessages(thread.messages)));
  expect(reading.thread?.caseId).toBe(thread.caseId);
  expect(reading.thread?.orderId).toBe(thread.orders[0]?.id);
  if (thread.buyer.name) expect(reading.thread?.buyerName).toBe(thread.buyer.name);
  expect(reading.thread?.buyerLang).toBe(thread.buyer.lang);
}

/** Asserts that a reading has the facts of the first order of a conversation. */
export function expectAmazonOrder(reading: PageReading, key: AmazonThreadKey): void {
  const order = amazonThread(key).orders[0]!;
  const facts = factsOf(order, countryOf[order.channel]);
  expect(reading.order).toMatchObject(JSON.parse(JSON.stringify(facts)) as object);
  expect(reading.order?.shippedOn).toBe(facts.shippedOn);
  expect(reading.order?.deliveredOn).toBe(facts.deliveredOn);
}

/** Asserts that a reading has every message, the buyer and the text box of a chat. */
export function expectChat(reading: PageReading, key: AliexpressThreadKey): void {
  const thread = aliexpressThread(key);
  expect(reading.kind).toBe('thread');
  expect(said(reading)).toEqual(saying(thread.messages));
  if (thread.buyer.name) expect(reading.thread?.buyerName).toBe(thread.buyer.name);
  expect(reading).toMatchObject({ composer: 'textarea', composerVisible: true, slotIsAbove: true });
}

/** Asserts that a reading has the country and the first order of the buyer panel. */
export function expectPanel(reading: PageReading, key: AliexpressThreadKey): void {
  const { buyer, orders } = aliexpressThread(key);
  expect(reading.country).toBe(buyer.country);
  const order = orders[0];
  expect(reading.thread?.orderId).toBe(order?.id);
  if (!order) return;
  const item = order.items[0]!;
  expect(reading.order).toMatchObject({
    orderId: order.id,
    orderedOn: dayOf(order.orderedDay),
    items: [{ title: item.title, quantity: item.quantity }],
  });
  expect(reading.order?.tracking).toBe(order.tracking);
}
