import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import type { Settings } from '@/utils/app/api';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { useApp } from './app-context';
import styles from './dashboard.module.css';
import type { KeysHelpProps } from './keys-help';
import { pageKeys, useDashboardKeys } from './page-keys';
import { usePageView } from './page-views';
import { hrefOfPage, pages, type NavPage, type Route } from './route';
import { isAboutSettings, useReading } from './use-reading';
import { useRoute } from './use-route';
import { WaitingUpdate } from './waiting-update';

/**
 * The full page: navigation and the page the address asks for, each loaded when it is first opened. `firstWorks` is what the
 * entry has read before anything is drawn, so that no link comes or goes under the pointer.
 */
export function Dashboard({ firstWorks = null }: { readonly firstWorks?: Settings['works'] }) {
  const t = useT();
  const route = useRoute();
  const { frame } = useApp();
  const standIn = frame?.standIn(route.page);
  const title = t(`dashboard.page.${route.page}`);

  const shown = useShownPages(firstWorks);
  const { help, openHelp } = useHelp(shown);
  useDashboardKeys({ onPage: (page) => (window.location.hash = hrefOfPage(page)), onHelp: openHelp });

  useEffect(() => {
    document.title = t('dashboard.title', { page: title });
  }, [t, title]);

  return (
    <div className={styles.dashboard}>
      <header className={styles.side}>
        <p className={styles.brand}>{t('dashboard.brand')}</p>
        <nav aria-label={t('dashboard.nav.label')}>
          <ul>
            {shown.map((page) => (
              <li key={page}>
                <a
                  href={hrefOfPage(page)}
                  aria-current={page === route.page ? 'page' : undefined}
                  aria-keyshortcuts={`g ${pageKeys[page]}`}
                >
                  {t(`dashboard.page.${page}`)}
                </a>
              </li>
            ))}
          </ul>
          <button type="button" className={styles.keys} aria-keyshortcuts="?" onClick={openHelp}>
            {t('dashboard.keys.open')}
          </button>
        </nav>
      </header>
      <main className={styles.main}>
        {frame?.sign}
        <WaitingUpdate />
        <h1>{title}</h1>
        {standIn ?? <OwnPage route={route} />}
      </main>
      {help}
    </div>
  );
}

/** The page the address asks for; its code is loaded when it is first opened. */
function OwnPage({ route }: { readonly route: Route }) {
  const t = useT();
  const View = usePageView(route.page);
  return View ? <View route={route} /> : <Skeleton label={t('dashboard.loading')} bars={5} />;
}

/** The pages somebody who works alone has no use for are out of the way; their addresses go on working. */
function useShownPages(firstWorks: Settings['works']): readonly NavPage[] {
  const { api, frame } = useApp();
  const all = frame?.pages ?? pages;
  const { value } = useReading(
    useCallback(() => api.settings.read(), [api]),
    isAboutSettings,
  );
  const isAlone = (value?.works ?? firstWorks) === 'alone';
  return useMemo(() => (isAlone ? all.filter((page) => page !== 'team') : all), [all, isAlone]);
}

/** The window with the keys, loaded when somebody asks for it first. */
function useHelp(shown: readonly NavPage[]) {
  const [Help, setHelp] = useState<ComponentType<KeysHelpProps> | null>(null);
  const before = useRef<Element | null>(null);
  const close = () => {
    setHelp(null);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const openHelp = () => {
    before.current = document.activeElement;
    void import('./keys-help').then(({ KeysHelp }) => setHelp(() => KeysHelp));
  };
  return { help: Help && <Help shown={shown} onClose={close} />, openHelp };
}
