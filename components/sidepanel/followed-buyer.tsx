import { useCallback, useState } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import type { ActiveBuyer } from '@/utils/platform/side-panel';
import { BuyerSearch } from '../customers/buyer-search';
import { buyerLabel, momentLabel } from '../customers/labels';
import { isUnfinished, useUnfinishedWork } from '../customers/unfinished-work';
import { useBuyerList } from '../customers/use-buyer-list';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { PanelRecord } from './panel-record';
import styles from './side-panel.module.css';
import { useActiveBuyer } from './use-active-buyer';

const MOST_HITS = 20;

/** Whom to show when nothing keeps the panel elsewhere, and how the words of the panel call them. */
const wordsFor = (isCurrent: boolean) => ({
  here: isCurrent ? 'sidepanel.record.current' : 'sidepanel.record.last',
  held: isCurrent ? 'sidepanel.record.held' : 'sidepanel.record.heldLast',
  picked: isCurrent ? 'sidepanel.record.picked' : 'sidepanel.record.pickedLast',
  show: isCurrent ? 'sidepanel.record.showCurrent' : 'sidepanel.record.showLast',
});

/**
 * The record of the buyer whose conversation the tab beside it shows; where it shows none, of the one seen last. It follows
 * the agent from tab to tab, except while something unsaved stands in it or another buyer was picked: what is typed never
 * lands at a buyer the agent did not look at.
 */
export function FollowedBuyer({ follow }: { readonly follow: ActiveBuyer }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const newest = useBuyerList(1);
  const hits = useBuyerList(MOST_HITS);
  const shopLabel = useShopLabels();
  const work = useUnfinishedWork();
  const [picked, setPicked] = useState<BuyerKey | null>(null);
  const [shown, setShown] = useState<BuyerKey | null>(null);
  const current = useActiveBuyer(follow);
  const named = useReading(
    useCallback(async () => {
      const found = current ? await api.buyers.open(current) : null;
      // Of a record that was joined, the one it was joined to; nobody where it was forgotten meanwhile.
      return ok({ asked: current, buyer: found?.ok ? found.value.buyer : null });
    }, [api, current]),
    isAboutBuyers,
  );

  const last = newest.value?.rows[0];
  const isFinding = current === undefined || named.value?.asked !== current;
  const currentBuyer = isFinding ? null : named.value?.buyer;
  const offered = isFinding ? undefined : (currentBuyer ?? last);
  const words = wordsFor(Boolean(currentBuyer));
  const isHeld = shown !== null && isUnfinished(work.of(shown));
  const wanted = picked ?? (isHeld || isFinding ? shown : (offered?.key ?? null));
  // Remembered while drawing, so that the record that is held is the one that was on screen.
  if (wanted !== shown) setShown(wanted);

  const pick = (key: BuyerKey | null) => {
    setPicked(key);
    hits.setSearch('');
  };
  const goToOffered = () => {
    setPicked(null);
    setShown(offered?.key ?? null);
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
      {!isSearching && !offered && (isFinding || (!newest.value && !newest.problem)) && (
        <Skeleton label={t('buyers.record.loading')} bars={5} />
      )}
      {!isSearching && newest.value && !isFinding && !offered && (
        <EmptyState title={t('buyers.empty.title')} next={t('buyers.empty.next')} />
      )}
      {!isSearching && offered && wanted !== null && (
        <>
          {wanted === offered.key ? (
            <p className={styles.which}>{t(words.here)}</p>
          ) : (
            <Notice tone="info" actions={<Button onClick={goToOffered}>{t(words.show)}</Button>}>
              {t(picked === null ? words.held : words.picked, { name: buyerLabel(t, offered) })}
            </Notice>
          )}
          <PanelRecord key={wanted} buyerKey={wanted} shopLabel={shopLabel} work={work} />
        </>
      )}
    </div>
  );
}
