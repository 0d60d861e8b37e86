import { useEffect } from 'react';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import styles from './dashboard.module.css';
import { usePageView } from './page-views';
import { hrefOfPage, pages } from './route';
import { useRoute } from './use-route';

/** The full page: navigation and the page the address asks for, each loaded when it is first opened. */
export function Dashboard() {
  const t = useT();
  const route = useRoute();
  const View = usePageView(route.page);
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
        {View ? <View route={route} /> : <Skeleton label={t('dashboard.loading')} bars={5} />}
      </main>
    </div>
  );
}
