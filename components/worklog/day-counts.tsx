import { useMemo } from 'react';
import type { LogDay } from '@/utils/app/worklog-api';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { useT } from '../ui/translate';
import { deedLabel } from './log-words';
import styles from './worklog.module.css';

interface Deed {
  readonly what: string;
  readonly count: number;
  readonly shops: readonly { readonly shopId: string; readonly count: number }[];
}

/** Joins the shops of each kind; the most frequent kind first. */
function deedsOf(counts: LogDay['counts']): readonly Deed[] {
  const byKind = new Map<string, Deed>();
  for (const { what, shopId, count } of counts) {
    const before = byKind.get(what) ?? { what, count: 0, shops: [] };
    const shops = shopId === '' ? before.shops : [...before.shops, { shopId, count }];
    byKind.set(what, { what, count: before.count + count, shops });
  }
  return [...byKind.values()].sort((a, b) => b.count - a.count);
}

/** What was done on a day, each kind as one sentence; by shop where there was more than one. */
export function DayCounts({ counts, shopLabel }: Pick<LogDay, 'counts'> & { shopLabel: (id: ShopId) => string }) {
  const t = useT();
  const { uiLang } = useApp();
  const deeds = useMemo(() => deedsOf(counts), [counts]);
  const shopsOf = ({ shops }: Deed) =>
    listLabel(
      shops.map(({ shopId, count }) => t('worklog.counts.shop', { shop: shopLabel(brandAs<'ShopId'>(shopId)), count })),
      uiLang,
    );
  return (
    <section className={styles.part} aria-label={t('worklog.counts.title')}>
      <h3>{t('worklog.counts.title')}</h3>
      {deeds.length === 0 ? (
        <p className={styles.quiet}>{t('worklog.counts.none')}</p>
      ) : (
        <ul className={styles.counts}>
          {deeds.map((deed) => (
            <li key={deed.what} data-what={deed.what}>
              {deedLabel(t, deed)}
              {deed.shops.length > 1 && <span className={styles.quiet}>{shopsOf(deed)}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
