import { useCallback, useState } from 'react';
import type { ApiProblem, Settings } from '@/utils/app/api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutSettings, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BackupSection } from './backup-section';
import { HoldSection } from './hold-section';
import { LanguageSection } from './language-section';
import { MarketSection } from './market-section';
import { PagesSection } from './pages-section';
import { PrivacySection } from './privacy-section';
import { RetentionSection } from './retention-section';
import { Section } from './section';
import styles from './settings.module.css';
import { ShopSection } from './shop-section';
import { SiteAccess } from './site-access';

/** The choices that still wait: without those of `change`, unless they were made anew in the meantime. */
const withoutSettled = (pending: Partial<Settings>, change: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(Object.entries(pending).filter(([name, choice]) => change[name as keyof Settings] !== choice));

/** Everything the agent can choose, and what Parley keeps. */
export function SettingsPage() {
  const t = useT();
  const { api, siteAccess } = useApp();
  const { value, problem, again } = useReading(
    useCallback(() => api.settings.read(), [api]),
    isAboutSettings,
  );
  const [saveProblem, setSaveProblem] = useState<ApiProblem | null>(null);
  const [savedCount, setSavedCount] = useState(0);

  const [pending, setPending] = useState<Partial<Settings>>({});
  // A choice shows at once; should saving it fail, the old one comes back with the reason.
  const settings = value && { ...value, ...pending };

  const save = async (change: Partial<Settings>) => {
    setPending((others) => ({ ...others, ...change }));
    const saved = await api.settings.write(change);
    setSaveProblem(saved.ok ? null : saved.error);
    if (saved.ok) setSavedCount((count) => count + 1);
    await again();
    setPending((others) => withoutSettled(others, change));
  };
  return (
    <div className={styles.page}>
      {saveProblem && <ProblemPanel problem={saveProblem} />}
      <p className={styles.saved} role="status">
        {/* A new element each time, so that the same word is spoken again. */}
        {savedCount > 0 && <span key={savedCount}>{t('settings.saved')}</span>}
      </p>
      <Section title={t('settings.access.title')}>
        <SiteAccess access={siteAccess} look="full" />
      </Section>
      {settings && <LanguageSection settings={settings} onSave={(change) => void save(change)} />}
      <ShopSection />
      {settings && <MarketSection settings={settings} onSave={(change) => void save(change)} />}
      {!settings && problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!settings && !problem && <Skeleton label={t('settings.loading')} bars={5} />}
      <HoldSection />
      <PagesSection />
      <RetentionSection />
      <BackupSection />
      <PrivacySection />
    </div>
  );
}
