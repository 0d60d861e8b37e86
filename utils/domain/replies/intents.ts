import type { Cue, ScoredIntent } from './draft';

/** The intent that means: not a shop question, or not understood. */
export const OTHER = 'other';

/** A cue with the intent it speaks for. */
export interface IntentCue extends Cue {
  readonly intent: string;
}

/** What was understood of one message. */
export interface IntentReading {
  /** Best first; `other` first means that nothing was understood well enough. */
  readonly intents: readonly ScoredIntent[];
  /** Words that carried the first intents, in the order of the text. */
  readonly cues: readonly IntentCue[];
  /** The first intent is far enough ahead of the second to be the default. */
  readonly sure: boolean;
}

// Questions about the same fact: which of them is meant shows in the order's state, not in the words.
const FAMILIES: readonly (readonly string[])[] = [
  [
    'where_is_order',
    'delivery_delayed',
    'shipping_time',
    'tracking_not_updating',
    'delivered_not_received',
    'package_lost',
  ],
  ['damaged', 'defective', 'not_as_described'],
  ['wrong_item', 'missing_parts', 'not_as_described'],
  ['return_request', 'refund_request', 'exchange_request', 'size_not_fit'],
  ['refund_request', 'refund_status'],
  ['cancel_order', 'change_order', 'change_address'],
  ['product_info', 'product_material', 'compatibility', 'plug_voltage'],
  ['shipping_time', 'shipping_options', 'shipping_cost'],
  ['thanks_closing', 'positive_feedback'],
  ['service_complaint', 'negative_review', 'dispute_claim'],
];

/** Whether two intents can be answered by each other's templates when the page's facts point that way. */
export const areRelated = (a: string, b: string): boolean =>
  FAMILIES.some((family) => family.includes(a) && family.includes(b));
