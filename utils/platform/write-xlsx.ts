/** Workbooks (.xlsx), written. Loaded only when somebody saves one; fflate is MIT. */
import { strToU8, zipSync } from 'fflate';
import { createStyles, type CellLook } from './xlsx-styles';

/** What stands in a cell: texts stay texts, figures stay figures, null is nothing. */
export type Cell = string | number | StyledCell;

/** A cell with a look of its own; `opens` is the name of a sheet of the same workbook. */
export interface StyledCell {
  readonly value: string | number | null;
  readonly look: CellLook;
  readonly opens?: string;
}

/** A sheet of a workbook. */
export interface Sheet {
  /** As `sheetNames` gives it. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Units: characters, one for each column. */
  readonly widths?: readonly number[];
  /** The first row says what stands in each column: it stays in sight, and rows can be filtered by it. */
  readonly hasHeadings?: boolean;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Most that Excel keeps in a cell. Units: UTF-16 units.
const LONGEST_CELL = 32_767;
// Excel takes no longer name of a sheet. Units: UTF-16 units.
const LONGEST_NAME = 31;
// What XML can't hold.
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const inXml = (text: string): string =>
  text
    .replace(NOT_IN_XML, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');

const inAttribute = (text: string): string =>
  inXml(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, ' ');

// Excel takes `_x0041_` for a letter unless its first line is written out itself.
const inCell = (text: string): string =>
  inXml(text.slice(0, LONGEST_CELL).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

/** Letters of a column, from 0. */
const lettersOf = (place: number): string =>
  `${place < 26 ? '' : lettersOf(Math.floor(place / 26) - 1)}${String.fromCharCode(65 + (place % 26))}`;

const shortName = (title: string): string => {
  const plain = title
    .replace(NOT_IN_XML, '')
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  if (plain.length <= LONGEST_NAME) return plain;
  const cut = plain.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, '');
  // At the end of a word, where that leaves most of it.
  const words = cut.replace(/\s+\S*$/, '');
  return `${words.length > LONGEST_NAME / 2 ? words : cut}…`;
};

/**
 * Names Excel takes for sheets with these titles: short, without its own signs, each only once whatever the case. "History"
 * alone is refused as well.
 */
export const sheetNames = (titles: readonly string[]): readonly string[] => {
  const taken = new Set(['', 'history']);
  return titles.map((title) => {
    const name = shortName(title);
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      const end = ` ${count}`;
      free = `${name.slice(0, LONGEST_NAME - end.length)}${end}`.trim();
    }
    taken.add(free.toLowerCase());
    return free;
  });
};

const isStyled = (cell: Cell): cell is StyledCell => typeof cell === 'object';

const linkXml = (place: string, sheet: string): string =>
  `<hyperlink ref="${place}" location="${inAttribute(`'${sheet.replace(/'/g, "''")}'!A1`)}"/>`;

const viewXml = (hasHeadings: boolean, isRtl: boolean): string =>
  `<sheetViews><sheetView${isRtl ? ' rightToLeft="1"' : ''} workbookViewId="0">${
    hasHeadings ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
  }</sheetView></sheetViews>`;

type StyleOf = ReturnType<typeof createStyles>['of'];

const cellXml = (cell: Cell, place: string, styleOf: StyleOf): string => {
  const { value, look } = isStyled(cell) ? cell : { value: cell, look: {} };
  const style = styleOf(look, typeof value === 'string');
  const as = style === 0 ? '' : ` s="${style}"`;
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return `<c r="${place}"${as}/>`;
  return typeof value === 'number'
    ? `<c r="${place}"${as}><v>${value}</v></c>`
    : `<c r="${place}"${as} t="inlineStr"><is><t xml:space="preserve">${inCell(value)}</t></is></c>`;
};

const sheetXml = ({ rows, widths = [], hasHeadings = false }: Sheet, styleOf: StyleOf, isRtl: boolean): string => {
  const links: string[] = [];
  const rowXml = (cells: readonly Cell[], at: number): string => {
    const inRow = cells.map((cell, column) => {
      const place = `${lettersOf(column)}${at + 1}`;
      if (isStyled(cell) && cell.opens !== undefined) links.push(linkXml(place, cell.opens));
      return cellXml(cell, place, styleOf);
    });
    return `<row r="${at + 1}">${inRow.join('')}</row>`;
  };
  const cells = rows.map(rowXml).join('');
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const last = `${lettersOf(Math.max((rows[0]?.length ?? 1) - 1, 0))}${rows.length}`;
  return [
    // On paper a sheet is as wide as the page, and as long as it gets.
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(hasHeadings, isRtl)}`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${cells}</sheetData>`,
    hasHeadings ? `<autoFilter ref="A1:${last}"/>` : '',
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
};

const relationXml = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relationsXml = (relations: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;

const partType = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;

const typesXml = (sheets: readonly string[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${partType('workbook', 'sheet.main')}${partType('styles', 'styles')}${sheets.map((part) => partType(part, 'worksheet')).join('')}</Types>`;

const bookXml = (sheets: readonly Sheet[]): string => {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${inAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`;
};

/** Writes sheets as a workbook: texts as texts, so that nothing is computed, and figures as figures. */
export const writeBook = (sheets: readonly Sheet[], direction: 'ltr' | 'rtl' = 'ltr'): Blob => {
  const styles = createStyles();
  const parts = sheets.map((_, at) => `worksheets/sheet${at + 1}`);
  const filled = sheets.map((sheet, at) => [
    `xl/${parts[at]}.xml`,
    strToU8(sheetXml(sheet, styles.of, direction === 'rtl')),
  ]);
  const packed = zipSync({
    '[Content_Types].xml': strToU8(typesXml(parts)),
    '_rels/.rels': strToU8(relationsXml([relationXml('rId1', 'officeDocument', 'xl/workbook.xml')])),
    'xl/workbook.xml': strToU8(bookXml(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relationsXml([
        ...parts.map((part, at) => relationXml(`rId${at + 1}`, 'worksheet', `${part}.xml`)),
        relationXml(`rId${parts.length + 1}`, 'styles', 'styles.xml'),
      ]),
    ),
    'xl/styles.xml': strToU8(`${XML}${styles.xml(MAIN)}`),
    ...(Object.fromEntries(filled) as Record<string, Uint8Array>),
  });
  return new Blob([packed], { type: `${SHEET_TYPE}.sheet` });
};

/** Writes rows as a workbook of one sheet. */
export const writeSheet = (rows: readonly (readonly (string | number)[])[]): Blob =>
  writeBook([{ name: 'Parley', rows }]);
