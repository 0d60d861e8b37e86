import type { Span } from '../../text/span';

/** What a fact of a message is. */
export type FactKind = 'date' | 'size' | 'amount' | 'order-id' | 'tracking' | 'number' | 'product';

/** What stands at a place of the buyer's message. */
export type MeaningMark = Span &
  (
    | { readonly kind: 'negation' | 'word' | 'cue'; readonly gloss: string }
    | { readonly kind: 'fact'; readonly fact: FactKind; readonly gloss?: string }
  );

/** One sentence of the buyer's message with what could be explained of it. Units: UTF-16 offsets in the message. */
export interface ExplainedSentence extends Span {
  /** In the order of the text, without overlaps. */
  readonly marks: readonly MeaningMark[];
}

/** A piece of what is in the box: a sentence of a reply with its meaning, or the agent's own words, which nobody covers. */
export interface AlignedPart {
  readonly text: string;
  /** The same sentence in the agent's language; null for words of the agent's own. */
  readonly meaning: string | null;
}
