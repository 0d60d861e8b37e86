import type { Lang } from '../domain/ids';
import type { Span } from '../domain/text/span';
import type { ApiResult } from './api';

/** What stands at a place of the buyer's message. */
export type MeaningMark = Span &
  (
    | { readonly kind: 'negation' | 'word' | 'cue'; readonly gloss: string }
    | {
        readonly kind: 'fact';
        readonly fact: 'date' | 'size' | 'amount' | 'order-id' | 'tracking' | 'number' | 'product';
        readonly gloss?: string;
      }
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

/** What the agent is looking at, explained as far as it can be: never a composed sentence. */
export interface Understanding {
  readonly message: {
    readonly text: string;
    readonly lang: Lang;
    readonly sentences: readonly ExplainedSentence[];
  } | null;
  readonly reply: readonly AlignedPart[];
}

/** What the page asks when the agent wants to know what was written. */
export interface UnderstandApi {
  /** `text` is what stands in the box now. */
  understand(request: { readonly text: string }): ApiResult<Understanding>;
}
