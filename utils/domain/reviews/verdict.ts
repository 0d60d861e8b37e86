/** What the review-request coach says of one order. */
export interface ReviewVerdict {
  readonly orderId: string;
  /** `wait`: not yet, from `at`; `unknown`: a fact is missing or too old. */
  readonly verdict: 'allow' | 'wait' | 'stop' | 'unknown';
  /** The rule that decides, such as `ctx-too-early`; `review-allowed` when nothing speaks against it. */
  readonly rule: string;
  /** From when it is allowed, or until when; a day or a moment. */
  readonly at?: string;
  /** Facts that are missing, by the names of `ContextInput`; `teamKnowledge` when team-mates were not heard of lately. */
  readonly missing?: readonly string[];
  /** When team-mates' requests were last known, where a team works on the shop. */
  readonly knownAt?: string;
  /** Country rules to mind although it is allowed, such as `ctx-de-consent`. */
  readonly mind?: readonly string[];
}

/** How many of the orders of a list can be asked for now. */
export interface ReviewCount {
  readonly allowed: number;
  readonly of: number;
}
