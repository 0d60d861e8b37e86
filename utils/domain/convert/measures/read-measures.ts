import { lowerSameLength, type Normalised } from '../reading/normalise';
import type { ReadHints, Reading } from '../reading/reading';
import type { CountriesIn } from './prepared-text';
import { readDelivery } from './read-delivery';
import { readMoney } from './read-money';
import { readQuantities } from './read-quantities';
import { readTimes } from './read-times';
import type { MeasureTables } from './tables';

/**
 * Reads quantities, times, deliveries and money in a text that was normalised before; sorted by where they start.
 *
 * Units: spans are UTF-16 units of the text as given (`source`).
 */
export type MeasureReader = (source: string, normalised: Normalised, hints: ReadHints) => readonly Reading[];

/** No message is longer; what follows is not read, since patterns look around every number. */
const MOST_READ = 4000;

/** Makes the reader for a set of tables; preparing their names happens on the first text that needs them. */
export function makeMeasureReader(tables: MeasureTables, countriesIn: CountriesIn): MeasureReader {
  return (source, normalised, hints) => {
    const read = normalised.text.slice(0, MOST_READ);
    const text = {
      text: read,
      span: (start: number, end: number) => normalised.span(start, end),
      lower: inLowerCase(read),
      source,
    };
    const asked = { hints, countriesIn };
    const found: readonly Reading[] = [
      ...readQuantities(text, hints, tables.units),
      ...readTimes(text, asked, tables),
      ...readDelivery(text, asked),
      ...readMoney(text, hints, tables.currencies),
    ];
    return [...found].sort((a, b) => a.start - b.start);
  };
}

/** A few letters (İ) grow when they become small; only texts with one take the slow way. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : lowerSameLength(text);
}
