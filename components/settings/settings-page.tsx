import { useMemo, useState } from 'react';
import type { ApiProblem, Settings } from '@/utils/app/api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutSettings, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BackupSection } from './backup-section';
import { hostAccess } from './host-access';
import { LanguageSection } from './language-section';
import { MarketSection } from './market-section';
import { PrivacySection } from './privacy-section';
import { Section } from './section';
import styles from './settings.module.css';
import { ShopSection } from './shop-section';
import { SiteAccess } from './site-access';

/** Everything the agent can choose, and what Parley keeps. */
export function SettingsPage() {
  const t = useT();
  const { api, markets } = useApp();
  const { value: settings, problem, again } = useReading(api.settings.read, isAboutSettings);
  const [saveProblem, setSaveProblem] = useState<ApiProblem | null>(null);
  const [savedCount, setSavedCount] = useState(0);
  const access = useMemo(() => hostAccess(markets.flatMap(({ matches }) => matches)), [markets]);

  const save = async (change: Partial<Settings>) => {
    const saved = await api.settings.write(change);
    setSaveProblem(saved.ok ? null : saved.error);
    if (saved.ok) setSavedCount((count) => count + 1);
    again();
  };
  return (
    <div className={styles.page}>
      {saveProblem && <ProblemPanel problem={saveProblem} />}
      <p className={styles.saved} role="status">
        {/* A new element each time, so that the same word is spoken again. */}
        {savedCount > 0 && <span key={savedCount}>{t('settings.saved')}</span>}
      </p>
      <Section title={t('settings.access.title')}>
        <SiteAccess access={access} look="full" />
      </Section>
      {settings && <LanguageSection settings={settings} onSave={(change) => void save(change)} />}
      <ShopSection />
      {settings && <MarketSection settings={settings} onSave={(change) => void save(change)} />}
      {!settings && problem && <ProblemPanel problem={problem} onRetry={again} />}
      {!settings && !problem && <Skeleton label={t('settings.loading')} bars={5} />}
      <BackupSection />
      <PrivacySection />
    </div>
  );
}
