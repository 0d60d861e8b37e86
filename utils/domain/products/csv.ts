/** What the cells of a product file mean; how cells are cut out of a file is not known here. */
import { err, ok, type Result } from '../result';
import { columnOf, csvColumns } from './csv-names';
import type { ImportRow, RowProblem } from './plan-import';
import { productFields, type ProductCard } from './product-card';

/** Largest file. Units: bytes. */
export const largestFile = 5_000_000;
/** Most rows of a file, without its heading. */
export const mostRows = 20_000;

/** Why a file is not read at all; shown as `convert.products.file.<kind>`. */
export type FileProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'empty' }
  /** The quotation marks of more lines than this do not match: where its rows end can't be told. */
  | { readonly kind: 'broken'; readonly limit: number }
  /** A workbook (.xlsx) and no text. */
  | { readonly kind: 'workbook' }
  /** The browser could not read it: moved, or no right to it. */
  | { readonly kind: 'unreadable' }
  /** No heading names a SKU or a product id. */
  | { readonly kind: 'no-id-column' }
  | { readonly kind: 'repeated-column'; readonly column: string };

/** One line of a file, cut into cells. */
export interface CsvLine {
  /** Counted from 1; a cell with line breaks makes the next row start later. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not match. */
  readonly isBroken: boolean;
}

/** A file as it is understood. */
export interface CsvReading {
  readonly rows: readonly ImportRow[];
  readonly rejected: readonly { readonly line: number; readonly problem: RowProblem }[];
  /** Headings no column of ours is called. */
  readonly ignored: readonly string[];
}

const numbers: ReadonlySet<string> = new Set(productFields.filter(({ type }) => type === 'number').map(({ id }) => id));

// A spreadsheet takes the first four for a formula, also in their wide forms; long numbers it rounds to 15 digits, and
// leading zeros it drops.
const CHANGED_BY_SPREADSHEETS = /^(?:[=+\-@\t\r＝＋－＠]|0\d+$|\d{12,}$)/u;

/** A text no spreadsheet computes or rounds: an apostrophe before it, as a person would type it there. */
export const defuse = (text: string): string =>
  CHANGED_BY_SPREADSHEETS.test(text.replace(/^'+/, '')) ? `'${text}` : text;

/** The text before `defuse`. */
export const undefuse = (cell: string): string =>
  cell.startsWith("'") && CHANGED_BY_SPREADSHEETS.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;

/** The cells of a card, in the order of `csvColumns`. */
export const cellsOf = ({ sku = '', productId = '', title, values }: ProductCard): readonly string[] => {
  const texts: Readonly<Record<string, string>> = { ...values, sku, product_id: productId, title };
  return csvColumns.map((column) => (numbers.has(column) ? (texts[column] ?? '') : defuse(texts[column] ?? '')));
};

const isEmpty = ({ cells }: CsvLine): boolean => cells.every((cell) => cell.trim() === '');

/** How many of the headings are columns of ours; tells the separator of a file. */
export const countColumns = (headings: readonly string[]): number =>
  headings.filter((heading) => columnOf(heading) !== undefined).length;

/** What the headings of a file mean. */
function readHeadings(headings: readonly string[]): Result<readonly (string | undefined)[], FileProblem> {
  const columns = headings.map(columnOf);
  const repeated = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index);
  if (repeated !== undefined) return err({ kind: 'repeated-column', column: repeated });
  if (!columns.includes('sku') && !columns.includes('product_id')) return err({ kind: 'no-id-column' });
  return ok(columns);
}

const rowOf = ({ line, cells }: CsvLine, columns: readonly (string | undefined)[]): ImportRow => {
  const texts: Record<string, string> = {};
  columns.forEach((column, index) => {
    const text = undefuse((cells[index] ?? '').trim());
    if (column !== undefined && text !== '') texts[column] = text;
  });
  const { sku, product_id: productId, title, ...values } = texts;
  return {
    line,
    values,
    ...(sku === undefined ? {} : { sku }),
    ...(productId === undefined ? {} : { productId }),
    ...(title === undefined ? {} : { title }),
  };
};

/** Understands the lines of a file: the first that is not empty holds the headings, in any order. */
export function readLines(lines: readonly CsvLine[]): Result<CsvReading, FileProblem> {
  const [head, ...body] = lines.filter((line) => !isEmpty(line));
  if (head === undefined) return err({ kind: 'empty' });
  const columns = readHeadings(head.cells);
  if (!columns.ok) return columns;
  if (body.length === 0) return err({ kind: 'empty' });
  if (body.length > mostRows) return err({ kind: 'too-many-rows', limit: mostRows });
  const rows: ImportRow[] = [];
  const rejected: { readonly line: number; readonly problem: RowProblem }[] = [];
  for (const one of body) {
    const isTooWide = one.cells.slice(head.cells.length).some((cell) => cell.trim() !== '');
    if (one.isBroken) rejected.push({ line: one.line, problem: { kind: 'broken-quotes' } });
    else if (isTooWide) rejected.push({ line: one.line, problem: { kind: 'too-many-cells' } });
    else rows.push(rowOf(one, columns.value));
  }
  const ignored = head.cells.filter((heading, index) => columns.value[index] === undefined && heading.trim() !== '');
  return ok({ rows, rejected, ignored: ignored.map((heading) => heading.trim()) });
}
