/** Cuts the text of a CSV file into cells and back. Loaded only when a file is read or written. */
import Papa from 'papaparse';
import {
  cellsOf,
  countColumns,
  readLines,
  type CsvLine,
  type CsvReading,
  type FileProblem,
} from '@/utils/domain/products/csv';
import { csvColumns } from '@/utils/domain/products/csv-names';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { err, ok, type Result } from '@/utils/domain/result';

// What spreadsheets of all countries write between cells.
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator that makes most headings ours; Excel's own `sep=;` line is believed before. */
const separatorOf = (head: string): string => {
  const known = SEPARATORS.map((separator) => {
    const [cells = []] = Papa.parse<string[]>(head, { delimiter: separator, newline: '\n' }).data;
    return { separator, count: countColumns(cells) };
  });
  return known.reduce((best, one) => (one.count > best.count ? one : best)).separator;
};

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** Rows with broken quotes that are stepped over; each is looked for an end through all that follows. */
const MOST_BROKEN = 20;

/**
 * Cuts text into lines of cells. A quotation mark that is never closed would swallow all that follows: its line alone is
 * given up, and reading starts again at the next. A file with many such lines is broken as a whole.
 */
function cutLines(text: string, delimiter: string): Result<readonly CsvLine[], FileProblem> {
  const lines: CsvLine[] = [];
  let from = 0;
  let line = 1;
  for (let broken = 0; from < text.length; broken += 1) {
    let isBroken = false;
    Papa.parse<string[]>(text.slice(from), {
      delimiter,
      newline: '\n',
      skipEmptyLines: false,
      step: ({ data, errors }, parser) => {
        isBroken = errors.some(({ type }) => type === 'Quotes');
        lines.push({ line, cells: data, isBroken });
        if (isBroken) return parser.abort();
        const count = 1 + breaksIn(data);
        for (let step = 0; step < count; step += 1) from = text.indexOf('\n', from) + 1 || text.length + 1;
        line += count;
      },
    });
    if (!isBroken) break;
    if (broken >= MOST_BROKEN) return err({ kind: 'broken', limit: MOST_BROKEN });
    from = text.indexOf('\n', from) + 1 || text.length + 1;
    line += 1;
  }
  return ok(lines);
}

/** Reads the text of a product file. */
export function readCsv(source: string): Result<CsvReading, FileProblem> {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, named] = /^sep=([^\n"])\n/i.exec(text) ?? [];
  // Blanked and not cut off, so that lines keep their numbers.
  const body = named === undefined ? text : text.slice('sep=,'.length);
  const head = body.split('\n').find((one) => one.trim() !== '') ?? '';
  const lines = cutLines(body, named ?? separatorOf(head));
  return lines.ok ? readLines(lines.value) : lines;
}

/** The text of a product file; the mark at its start tells Excel that it is UTF-8. */
export const writeCsv = (cards: readonly ProductCard[]): string =>
  `\ufeff${Papa.unparse(
    [csvColumns, ...cards.map(cellsOf)].map((cells) => [...cells]),
    { newline: '\r\n' },
  )}\r\n`;
