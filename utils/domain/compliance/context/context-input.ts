import type { Severity } from '../input';

/** What the context rules know of the moment, the order and the buyer; `undefined` is unknown, never a yes or a no. */
export interface ContextInput {
  readonly now: string;
  readonly marketplace: string;
  readonly kind?: string | undefined;
  readonly direction?: 'proactive' | 'reply' | undefined;
  /** Language of the message. */
  readonly lang?: string | undefined;
  readonly preferredLang?: string | undefined;
  /** The order the message is about; null when there is none. */
  readonly orderId?: string | null | undefined;
  readonly state?: string | null | undefined;
  /** Days, `YYYY-MM-DD`, or instants. */
  readonly earliestDelivery?: string | null | undefined;
  readonly latestDelivery?: string | null | undefined;
  readonly deliveredAt?: string | null | undefined;
  readonly completedAt?: string | null | undefined;
  readonly optedOut?: boolean | undefined;
  readonly reviewed?: boolean | undefined;
  readonly disputeState?: string | null | undefined;
  readonly history?: readonly { readonly at: string; readonly kind: string }[] | undefined;
  /** The message is one a buyer cannot opt out of: customisation, delivery appointment, address. */
  readonly critical?: boolean | undefined;
  /** Everything else a rule needs; see `data/policy/context-cases.json` for the names. */
  readonly [fact: string]: unknown;
}

/** A context rule that holds. */
export interface ContextFinding {
  /** Id such as `ctx-too-early`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Moment from which the rule no longer holds, or by which something has to happen. */
  readonly at?: string;
}

/** What the context rules say of one message. */
export interface ContextReport {
  readonly findings: readonly ContextFinding[];
  /** Rules that would apply but lack facts: neither a pass nor a block. */
  readonly unknown: readonly { readonly rule: string; readonly missing: readonly string[] }[];
}
