import { useCallback, useState } from 'react';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutSettings, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { RetentionForm } from './retention-form';
import { RetentionPurge } from './retention-purge';
import { Section } from './section';
import styles from './settings.module.css';

/** When Parley looked last; nothing until that is known. */
function LastRun() {
  const t = useT();
  const { api, uiLang } = useApp();
  const { value } = useReading(
    useCallback(() => api.retention.lastRun(), [api]),
    isAboutSettings,
  );
  if (value === undefined) return null;
  const words =
    value === null
      ? t('settings.retention.neverRun')
      : t('settings.retention.lastRun', { day: dayLabel(value, uiLang) });
  return <p className={styles.help}>{words}</p>;
}

/** How long records are kept, by kind and marketplace, and what of them is over. */
export function RetentionSection() {
  const t = useT();
  const { retention: api } = useApp().api;
  const { value, problem, again } = useReading(
    useCallback(() => api.read(), [api]),
    isAboutSettings,
  );
  const [savedCount, setSavedCount] = useState(0);
  const saved = async () => {
    setSavedCount((count) => count + 1);
    await again();
  };
  return (
    <Section title={t('settings.retention.title')}>
      <p className={styles.help}>{t('settings.retention.help')}</p>
      {problem && !value && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!value && !problem && <Skeleton label={t('settings.loading')} bars={3} />}
      {value && (
        <>
          <RetentionForm key={JSON.stringify(value)} retention={value} onSaved={saved} />
          <p className={styles.saved} role="status">
            {savedCount > 0 && <span key={savedCount}>{t('settings.saved')}</span>}
          </p>
          <LastRun />
          <RetentionPurge />
        </>
      )}
    </Section>
  );
}
