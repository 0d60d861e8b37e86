/** Writes findings as CSV. Loaded only when they are exported. */
import Papa from 'papaparse';
import { defuse } from '@/utils/domain/products/csv';

/** The text of a CSV file no spreadsheet computes anything of; the mark at its start tells Excel that it is UTF-8. */
export const writeFindings = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${Papa.unparse(
    // A figure below nothing begins like a formula and stays a figure.
    rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell : defuse(cell)))),
    { newline: '\r\n' },
  )}\r\n`;
