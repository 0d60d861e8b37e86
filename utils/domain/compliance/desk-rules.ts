import type { AgentId, Instant, Lang, ShopId } from '../ids';
import type { Severity } from './input';

/** What a desk has changed about one shipped rule. */
export interface RuleSetting {
  /** In place of the shipped severity, on every marketplace of the rule. */
  readonly severity?: Severity;
  readonly off?: true;
  /** Set by a lead: agents can neither mute, lower nor switch it off. */
  readonly locked?: true;
}

/** A rule the desk has written itself: plain words, no code. */
export interface OwnRule {
  /** Starts with `own-`, so that it can never shadow a shipped rule. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly alternative: string;
  /** Words or phrases to find; a `*` at an end leaves letters open. */
  readonly words: readonly string[];
  /** When one of these stands in the same sentence the rule is silent. */
  readonly unless: readonly string[];
  readonly severity: Severity;
  /** Marketplace ids; empty means everywhere. */
  readonly marketplaces: readonly string[];
  /** Languages of the message; empty means every language. */
  readonly langs: readonly Lang[];
  /** What the one-key fix puts in place of the words; without it they are removed. */
  readonly replacement?: string;
  readonly locked?: true;
}

/** What an own rule says, apart from its id and locks. */
export type OwnWords = Omit<OwnRule, 'id' | 'locked'>;

/** Where the desk's rules came from, when a pack was imported. */
export interface PackOrigin {
  readonly name: string;
  /** Day the pack was written, `YYYY-MM-DD`. */
  readonly issuedOn: string;
}

/** Everything a desk has decided about the message check. */
export interface DeskRules {
  readonly settings: Readonly<Record<string, RuleSetting>>;
  readonly own: readonly OwnRule[];
  /** Whether a press on the page's own send button is held once for rules that risk the account. */
  readonly holdsSending: boolean;
  readonly origin?: PackOrigin;
}

/** What a desk starts with. */
export const noDeskRules: DeskRules = { settings: {}, own: [], holdsSending: false };

/** A rule an agent does not want to hear of for a while. */
export interface Mute {
  readonly rule: string;
  readonly reason: string;
  readonly until: Instant;
  readonly at: Instant;
  readonly by: AgentId;
}

/** A message sent although a rule held it: what and why, never the text. */
export interface Override {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly at: Instant;
  readonly by: AgentId;
  readonly shopId: ShopId | '';
}
