import type { NamedCountry } from '../power/country-names';
import type { Normalised } from '../reading/normalise';

/** A text prepared once for all readers: normalised, the same in lower case with equal offsets, and as given. */
export interface PreparedText extends Normalised {
  readonly lower: string;
  readonly source: string;
}

/** The countries a stretch of text names. */
export type CountriesIn = (text: string, lang: string) => readonly NamedCountry[];
