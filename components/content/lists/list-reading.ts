import type { ListRequest, PageVisit } from '@/utils/app/api';
import type { FieldHealth, ListRow, MarketLists, PageKind } from '@/utils/marketplaces/contract';
import { pageHealth } from '@/utils/marketplaces/page-health';
import { shareReads } from '@/utils/page/share-reads';

/** Pages whose content is told to the records; on conversation pages the rows alone count, the assistant reads the rest. */
const KEPT_PAGES: readonly PageKind[] = ['order', 'orders', 'events', 'review-request'];
/** Longest part of a row's last words that is sent on, in UTF-16 units: enough for their language. */
const TEXT_CAP = 300;
/** Rows one list asks about; more are on no screen. */
const MOST_ROWS = 200;
/** Orders and events one list tells of; the records take no more at once. */
const MOST_KEPT = 500;

/** One reading of a list or an order page. */
export interface ListReading {
  readonly request: Omit<ListRequest, 'holds'>;
  readonly rows: readonly ListRow[];
  /** Null on pages the assistant answers for. */
  readonly visit: Omit<PageVisit, 'marketplace' | 'at'> | null;
  /** Time the reading took. Units: milliseconds. */
  readonly ms: number;
  /** Equal when a new request would say nothing new. */
  readonly signature: string;
  /** Nothing that was looked for is missing. */
  readonly isComplete: boolean;
}

/** The rows of a list that can carry a badge; none where it cannot be read. */
export function readRows(lists: MarketLists, now: Date): readonly ListRow[] {
  const rows = shareReads(() => lists.readRows(document, new URL(location.href), now));
  return rows.ok ? rows.value.slice(0, MOST_ROWS) : [];
}

const isMissing = ({ required, state }: FieldHealth): boolean => required && state === 'missing';

/** Reads what is on screen once; null where there is nothing for Parley. */
export function readList(lists: MarketLists, now: Date): ListReading | null {
  const url = new URL(location.href);
  const page = lists.pageKind(url, document);
  const isKept = KEPT_PAGES.includes(page);
  if (!isKept && page !== 'thread') return null;
  const started = performance.now();
  const read = shareReads(() => ({
    orders: lists.readOrders(document, url),
    events: lists.readEvents(document, url),
    review: lists.readReviewRequest(document, url),
    rows: lists.readRows(document, url, now),
    shop: lists.shop(document),
    fields: lists.health(),
  }));
  const ms = performance.now() - started;
  const rows = read.rows.ok ? read.rows.value.slice(0, MOST_ROWS) : [];
  const request: ListReading['request'] = {
    page,
    shop: read.shop.ok ? read.shop.value : {},
    orders: isKept && read.orders.ok ? read.orders.value.slice(0, MOST_KEPT) : [],
    events: isKept && read.events.ok ? read.events.value.slice(0, MOST_KEPT) : [],
    reviewRequest: isKept && read.review.ok ? read.review.value : null,
    rows: rows.map(({ key, aliases, lastText }) => ({
      key,
      aliases,
      ...(lastText ? { lastText: lastText.slice(0, TEXT_CAP) } : {}),
    })),
  };
  return {
    request,
    rows,
    ms,
    visit: isKept ? { page, health: pageHealth(read.fields), fields: read.fields, ms: Math.round(ms * 10) / 10 } : null,
    // When a page was read says nothing about the page.
    signature: JSON.stringify(request, (name, value: unknown) => (name === 'readAt' ? undefined : value)),
    isComplete: isKept ? !read.fields.some(isMissing) : rows.length > 0,
  };
}

/** Whether a request holds anything the records or the badges could use. */
export const saysSomething = ({ orders, events, reviewRequest, rows }: ListReading['request']): boolean =>
  orders.length + events.length + rows.length > 0 || reviewRequest !== null;
