import { readText } from '@/utils/domain/convert/reading/read-text';
import type { ReadHints, Reading } from '@/utils/domain/convert/reading/reading';
import { brandAs } from '@/utils/domain/ids';

/** Hints of a test row: country and category as plain strings. */
export interface PlainHints {
  readonly country?: string;
  readonly category?: string;
  readonly lang?: string;
  readonly audience?: string;
  readonly from?: 'message' | 'query';
}

/** The hints `readText` takes, from a test row. */
export const hintsOf = ({ country, ...rest }: PlainHints): ReadHints =>
  ({ ...rest, ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}) }) as ReadHints;

/** One reading on one line: `EU 38 | DE 38 women`, `body height 180 weight 75`, `IN 32 L34`, `!EU 5.5`. */
export function show(reading: Reading): string {
  switch (reading.kind) {
    case 'size': {
      const options = reading.options.map(({ system, size }) => `${system} ${size}`).join(' | ');
      const inseam = reading.inseamInch === undefined ? '' : ` L${reading.inseamInch}`;
      return `${options}${inseam}${reading.audience ? ` ${reading.audience}` : ''}`;
    }
    case 'body':
      return `body ${Object.entries(reading.measures)
        .map(([part, value]) => `${part.replace(/Cm$|Kg$/, '')} ${value}`)
        .join(' ')}`;
    case 'contradiction':
      return `!${reading.system} ${reading.size}`;
    default:
      return reading.kind;
  }
}

/** All readings of a text, shown. */
export const read = (text: string, hints: PlainHints = {}): readonly string[] =>
  readText(text, hintsOf(hints)).map(show);
