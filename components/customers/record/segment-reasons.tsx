import { signalFacts, type SegmentHit } from '@/utils/domain/customers/segment';
import { listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { useT, type Translate } from '../../ui/translate';
import styles from './facts.module.css';
import { useRecord } from './record-state';

/** The figures a record belongs to a segment for, in words. */
function reasonsOf(t: Translate, { because }: SegmentHit, orders: number): readonly string[] {
  const words = because.map(({ fact, found }) =>
    signalFacts[fact]
      ? t(`buyers.because.${fact}`)
      : t(`buyers.because.${fact}`, { count: found, orders: t('buyers.because.orders', { count: orders }) }),
  );
  // Two bounds of one figure are one reason.
  return [...new Set(words)];
}

/** The segments of a record, each with the figures it stands on; facts, not judgements. */
export function SegmentReasons() {
  const t = useT();
  const { uiLang } = useApp();
  const { view, segmentLabel } = useRecord();
  const { segments, buyer } = view;
  if (segments.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={t('buyers.segments.of')}>
      {segments.map((hit) => (
        <li key={hit.id} className={styles.segment} data-segment={hit.id}>
          <b>
            <bdi>{segmentLabel(hit.id)}</bdi>
          </b>{' '}
          <span className={styles.quiet}>{listLabel(reasonsOf(t, hit, buyer.summary?.orders ?? 0), uiLang)}</span>
        </li>
      ))}
    </ul>
  );
}
