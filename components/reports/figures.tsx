import { glance, type Figure } from '@/utils/domain/reports/glance';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { useT } from '../ui/translate';
import styles from './reports.module.css';
import type { ReportReading } from './use-report';
import { figureLabel } from './value-label';

/** The few figures of a report: each with what it is worked out from, and what it was before. */
export function Figures({ report }: { readonly report: ReportReading }) {
  const t = useT();
  const before = glance(report.before.total);
  return (
    <section aria-label={t('reports.glance.title')} className={styles.part} data-one-page>
      <h2>{t('reports.glance.title')}</h2>
      <dl className={styles.figures}>
        {glance(report.now.total).map((figure, at) => (
          <FigureCard key={figure.id} figure={figure} before={before[at]!} />
        ))}
      </dl>
    </section>
  );
}

function FigureCard({ figure, before }: { readonly figure: Figure; readonly before: Figure }) {
  const t = useT();
  const { uiLang } = useApp();
  const { id, n, count } = figure;
  const numbers = { n: numberLabel(n, uiLang), count: numberLabel(count ?? n, uiLang) };
  return (
    <div className={styles.figure} data-figure={id}>
      <dt>{t(`reports.figure.${id}.name`)}</dt>
      <dd className={styles.value}>{figureLabel(t, figure, uiLang)}</dd>
      <dd className={styles.quiet}>
        {figure.value === null
          ? t(id === 'open-watched' ? `reports.figure.${id}.none` : 'reports.noData')
          : t(`reports.figure.${id}.how`, numbers)}
      </dd>
      <dd className={styles.quiet}>{t('reports.beforeWas', { value: figureLabel(t, before, uiLang) })}</dd>
    </div>
  );
}
