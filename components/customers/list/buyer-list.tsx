import { useCallback, useEffect, useRef, useState } from 'react';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { isAboutBuyers, useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { numberLabel } from '../labels';
import { BulkBar } from './bulk-bar';
import { BuyerTable } from './buyer-table';
import { FilterBar, type ListCounts } from './filter-bar';
import { isNarrowing, isSameFilter } from './filter-address';
import styles from './list.module.css';
import { SavedViews } from './saved-views';
import { useBlocks } from './use-blocks';
import { type BulkChange, useBulk } from './use-bulk';
import { useFilter } from './use-filter';
import { useMarked } from './use-marked';
import { usePreparedSearch } from './use-prepared-search';

const noCounts: ListCounts = {};

/** The list of buyers: searched, narrowed, marked, and what is done to the marked ones. */
export function BuyerList(props: {
  readonly open: BuyerKey | null;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { buyers } = useApp().api;
  const { open, shopLabel, segmentLabel } = props;
  const { filter, query, asked, search, setFilter, setSearch } = useFilter();
  const { list, view } = useBlocks(filter);
  const { value: counts = noCounts } = useReading(
    useCallback(() => buyers.counts(), [buyers]),
    isAboutBuyers,
  );
  const marked = useMarked(asked, view);
  const bulk = useBulk();
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const isSearching = filter.search !== undefined;
  const isPreparing = isSearching && view.prepared !== undefined;
  const share = usePreparedSearch(isPreparing, list.again);

  const number = (value: number) => numberLabel(value, uiLang);
  const shown = view.blocks.reduce((sum, { count }) => sum + count, 0);
  const isNarrowed = isNarrowing(filter);
  // Only lists that somebody keeps the count of have a total.
  const total = isNarrowed ? (isSameFilter(filter, { archived: true }) ? counts.archived : undefined) : counts.all;

  const change = async (wanted: BulkChange, how: 'does' | 'undoes' = 'does') => {
    if (!(await bulk.run(wanted, how))) return;
    setSaid('');
    if (wanted.kind === 'archive' || wanted.kind === 'unarchive') marked.none();
  };
  // The button that was pressed may be gone; the next step is to take it back or to go on.
  useEffect(() => {
    if (bulk.last) box.current?.querySelector<HTMLElement>('[data-done] button')?.focus();
  }, [bulk.last]);
  const doneWords = (done: BulkChange) => {
    const tag = done.kind === 'tag' ? done.add : done.kind === 'untag' ? done.remove : '';
    return t(`buyers.bulk.done.${done.kind}`, { count: done.keys.length, tag });
  };
  const focusFirst = () => box.current?.querySelector<HTMLElement>('tbody a')?.focus();
  return (
    <div ref={box} className={styles.list}>
      <FilterBar
        search={search}
        filter={filter}
        counts={counts}
        shopLabel={shopLabel}
        segmentLabel={segmentLabel}
        onSearch={setSearch}
        onFilter={(next) => setFilter({ ...next, search })}
        onDown={focusFirst}
      />
      <SavedViews filter={filter} onFilter={setFilter} onSaid={setSaid} />
      {view.problem && <ProblemPanel problem={view.problem} onRetry={list.again} />}
      {isPreparing && (
        <p className={styles.progress}>
          <progress aria-label={t('buyers.search.preparing')} value={share ?? view.prepared ?? 0} />
          {t('buyers.search.preparing')}
        </p>
      )}
      <p className={styles.quiet} role="status">
        {view.isKnown &&
          shown > 0 &&
          (view.hasMore && total !== undefined
            ? t('buyers.list.shownOf', { shown: number(shown), total: number(total) })
            : t(view.hasMore ? 'buyers.list.shown' : 'buyers.list.count', { count: shown }))}
      </p>
      {!view.isKnown && !view.problem && <Skeleton label={t('buyers.list.loading')} bars={6} />}
      {view.isKnown && shown === 0 && !view.hasMore && !isNarrowed && (
        <EmptyState title={t('buyers.empty.title')} next={t('buyers.empty.next')} />
      )}
      {view.isKnown && shown === 0 && !view.hasMore && isNarrowed && !isPreparing && (
        <EmptyState title={t('buyers.nothing.title')} next={t('buyers.nothing.next')}>
          <Button onClick={() => setFilter({})}>{t('buyers.nothing.clear')}</Button>
        </EmptyState>
      )}
      {(shown > 0 || view.hasMore) && (
        <BuyerTable
          list={list}
          view={view}
          marked={marked}
          open={open}
          query={query}
          {...(total === undefined ? {} : { total })}
          shopLabel={shopLabel}
          segmentLabel={segmentLabel}
        />
      )}
      <div className={styles.foot}>
        {bulk.problem && <ProblemPanel problem={bulk.problem} />}
        <p className={styles.said} role="status">
          {said}
        </p>
        {bulk.last && (
          <div data-done>
            <Notice
              tone="info"
              actions={
                <>
                  {bulk.last.undo && (
                    <Button onClick={() => void (bulk.last?.undo && change(bulk.last.undo, 'undoes'))}>
                      {t('buyers.bulk.undo')}
                    </Button>
                  )}
                  <Button onClick={bulk.forgetLast}>{t('buyers.bulk.close')}</Button>
                </>
              }
            >
              {doneWords(bulk.last.done)}
            </Notice>
          </div>
        )}
        {marked.marked.size > 0 && (
          <BulkBar
            marked={marked.marked}
            isArchive={filter.archived ?? false}
            isBusy={bulk.isBusy}
            onChange={(wanted) => void change(wanted)}
            onClear={() => {
              marked.none();
              focusFirst();
            }}
          />
        )}
      </div>
    </div>
  );
}
