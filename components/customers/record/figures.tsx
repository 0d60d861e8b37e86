import { fullSummary } from '@/utils/domain/customers/summary';
import { dayLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { useT } from '../../ui/translate';
import { amountLabel } from '../history';
import styles from './facts.module.css';
import { useRecord } from './record-state';

const evaluations = ['good', 'neutral', 'bad'] as const;

/** What the orders of a buyer come to: how lately, how often, how much; with what each figure means. */
export function Figures() {
  const t = useT();
  const { uiLang } = useApp();
  const { rfm, buyer } = useRecord().view;
  const summary = fullSummary(buyer.summary);
  if (summary.orders === 0) return null;
  const rank = (value: number | null | undefined) => (value ? t('buyers.figures.of5', { value }) : '');
  const spent = summary.spent.map((sum) => amountLabel(sum, uiLang)).join(' · ');
  const judged = evaluations.flatMap((kind) =>
    summary[kind] > 0 ? [t(`buyers.evaluation.${kind}`, { count: summary[kind] })] : [],
  );
  const lines: readonly (readonly [string, string, string])[] = [
    [
      'recency',
      rank(rfm?.recency),
      summary.lastOrderOn ? t('buyers.figures.lastOrder', { day: dayLabel(summary.lastOrderOn, uiLang) }) : '',
    ],
    [
      'frequency',
      rank(rfm?.frequency),
      t('buyers.table.ordersOf', { count: summary.orders, pieces: summary.quantity }),
    ],
    ['money', rank(rfm?.money), spent],
    [
      'returns',
      '',
      t('buyers.because.returns', {
        count: summary.returns,
        orders: t('buyers.because.orders', { count: summary.orders }),
      }),
    ],
    ['evaluations', '', judged.join(' · ') || t('buyers.figures.none')],
  ];
  return (
    <section className={styles.part} aria-label={t('buyers.figures.title')}>
      <h3 className={styles.title}>{t('buyers.figures.title')}</h3>
      <table className={styles.figures}>
        <tbody>
          {lines
            .filter(([, first, second]) => first !== '' || second !== '')
            .map(([id, first, second]) => (
              <tr key={id}>
                <th scope="row">{t(`buyers.figures.${id}`)}</th>
                <td>{first}</td>
                <td>{second}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {rfm && <p className={styles.quiet}>{t('buyers.figures.why')}</p>}
    </section>
  );
}
