/** A file of rows, whatever it was cut out of. */

/** Largest file. Units: bytes. */
export const largestTable = 50_000_000;
/** Most rows, without the heading. */
export const mostTableRows = 200_000;
/** Most columns. */
export const mostColumns = 500;
/** Longest cell that is read. Units: UTF-16 units. */
export const longestCell = 20_000;

/** One row; `line` counts from 1 as an editor or a spreadsheet shows it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Encodings a file of this kind comes in. */
export const tableEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'gb18030',
] as const;
export type TableEncoding = (typeof tableEncodings)[number];

/** Why a row can't be read at all. */
export type BrokenRow = 'broken-quotes' | 'too-many-cells' | 'long-cell';

/** A file as headings and rows. Cells of personal columns are empty, whatever stood in them. */
export interface OrderTable {
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly broken: readonly { readonly line: number; readonly why: BrokenRow }[];
  /** Headings of columns that are never read. */
  readonly personal: readonly string[];
  /** How its bytes were read; missing for a workbook. */
  readonly encoding?: TableEncoding;
  /** Whether the bytes themselves say so; a person may choose another one otherwise. */
  readonly isEncodingSure: boolean;
}

/** Why a file is not read at all; the text is chosen by `kind`. */
export type TableProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'too-many-columns'; readonly limit: number }
  | { readonly kind: 'empty' }
  /** The quotation marks of more lines than this do not match: where its rows end can't be told. */
  | { readonly kind: 'broken'; readonly limit: number }
  /** Neither text nor a workbook that can be read, such as the old `.xls` or a PDF. */
  | { readonly kind: 'not-a-table' }
  /** A workbook that unpacks to more than this. Units: bytes. */
  | { readonly kind: 'unpacks-too-large'; readonly limit: number }
  | { readonly kind: 'unreadable' };
