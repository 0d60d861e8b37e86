import type { OrderFileLook } from '@/utils/app/order-files-api';
import type { JoinedOrder } from '@/utils/domain/order-files/join-rows';
import type { RowProblem } from '@/utils/domain/order-files/read-rows';
import { countryLabel, numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { useT, type Translate } from '../../ui/translate';
import table from '../../ui/table.module.css';
import styles from './files.module.css';

const moneyLabel = (
  amount: { readonly value: number; readonly currency: string } | undefined,
  uiLang: string,
): string =>
  amount ? new Intl.NumberFormat(uiLang, { style: 'currency', currency: amount.currency }).format(amount.value) : '';

/** Why a row is left out, as a sentence. */
const problemWords = (t: Translate, problem: RowProblem): string =>
  problem.kind === 'bad-value'
    ? t('files.row.bad-value', { field: t(`files.field.${problem.field}`), text: problem.text })
    : t(`files.row.${problem.kind}`, 'text' in problem ? { text: problem.text } : {});

interface Column {
  readonly id: string;
  readonly cell: (joined: JoinedOrder) => string;
}

const productsOf = ({ order }: JoinedOrder): string =>
  order.items.map(({ title, quantity }) => (quantity === undefined ? title : `${quantity} × ${title}`)).join(' · ');

const columnsOf = (kind: OrderFileLook['kind'], uiLang: string): readonly Column[] => {
  const buyer: Column = { id: 'buyerName', cell: ({ order }) => order.buyerName ?? '' };
  const happened: Column = { id: 'happenedOn', cell: ({ event }) => event?.at ?? '' };
  const product: Column = { id: 'title', cell: productsOf };
  if (kind === 'feedback') return [happened, { id: 'stars', cell: ({ event }) => String(event?.stars ?? '') }, buyer];
  if (kind === 'returns') return [happened, { id: 'reason', cell: ({ event }) => event?.reason ?? '' }, product];
  return [
    buyer,
    { id: 'country', cell: ({ order }) => (order.country ? countryLabel(order.country, uiLang) : '') },
    { id: 'orderedOn', cell: ({ order }) => order.orderedOn ?? '' },
    { id: 'deliveredOn', cell: ({ order }) => order.deliveredOn ?? '' },
    product,
    { id: 'amount', cell: ({ order }) => moneyLabel(order.amount, uiLang) },
  ];
};

/** How a file is understood: counts, the first orders, and the rows that are left out with the reason of each. */
export function LookView({ look }: { readonly look: OrderFileLook }) {
  const t = useT();
  const { uiLang } = useApp();
  const columns = columnsOf(look.kind, uiLang);
  const number = (value: number) => numberLabel(value, uiLang);
  const hidden = look.rejectedCount - look.rejected.length;
  return (
    <>
      <ul className={styles.counts} aria-label={t('files.look.counts')}>
        <li>{t(`files.look.${look.kind}`, { count: look.orders })}</li>
        {look.known > 0 && <li>{t('files.look.known', { count: look.known })}</li>}
        {look.repeated > 0 && <li>{t('files.look.repeated', { count: look.repeated })}</li>}
        {look.rejectedCount > 0 && (
          <li data-kind="rejected">{t('files.look.rejected', { count: look.rejectedCount })}</li>
        )}
      </ul>
      {look.first.length > 0 && (
        // Focusable, so that the arrow keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={table.scroll} role="region" aria-label={t('files.look.first')} tabIndex={0}>
          <table className={table.table}>
            <caption className={styles.caption}>{t('files.look.first')}</caption>
            <thead>
              <tr>
                {['orderId', ...columns.map(({ id }) => id)].map((id) => (
                  <th key={id} scope="col">
                    {t(`files.field.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {look.first.map((joined) => (
                <tr key={joined.order.orderId}>
                  <th scope="row">
                    <bdi>{joined.order.orderId}</bdi>
                  </th>
                  {columns.map(({ id, cell }) => (
                    <td key={id}>
                      <bdi>{cell(joined)}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {look.rejected.length > 0 && (
        <details className={styles.rejected}>
          <summary>{t('files.look.why', { count: look.rejectedCount })}</summary>
          <ul>
            {look.rejected.map(({ line, problem }, at) => (
              <li key={`${line}:${at}`}>
                <b>{t('files.row.line', { line: number(line) })}</b> <bdi>{problemWords(t, problem)}</bdi>
              </li>
            ))}
          </ul>
          {hidden > 0 && <p className={styles.quiet}>{t('files.look.more', { count: hidden })}</p>}
        </details>
      )}
    </>
  );
}
