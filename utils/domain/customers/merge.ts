import type { CountryCode, Instant, Lang } from '../ids';
import type { OrderFacts, OrderItem } from '../orders';
import type { BuyerRow, Clocked, OrderRow, Stamp } from '../records';

/** What a page shows of a buyer now; absent fields are unknown and change nothing. */
export interface Sighting {
  /** Strong aliases that no other record of the shop holds. */
  readonly aliases: readonly string[];
  readonly displayName?: string;
  readonly country?: CountryCode;
  readonly lang?: Lang;
  readonly at: Instant;
}

/** Seeing a buyer again within this time is not written down. Units: milliseconds. */
export const sightingGrainMs = 5 * 60 * 1000;

/** The record of the best believed alias, and all others that hold one of the aliases too. */
export interface BuyerMatch {
  readonly buyer: BuyerRow;
  readonly others: readonly BuyerRow[];
}

/**
 * Chooses among the records that hold one of the aliases: the best believed alias decides, then the older key.
 * Two records that share an alias are reported, never joined here: joining is a person's decision.
 */
export const matchBuyer = (rows: readonly BuyerRow[], aliases: readonly string[]): BuyerMatch | null => {
  const rank = (row: BuyerRow) => aliases.findIndex((alias) => row.aliases.includes(alias));
  const [buyer, ...others] = rows
    .filter((row) => rank(row) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  return buyer === undefined ? null : { buyer, others };
};

/** Adds what a page shows to a record, except to what a person has set; the same object when nothing worth writing changed. */
export const mergeSighting = (row: BuyerRow, seen: Sighting): BuyerRow => {
  const aliases = [...new Set([...row.aliases, ...seen.aliases])];
  const isSet = (field: 'displayName' | 'country' | 'lang'): boolean =>
    row[field] !== undefined && row.byHand?.includes(field) === true;
  const next = {
    displayName: (isSet('displayName') ? undefined : seen.displayName) ?? row.displayName,
    country: (isSet('country') ? undefined : seen.country) ?? row.country,
    lang: (isSet('lang') ? undefined : seen.lang) ?? row.lang,
  };
  const isNews =
    aliases.length !== row.aliases.length ||
    next.displayName !== row.displayName ||
    next.country !== row.country ||
    next.lang !== row.lang ||
    Date.parse(seen.at) - Date.parse(row.lastSeen) >= sightingGrainMs;
  if (!isNews) return row;
  const known = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  return { ...row, ...known, aliases, lastSeen: seen.at > row.lastSeen ? seen.at : row.lastSeen };
};

type OrderPart = Omit<OrderRow, keyof Stamp | keyof Clocked | 'id' | 'buyerKey'>;

const KEPT = [
  'state',
  'fulfilment',
  'orderedOn',
  'shippedOn',
  'promisedFrom',
  'promisedOn',
  'deliveredOn',
  'country',
] as const;

const isSameItem = (a: OrderItem, b: OrderItem): boolean =>
  a.productId !== undefined && b.productId !== undefined ? a.productId === b.productId : a.title === b.title;

/** Lists show fewer lines of an order, and less of each, than its own page does. */
const mergeItems = (before: readonly OrderItem[], seen: readonly OrderItem[]): readonly OrderItem[] => {
  const withOld = (item: OrderItem): OrderItem => ({ ...before.find((old) => isSameItem(old, item)), ...item });
  if (seen.length >= before.length) return seen.map(withOld);
  return before.map((old) => ({ ...old, ...seen.find((item) => isSameItem(old, item)) }));
};

/** Since when an order is in its state, as far as pages have shown it. */
const stateOnOf = (before: OrderRow | undefined, facts: OrderFacts, today: string | undefined): string | undefined =>
  facts.state === undefined || facts.state === before?.state ? before?.stateOn : today;

/**
 * What is kept of an order: newer facts over older ones, a page that shows less takes nothing away. A new state counts
 * from `today`. Carrier, tracking and everything a page might add later are left out on purpose.
 */
export const mergeOrder = (before: OrderRow | undefined, facts: OrderFacts, today?: string): OrderPart => {
  const kept: Partial<Record<(typeof KEPT)[number], unknown>> = {};
  for (const field of KEPT) {
    const value = facts[field] ?? before?.[field];
    if (value !== undefined) kept[field] = value;
  }
  const stateOn = stateOnOf(before, facts, today);
  const amount = facts.amount ?? before?.amount;
  const items = mergeItems(before?.items ?? [], facts.items);
  return {
    ...kept,
    ...(stateOn === undefined ? {} : { stateOn }),
    ...(amount === undefined ? {} : { amount: { value: amount.value, currency: amount.currency } }),
    ...(before?.reviewAskedOn === undefined ? {} : { reviewAskedOn: before.reviewAskedOn }),
    orderId: facts.orderId,
    items,
  } as OrderPart;
};

/** Whether writing `next` over `before` would change anything a reader can see. */
export const isSameOrder = (before: OrderRow | undefined, next: OrderPart): boolean =>
  before !== undefined &&
  before.reviewAskedOn === next.reviewAskedOn &&
  KEPT.every((field) => before[field] === next[field]) &&
  before.amount?.value === next.amount?.value &&
  before.amount?.currency === next.amount?.currency &&
  JSON.stringify(before.items) === JSON.stringify(next.items);
