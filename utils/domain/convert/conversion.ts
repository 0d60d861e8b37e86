import type { Span } from '../text/span';

/** One line of an answer: what it is called and what it is, with the range where sources disagree. */
export interface AnswerLine {
  /** A size system (`EU`), or a message key such as `convert.power.voltage`. */
  readonly label: string;
  readonly value: string;
  readonly range?: string;
}

/** Something convertible that was found in a text or typed in, with its answer, reason and source. */
export interface Conversion extends Span {
  readonly kind: 'shoe-size' | 'power';
  /** How it was understood, e.g. `UK 5.5`, `JP`. */
  readonly heard: string;
  readonly audience?: 'women' | 'men' | 'kids' | 'unisex';
  readonly lines: readonly AnswerLine[];
  readonly basis: { readonly kind: 'table' | 'rule'; readonly sourceId: string };
  /** Message keys under `convert.warning.*`. */
  readonly warnings: readonly string[];
  /** True when the text allows a second reading; each reading is then its own conversion over the same span. */
  readonly ambiguous: boolean;
  /** What "Insert conversion" writes, in the buyer's language. */
  readonly insertText: string;
}
