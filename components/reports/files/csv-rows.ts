import type { DocumentColumn, DocumentFigure, ReportDocument } from '@/utils/domain/reports/document';
import type { Translate } from '../../ui/translate';

const valueOf = (value: number | null, kind: DocumentColumn['kind'] | DocumentFigure['kind']): string | number => {
  if (value === null) return '';
  return kind === 'money' ? value / 100 : Math.round(value * 10_000) / 10_000;
};

/**
 * A report as rows of a file: report, row, column, value. Numbers are plain, shares are parts of one, so that a spreadsheet
 * can go on with them.
 */
export function csvRows(document: ReportDocument, t: Translate): readonly (readonly (string | number)[])[] {
  const head = ['report', 'row', 'column', 'value'].map((name) => t(`reports.file.${name}`));
  const figures = document.figures.flatMap(({ title, kind, value, before }) =>
    [
      ['now', value],
      ['before', before],
    ].map(([column, one]) => [
      document.glance,
      title,
      t(`reports.column.${column}`),
      valueOf(one as number | null, kind),
    ]),
  );
  const tables = document.parts.flatMap((part) =>
    part.tables.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ name, values }) =>
        columns.map((column, at) => [title, name, column.title, valueOf(values[at] ?? null, column.kind)]),
      ),
    ),
  );
  return [head, ...figures, ...tables];
}
