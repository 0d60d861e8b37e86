import type { Normalised } from '../reading/normalise';
import type { ReadHints, Reading } from '../reading/reading';
import { lowerSameLength } from '../reading/size-context';
import { readQuantities } from './read-quantities';
import type { MeasureTables } from './tables';

/** Reads quantities, times, deliveries and money in a normalised text; spans are those of the text as given. */
export type MeasureReader = (text: Normalised, hints: ReadHints) => readonly Reading[];

/** Makes the reader for a set of tables; preparing their names happens on the first text with a number. */
export function makeMeasureReader(tables: MeasureTables): MeasureReader {
  return (normalised, hints) => {
    const text = { text: normalised.text, span: normalised.span, lower: inLowerCase(normalised.text) };
    return readQuantities(text, hints, tables.units);
  };
}

/** A few letters (İ) grow when they become small; only texts with one take the slow way. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : lowerSameLength(text);
}
