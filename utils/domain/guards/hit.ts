import type { Span } from '../text/span';

/** Where something stands in a prepared text: its words and its sentence, offsets of the normalised text. */
export interface Hit extends Span {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly sentence: number;
}
