import type { Span } from '../text/span';
import type { Audience } from './sizes/shoe';
import type { SizeCategory } from './sizes/size';

/** One line of an answer: what it is called and what it is, with the range where sources disagree. */
export interface AnswerLine {
  /** A size system (`EU`), or a message key such as `convert.power.voltage`. */
  readonly label: string;
  readonly value: string;
  readonly range?: string;
}

/**
 * What an answer rests on; `sourceId` names a table, whose titles and dates the catalogue holds.
 * `product`: a product card of this desk; `definition`: the definition of a unit.
 */
export interface AnswerBasis {
  readonly kind: 'table' | 'rule' | 'definition' | 'product';
  readonly sourceId: string;
}

/** What an answer is about. `cannot`: it was understood, and no honest answer exists. */
export type ConversionKind = 'size' | 'power' | 'unit' | 'time' | 'delivery' | 'money' | 'duty' | 'cannot';

/** Something convertible that was found in a text or typed in, with its answer, reason and source. */
export interface Conversion extends Span {
  readonly kind: ConversionKind;
  /** What a size is of. */
  readonly category?: SizeCategory;
  /** How it was understood, e.g. `UK 5.5`, `JP`. */
  readonly heard: string;
  readonly audience?: Audience;
  readonly lines: readonly AnswerLine[];
  readonly basis: AnswerBasis;
  /** Message keys under `convert.warning.*`. */
  readonly warnings: readonly string[];
  /** Why there is no answer, a message key under `convert.cannot.*`; only of kind `cannot`, whose `lines` are empty. */
  readonly cannot?: string;
  /** True when the text allows a second reading; each reading is then its own conversion over the same span. */
  readonly ambiguous: boolean;
  /** What "Insert conversion" writes, in the buyer's language; empty when nothing may be promised. */
  readonly insertText: string;
  /** Values for reply variables (`convertedSize`, `plugTypes`, `mainsVoltage` ...), as a reply in that language prints them. */
  readonly values?: Readonly<Record<string, string>>;
}
