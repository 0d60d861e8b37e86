import { useState } from 'react';
import type { ReportTable } from '@/utils/domain/reports/tables';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import table from '../ui/plain-table.module.css';
import { useT } from '../ui/translate';
import { ReportBars } from './bar-chart';
import { askOfLine, type Drill } from './drill';
import { ReportLine } from './report-line';
import styles from './reports.module.css';
import { tableSentence } from './table-sentence';
import type { RowName } from './use-row-names';
import { cellLabel } from './value-label';

/** Rows that are shown at first, in the chart and in the table. */
const FIRST = 8;

/** One report: a sentence, bars, and the table they are drawn from; with `drill`, its lines lead to their rows. */
export function ReportView(props: {
  readonly report: ReportTable;
  readonly nameOf: RowName;
  readonly drill: Drill | null;
}) {
  const { report, nameOf, drill } = props;
  const t = useT();
  const { uiLang } = useApp();
  const [isWhole, setWhole] = useState(false);
  const { id, rowKind, columns, rows } = report;
  const title = t(`reports.table.${id}.title`);
  const [first] = columns;
  const nameOfRow = (name: string) => nameOf(rowKind, name);
  const labels = (row: (typeof rows)[number]) =>
    columns.map(({ kind }, at) => cellLabel(row.values[at] ?? null, kind, uiLang, row.name));
  // Sums of different currencies are never drawn on one scale.
  const isDrawn = first?.kind === 'count' && rows.length > 1;
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  const drawn = (id === 'hours' ? rows : rows.slice(0, FIRST)).filter(({ values }) => (values[0] ?? 0) > 0);
  return (
    <section aria-label={title} className={styles.report} data-report={id}>
      <h3>{title}</h3>
      <p>{tableSentence(report, { t, uiLang, nameOf: nameOfRow })}</p>
      {isDrawn && (
        <ReportBars
          isRtl={document.documentElement.dir === 'rtl'}
          items={drawn.map((row) => ({
            name: nameOfRow(row.name),
            value: row.values[0] ?? 0,
            label: labels(row)[0] ?? '',
          }))}
        />
      )}
      <table className={`${table.table} ${styles.table}`}>
        <caption className={styles.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`reports.row.${rowKind}`)}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={styles.number}>
                {t(`reports.column.${column.id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <ReportLine
              key={row.name}
              name={nameOfRow(row.name)}
              labels={labels(row)}
              ask={drill && askOfLine(drill, report, row.name)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && (
        <div className={styles.screenOnly}>
          <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('reports.fewer') : t('reports.all', { n: numberLabel(rows.length, uiLang) })}
          </Button>
        </div>
      )}
    </section>
  );
}
