import { useCallback, useEffect, useState } from 'react';
import { useT } from '../ui/translate';
import { AskButton } from './ask-button';
import styles from './pages.module.css';
import type { SiteTools } from './site-tools';

/** The sites outside the known marketplaces on which the agent has asked for Parley; nothing while there is none. */
export function OtherSites({ sites }: { readonly sites: SiteTools }) {
  const t = useT();
  const [hosts, setHosts] = useState<readonly string[]>([]);
  const [stopped, setStopped] = useState<string | null>(null);
  const [isFailed, setFailed] = useState(false);

  const look = useCallback(async () => setHosts(await sites.otherHosts()), [sites]);
  useEffect(() => void look(), [look]);

  const stop = async (host: string) => {
    try {
      await sites.stop(host);
      setStopped(host);
      setFailed(false);
    } catch {
      // The browser keeps access that a company has given by policy.
      setFailed(true);
    }
    await look();
  };
  if (hosts.length === 0 && stopped === null) return null;
  return (
    <section className={styles.profile} aria-label={t('settings.sites.title')}>
      <h3>{t('settings.sites.title')}</h3>
      <ul className={styles.taught} aria-label={t('settings.sites.title')}>
        {hosts.map((host) => (
          <li key={host}>
            <bdi className={styles.what}>{host}</bdi>
            <AskButton
              label={t('settings.sites.stop')}
              name={t('settings.sites.stopOf', { site: host })}
              question={t('settings.sites.stopAsk', { site: host })}
              onYes={() => void stop(host)}
            />
          </li>
        ))}
      </ul>
      <p className={styles.quiet} role="status">
        {isFailed ? t('settings.sites.failed') : stopped !== null && t('settings.sites.stopped', { site: stopped })}
      </p>
    </section>
  );
}
