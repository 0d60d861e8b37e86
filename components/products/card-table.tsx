import type { ShopId } from '@/utils/domain/ids';
import { productFields, type ProductCard } from '@/utils/domain/products/product-card';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import { systemName } from '../convert/system-name';
import { labelHint } from './label-hint';
import { fieldLabel } from './problem-words';
import styles from './products.module.css';

/** What a card is called: its title, else one of its ids. */
export const cardName = ({ title, sku, productId }: ProductCard): string => title || (sku ?? productId ?? '');

const shown = (t: Translate, id: string, value: string): string => {
  if (id === 'deviceInput') return labelHint(value) || value;
  if (id === 'sizeCategory') return t(`convert.category.${value}`);
  if (id === 'sizeSystem') return systemName(t, value);
  if (id === 'devicePlug') return t('convert.products.plug', { plug: value });
  return value;
};

/** The cards as a table: what each is known by and what it says. */
export function CardTable(props: {
  readonly cards: readonly ProductCard[];
  /** Null when one shop is chosen, or there is only one. */
  readonly shopLabel: ((id: ShopId) => string) | null;
  readonly onEdit: (card: ProductCard) => void;
  readonly onRemove: (card: ProductCard) => void;
}) {
  const t = useT();
  const { cards, shopLabel, onEdit, onRemove } = props;
  return (
    <table className={styles.table} aria-label={t('convert.products.table.label')}>
      <thead>
        <tr>
          {['title', 'sku', 'product_id'].map((column) => (
            <th key={column} scope="col">
              {fieldLabel(t, column)}
            </th>
          ))}
          {shopLabel && <th scope="col">{t('convert.products.shop')}</th>}
          <th scope="col">{t('convert.products.table.says')}</th>
          <th scope="col">{t('convert.products.table.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.id}>
            <th scope="row">
              <bdi>{card.title || t('convert.products.untitled')}</bdi>
            </th>
            <td>
              <bdi>{card.sku}</bdi>
            </td>
            <td>
              <bdi>{card.productId}</bdi>
            </td>
            {shopLabel && (
              <td>
                <bdi>{shopLabel(card.shopId)}</bdi>
              </td>
            )}
            <td>
              <ul className={styles.says}>
                {productFields.flatMap(({ id, unit }) => {
                  const value = card.values[id];
                  if (value === undefined) return [];
                  return [
                    <li key={id}>
                      {fieldLabel(t, id)}: <bdi>{shown(t, id, value)}</bdi>
                      {unit && ` ${unit}`}
                    </li>,
                  ];
                })}
              </ul>
            </td>
            <td>
              <span className={styles.buttons}>
                <Button
                  data-edit={card.id}
                  aria-label={t('convert.products.table.editOf', { card: cardName(card) })}
                  onClick={() => onEdit(card)}
                >
                  {t('convert.products.table.edit')}
                </Button>
                <Button
                  aria-label={t('convert.products.table.removeOf', { card: cardName(card) })}
                  onClick={() => onRemove(card)}
                >
                  {t('convert.products.table.remove')}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
