import { useEffect, useState } from 'react';
import type { KeptProfiles, PageProfile, TaughtPage } from '@/utils/domain/profiles/profile';
import type { MarketId } from '@/utils/domain/ids';
import { dayLabel } from '../content/labels';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { AskButton } from './ask-button';
import styles from './pages.module.css';

/** What can be done with the profile of one marketplace. */
export interface ProfileActions {
  readonly onBack: () => void;
  readonly onForget: (page: TaughtPage) => void;
  readonly onExport: () => void;
}

/** How Parley finds its way on the pages of one marketplace: what it came with, what was imported, what was shown to it. */
export function ProfileEntry(props: {
  readonly market: MarketId;
  readonly kept: KeptProfiles;
  readonly actions: ProfileActions;
}) {
  const t = useT();
  const { uiLang, sites } = useApp();
  const { market, kept, actions } = props;
  const [builtIn, setBuiltIn] = useState<Pick<PageProfile, 'version' | 'date'> | null>(null);
  const name = marketLabel(t, market);
  const { imported, previous, taught } = kept;

  useEffect(() => {
    let isLeft = false;
    void sites?.builtIn(market).then(
      (found) => isLeft || setBuiltIn(found),
      // A build without the file says nothing about it; the imported one and the taught pages still show.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [sites, market]);

  const version = (profile: Pick<PageProfile, 'version' | 'date'>): string =>
    t('settings.profiles.version', { version: profile.version, date: dayLabel(profile.date, uiLang) });
  return (
    <section className={styles.profile} aria-label={name}>
      <h3>{name}</h3>
      <dl className={styles.versions}>
        {builtIn && builtIn.version !== '' && (
          <div>
            <dt>{t('settings.profiles.builtIn')}</dt>
            <dd>{version(builtIn)}</dd>
          </div>
        )}
        {imported && (
          <div>
            <dt>{t('settings.profiles.imported')}</dt>
            <dd>
              <span>{version(imported)}</span>
              <AskButton
                label={t('settings.profiles.back')}
                name={t('settings.profiles.backOf', { market: name })}
                question={
                  previous
                    ? t('settings.profiles.backAsk', { version: previous.version })
                    : t('settings.profiles.backToBuiltInAsk')
                }
                onYes={actions.onBack}
              />
            </dd>
          </div>
        )}
      </dl>
      {taught.length > 0 && (
        <ul className={styles.taught} aria-label={t('settings.profiles.taught', { market: name })}>
          {taught.map((page) => (
            <li key={page.id}>
              <span className={styles.what}>
                <bdi>
                  {page.host}
                  {page.path}
                </bdi>
                <span>{t('settings.profiles.taughtOn', { date: dayLabel(page.date, uiLang) })}</span>
              </span>
              <AskButton
                label={t('settings.profiles.forget')}
                name={t('settings.profiles.forgetOf', { page: `${page.host}${page.path}` })}
                question={t('settings.profiles.forgetAsk')}
                onYes={() => actions.onForget(page)}
              />
            </li>
          ))}
        </ul>
      )}
      {taught.length === 0 && <p className={styles.quiet}>{t('settings.profiles.noneTaught')}</p>}
      {(imported !== undefined || taught.length > 0) && (
        <div>
          <Button aria-label={t('settings.profiles.exportOf', { market: name })} onClick={actions.onExport}>
            {t('settings.profiles.export')}
          </Button>
        </div>
      )}
    </section>
  );
}
