import { memo, type MouseEvent } from 'react';
import type { BuyerLine as Line } from '@/utils/app/buyers-api';
import { fullSummary } from '@/utils/domain/customers/summary';
import type { ShopId } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { dayLabel } from '../../content/labels';
import { hrefOfBuyer } from '../../dashboard/route';
import table from '../../ui/table.module.css';
import { useT } from '../../ui/translate';
import { buyerLabel, countryLabel, shortMomentLabel, numberLabel } from '../labels';
import styles from './list.module.css';

/** Tags a row has room for; the record shows all. */
const MOST_TAGS = 4;

const evaluations = ['good', 'neutral', 'bad'] as const;

/** The next thing that is due: a promise's day or the moment of a follow-up, whichever comes first. */
const nextDue = ({ summary }: BuyerRow): string | undefined =>
  [summary?.promiseDueOn, summary?.nextAt].filter((when) => when !== undefined).sort()[0];

const dueLabel = (due: string, uiLang: string): string =>
  due.length > 10 ? shortMomentLabel(due, uiLang) : dayLabel(due, uiLang);

/** One buyer of the table. */
export const BuyerLine = memo(function BuyerLine(props: {
  readonly line: Line;
  /** Place in the whole list, the heading being 1. */
  readonly place: number;
  readonly isOpen: boolean;
  readonly isMarked: boolean;
  /** The filter, so that opening a record leaves the list as it is. */
  readonly query: string;
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
  readonly onMark: (row: BuyerRow, how: 'one' | 'range') => void;
}) {
  const t = useT();
  const { line, place, isOpen, isMarked, query, uiLang, shopLabel, segmentLabel, onMark } = props;
  const { buyer, found } = line;
  const summary = fullSummary(buyer.summary);
  const name = buyerLabel(t, buyer);
  const due = nextDue(buyer);
  const mark = (event: MouseEvent<HTMLInputElement>) => onMark(buyer, event.shiftKey ? 'range' : 'one');
  return (
    <tr aria-rowindex={place} data-marked={isMarked || undefined} data-open={isOpen || undefined} data-line={buyer.key}>
      <td data-column="mark">
        <label className={styles.tick}>
          <input
            type="checkbox"
            aria-label={t('buyers.table.mark', { name })}
            checked={isMarked}
            onClick={mark}
            // React asks for it; the click before it knows about Shift.
            onChange={() => undefined}
          />
        </label>
      </td>
      <th scope="row">
        <a
          className={styles.name}
          href={hrefOfBuyer(buyer.key, query)}
          data-buyer={buyer.key}
          data-unnamed={buyer.displayName === undefined || undefined}
          aria-current={isOpen ? 'true' : undefined}
        >
          <bdi>{name}</bdi>
        </a>
        {found && found.in !== 'name' && (
          <span className={styles.found}>
            {t(`buyers.found.${found.in}`)}: <bdi>{found.excerpt}</bdi>
          </span>
        )}
      </th>
      <td data-column="shop">
        <bdi>{shopLabel(buyer.shopId)}</bdi>
      </td>
      <td data-column="segments">
        <span className={table.tags}>
          {(buyer.segments ?? []).map((id) => (
            <bdi key={id} className={table.tag} data-segment={id}>
              {segmentLabel(id)}
            </bdi>
          ))}
        </span>
      </td>
      <td data-column="country">{buyer.country && countryLabel(buyer.country, uiLang)}</td>
      <td data-figure data-column="orders">
        {summary.orders > 0 && `${numberLabel(summary.orders, uiLang)} / ${numberLabel(summary.quantity, uiLang)}`}
      </td>
      <td data-figure data-column="returns">
        {summary.returns > 0 && numberLabel(summary.returns, uiLang)}
      </td>
      <td data-column="evaluations">
        {evaluations.map(
          (kind) =>
            summary[kind] > 0 && (
              <span key={kind} className={styles.evaluation} data-tone={kind}>
                {t(`buyers.evaluation.${kind}`, { count: summary[kind] })}
              </span>
            ),
        )}
      </td>
      <td data-column="tags">
        <span className={table.tags}>
          {buyer.tags.slice(0, MOST_TAGS).map((tag) => (
            <bdi key={tag} className={table.tag}>
              {tag}
            </bdi>
          ))}
          {buyer.tags.length > MOST_TAGS && (
            <span title={buyer.tags.slice(MOST_TAGS).join(', ')}>
              {t('buyers.tags.more', { count: buyer.tags.length - MOST_TAGS })}
            </span>
          )}
        </span>
      </td>
      <td data-column="due">{due && <time dateTime={due}>{dueLabel(due, uiLang)}</time>}</td>
      <td data-column="lastSeen">
        <time dateTime={buyer.lastSeen}>{shortMomentLabel(buyer.lastSeen, uiLang)}</time>
      </td>
    </tr>
  );
});
