import type { Audience } from '../../sizes/shoe';
import type { BodyMeasures, SizeCategory } from '../../sizes/size';

/** What a text can be about: a category of sizes, any garment, or a thing that has no size of this kind. */
export type Topic = SizeCategory | 'clothing' | 'other';

/** Units a size or a body measure can stand in. */
export type SizeUnit = 'cm' | 'mm' | 'm' | 'in' | 'ft' | 'kg' | 'lb' | 'st' | 'jin' | 'chi' | 'cun';

/** A measure of a body, or the inner leg, which is sold with trousers. */
export type BodyPart = keyof BodyMeasures | 'inseam';

/**
 * Words one language uses around sizes.
 *
 * Every field holds words or phrases separated by `|`, in any case and with or without accents; `*` at the end of a
 * word stands for any ending. A language is added by writing one such list and naming it in `index.ts`.
 */
export interface WordList {
  /** Words that mark a number as a size, on either side of it. */
  readonly size: string;
  /** The same for shoes alone. */
  readonly shoeSize?: string;
  /** Marks that only follow a number. */
  readonly sizeAfter?: string;
  /** Verbs of wearing. */
  readonly wear?: string;
  /** Words of asking for one: weak marks. */
  readonly wish?: string;
  /** Small words that may stand between a mark and its number. */
  readonly filler?: string;
  /** What follows a number that is asked for: "38 in stock". */
  readonly available?: string;
  /** Words that join two sizes. */
  readonly or?: string;
  /** Before a number: another is wanted in its place. */
  readonly insteadOf?: string;
  /** The same after a number. */
  readonly notThis?: string;
  /** Words of exchanging one size for another. */
  readonly swap?: string;
  /** Words by which a size did not fit. */
  readonly misfit?: string;
  /** Words of having ordered something, of having received it, and of needing another. */
  readonly ordered?: string;
  readonly received?: string;
  readonly need?: string;
  /** "and a half", as it follows a number. */
  readonly half?: string;
  readonly audience?: Partial<Readonly<Record<Audience, string>>>;
  readonly topic?: Partial<Readonly<Record<Topic, string>>>;
  readonly body?: Partial<Readonly<Record<BodyPart, string>>>;
  readonly unit?: Partial<Readonly<Record<SizeUnit, string>>>;
  /** Names of size systems, in any case. */
  readonly code?: Readonly<Record<string, string>>;
  /** Small, medium, large ... in words. */
  readonly letter?: Readonly<Record<string, string>>;
  /** Years and months of age. */
  readonly age?: { readonly y: string; readonly m: string };
  /** After a number: it counts days, pieces, money, volts ... and is no size. */
  readonly count?: string;
  /** Before a number: it is an order, a price, a house, a model ... and no size. */
  readonly naming?: string;
}
