/** The looks of the cells of one workbook, numbered as its cells name them. */

/** How a cell looks. */
export interface CellLook {
  /** How its figure is written, as Excel says it: `0.0%`. */
  readonly format?: string;
  readonly type?: 'bold' | 'title' | 'heading' | 'link';
  readonly isWrapped?: boolean;
}

/** Numbers below are those of formats every spreadsheet has. */
const FIRST_FORMAT = 164;
const TEXT = 49;

const FONT = '<name val="Calibri"/><family val="2"/>';
const fonts = {
  plain: `<font><sz val="11"/>${FONT}</font>`,
  bold: `<font><b/><sz val="11"/>${FONT}</font>`,
  title: `<font><b/><sz val="15"/>${FONT}</font>`,
  link: `<font><u/><sz val="11"/><color rgb="FF3A4BB5"/>${FONT}</font>`,
} as const;
type FontName = keyof typeof fonts;
const fontNames = Object.keys(fonts) as readonly FontName[];

// The second fill is Excel's own, whatever stands there; the third is that of headings.
const FILLS =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECEFFC"/><bgColor indexed="64"/></patternFill></fill></fills>';
const BORDERS =
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF868E9C"/></bottom><diagonal/></border></borders>';

const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const formatXml = (format: string, at: number): string =>
  `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${inAttribute(format)}"/>`;

// `quotePrefix`: what is text stays text when somebody edits it, whatever it begins with.
const lookXml = ({ type, isWrapped = false }: CellLook, isText: boolean, format: number): string => {
  const font = fontNames.indexOf(type === 'heading' ? 'bold' : (type ?? 'plain'));
  return [
    `<xf numFmtId="${isText ? TEXT : format}"${isText || format > 0 ? ' applyNumberFormat="1"' : ''}`,
    isText ? ' quotePrefix="1"' : '',
    font > 0 ? ` fontId="${font}" applyFont="1"` : '',
    type === 'heading' ? ' fillId="2" applyFill="1" borderId="1" applyBorder="1"' : '',
    // Beside a text of several lines the others stand at its first.
    isWrapped || type === 'heading'
      ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
      : ' applyAlignment="1"><alignment vertical="top"/></xf>',
  ].join('');
};

/** Collects the looks of the cells while they are written. */
export const createStyles = (): {
  /** The number of a look; 0 is a plain figure, 1 a plain text. */
  readonly of: (look: CellLook, isText: boolean) => number;
  /** All looks that were asked for. */
  readonly xml: (namespace: string) => string;
} => {
  const formats: string[] = [];
  const looks = ['<xf/>', lookXml({}, true, 0)];
  return {
    of: (look, isText) => {
      const isPlainFigure = !isText && look.format === undefined && look.type === undefined && !look.isWrapped;
      if (isPlainFigure) return 0;
      if (!isText && look.format !== undefined && !formats.includes(look.format)) formats.push(look.format);
      const format = isText || look.format === undefined ? 0 : FIRST_FORMAT + formats.indexOf(look.format);
      const xml = lookXml(look, isText, format);
      if (!looks.includes(xml)) looks.push(xml);
      return looks.indexOf(xml);
    },
    xml: (namespace) =>
      [
        `<styleSheet xmlns="${namespace}">`,
        formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.map(formatXml).join('')}</numFmts>`,
        `<fonts count="${fontNames.length}">${fontNames.map((name) => fonts[name]).join('')}</fonts>`,
        `${FILLS}${BORDERS}<cellStyleXfs count="1"><xf/></cellStyleXfs>`,
        `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`,
      ].join(''),
  };
};
