/**
 * Row types of the database, kept here so that no type edge leads to the store.
 * Every row carries the same stamp (ADR D9): later it travels in bundles and merges per field.
 */
import type { ShopProfile } from './shop-profile';
import type { AgentId, BuyerKey, CountryCode, Instant, Lang, MarketId, NoteId, OrderId, ShopId } from './ids';
import type { ReplyTemplate } from './replies/template';
import type { Fulfilment, OrderEventKind, OrderEventState, OrderItem, OrderState } from './orders';

/** Who wrote a row, where and when, in the order of a hybrid logical clock. */
export interface Stamp {
  readonly shopId: ShopId;
  readonly authorId: AgentId;
  /** Hybrid logical clock, sortable as text: time, counter, node. */
  readonly hlc: string;
  /** Node that made the change: this installation, or the one a bundle came from. */
  readonly origin: string;
  /** A tombstone: 1 when deleted (a number, because IndexedDB does not index booleans). */
  readonly deleted: 0 | 1;
}

export interface ShopRow extends Stamp {
  readonly id: ShopId;
  readonly marketplace: MarketId;
  readonly name: string;
  /** The marketplace's own account id, once a page has shown it. */
  readonly accountId?: string;
  /** What pages call it, beside the name it has here; the newest first. */
  readonly seenAs?: readonly string[];
  /** What its replies have in common. */
  readonly profile?: ShopProfile;
}

export interface AgentRow extends Stamp {
  readonly id: AgentId;
  readonly initials: string;
}

export interface BuyerRow extends Stamp {
  readonly key: BuyerKey;
  /** Strong aliases as `kind:value`, multi-entry indexed. */
  readonly aliases: readonly string[];
  readonly displayName?: string;
  readonly country?: CountryCode;
  readonly lang?: Lang;
  readonly tags: readonly string[];
  readonly archived: 0 | 1;
  readonly lastSeen: Instant;
}

export interface OrderRow extends Stamp {
  readonly id: string;
  readonly orderId: OrderId;
  readonly buyerKey: BuyerKey;
  readonly state?: OrderState;
  readonly items: readonly OrderItem[];
  readonly fulfilment?: Fulfilment;
  readonly orderedOn?: string;
  readonly shippedOn?: string;
  readonly promisedOn?: string;
  readonly deliveredOn?: string;
  /** Day by which the marketplace's own review request was sent: it can be sent once. */
  readonly reviewAskedOn?: string;
}

/** A feedback, review, return, refund, claim or dispute; never what the buyer wrote. */
export interface EventRow extends Stamp {
  readonly id: string;
  readonly kind: OrderEventKind;
  /** The page's own id of it. */
  readonly eventId?: string;
  /** Missing for reviews, which belong to no order. */
  readonly orderId?: OrderId;
  readonly buyerKey?: BuyerKey;
  readonly productId?: string;
  /** Whole stars, 1 to 5. */
  readonly stars?: number;
  /** Day it happened, `YYYY-MM-DD`; the day it was first seen where the page shows none. */
  readonly at: string;
  readonly state?: OrderEventState;
  readonly dueAt?: string;
  /** As the page words it, at most 120 UTF-16 units. */
  readonly reason?: string;
  readonly amount?: { readonly value: number; readonly currency: string };
}

/** Who a value of a product card comes from: somebody who typed or imported it, or the returns it was worked out from. */
export type ValueAuthor = 'person' | 'returns';

export interface ProductRow extends Stamp {
  readonly id: string;
  readonly sku?: string;
  readonly productId?: string;
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  /** Author of each value by field; a field that is missing here was given by a person. */
  readonly authors?: Readonly<Record<string, ValueAuthor>>;
}

/** One message of ours: what kind, when, in which language; never its text. */
export interface ContactRow extends Stamp {
  readonly id: string;
  readonly buyerKey: BuyerKey;
  readonly orderId?: OrderId;
  readonly kind: string;
  readonly at: Instant;
  readonly lang?: Lang;
}

export interface PromiseRow extends Stamp {
  readonly id: string;
  readonly buyerKey: BuyerKey;
  readonly what: string;
  readonly dueOn: string;
  readonly done: 0 | 1;
}

export interface FollowUpRow extends Stamp {
  readonly id: string;
  readonly buyerKey: BuyerKey;
  readonly kind: string;
  readonly dueOn: string;
  readonly done: 0 | 1;
}

export interface NoteRow extends Stamp {
  readonly id: NoteId;
  readonly buyerKey: BuyerKey;
  readonly text: string;
  readonly createdAt: Instant;
  readonly editedAt?: Instant;
}

export interface SettingRow extends Stamp {
  readonly name: string;
  readonly value: unknown;
}

/** One line of the work log; codes and counts, never message text. */
export interface LogRow extends Stamp {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  readonly buyerKey?: BuyerKey;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** A rule one agent does not want to hear of for a while; `authorId` of the stamp is who, its id names both. */
export interface MuteRow extends Stamp {
  readonly id: string;
  readonly rule: string;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** A message sent although a rule held it: which rules and why, never what was written or to whom. */
export interface OverrideRow extends Stamp {
  readonly id: string;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly at: Instant;
}

/** What a desk has done with one reply: its own words, whether it is in use, and who has read which language. */
export interface TemplateRow extends Stamp {
  readonly id: string;
  /** The desk's own words; missing while the shipped ones stand. */
  readonly template?: ReplyTemplate;
  readonly off: 0 | 1;
  /** Tags on the shipped words; words of the desk's own carry theirs themselves. */
  readonly tags?: readonly string[];
  /** Languages of the shipped words that somebody of the desk has read; `print` tells which words they were. */
  readonly reviews: Readonly<Record<Lang, TemplateReview>>;
  readonly at: Instant;
}

/** Who has read the words of one language, on which day, and the `textPrint` of what was read. */
export interface TemplateReview {
  readonly by: string;
  readonly on: string;
  readonly print: string;
}

/** The words of a reply before they were changed. */
export interface TemplateVersionRow extends Stamp {
  readonly id: string;
  readonly templateId: string;
  readonly at: Instant;
  readonly template: ReplyTemplate;
}

/**
 * A sentence of a reply as an agent has changed it before sending, as Liquid: values are variables again, and nothing that
 * names a buyer is in it.
 */
export interface TemplateEditRow extends Stamp {
  readonly id: string;
  readonly templateId: string;
  readonly block: string;
  readonly lang: Lang;
  /** Empty when the sentence was taken out. */
  readonly text: string;
  readonly at: Instant;
}

/** An unsent draft of one conversation; kept for 24 hours, gone once sent. */
export interface DraftRow {
  readonly threadKey: string;
  readonly shopId: ShopId | '';
  readonly text: string;
  readonly savedAt: Instant;
}
