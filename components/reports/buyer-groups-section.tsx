import { recencySteps, type BuyerGroups } from '@/utils/domain/reports/buyer-groups';
import { orderSteps } from '@/utils/domain/reports/record-tally';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import table from '../ui/plain-table.module.css';
import { useT } from '../ui/translate';
import radar from './radar.module.css';
import styles from './reports.module.css';

/** Buyers by how often they bought and how long ago they last did. */
export function BuyerGroupsSection({ groups }: { readonly groups: BuyerGroups }) {
  const t = useT();
  const { uiLang } = useApp();
  const number = (value: number) => numberLabel(value, uiLang);
  const { counts, buyers, repeat, leaving } = groups;
  const title = t('radar.groups.title');
  return (
    <section aria-label={title} className={styles.part} data-report="buyer-groups">
      <h2>{title}</h2>
      {buyers === 0 ? (
        <p>{t('radar.groups.none')}</p>
      ) : (
        <>
          <p>
            {t('radar.groups.sentence', {
              buyers: number(buyers),
              repeat: number(repeat),
              leaving: number(leaving),
            })}
          </p>
          <table className={`${table.table} ${styles.table} ${radar.groups}`}>
            <caption className={styles.hidden}>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('radar.groups.last')}</th>
                {orderSteps.map((step) => (
                  <th key={step} scope="col" className={styles.number}>
                    {t(`radar.groups.orders.${step}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map((row, at) => (
                <tr key={recencySteps[at]}>
                  <th scope="row">{t(`radar.groups.since.${recencySteps[at]}`)}</th>
                  {row.map((count, step) => (
                    <td key={orderSteps[step]} className={styles.number}>
                      {number(count)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.quiet}>{t('radar.groups.how')}</p>
        </>
      )}
    </section>
  );
}
