import type { AnswerBasis } from '../conversion';
import type { Audience } from './shoe';

/** What a size is of; every category has at least one table in the catalogue. */
export type SizeCategory =
  | 'shoes'
  | 'dress'
  | 'top'
  | 'jacket'
  | 'jeans'
  | 'inseam'
  | 'shirt_collar'
  | 'jp_letter_bust'
  | 'letter'
  | 'cn_label'
  | 'kids'
  | 'plus'
  | 'bra'
  | 'ring'
  | 'hat'
  | 'glove'
  | 'belt'
  | 'sock';

/** A size as its label prints it. The system is a code such as `EU`, `CN_OLD`, `CIRC_MM`; tables say which they know. */
export interface SizeGiven {
  readonly category: SizeCategory;
  readonly system: string;
  readonly size: string;
  readonly audience?: Audience;
  /** A maker with an offset of its own, as the catalogue spells it. */
  readonly brand?: string;
}

/** A size in one system: the main value, and the range where charts disagree. */
export interface SizeAnswer {
  readonly system: string;
  readonly audience?: Audience;
  /** As a label of that system prints it: `39`, `75E`, `J½`, `7 1/8`, `5Y`. */
  readonly size: string;
  /** Lowest and highest in charts; absent where all agree. */
  readonly range?: readonly [low: string, high: string];
  readonly basis: AnswerBasis;
  /** Names under `convert.warning`, such as `euGermanOrFrench`. */
  readonly warnings: readonly string[];
}

/** Why a size has no answer; shown as `convert.cannot.<kind>`. */
export type SizeProblem =
  | { readonly kind: 'out-of-range'; readonly system: string }
  | { readonly kind: 'unknown-system'; readonly system: string }
  | { readonly kind: 'no-table'; readonly category: SizeCategory; readonly system: string }
  | { readonly kind: 'not-a-size'; readonly size: string }
  /** "EU 5.5 women": the number can't be of the system named. */
  | { readonly kind: 'contradiction'; readonly system: string; readonly size: string };

/** Measures of a body in cm and kg; what is not known is absent. */
export interface BodyMeasures {
  readonly heightCm?: number;
  readonly weightKg?: number;
  readonly footCm?: number;
  readonly chestCm?: number;
  readonly bustCm?: number;
  readonly underbustCm?: number;
  readonly waistCm?: number;
  readonly hipCm?: number;
  readonly headCm?: number;
  readonly handCm?: number;
  readonly fingerCm?: number;
  readonly neckCm?: number;
}
