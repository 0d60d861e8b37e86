import type { CountryCode, Lang, MarketId, OrderId, ThreadKey } from '../domain/ids';
import type { OrderFacts } from '../domain/orders';
import type { Field, ReadProblem } from '../page/field';

/** What a seller page is, as far as Parley cares. `none` means: do nothing here. */
export type PageKind = 'thread' | 'contact' | 'order' | 'orders' | 'events' | 'review-request' | 'blocked' | 'none';

export type { Field, ReadProblem } from '../page/field';

/** One message on screen. */
export interface Bubble {
  /** `note` is neither side: a recalled message, a platform notice. */
  readonly side: 'buyer' | 'seller' | 'note';
  /** The original text, line breaks as `\n`; empty for pictures and cards. */
  readonly text: string;
  /** What the platform's own translation says, and under which name it shows it; never mixed into `text`. */
  readonly platformTranslation?: { readonly text: string; readonly by: string };
  /** As the page shows it, when a machine-readable time is missing. */
  readonly shownTime?: string;
  /** ISO 8601 where the page gives one. */
  readonly at?: string;
}

/** The conversation that is open. */
export interface Thread {
  readonly key: ThreadKey;
  readonly bubbles: readonly Bubble[];
  readonly orderId?: OrderId;
  readonly caseId?: string;
  readonly buyerId?: string;
  /** Display name: weak, never an identity. */
  readonly buyerName?: string;
  /** What the page itself says about the buyer's language. */
  readonly buyerLang?: Lang;
  /** On contact pages: the chosen contact reason, a word of ours, or `other`. */
  readonly contactReason?: ContactReason;
}

/** Contact reasons a marketplace offers for a message that the seller starts. */
export type ContactReason = 'order-detail' | 'shipping-problem' | 'customisation' | 'return' | 'other';

/** Which of our shops a page belongs to, as far as the page says. */
export interface ShopHint {
  /** The marketplace's own id of the account (merchant token, channelId), when shown. */
  readonly accountId?: string;
  readonly name?: string;
}

/** A name a buyer's record can be found by. Strong ones identify; a display name only suggests. */
export interface BuyerAlias {
  readonly kind: 'order' | 'case' | 'buyer' | 'display-name';
  readonly value: string;
  readonly strong: boolean;
}

export type SlotName = 'composer' | 'bubble';

/** What the page itself reported. */
export type SentReport = { readonly kind: 'message' } | { readonly kind: 'review-request' };

/** How one field of the current page could be read. */
export interface FieldHealth {
  readonly field: string;
  /** fallback: found by a semantic candidate; missing: not found. */
  readonly state: 'ok' | 'fallback' | 'missing';
  readonly required: boolean;
  readonly candidate?: number;
  /** Why nothing was read: a page without the fact (`missing`) is no fault, one that contradicts itself is. */
  readonly problem?: ReadProblem['kind'];
}

/**
 * The whole page at one glance: good, limited (a required field was only guessed, or an optional one is there and makes
 * no sense), broken (a required field is missing).
 */
export type PageHealth = 'good' | 'limited' | 'broken';

/** Tells what is on screen; all the sentinel needs. No selectors beyond a handful, no UI. */
export interface MarketDetector {
  readonly id: MarketId;
  /** Called after every in-app navigation; cheap enough to run on every poll. */
  pageKind(url: URL, doc: Document): PageKind;
}

/** Everything Parley knows about the pages of one marketplace; the only code that names a selector of the host. */
export interface MarketAdapter extends MarketDetector {
  /** Which of our shops this page belongs to. */
  shop(root: Document): Field<ShopHint>;
  /** The open conversation; on contact pages one without bubbles. */
  readThread(root: Document, url: URL): Field<Thread>;
  /** The order the open conversation is about, as far as this page shows it. */
  readOrder(root: Document, url: URL): Field<OrderFacts>;
  country(root: Document): Field<CountryCode>;
  /** Strong ones: order id, case id, buyer id. Weak: display name. Notes attach to strong ones only. */
  aliases(thread: Thread): readonly BuyerAlias[];
  /** The text box a reply to this conversation goes into: the native inner field, whatever wraps it. */
  findComposer(root: Document): Field<HTMLElement>;
  /** Whether the page itself shows that it took the text (counter, preview, Send enabled); undefined when it gives no sign. */
  tookText(root: Document, field: HTMLElement, text: string): boolean | undefined;
  /** Where the bar may stand in the page's flow. */
  slot(name: SlotName, root: Document): Field<Element>;
  /** Emits when the page itself reports a message as sent; composer emptied after a send, success alert. */
  onSent(root: Document, signal: AbortSignal, sent: (what: SentReport) => void): void;
  /** How the last reads went; reset by each `readThread`. */
  health(): readonly FieldHealth[];
  /** Longest message the page takes, in UTF-16 units. */
  readonly maxMessageLength: number;
}
