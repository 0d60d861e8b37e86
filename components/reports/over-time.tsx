import { useMemo, useState } from 'react';
import { timelineCells, timelineOf, type TimelineCell, type TimelineStep } from '@/utils/domain/reports/timeline';
import { dayLabel, dayRangeLabel } from '../content/labels';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Field } from '../ui/field';
import table from '../ui/plain-table.module.css';
import { useT } from '../ui/translate';
import { DayBars } from './day-bars';
import styles from './reports.module.css';
import type { ReportReading } from './use-report';

/** How something went over the days of the report: bars by day, week or month, and the same as a table. */
export function OverTime({ report }: { readonly report: ReportReading }) {
  const t = useT();
  const { uiLang } = useApp();
  const [cell, setCell] = useState<TimelineCell>('sent');
  const { unit, steps } = useMemo(() => timelineOf(report.now.days, report.range, cell), [report, cell]);
  const number = (value: number) => numberLabel(value, uiLang);
  const nameOf = ({ from, to }: TimelineStep) =>
    from === to ? dayLabel(from, uiLang) : dayRangeLabel(from, to, uiLang);
  const n = steps.reduce((sum, { count }) => sum + count, 0);
  const most = steps.reduce<TimelineStep | undefined>(
    (top, step) => (top && top.count >= step.count ? top : step),
    undefined,
  );
  const title = t('reports.over.title');
  return (
    <section aria-label={title} className={styles.part} data-report="over-time">
      <h2>{title}</h2>
      <div className={`${styles.tools} ${styles.screenOnly}`}>
        <Field label={t('reports.over.what')}>
          {(control) => (
            <select
              {...control}
              value={cell}
              onChange={({ currentTarget }) =>
                setCell(timelineCells.find((one) => one === currentTarget.value) ?? 'sent')
              }
            >
              {timelineCells.map((one) => (
                <option key={one} value={one}>
                  {t(`reports.over.cell.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {n === 0 || most === undefined ? (
        <p className={styles.quiet}>{t('reports.over.none')}</p>
      ) : (
        <>
          <p>
            {t(`reports.over.cell.${cell}`)}:{' '}
            {t('reports.over.sentence', { n: number(n), when: nameOf(most), count: number(most.count) })}{' '}
            {t(`reports.over.unit.${unit}`)}
          </p>
          <DayBars
            isRtl={document.documentElement.dir === 'rtl'}
            items={steps.map((step) => ({ name: nameOf(step), value: step.count }))}
          />
          <details>
            <summary>{t('reports.over.table')}</summary>
            <table className={`${table.table} ${styles.table} ${styles.narrow}`}>
              <caption className={styles.hidden}>{t(`reports.over.cell.${cell}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('reports.over.days')}</th>
                  <th scope="col" className={styles.number}>
                    {t('reports.over.count')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map((step) => (
                  <tr key={step.from}>
                    <th scope="row">{nameOf(step)}</th>
                    <td className={styles.number}>{number(step.count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
