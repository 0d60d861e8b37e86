import type { Frame } from '../dashboard/app-context';
import { pages, type PageName } from '../dashboard/route';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { deskHref } from './demo-address';
import styles from './demo.module.css';

/** Pages that act on the records, the files or the browser of the real desk. */
const AWAY = ['team', 'practice', 'welcome'] as const;
const isAway = (page: PageName): page is (typeof AWAY)[number] => (AWAY as readonly PageName[]).includes(page);

/** What every page of the demo stands in: a sign that says so, and kind words in place of pages that are not for it. */
export const demoFrame: Frame = {
  pages: pages.filter((page) => !isAway(page)),
  sign: <DemoSign />,
  standIn: (page) => (isAway(page) ? <NotHere page={page} /> : page === 'settings' ? <DemoSettings /> : null),
};

function Leave() {
  const t = useT();
  return (
    <a className={styles.look} href={deskHref}>
      {t('demo.sign.leave')}
    </a>
  );
}

function DemoSign() {
  const t = useT();
  return (
    <div className={styles.sign} data-demo>
      <Notice tone="warn" lead={t('demo.sign.lead')} actions={<Leave />}>
        {t('demo.sign.text')}
      </Notice>
    </div>
  );
}

function NotHere({ page }: { readonly page: (typeof AWAY)[number] }) {
  const t = useT();
  return <EmptyState title={t(`demo.away.${page}`)} next={t('demo.away.next')} />;
}

function DemoSettings() {
  const t = useT();
  return <p className={styles.text}>{t('demo.settings.text')}</p>;
}
