/**
 * Workbooks (.xlsx), read and written. Loaded only when a file is one. Both packages are MIT.
 *
 * Extension pages may not start workers from generated code, and fflate's asynchronous functions, which read-excel-file
 * calls for larger parts, wait for such a worker for ever. So a workbook is unpacked here, in one go, and handed on with
 * its parts stored and not compressed: those are read without a worker.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
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

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Most that Excel keeps in a cell. Units: UTF-16 units.
const LONGEST_CELL = 32_767;
// What XML can't hold.
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST_CELL)
    .replace(NOT_IN_XML, '')
    // Excel takes `_x0041_` for a letter unless its first line is written out itself.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');

/** Letters of a column, from 0. */
const lettersOf = (place: number): string =>
  `${place < 26 ? '' : lettersOf(Math.floor(place / 26) - 1)}${String.fromCharCode(65 + (place % 26))}`;

// Style 1 says that a cell is text and stays text when somebody edits it, whatever it begins with.
const cellXml = (cell: string | number, at: string): string =>
  typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;

const rowXml = (cells: readonly (string | number)[], at: number): string =>
  `<row r="${at + 1}">${cells.map((cell, place) => cellXml(cell, `${lettersOf(place)}${at + 1}`)).join('')}</row>`;

const stylesXml = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const relationXml = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relationsXml = (...relations: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;

const typesXml = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;

/** Writes one sheet as a workbook: texts as texts, so that nothing is computed, and figures as figures. */
export const writeSheet = (rows: readonly (readonly (string | number)[])[]): Blob => {
  const sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;
  const book = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Parley" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const packed = zipSync({
    '[Content_Types].xml': strToU8(typesXml),
    '_rels/.rels': strToU8(relationsXml(relationXml('rId1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(book),
    'xl/_rels/workbook.xml.rels': strToU8(
      relationsXml(
        relationXml('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relationXml('rId2', 'styles', 'styles.xml'),
      ),
    ),
    'xl/styles.xml': strToU8(stylesXml),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
  return new Blob([packed], { type: `${SHEET_TYPE}.sheet` });
};
