import type { Fulfilment, OrderState } from '../orders';
import type { Lang } from '../ids';

/** A piece of a draft: text that stands, or a place that still needs a value; the desk's own variables bring their name along. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly variable: string; readonly label?: string };

/** One sentence or line of a draft. The same block id in two languages says the same thing. */
export interface DraftBlock {
  readonly id: string;
  /** What stands between the block before and this one: a space, a line break, an empty line, nothing. */
  readonly before: string;
  readonly segments: readonly Segment[];
  /** It opens or closes the message: a second reply below the first goes without. */
  readonly frame?: 'opening' | 'closing';
}

/** Whether a native reader has looked at a text. */
export type TextStatus =
  { readonly state: 'draft' } | { readonly state: 'reviewed'; readonly by: string; readonly on: string };

/** A template filled as far as the facts go, in one language. */
export interface Draft {
  readonly templateId: string;
  readonly lang: Lang;
  readonly status: TextStatus;
  readonly blocks: readonly DraftBlock[];
}

/** How a variable is typed in, shown and formatted. Dates are `YYYY-MM-DD` as values and localised in the text. */
export type VariableType = 'text' | 'date' | 'days' | 'order-id' | 'money' | 'number' | 'choice';

/** A variable of a draft that has no value yet. */
export interface OpenField {
  readonly name: string;
  readonly type: VariableType;
  readonly required: boolean;
  /** What a `choice` is between. */
  readonly choices?: readonly string[];
  /** What a variable of the desk's own is called. */
  readonly label?: string;
}

/** Where a value in the draft comes from. */
export type FactSource = 'page' | 'record' | 'converter' | 'product' | 'shop' | 'agent' | 'template';

/** A value and where it was found. */
export interface Fact {
  readonly value: string;
  /** The same in languages that word it differently ("EU 39 (women)"), by language; `value` stands for the others. */
  readonly said?: Readonly<Record<Lang, string>>;
  readonly source: FactSource;
}

/** Values by variable name. */
export type Facts = Readonly<Record<string, Fact>>;

/** Words of the buyer's message that carried the decision, with their offsets in the message. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The cue in the agent's language, when the cue list has it. */
  readonly gloss?: string;
}

/** An intent with how sure the model is, 0 to 1. */
export interface ScoredIntent {
  readonly id: string;
  readonly score: number;
}

/** Why a template was suggested. */
export type Reason =
  | { readonly kind: 'cues'; readonly cues: readonly Cue[] }
  | { readonly kind: 'order-state'; readonly state: OrderState }
  | { readonly kind: 'contact-reason'; readonly reason: string };

/** How much is said: `short` leaves out what a buyer can do without. */
export type Tone = 'short' | 'full';

/** One card: a draft in the buyer's language, the same in the agent's, and all a person needs to trust it. */
export interface Suggestion {
  readonly templateId: string;
  /** The block of a single sentence; missing for whole replies. */
  readonly block?: string;
  readonly intent: string;
  /** In the agent's language. */
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly draft: Draft;
  /** The same blocks in the agent's language; null when both languages are the same. */
  readonly counterpart: Draft | null;
  readonly open: readonly OpenField[];
  readonly facts: Facts;
  /** The tone it is in, where the template has two. */
  readonly tone?: Tone;
  readonly scope: { readonly orderStates?: readonly OrderState[]; readonly fulfilment?: Fulfilment };
  /** Sure enough to be the default: margin to the next intent above the calibrated bound. */
  readonly preselected: boolean;
}
