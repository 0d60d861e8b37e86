/** A report as a workbook: a sheet with what there is at a glance, and one clean table a sheet to sort, filter and draw. */
import type { DocumentFigure, DocumentTable, ReportDocument } from '@/utils/domain/reports/document';
import type { ColumnKind } from '@/utils/domain/reports/tables';
import { sheetNames, writeBook, type Cell, type Sheet } from '@/utils/platform/write-xlsx';
import type { Translate } from '../../ui/translate';

const formats: Readonly<Record<ColumnKind, string>> = {
  count: '#,##0',
  share: '0.0%',
  money: '#,##0.00',
  stars: '0.0',
  estimate: '0.0',
};

const NARROW = 14;
const WIDEST = 60;
const EDGE = 3;

// A sign of Chinese or Japanese is as wide as two letters.
const lengthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

const widthOf = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROW, ...texts.map((text) => lengthOf(text) + EDGE)));

const heading = (value: string): Cell => ({ value, look: { type: 'heading' } });
const wrapped = (value: string): Cell => ({ value, look: { isWrapped: true } });
const figure = (value: number | null, format: string): Cell => ({ value, look: { format } });

const cellOf = (value: number | null, kind: ColumnKind): Cell =>
  figure(value !== null && kind === 'money' ? value / 100 : value, formats[kind]);

/** Amounts: a column for each currency, so that nobody adds them up. */
const moneyRows = ({ columns, rows }: DocumentTable, time: string): readonly (readonly Cell[])[] => [
  [heading(time), ...rows.map(({ name }) => heading(name))],
  ...columns.map(({ title, kind }, at) => [title, ...rows.map(({ values }) => cellOf(values[at] ?? null, kind))]),
];

const tableRows = ({ rowTitle, columns, rows }: DocumentTable): readonly (readonly Cell[])[] => [
  [heading(rowTitle), ...columns.map(({ title }) => heading(title))],
  ...rows.map(({ name, values }) => [name, ...columns.map(({ kind }, at) => cellOf(values[at] ?? null, kind))]),
];

const isMoney = ({ columns }: DocumentTable): boolean => columns.every(({ kind }) => kind === 'money');

const textOf = (cell: Cell | undefined): string => {
  const value = typeof cell === 'object' ? cell.value : cell;
  return typeof value === 'string' ? value : '';
};

const tableSheet = (table: DocumentTable, name: string, t: Translate): Sheet => {
  const rows = isMoney(table) ? moneyRows(table, t('reports.span')) : tableRows(table);
  const widths = (rows[0] ?? []).map((_, at) => widthOf(rows.map((row) => textOf(row[at]))));
  return { name, rows, widths, hasHeadings: true };
};

const figureCell = (value: number | null, { kind }: Pick<DocumentFigure, 'kind'>, t: Translate): Cell => {
  if (kind === 'count' || kind === 'share') return figure(value, formats[kind]);
  // The unit is part of how the figure is shown; the figure itself stays one.
  return figure(value, `#,##0" ${t(`reports.file.unit.${kind}`).replace(/["\\]/g, '')}"`);
};

const glanceSheet = (
  document: ReportDocument,
  { name, listed }: { readonly name: string; readonly listed: readonly (readonly [DocumentTable, string])[] },
  t: Translate,
): Sheet => {
  const heads = ['figure', 'now', 'before', 'n', 'how'].map((column) => heading(t(`reports.file.glance.${column}`)));
  const figures = document.figures.map((one): readonly Cell[] => [
    one.title,
    figureCell(one.value, one, t),
    figureCell(one.before, one, t),
    figure(one.n, formats.count),
    wrapped(one.how),
  ]);
  const tables = listed.map(([table, sheet]): readonly Cell[] => [
    { value: table.title, look: { type: 'link' }, opens: sheet },
    table.sentence,
  ]);
  return {
    name,
    widths: [
      widthOf([...document.figures, ...listed.map(([table]) => table)].map(({ title }) => title)),
      NARROW,
      NARROW,
      NARROW,
      WIDEST,
    ],
    rows: [
      [{ value: document.title, look: { type: 'title' } }],
      [document.days],
      [document.shops],
      [t('reports.shared.about.source')],
      [t('reports.shared.about.nothing')],
      [],
      heads,
      ...figures,
      [],
      [{ value: t('reports.file.sheets'), look: { type: 'bold' } }],
      ...tables,
      ...document.parts.flatMap(({ nothingOf }) => (nothingOf === null ? [] : [[nothingOf]])),
    ],
  };
};

/** The sheets of a report. */
const reportSheets = (document: ReportDocument, t: Translate): readonly Sheet[] => {
  const tables = document.parts.flatMap((part) => part.tables);
  const [first = '', ...names] = sheetNames([document.glance, ...tables.map(({ title }) => title)]);
  const listed = tables.map((table, at) => [table, names[at] ?? ''] as const);
  return [
    glanceSheet(document, { name: first, listed }, t),
    ...listed.map(([table, name]) => tableSheet(table, name, t)),
  ];
};

/** A report as a workbook. */
export const reportWorkbook = (document: ReportDocument, t: Translate): Blob =>
  writeBook(reportSheets(document, t), document.direction);
