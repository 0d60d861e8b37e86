import { useMemo } from 'react';
import { topComplaints } from '@/utils/domain/reports/complaints';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import table from '../ui/plain-table.module.css';
import { useT } from '../ui/translate';
import styles from './reports.module.css';
import type { ReportReading } from './use-report';
import type { RowName } from './use-row-names';

/** Products on one page beside the figures. */
const MOST = 5;

/** What is complained about most, product by product; nothing at all when nothing came twice. */
export function ComplaintsSection({ report, nameOf }: { readonly report: ReportReading; readonly nameOf: RowName }) {
  const t = useT();
  const { uiLang } = useApp();
  const found = useMemo(() => topComplaints(report.now.total, report.before.total, MOST), [report]);
  if (found.length === 0) return null;
  const title = t('reports.complaints.title');
  return (
    <section aria-label={title} className={styles.part} data-one-page>
      <h2>{title}</h2>
      <table className={`${table.table} ${styles.table}`}>
        <caption className={styles.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.row.product')}</th>
            <th scope="col">{t('reports.row.reason')}</th>
            <th scope="col" className={styles.number}>
              {t('reports.column.now')}
            </th>
            <th scope="col" className={styles.number}>
              {t('reports.column.before')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ product, reason, count, of, before }) => (
            <tr key={product}>
              <th scope="row">{nameOf('product', product)}</th>
              <td>{reason}</td>
              <td className={styles.number}>
                {t('reports.complaints.of', { count: numberLabel(count, uiLang), n: numberLabel(of, uiLang) })}
              </td>
              <td className={styles.number}>{numberLabel(before, uiLang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{t('reports.complaints.how')}</p>
    </section>
  );
}
