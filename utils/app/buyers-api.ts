/** What can be asked about buyers' records, from the extension's own pages. */
import type { Facet } from '../domain/customers/facets';
import type { RowsAbout } from '../domain/customers/satellites';
import type { SegmentHit, SegmentRule } from '../domain/customers/segment';
import type { BuyerKey, Instant, NoteId, OrderId, ShopId } from '../domain/ids';
import type { BuyerRow, BuyerSignal, OrderRow } from '../domain/records';
import type { ReviewVerdict } from '../domain/reviews/verdict';
import type { ApiResult } from './api';
import type { NoteAdvice, NotesApi } from './note-api';

/** Which buyers are asked for; everything that is given must hold. */
export interface BuyerFilter {
  readonly shopId?: ShopId;
  readonly segment?: string;
  readonly tag?: string;
  readonly country?: string;
  /** Archived records stand in a list of their own. */
  readonly archived?: boolean;
  /** Words in names, tags, notes, products, and the beginning of order, case and buyer numbers; any language. */
  readonly search?: string;
}

/** A line of the list of buyers. */
export interface BuyerLine {
  readonly buyer: BuyerRow;
  /** Why it was found, when words were looked for: which field, and at most 80 characters of it. */
  readonly found?: { readonly in: 'name' | 'tag' | 'note' | 'product' | 'number'; readonly excerpt: string };
}

/** One page of a list. */
export interface BuyerPage {
  readonly lines: readonly BuyerLine[];
  /** Where the next page begins; missing at the end. A page may hold fewer lines than were asked for and still go on. */
  readonly next?: string;
  /** How far the search is prepared, 0 to 1; missing when it is ready or no words were looked for. */
  readonly prepared?: number;
}

/** A list somebody wants to come back to. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: BuyerFilter;
}

/** Somebody who may be the same person: a name, a country and a shop in common, nothing more. */
export interface JoinSuggestion {
  readonly buyer: BuyerRow;
  readonly because: readonly ('name' | 'country' | 'shared-alias')[];
}

/**
 * A buyer's record, whole. Orders, events and our messages are the newest first, at most 50 of each; promises those not
 * kept yet first, by day; follow-ups only those not done yet, by time.
 */
export interface BuyerView extends RowsAbout {
  readonly buyer: BuyerRow;
  readonly segments: readonly SegmentHit[];
  /** Of each order that is not too old to be asked about. */
  readonly verdicts: readonly ReviewVerdict[];
  /** Records that were joined to this one. */
  readonly joined: readonly Pick<BuyerRow, 'key' | 'displayName' | 'aliases' | 'shopId'>[];
  readonly suggestions: readonly JoinSuggestion[];
  /** Recency, frequency and money of the last 365 days, 1 to 5 each; null without an order. */
  readonly rfm: { readonly recency: number; readonly frequency: number; readonly money: number | null } | null;
  /** Notes with contact data although the buyer's last delivery is more than 30 days ago. */
  readonly oldNotes: readonly NoteId[];
  /** What a person reads about these; null when there are none. */
  readonly retention: NoteAdvice | null;
}

/** A field a person can set, with what it was when they began: a change made elsewhere meanwhile is a conflict. */
export interface FieldChange {
  readonly buyerKey: BuyerKey;
  /** `displayName`, `country`, `lang`, `signals.<signal>` or `fields.<name>`. */
  readonly field: 'displayName' | 'country' | 'lang' | `signals.${BuyerSignal}` | `fields.${string}`;
  /** Empty takes it away. */
  readonly value: string;
  /** Clock reading of the record the person was looking at; without it the change is made whatever happened meanwhile. */
  readonly seen?: string;
}

/** What became of a change of a field. */
export type FieldChanged =
  | { readonly kind: 'saved'; readonly buyer: BuyerRow }
  | { readonly kind: 'conflict'; readonly theirs: string; readonly buyer: BuyerRow };

/** How far a long job is; heard between two parts of it. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** How a long job is followed and stopped. */
export interface JobOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Everything about one buyer that a person can read and take along. */
export interface BuyerCopy {
  readonly app: 'parley';
  readonly kind: 'buyer-copy';
  readonly savedAt: Instant;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What can be asked about buyers from the extension's own pages. */
export interface BuyersApi extends NotesApi {
  page(request: {
    readonly filter: BuyerFilter;
    readonly cursor?: string;
    readonly limit: number;
  }): ApiResult<BuyerPage>;
  /** How many records stand in each list, without counting them. */
  counts(): ApiResult<Readonly<Partial<Record<Facet | 'archived', number>>>>;
  /** Errors: `not-found`, `forgotten`. A joined record answers with the one it was joined to. */
  open(key: BuyerKey): ApiResult<BuyerView>;
  /** Adds and takes away tags; answers the keys of the records that changed. Errors: `invalid` with `tags`. */
  tag(request: {
    readonly keys: readonly BuyerKey[];
    readonly add?: readonly string[];
    readonly remove?: readonly string[];
  }): ApiResult<readonly BuyerKey[]>;
  setField(change: FieldChange): ApiResult<FieldChanged>;
  /** Answers the keys of the records that were moved. */
  archive(request: { readonly keys: readonly BuyerKey[] }): ApiResult<readonly BuyerKey[]>;
  unarchive(request: { readonly keys: readonly BuyerKey[] }): ApiResult<readonly BuyerKey[]>;
  /** The first key is the one the others are joined to, or its own root. Shops may differ only with `acrossShops`. */
  join(request: { readonly keys: readonly BuyerKey[]; readonly acrossShops?: boolean }): ApiResult<BuyerKey>;
  /** Takes one record out of the one it was joined to. */
  separate(request: { readonly key: BuyerKey }): ApiResult<null>;
  /** Says that records are different people: they are not suggested as the same any more. */
  notSame(request: { readonly keys: readonly [BuyerKey, BuyerKey] }): ApiResult<null>;
  /** Forgets for good: no text, name or number of theirs can be read anywhere in the store afterwards. */
  forget(request: { readonly keys: readonly BuyerKey[] }): ApiResult<null>;
  copy(key: BuyerKey): ApiResult<BuyerCopy>;
  savedViews(): ApiResult<readonly SavedView[]>;
  saveView(view: Omit<SavedView, 'id'> & { readonly id?: string }): ApiResult<readonly SavedView[]>;
  removeView(request: { readonly id: string }): ApiResult<readonly SavedView[]>;
  /** Brings the search up to date, part by part; at once when nothing has changed. */
  prepareSearch(options?: JobOptions): ApiResult<null>;
}

/** What the desk decides about segments. */
export interface SegmentsApi {
  read(): ApiResult<{ readonly rules: readonly SegmentRule[]; readonly shipped: readonly SegmentRule[] }>;
  /** Keeps the rules; the records are sorted anew by `apply`. Errors: `invalid` with `segments`. */
  save(request: { readonly rules: readonly SegmentRule[] }): ApiResult<null>;
  /** Sorts every record anew, in parts; stopping leaves the rest for the next time. */
  apply(options?: JobOptions): ApiResult<Progress>;
  /** Whether `apply` was not finished since the rules were changed. */
  pending(): ApiResult<boolean>;
}

/** An order as a file of orders names it, for `importOrders`. */
export interface ImportedOrder {
  readonly orderId: OrderId;
  readonly buyerName?: string;
  readonly buyerId?: string;
  readonly country?: string;
  readonly orderedOn?: string;
  readonly deliveredOn?: string;
  /** Where the file says so; else an order that was delivered is `delivered`. */
  readonly state?: OrderRow['state'];
  readonly items: OrderRow['items'];
  readonly amount?: OrderRow['amount'];
}
