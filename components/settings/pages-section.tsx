import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { brandAs, type MarketId } from '@/utils/domain/ids';
import type { Result } from '@/utils/domain/result';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutProfiles, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { ImportProfile } from './import-profile';
import { OtherSites } from './other-sites';
import { ProfileEntry } from './profile-entry';
import { Section } from './section';
import styles from './pages.module.css';
import { VisitList } from './visit-list';

/** How well pages are read, where Parley looks on them, and how to change that without a new release. */
export function PagesSection() {
  const t = useT();
  const { api, markets, saveFile, sites } = useApp();
  const { value, problem, again } = useReading(
    useCallback(() => api.profiles.list(), [api]),
    isAboutProfiles,
  );
  const [changeProblem, setChangeProblem] = useState<ApiProblem | null>(null);

  const run = async (work: Promise<Result<unknown, ApiProblem>>) => {
    const done = await work;
    setChangeProblem(done.ok ? null : done.error);
    await again();
  };
  const save = async (marketplace: MarketId) => {
    const profile = await api.profiles.export({ marketplace });
    if (!profile.ok) return setChangeProblem(profile.error);
    setChangeProblem(null);
    const { version } = profile.value;
    saveFile({ name: `parley-${marketplace}-${version}.json`, text: JSON.stringify(profile.value, null, 2) });
  };
  // Sites somebody has named have a profile as soon as a page was taught there.
  const shown = [...new Set([...markets, ...Object.keys(value ?? {}).map((id) => brandAs<'MarketId'>(id))])];
  return (
    <Section title={t('settings.pages.title')}>
      <p className={styles.quiet}>{t('settings.pages.help')}</p>
      <h3>{t('settings.visits.title')}</h3>
      <VisitList />
      <h3>{t('settings.profiles.title')}</h3>
      {changeProblem && <ProblemPanel problem={changeProblem} />}
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!value && !problem && <Skeleton label={t('settings.loading')} />}
      {value &&
        shown.map((market) => (
          <ProfileEntry
            key={market}
            market={market}
            kept={value[market] ?? { taught: [] }}
            actions={{
              onBack: () => void run(api.profiles.rollBack({ marketplace: market })),
              onForget: ({ id }) => void run(api.profiles.forget({ marketplace: market, id })),
              onExport: () => void save(market),
            }}
          />
        ))}
      <ImportProfile onApplied={() => void again()} />
      {sites && <OtherSites sites={sites} />}
    </Section>
  );
}
