import type { Severity } from '../input';

/** One message or action on record: ours by its kind, `buyer-message` for the buyer's. */
export interface PastContact {
  readonly at: string;
  readonly kind: string;
}

/**
 * What the context rules know of the moment, the order and the buyer. Absent is unknown, never a yes or a no;
 * null is known to be nothing. Moments are instants or days, `YYYY-MM-DD`.
 */
export interface ContextInput {
  readonly now: string;
  readonly marketplace: string;
  readonly kind?: string | undefined;
  /** `none`: nobody is writing, only the clocks are looked at. */
  readonly direction?: 'proactive' | 'reply' | 'none' | undefined;
  /** How the message travels: from the order's own page, by e-mail or by a programming interface. */
  readonly channel?: 'order-page' | 'email' | 'api' | undefined;
  /** Language of the message. */
  readonly lang?: string | undefined;
  readonly preferredLang?: string | undefined;
  readonly orderId?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly earliestDelivery?: string | null | undefined;
  readonly latestDelivery?: string | null | undefined;
  readonly deliveredAt?: string | null | undefined;
  readonly completedAt?: string | null | undefined;
  readonly optedOut?: boolean | undefined;
  readonly reviewed?: boolean | undefined;
  readonly disputeState?: string | null | undefined;
  readonly disputeOpenedAt?: string | null | undefined;
  readonly sellerResponded?: boolean | undefined;
  readonly history?: readonly PastContact[] | undefined;
  /** The message is one a buyer cannot opt out of: customisation, delivery appointment, address. */
  readonly critical?: boolean | undefined;
  /** The message asks the buyer to change or take back a review or feedback. */
  readonly asksForChange?: boolean | undefined;
  /** A mark in the subject such as `[Important]`. */
  readonly subjectTag?: string | null | undefined;
  /** Whether this person has bought or asked before. */
  readonly knownBuyer?: boolean | undefined;
  /** The buyer's last message that nobody has answered. */
  readonly lastBuyerMessageAt?: string | null | undefined;
  /** Country of delivery, ISO 3166-1 alpha-2. */
  readonly shipTo?: string | null | undefined;
  /** The mail names the right to object to further requests. */
  readonly hasObjectionNotice?: boolean | undefined;
}

/** A context rule that holds. */
export interface ContextFinding {
  /** Id such as `ctx-too-early`. */
  readonly rule: string;
  readonly severity: Severity;
  /** How far a clock has run, for rules with two steps. */
  readonly level?: 'amber' | 'red';
  /** Moment from which the rule no longer holds, or by which something has to happen. */
  readonly at?: string;
}

/** What the context rules say of one message. */
export interface ContextReport {
  readonly findings: readonly ContextFinding[];
  /** Rules that would apply but lack facts: neither a pass nor a block. */
  readonly unknown: readonly { readonly rule: string; readonly missing: readonly string[] }[];
}

/** What one rule says: it holds, it does not, or it cannot tell for want of facts. */
export type Verdict = Omit<ContextFinding, 'rule'> | 'silent' | { readonly missing: readonly (keyof ContextInput)[] };

/** One context rule: its id and its condition. */
export interface ContextRule {
  readonly id: string;
  verdict(input: ContextInput): Verdict;
}
