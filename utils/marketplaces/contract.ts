import type { CountryCode, Lang, MarketId, OrderId, ThreadKey } from '../domain/ids';
import type { OrderEvent, OrderFacts, OrderSeen, ReviewRequest } from '../domain/orders';
import type { Field, ReadProblem } from '../page/field';
import type { Sending } from '../page/send-press';

/** What a seller page is, as far as Parley cares. `none` means: do nothing here. */
export type PageKind = 'thread' | 'contact' | 'order' | 'orders' | 'events' | 'review-request' | 'blocked' | 'none';

export type { Field, ReadProblem } from '../page/field';
export type { Sending } from '../page/send-press';

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
  /**
   * The page shows a machine translation where the buyer's words were, and the words themselves are nowhere in it: nothing
   * may be concluded from the language of the text.
   */
  readonly isTranslated?: true;
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

/** One row of a list on screen: a conversation or an order that can be opened. Parley never opens it. */
export interface ListRow {
  /** Where the row is; lists recycle their elements, so `key` tells whether it is still the same row. */
  readonly element: Element;
  /** What the row says, as far as it tells rows apart; equal for the same row, also after scrolling. */
  readonly key: string;
  readonly aliases: readonly BuyerAlias[];
  /** The buyer's last words as the row shows them, for their language alone. */
  readonly lastText?: string;
  /** The marketplace counts this row as unanswered. */
  readonly isWaiting?: boolean;
  /** ISO 8601: when the buyer wrote last, where the row gives a moment and not only a day. */
  readonly since?: string;
}

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
  /** What would send the text of this box; asked only when a press may have to wait. */
  sending(root: Document, field: HTMLElement): Sending;
  /** Emits when the page itself reports a message as sent; composer emptied after a send, success alert. */
  onSent(root: Document, signal: AbortSignal, sent: (what: SentReport) => void): void;
  /** How the last reads went; reset by each `readThread`. */
  health(): readonly FieldHealth[];
  /** Longest message the page takes, in UTF-16 units. */
  readonly maxMessageLength: number;
}

/**
 * What Parley reads on pages beside the conversation: orders, and what happened to them. Lists are read as they are on
 * screen, never paged or opened. It runs in a script of its own, so that a conversation pays nothing for it (ADR 8).
 */
export interface MarketLists extends MarketDetector {
  shop(root: Document): Field<ShopHint>;
  /** The orders on screen: one on an order's own page, where the address and the page must agree; many on a list. */
  readOrders(root: Document, url: URL): Field<readonly OrderSeen[]>;
  /** Feedback, reviews, returns, refunds, claims and disputes on screen. */
  readEvents(root: Document, url: URL): Field<readonly OrderEvent[]>;
  /** What the marketplace's own review-request page says of its order. */
  readReviewRequest(root: Document, url: URL): Field<ReviewRequest>;
  /** Rows of conversations or orders that can carry a badge; an empty list where the page has none. */
  readRows(root: Document, url: URL, now: Date): Field<readonly ListRow[]>;
  /** How the last reads went; reset by `readOrders`, which is always asked first. */
  health(): readonly FieldHealth[];
}

/** A practice conversation as it stands on screen. */
export interface PracticeConversation {
  readonly market: MarketId;
  readonly shop: ShopHint;
  readonly thread: Omit<Thread, 'bubbles'>;
  readonly bubbles: readonly (Bubble & { readonly element: Element })[];
  readonly order: OrderFacts | null;
  readonly country: CountryCode;
}

/** The practice page: our own, so that it can be asked and no selector is needed. */
export interface PracticeScreen {
  /** The conversation that is open; null while the page shows none. */
  open(): PracticeConversation | null;
  composer(): HTMLTextAreaElement | null;
  /** The part of the page the bar stands in front of. */
  block(): Element | null;
  sendButton(): Element | null;
  /** Calls back when a message was kept as sent, until the signal aborts. */
  onSent(heard: () => void, signal: AbortSignal): void;
}
