/**
 * Row types of the database, kept here so that no type edge leads to the store.
 * Every row carries the same stamp (ADR D9): later it travels in bundles and merges per field.
 */
import type { ShopProfile } from './shop-profile';
import type { AgentId, BuyerKey, CountryCode, Instant, Lang, MarketId, NoteId, OrderId, ShopId } from './ids';
import type { ImportJob, Take } from './bundles/import-job';
import type { OwnWords } from './compliance/desk-rules';
import type { Severity } from './compliance/input';
import type { KeptSummary } from './customers/summary';
import type { CountedLine } from './reports/line-cells';
import type { Tally } from './reports/record-tally';
import type { Asked } from './worklog/asked';
import type { Department, EntrySeverity } from './worklog/entry';
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

/**
 * Clocks of fields that were changed on their own (ADR 13): the later change of a field wins, whatever happened to the
 * others. A field that has none here is as old as the row.
 */
export interface Clocked {
  /** Clock reading at which the row was made; `hlc` where it is missing. */
  readonly born?: string;
  /** By name of the field; parts of a map as `fields.colour`. */
  readonly clocks?: Readonly<Record<string, string>>;
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

/** What a buyer has said of themselves or asked for; kept as the day it was first seen, never as words. */
export type BuyerSignal = 'wholesale' | 'sample' | 'partner' | 'opted-out';

/** Whether a tag stands on a record, and since which clock reading: the later of two answers counts. */
export interface TagMark {
  readonly hlc: string;
  readonly on: 0 | 1;
}

export interface BuyerRow extends Stamp, Clocked {
  readonly key: BuyerKey;
  /** Strong aliases as `kind:value`, and `hash:…` of those that were kept too long; multi-entry indexed. */
  readonly aliases: readonly string[];
  readonly displayName?: string;
  readonly country?: CountryCode;
  readonly lang?: Lang;
  /** Which of the three a person has set: a page changes those no more. */
  readonly byHand?: readonly ('displayName' | 'country' | 'lang')[];
  /** The tags that stand, in the order of the alphabet; `tagMarks` is what merges. */
  readonly tags: readonly string[];
  readonly tagMarks?: Readonly<Record<string, TagMark>>;
  readonly archived: 0 | 1;
  readonly firstSeen?: Instant;
  readonly lastSeen: Instant;
  /** What somebody has written down beside the notes, by a name of their own. */
  readonly fields?: Readonly<Record<string, string>>;
  /** By signal, the day it was first seen; empty when a person has taken it back. */
  readonly signals?: Readonly<Partial<Record<BuyerSignal, string>>>;
  /** The record this one was joined to; empty once they were separated again. */
  readonly joinedTo?: BuyerKey | '';
  /** Forgotten for good: only the key and the hashes of its aliases are left. */
  readonly forgotten?: 1;
  // Worked out from the other tables in the same transaction; these never travel.
  readonly summary?: KeptSummary;
  /** Ids of the segments it belongs to. */
  readonly segments?: readonly string[];
  /** The lists it stands in, each with the place in it (`facets.ts`); multi-entry indexed. */
  readonly facets?: readonly string[];
  /** Day on which time alone may change its segments; indexed. */
  readonly recheckOn?: string;
  /** What it adds to the reports (`record-tally.ts`). */
  readonly tally?: Tally;
}

export interface OrderRow extends Stamp, Clocked {
  readonly id: string;
  /** The hash of it once it was kept too long. */
  readonly orderId: OrderId;
  readonly buyerKey: BuyerKey;
  readonly state?: OrderState;
  /** Day on which this state was first seen. */
  readonly stateOn?: string;
  readonly items: readonly OrderItem[];
  readonly fulfilment?: Fulfilment;
  readonly orderedOn?: string;
  readonly shippedOn?: string;
  /** First day of the promised range. */
  readonly promisedFrom?: string;
  readonly promisedOn?: string;
  readonly deliveredOn?: string;
  readonly country?: CountryCode;
  readonly amount?: { readonly value: number; readonly currency: string };
  /** Day by which the marketplace's own review request was sent: it can be sent once. */
  readonly reviewAskedOn?: string;
}

/** A feedback, review, return, refund, claim or dispute; never what the buyer wrote. */
export interface EventRow extends Stamp, Clocked {
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
  /** What it answered, where that was a question about a size or a plug. */
  readonly asked?: Asked;
}

export interface PromiseRow extends Stamp, Clocked {
  readonly id: string;
  readonly buyerKey: BuyerKey;
  readonly orderId?: OrderId;
  readonly what: string;
  readonly dueOn: string;
  readonly done: 0 | 1;
}

/**
 * Something to look at by a moment, worked out from the record whenever it changes. What a person says of it (`done`,
 * `snoozedTo`) has clocks; the rest is computed on every machine anew.
 */
export interface FollowUpRow extends Stamp, Clocked {
  /** Shop, kind and what it is about: the same on every machine. */
  readonly id: string;
  readonly buyerKey: BuyerKey;
  /** Id of the type in the catalogue of follow-ups. */
  readonly kind: string;
  readonly orderId?: OrderId;
  /** The event or promise it is about. */
  readonly about?: string;
  /** Day or moment its clock started: of the order, of the event, or of the buyer's message that waits. */
  readonly since?: string;
  /** When it is to be looked at: what was worked out, or the moment it was snoozed to; `doneAt` of one that is done. */
  readonly dueAt: Instant;
  /** After this moment there is nothing left to do. */
  readonly until?: Instant;
  readonly snoozedTo?: Instant;
  readonly done: 0 | 1;
  readonly doneAt?: Instant;
}

export interface NoteRow extends Stamp, Clocked {
  readonly id: NoteId;
  readonly buyerKey: BuyerKey;
  readonly text: string;
  readonly createdAt: Instant;
  readonly editedAt?: Instant;
}

/** Something for another department, or a problem of a product; never about a buyer. */
export interface EntryRow extends Stamp, Clocked {
  readonly id: string;
  /** Day it is filed under, `YYYY-MM-DD`; indexed. */
  readonly day: string;
  readonly at: Instant;
  readonly department: Department;
  readonly severity: EntrySeverity;
  readonly text: string;
  /** Title, SKU or product id, as the person or the order names it. */
  readonly product?: string;
  /** Why, as an id of the intents or of the reasons for returns. */
  readonly reason?: string;
  /** How often the same was reported on this day. */
  readonly count: number;
}

/** A hundred archived records with everything about them, as one value: a tenth of the cost of rows with indexes. */
export interface ArchiveRow {
  /** Sorts the newest pack first. */
  readonly id: string;
  /** Every alias inside, and `key:…` of every record; multi-entry indexed. */
  readonly aliases: readonly string[];
  /** Rows by table, as JSON. */
  readonly rows: string;
  readonly count: number;
}

/** How many live records stand in a list; kept in the transaction that changes them. */
export interface CounterRow {
  readonly facet: string;
  readonly count: number;
}

/** Keys of records whose words may have changed since the search was last brought up to date. */
export interface ChangedRow {
  readonly n?: number;
  readonly keys: readonly BuyerKey[];
}

/** A part of the search index as it lies in the store. */
export interface SearchPartRow {
  readonly id: string;
  readonly value: unknown;
}

export interface SettingRow extends Stamp {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What was counted on one day or in one month in one shop: of records, or of what one agent did. Or, in a row of its own,
 * the title of a product. No personal data.
 */
export interface TallyRow {
  /** `tallyId`, or `titleId`. */
  readonly id: string;
  /** As `countsText` writes them. */
  readonly counts?: string;
  readonly title?: string;
}

/** What one change adds to the counts; it waits until somebody wants them. */
export interface TallyChangeRow {
  readonly n?: number;
  readonly lines?: readonly CountedLine[];
  /** Lines that were counted and are gone again. */
  readonly gone?: readonly CountedLine[];
  /** By shop, what has become different in records. */
  readonly records?: Readonly<Record<string, Tally>>;
  /** Titles of products, by the name the reports have for them. */
  readonly titles?: Readonly<Record<string, string>>;
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

/**
 * What a desk has decided about one rule, the switch that holds a press on send, or a lock on such a decision (ADR 17): who
 * locks keeps what they have decided in a row of their own, so that no later row of somebody else takes its place. A rule
 * about which nothing is decided any more is a tombstone.
 */
export interface RuleRow extends Stamp {
  /** Id of the rule, `holds-sending`, or `lock:`, who locks, `:` and the rule. */
  readonly id: string;
  readonly severity?: Severity;
  readonly off?: 1;
  /** The words of a rule of the desk's own. */
  readonly own?: OwnWords;
  /** Of `holds-sending` alone. */
  readonly on?: 0 | 1;
  /** Of locks alone: `team` binds everybody else, `pack` came in a pack and binds who has imported it as well. */
  readonly lock?: 'team' | 'pack';
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
  /** Whose conversation it is; missing while that was not known. */
  readonly buyerKey?: BuyerKey;
  readonly text: string;
  readonly savedAt: Instant;
}

/** A file that was read: what it would change, did change, and how that is taken back (`bundles/import-job.ts`). */
export interface ImportRow extends ImportJob {
  readonly id: string;
}

/**
 * A part of a file that was read, or of what was there before it was applied. Rows lie in it as JSON: thousands of them cost
 * what one row costs.
 */
export interface ImportPartRow {
  /** Import, kind of the part, and its place. */
  readonly id: string;
  /** Whose rows are in it, so that who is forgotten is found; multi-entry indexed. */
  readonly keys: readonly BuyerKey[];
  readonly value: string;
  /** What was chosen in the preview, by place in this part and by field; `*` for the whole row. */
  readonly chosen?: Readonly<Record<string, Readonly<Record<string, Take>>>>;
}
