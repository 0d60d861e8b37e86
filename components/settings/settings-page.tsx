import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { DemoSection } from '../demo/demo-section';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { AutoBackupSection } from './auto-backup/auto-backup-section';
import { BackupSection } from './backup-section';
import { HoldSection } from './hold-section';
import { LockSection } from '../lock/lock-section';
import { KeysSection } from './keys-section';
import { LanguageSection } from './language-section';
import { MarketSection } from './market-section';
import { PagesSection } from './pages-section';
import { PrivacySection } from './privacy-section';
import { ResetSection } from './reset-section';
import { RetentionSection } from './retention-section';
import { Section } from './section';
import styles from './settings.module.css';
import { ShopSection } from './shop-section';
import { SiteAccess } from './site-access';
import { useSettings } from './use-settings';
import { WatchSection } from './watch-section';
import { WorkSection } from './work-section';

/** Everything the agent can choose, and what Parley keeps. */
export function SettingsPage() {
  const t = useT();
  const { siteAccess, demo, downloads, lock, shortcuts } = useApp();
  const { settings, problem, again, save, saveProblem, savedCount } = useSettings();
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
      {settings && <WorkSection settings={settings} onSave={(change) => void save(change)} />}
      {settings && <WatchSection settings={settings} onSave={(change) => void save(change)} />}
      <ShopSection />
      {settings && <MarketSection settings={settings} onSave={(change) => void save(change)} />}
      {!settings && problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!settings && !problem && <Skeleton label={t('settings.loading')} bars={5} />}
      <HoldSection />
      {shortcuts && <KeysSection tools={shortcuts} />}
      <PagesSection />
      <RetentionSection />
      <BackupSection />
      {downloads && <AutoBackupSection />}
      {lock && <LockSection lock={lock} />}
      <PrivacySection />
      {demo && <DemoSection demo={demo} />}
      <ResetSection />
    </div>
  );
}
