import type { Instant, Lang, MarketId, OrderId } from '../ids';
import type { OrderState } from '../orders';
import type { Span } from '../text/span';

/** block: needs an override with a reason; warn: shown, needs a look; info: a hint. */
export type Severity = 'block' | 'warn' | 'info';

/** `reply` when the last bubble is the buyer's, else `proactive` (also on a contact page). */
export type Direction = 'proactive' | 'reply';

export type MessageKind =
  'review-request' | 'order-update' | 'reply-negative' | 'dispute' | 'pre-sale' | 'address-check' | 'other';

/** What the check knows of the order; unknown facts are absent, never guessed. */
export interface CheckOrder {
  readonly id?: OrderId;
  readonly state?: OrderState;
  readonly deliveredAt?: Instant | string;
  readonly completedAt?: Instant | string;
  readonly disputeState?: string;
  readonly preferredLang?: Lang;
}

/** The one input of the message check, the same in the page, the dashboard and `npm run evaluate`. */
export interface CheckInput {
  readonly text: string;
  /** Language of the text, which is the language whose rules run. */
  readonly lang: Lang;
  /** `any` when the marketplace is not known: only rules that hold everywhere run. */
  readonly marketplace: MarketId | 'any';
  readonly kind?: MessageKind;
  readonly direction: Direction;
  readonly shopId?: string;
  readonly order?: CheckOrder;
  readonly history?: readonly { readonly at: string; readonly kind: string }[];
  readonly optedOut?: boolean;
  readonly now: Instant;
}

/** A one-key change that makes the finding go away. */
export interface Fix extends Span {
  readonly replacement: string;
}

/** One place in the text that breaks one rule. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}
