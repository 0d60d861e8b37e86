import { useMemo, useState } from 'react';
import type { ShopId } from '@/utils/domain/ids';
import { countsBy, type Cells } from '@/utils/domain/reports/cells';
import { timelineCells, timelineOf, type TimelineCell, type TimelineStep } from '@/utils/domain/reports/timeline';
import { dayLabel, dayRangeLabel } from '../content/labels';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Field } from '../ui/field';
import table from '../ui/plain-table.module.css';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { DayBars } from './day-bars';
import styles from './reports.module.css';
import type { ReportReading } from './use-report';
import type { RowName } from './use-row-names';
import { useTimelineDays } from './use-timeline-days';
import { cellLabel } from './value-label';

/** Most products, and most countries, one can choose from. */
const MOST_CHOICES = 30;

const groups = ['product', 'country'] as const;

/** What some of it can be shown alone, the most first. */
const onlyChoices = (total: Cells, cell: TimelineCell) =>
  groups.flatMap((by) =>
    countsBy(total, cell, by)
      .slice(0, MOST_CHOICES)
      .map(({ names: [name = ''] }) => ({ id: `${by}:${name}`, by, name })),
  );

/** How something went over the days of the report: bars by day, week or month, and the same as a table. */
export function OverTime(props: {
  readonly report: ReportReading;
  readonly shopId: ShopId | null;
  readonly nameOf: RowName;
}) {
  const { report, shopId, nameOf: rowName } = props;
  const t = useT();
  const { uiLang } = useApp();
  const [cell, setCell] = useState<TimelineCell>('sent');
  const [chosen, setChosen] = useState('');
  const { choices, only } = useMemo(() => {
    const found = onlyChoices(report.now.total, cell);
    return { choices: found, only: found.find(({ id }) => id === chosen) };
  }, [report, cell, chosen]);
  const { days, problem, again } = useTimelineDays(report, shopId, only?.by === 'product' ? only.name : null);
  const { unit, steps } = useMemo(
    () => timelineOf(days ?? [], report.range, { cell, ...(only ? { only } : {}) }),
    [days, report, cell, only],
  );
  const number = (value: number) => numberLabel(value, uiLang);
  const nameOf = ({ from, to }: TimelineStep) =>
    from === to ? dayLabel(from, uiLang) : dayRangeLabel(from, to, uiLang);
  const n = steps.reduce((sum, { count }) => sum + count, 0);
  const most = steps.reduce<TimelineStep | undefined>(
    (top, step) => (top && top.count >= step.count ? top : step),
    undefined,
  );
  const hasStars = steps.some(({ stars }) => stars !== undefined);
  const what = t(`reports.over.cell.${cell}`);
  const shown = only ? t('reports.over.onlyOne', { what, name: rowName(only.by, only.name) }) : what;
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
        {choices.length > 0 && (
          <Field label={t('reports.over.only')}>
            {(control) => (
              <select
                {...control}
                value={only?.id ?? ''}
                onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              >
                <option value="">{t('reports.over.all')}</option>
                {groups.map((by) => (
                  <optgroup key={by} label={t(`reports.over.by.${by}`)}>
                    {choices
                      .filter((choice) => choice.by === by)
                      .map(({ id, name }) => (
                        <option key={id} value={id}>
                          {rowName(by, name)}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!days && !problem && <Skeleton label={t('reports.loading')} bars={4} />}
      {days && (n === 0 || most === undefined) && <p className={styles.quiet}>{t('reports.over.none')}</p>}
      {days && n > 0 && most !== undefined && (
        <>
          <p>
            {shown}: {t('reports.over.sentence', { n: number(n), when: nameOf(most), count: number(most.count) })}{' '}
            {t(`reports.over.unit.${unit}`)}
          </p>
          <DayBars
            isRtl={document.documentElement.dir === 'rtl'}
            items={steps.map((step) => ({ name: nameOf(step), value: step.count }))}
          />
          <details>
            <summary>{t('reports.over.table')}</summary>
            <table className={`${table.table} ${styles.table} ${styles.narrow}`}>
              <caption className={styles.hidden}>{shown}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('reports.over.days')}</th>
                  <th scope="col" className={styles.number}>
                    {t('reports.over.count')}
                  </th>
                  {hasStars && (
                    <th scope="col" className={styles.number}>
                      {t('reports.column.stars')}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {steps.map((step) => (
                  <tr key={step.from}>
                    <th scope="row">{nameOf(step)}</th>
                    <td className={styles.number}>{number(step.count)}</td>
                    {hasStars && (
                      <td className={styles.number}>{cellLabel(step.stars ?? null, 'stars', uiLang, '')}</td>
                    )}
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
