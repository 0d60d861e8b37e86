/**
 * Workbooks (.xlsx), read. Loaded only when a file is one. Both packages are MIT.
 *
 * Extension pages may not start workers from generated code, and fflate's asynchronous functions, which read-excel-file
 * calls for larger parts, wait for such a worker for ever. So a workbook is unpacked here, in one go, and handed on with
 * its parts stored and not compressed: those are read without a worker.
 */
import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { readSheet as readFirstSheet } from 'read-excel-file/universal';
import {
  longestCell,
  mostColumns,
  mostTableRows,
  type BrokenRow,
  type TableProblem,
} from '../domain/order-files/table';
import { err, ok, type Result } from '../domain/result';

/** Most that a workbook may unpack to. Units: bytes. */
const MOST_UNPACKED = 150_000_000;
/** Most files in a workbook: it has one for each sheet, picture and drawing. */
const MOST_FILES = 5_000;

/** A row of the first sheet; `line` is the number Excel shows beside it. */
interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken?: BrokenRow;
}

// What holds no cells: pictures, themes, comments of people, print settings.
const IS_NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|xl\/[^/]*\.xml|xl\/_rels\/.*\.rels|xl\/worksheets\/[^/]*\.xml)$/i;

/** The parts of a workbook that hold cells. What they say of their size is believed: more is never unpacked. */
const unpack = (bytes: Uint8Array): Result<Unzipped, TableProblem> => {
  let [size, count] = [0, 0];
  const isTooLarge = () => size > MOST_UNPACKED || count > MOST_FILES;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      count += 1;
      if (!IS_NEEDED.test(name) || isTooLarge()) return false;
      size += originalSize;
      return !isTooLarge();
    },
  });
  return isTooLarge() ? err({ kind: 'unpacks-too-large', limit: MOST_UNPACKED }) : ok(parts);
};

const TAG = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>/g;
const PLACE = /(?:^|\s)r\s*=\s*(["'])(.*?)\1/;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => Math.min(sum * 26 + letter.charCodeAt(0) - 64, Number.MAX_SAFE_INTEGER / 30), 0);

/**
 * Refuses sheets that are small as files and huge as tables: a single cell far down and far right makes a reader fill
 * everything before it with empty ones.
 */
const measureSheet = (xml: string): TableProblem | null => {
  let [row, column] = [0, 0];
  for (const [, tag, attributes = ''] of xml.matchAll(TAG)) {
    const place = PLACE.exec(attributes)?.[2];
    const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(place ?? '') ?? [];
    // A place that is written in another way is not one a spreadsheet writes.
    if (place !== undefined && letters === '' && digits === '') return { kind: 'unreadable' };
    if (tag === 'row') [row, column] = [digits === '' ? row + 1 : Number(digits), 0];
    else column = letters === '' ? column + 1 : columnOf(letters);
    if (tag === 'c' && digits !== '') row = Math.max(row, Number(digits));
    if (row > mostTableRows + 1) return { kind: 'too-many-rows', limit: mostTableRows };
    if (column > mostColumns) return { kind: 'too-many-columns', limit: mostColumns };
  }
  return null;
};

const textOf = (value: unknown): string => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

const asLine = (row: readonly unknown[], at: number): readonly SheetLine[] => {
  const cells = row.map(textOf);
  if (cells.every((cell) => cell === '')) return [];
  const isLong = cells.some((cell) => cell.length > longestCell);
  return [isLong ? { line: at + 1, cells: [], broken: 'long-cell' } : { line: at + 1, cells }];
};

/** Reads the first sheet of a workbook. Errors: `unpacks-too-large`, `too-many-rows`, `too-many-columns`, `unreadable`. */
export async function readSheet(bytes: Uint8Array): Promise<Result<readonly SheetLine[], TableProblem>> {
  try {
    const parts = unpack(bytes);
    if (!parts.ok) return parts;
    if (!Object.keys(parts.value).some((name) => /^xl\/workbook\.xml$/i.test(name)))
      return err({ kind: 'not-a-table' });
    for (const [name, part] of Object.entries(parts.value)) {
      const problem = name.startsWith('xl/worksheets/') ? measureSheet(strFromU8(part)) : null;
      if (problem) return err(problem);
    }
    const stored = zipSync(parts.value, { level: 0 });
    const file = stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.byteLength);
    // Numbers as they are written: order numbers are longer than what a number keeps.
    const rows: readonly (readonly unknown[])[] = await readFirstSheet<string>(file, { parseNumber: (text) => text });
    return ok(rows.flatMap(asLine));
  } catch {
    // Damaged, locked with a password, or no workbook at all.
    return err({ kind: 'unreadable' });
  }
}
