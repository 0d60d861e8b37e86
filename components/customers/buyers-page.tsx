import { useEffect, useRef } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import { onEscape } from '../content/keys';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfPage } from '../dashboard/route';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BuyerRecord } from './buyer-record';
import { BuyerSearch } from './buyer-search';
import { BuyerTable } from './buyer-table';
import styles from './buyers-page.module.css';
import { useUnfinishedWork } from './unfinished-work';
import { useBuyerList } from './use-buyer-list';
import { useShopLabels } from './use-shop-labels';

const PAGE_SIZE = 50;

/** All buyers, newest first, with search; the one in the address is open beside the list. */
export function BuyersPage({ open }: { readonly open: BuyerKey | null }) {
  const t = useT();
  const { uiLang } = useApp();
  const { value, problem, again, search, setSearch, showMore } = useBuyerList(PAGE_SIZE);
  const shopLabel = useShopLabels();
  const work = useUnfinishedWork();
  const page = useRef<HTMLDivElement>(null);
  const openBefore = useRef<BuyerKey | null>(null);

  useEffect(() => {
    const before = openBefore.current;
    openBefore.current = open;
    if (open !== null && open !== before) page.current?.querySelector<HTMLElement>('[data-record]')?.focus();
    if (open === null && before !== null)
      page.current?.querySelector<HTMLElement>(`[data-buyer="${CSS.escape(before)}"]`)?.focus();
  }, [open]);

  const close = () => {
    window.location.hash = hrefOfPage('buyers');
  };
  const rows = value?.rows ?? [];
  return (
    <div ref={page} className={styles.page} data-split={open !== null || undefined}>
      <div className={styles.list}>
        <div className={styles.search}>
          <BuyerSearch value={search} onChange={setSearch} />
        </div>
        {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
        <p className={styles.count} role="status">
          {value &&
            rows.length > 0 &&
            t(value.hasMore ? 'buyers.list.newest' : 'buyers.list.count', { count: rows.length })}
        </p>
        {!value && !problem && <Skeleton label={t('buyers.list.loading')} bars={6} />}
        {value && rows.length === 0 && search.trim() === '' && (
          <EmptyState title={t('buyers.empty.title')} next={t('buyers.empty.next')} />
        )}
        {value && rows.length === 0 && search.trim() !== '' && (
          <EmptyState title={t('buyers.nothing.title')} next={t('buyers.nothing.next')}>
            <Button onClick={() => setSearch('')}>{t('buyers.nothing.clear')}</Button>
          </EmptyState>
        )}
        {rows.length > 0 && <BuyerTable rows={rows} open={open} uiLang={uiLang} shopLabel={shopLabel} />}
        {value?.hasMore && (
          <div className={styles.more}>
            <Button onClick={showMore}>{t('buyers.list.more')}</Button>
          </div>
        )}
      </div>
      {open !== null && (
        // The key handler only closes; the controls inside are what a person works with.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <section
          className={styles.record}
          aria-label={t('buyers.record.label')}
          tabIndex={-1}
          data-record
          onKeyDown={(event) => onEscape(event, close)}
        >
          <div className={styles.close}>
            <Button onClick={close}>{t('buyers.record.close')}</Button>
          </div>
          <BuyerRecord key={open} buyerKey={open} shopLabel={shopLabel} work={work.of(open)} onWork={work.keep} />
        </section>
      )}
    </div>
  );
}
