import { lazy, Suspense, useEffect } from 'react';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import styles from './dashboard.module.css';
import { hrefOfPage, pages } from './route';
import { useRoute } from './use-route';

const BuyersPage = lazy(() => import('../customers/buyers-page').then((part) => ({ default: part.BuyersPage })));
const SettingsPage = lazy(() => import('../settings/settings-page').then((part) => ({ default: part.SettingsPage })));
const ConverterPage = lazy(() => import('./converter-page').then((part) => ({ default: part.ConverterPage })));

/** The full page: navigation and the page the address asks for, each loaded when it is first opened. */
export function Dashboard() {
  const t = useT();
  const route = useRoute();
  const title = t(`dashboard.page.${route.page}`);

  useEffect(() => {
    document.title = t('dashboard.title', { page: title });
  }, [t, title]);

  return (
    <div className={styles.dashboard}>
      <header className={styles.side}>
        <p className={styles.brand}>{t('dashboard.brand')}</p>
        <nav aria-label={t('dashboard.nav.label')}>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <a href={hrefOfPage(page)} aria-current={page === route.page ? 'page' : undefined}>
                  {t(`dashboard.page.${page}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className={styles.main}>
        <h1>{title}</h1>
        <Suspense fallback={<Skeleton label={t('dashboard.loading')} bars={5} />}>
          {route.page === 'buyers' && <BuyersPage open={route.buyer} />}
          {route.page === 'settings' && <SettingsPage />}
          {route.page === 'converter' && (
            <div className={styles.narrow}>
              <ConverterPage />
            </div>
          )}
        </Suspense>
      </main>
    </div>
  );
}
