import { useEffect, useRef, useState } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import { onEscape } from '../content/keys';
import { hrefOfPage } from '../dashboard/route';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { BuyerRecord } from './buyer-record';
import styles from './buyers-page.module.css';
import { BuyerList } from './list/buyer-list';
import { queryOf } from './list/filter-address';
import { useSegmentLabel } from './segment-label';
import { SegmentsPanel } from './segments/segments-panel';
import { useUnfinishedWork } from './unfinished-work';
import { useApp } from '../dashboard/app-context';
import { useShopLabels } from './use-shop-labels';

/** All buyers, the one seen last first; the one in the address is open beside the list. */
export function BuyersPage({ open }: { readonly open: BuyerKey | null }) {
  const t = useT();
  const { segments } = useApp().api;
  const shopLabel = useShopLabels();
  const segmentLabel = useSegmentLabel();
  const work = useUnfinishedWork();
  const [isSorting, setSorting] = useState(false);
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
    const query = queryOf(window.location.hash);
    window.location.hash = `${hrefOfPage('buyers')}${query && '?'}${query}`;
  };
  return (
    <div ref={page} className={styles.page} data-split={open !== null || undefined}>
      <div className={styles.list}>
        <div className={styles.tools}>
          <Button aria-expanded={isSorting} onClick={() => setSorting(!isSorting)}>
            {t('buyers.segments.title')}
          </Button>
        </div>
        {isSorting && <SegmentsPanel api={segments} onClose={() => setSorting(false)} />}
        <BuyerList open={open} shopLabel={shopLabel} segmentLabel={segmentLabel} />
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
