import { useMemo } from 'react';
import { agentTable } from '@/utils/domain/reports/place-tables';
import { useSettings } from '../settings/use-settings';
import { useT } from '../ui/translate';
import { ReportView } from './report-view';
import styles from './reports.module.css';
import type { ReportReading } from './use-report';
import type { RowName } from './use-row-names';

/** What each agent did: one's own, and everybody's once somebody has switched that on after reading what it asks of them. */
export function PeopleSection({ report, nameOf }: { readonly report: ReportReading; readonly nameOf: RowName }) {
  const t = useT();
  const { settings, save } = useSettings();
  const isOn = settings?.agentFigures === true;
  const shown = useMemo(
    () =>
      agentTable(
        report.now.agents
          .filter(({ isSelf }) => isOn || isSelf)
          .map(({ agentId, cells, contacts }) => ({ id: agentId, cells, contacts })),
      ),
    [report, isOn],
  );
  const title = t('reports.part.people');
  return (
    <section aria-label={title} className={`${styles.part} ${isOn ? '' : styles.screenOnly}`}>
      <h2>{title}</h2>
      {shown.n > 0 ? (
        <div className={styles.reports}>
          <ReportView report={shown} nameOf={nameOf} drill={null} />
        </div>
      ) : (
        <p>{t('reports.people.none')}</p>
      )}
      {settings && (
        <div className={styles.screenOnly}>
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={isOn}
              onChange={({ currentTarget }) => save({ agentFigures: currentTarget.checked })}
            />
            {t('reports.people.switch')}
          </label>
          <p className={styles.quiet}>{t('reports.people.duty')}</p>
        </div>
      )}
    </section>
  );
}
