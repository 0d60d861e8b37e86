import { useState } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import { BuyerRecord } from '../customers/buyer-record';
import { BuyerSearch } from '../customers/buyer-search';
import { buyerLabel, momentLabel } from '../customers/labels';
import { isUnfinished, useUnfinishedWork } from '../customers/unfinished-work';
import { useBuyerList } from '../customers/use-buyer-list';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import styles from './side-panel.module.css';

const MOST_HITS = 20;

/**
 * The record of the buyer seen last. It follows the seller pages, except while something unsaved stands in it or
 * another buyer was picked: what is typed never lands at a buyer the agent did not look at.
 */
export function LastBuyer() {
  const t = useT();
  const { uiLang } = useApp();
  const newest = useBuyerList(1);
  const hits = useBuyerList(MOST_HITS);
  const shopLabel = useShopLabels();
  const work = useUnfinishedWork();
  const [picked, setPicked] = useState<BuyerKey | null>(null);
  const [shown, setShown] = useState<BuyerKey | null>(null);

  const last = newest.value?.rows[0];
  const isHeld = shown !== null && isUnfinished(work.of(shown));
  const wanted = picked ?? (isHeld ? shown : (last?.key ?? null));
  // Remembered while drawing, so that the record that is held is the one that was on screen.
  if (wanted !== shown) setShown(wanted);

  const pick = (key: BuyerKey | null) => {
    setPicked(key);
    hits.setSearch('');
  };
  const goToLast = () => {
    setPicked(null);
    setShown(last?.key ?? null);
  };
  const isSearching = hits.search.trim() !== '';
  return (
    <div className={styles.part}>
      <BuyerSearch value={hits.search} onChange={hits.setSearch} />
      {newest.problem && <ProblemPanel problem={newest.problem} onRetry={() => void newest.again()} />}
      {isSearching && hits.problem && <ProblemPanel problem={hits.problem} onRetry={() => void hits.again()} />}
      {isSearching && hits.value && (
        <ul className={styles.hits} aria-label={t('sidepanel.hits.label')}>
          {hits.value.rows.map((buyer) => (
            <li key={buyer.key}>
              <button type="button" onClick={() => pick(buyer.key)}>
                <bdi>{buyerLabel(t, buyer)}</bdi>
                <span>
                  <bdi>{shopLabel(buyer.shopId)}</bdi>
                </span>
                <span>{momentLabel(buyer.lastSeen, uiLang)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isSearching && hits.value?.rows.length === 0 && (
        <EmptyState title={t('buyers.nothing.title')} next={t('buyers.nothing.next')} />
      )}
      {!isSearching && !newest.value && !newest.problem && <Skeleton label={t('buyers.record.loading')} bars={5} />}
      {!isSearching && newest.value && !last && (
        <EmptyState title={t('buyers.empty.title')} next={t('buyers.empty.next')} />
      )}
      {!isSearching && last && wanted !== null && (
        <>
          {wanted === last.key ? (
            <p className={styles.which}>{t('sidepanel.record.last')}</p>
          ) : (
            <Notice tone="info" actions={<Button onClick={goToLast}>{t('sidepanel.record.showLast')}</Button>}>
              {t(picked === null ? 'sidepanel.record.held' : 'sidepanel.record.picked', { name: buyerLabel(t, last) })}
            </Notice>
          )}
          <BuyerRecord key={wanted} buyerKey={wanted} shopLabel={shopLabel} work={work.of(wanted)} onWork={work.keep} />
        </>
      )}
    </div>
  );
}
