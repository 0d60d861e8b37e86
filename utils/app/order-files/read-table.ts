/** Reads a file of rows: text in any of the encodings spreadsheets write, or a workbook. */
import { isPersonalHeading } from '../../domain/order-files/headings';
import {
  largestTable,
  mostColumns,
  mostTableRows,
  type OrderTable,
  type TableEncoding,
  type TableProblem,
} from '../../domain/order-files/table';
import { err, ok, type Result } from '../../domain/result';
import { cutText, type CutLine } from './cut-text';
import { decodeText } from './decode-text';

/** How the reading of a file is followed and stopped, and in which encoding a person wants it read. */
export interface ReadOptions {
  readonly encoding?: TableEncoding;
  readonly signal?: AbortSignal;
  /** How much is read, from 0 to 1. */
  readonly onShare?: (share: number) => void;
}

type ReadProblem = TableProblem | { readonly kind: 'cancelled' };

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);

// Old workbooks, PDF, pictures, packed files: nothing in them is a row.
const isOther = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0x1f, 0x8b) ||
  startsWith(bytes, 0x52, 0x61, 0x72, 0x21);

// UTF-16 without its mark has noughts at every other place, and so has a file that is no text.
const isText = (text: string): boolean => !text.slice(0, 4_000).includes('\u0000');

/** Lines above the headings that are looked through: reports of programs begin with a title. */
const MOST_ABOVE = 10;

/** The place of the headings: the first line about as wide as the widest of the beginning. */
const headingsAt = (lines: readonly CutLine[]): number => {
  const widths = lines.slice(0, MOST_ABOVE).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(...widths, 0);
  return Math.max(
    0,
    widths.findIndex((width) => width * 2 > widest),
  );
};

/** Headings and rows out of lines. What stands in personal columns is left behind here. */
function asTable(
  lines: readonly CutLine[],
  about: Pick<OrderTable, 'fileName' | 'isEncodingSure' | 'encoding'>,
): Result<OrderTable, TableProblem> {
  const at = headingsAt(lines);
  const head = lines[at];
  if (head === undefined) return err({ kind: 'empty' });
  if (head.cells.length > mostColumns) return err({ kind: 'too-many-columns', limit: mostColumns });
  const body = lines.slice(at + 1);
  if (body.length === 0) return err({ kind: 'empty' });
  if (body.length > mostTableRows) return err({ kind: 'too-many-rows', limit: mostTableRows });
  const headings = head.cells.map((heading) => heading.trim());
  const isPersonal = headings.map(isPersonalHeading);
  const isTooWide = ({ cells }: CutLine) => cells.slice(headings.length).some((cell) => cell.trim() !== '');
  const broken = body.flatMap((line): OrderTable['broken'] =>
    line.broken
      ? [{ line: line.line, why: line.broken }]
      : isTooWide(line)
        ? [{ line: line.line, why: 'too-many-cells' }]
        : [],
  );
  const isBroken = new Set(broken.map(({ line }) => line));
  const rows = body
    .filter(({ line }) => !isBroken.has(line))
    .map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, headings.length).map((cell, place) => (isPersonal[place] ? '' : cell)),
    }));
  const personal = headings.filter((_, place) => isPersonal[place]);
  return ok({ ...about, headings, rows, broken, personal });
}

const readText = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<Result<OrderTable, ReadProblem>> => {
  const { text, encoding, isSure } = decodeText(bytes, options.encoding);
  if (!isText(text)) return err({ kind: 'not-a-table' });
  const lines = await cutText(text, options);
  return lines.ok ? asTable(lines.value, { fileName, encoding, isEncodingSure: isSure }) : lines;
};

const readWorkbook = async (bytes: Uint8Array, fileName: string): Promise<Result<OrderTable, ReadProblem>> => {
  const { readSheet } = await import('../../platform/xlsx');
  const sheet = await readSheet(bytes);
  if (!sheet.ok) return sheet;
  return asTable(sheet.value, { fileName, isEncodingSure: true });
};

/** Reads a file. Errors: every `TableProblem`, and `cancelled`; whatever the bytes are, nothing is thrown. */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<OrderTable, ReadProblem>> {
  if (bytes.length > largestTable) return err({ kind: 'too-large', limit: largestTable });
  if (isOther(bytes)) return err({ kind: 'not-a-table' });
  try {
    return isZip(bytes) ? await readWorkbook(bytes, fileName) : await readText(bytes, fileName, options);
  } catch {
    // A build that was replaced under the open page has no reader any more.
    return err({ kind: 'unreadable' });
  }
}
