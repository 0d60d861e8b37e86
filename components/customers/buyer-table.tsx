import { countOrders } from '@/utils/domain/customers/alias';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { hrefOfBuyer } from '../dashboard/route';
import { useT } from '../ui/translate';
import styles from './buyer-table.module.css';
import { buyerLabel, countryLabel, languageLabel, momentLabel } from './labels';

const columns = ['name', 'shop', 'country', 'language', 'orders', 'tags', 'lastSeen'] as const;

/** The buyers as a table, newest first; the name is the way into the record. */
export function BuyerTable(props: {
  readonly rows: readonly BuyerRow[];
  readonly open: BuyerKey | null;
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
}) {
  const t = useT();
  const { rows, open, uiLang, shopLabel } = props;
  return (
    <table className={styles.table} aria-label={t('buyers.table.label')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`buyers.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((buyer) => (
          <tr key={buyer.key} data-open={buyer.key === open || undefined}>
            <th scope="row">
              <a
                className={styles.name}
                href={hrefOfBuyer(buyer.key)}
                data-buyer={buyer.key}
                data-unnamed={buyer.displayName === undefined || undefined}
                aria-current={buyer.key === open ? 'true' : undefined}
              >
                <bdi>{buyerLabel(t, buyer)}</bdi>
              </a>
            </th>
            <td data-column="shop">
              <bdi>{shopLabel(buyer.shopId)}</bdi>
            </td>
            <td data-column="country">{buyer.country && countryLabel(buyer.country, uiLang)}</td>
            <td data-column="language">{buyer.lang && languageLabel(buyer.lang, uiLang)}</td>
            <td data-column="orders">{new Intl.NumberFormat(uiLang).format(countOrders(buyer.aliases))}</td>
            <td data-column="tags">
              <span className={styles.tags}>
                {buyer.tags.map((tag) => (
                  <bdi key={tag} className={styles.tag}>
                    {tag}
                  </bdi>
                ))}
              </span>
            </td>
            <td data-column="lastSeen">
              <time dateTime={buyer.lastSeen}>{momentLabel(buyer.lastSeen, uiLang)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
