import type { KeptRows } from '@/utils/app/receipt-api';
import { labelOr, listLabel } from '../../content/labels';
import { numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import tables from '../../ui/table.module.css';
import { useT, type Translate } from '../../ui/translate';
import styles from './receipt.module.css';
import { useOpenTable, type OpenTable } from './use-kept';

const nameOf = (t: Translate, table: string): string => labelOr(t, `receipt.table.${table}`, table);

/** What is kept, table by table; each can be looked into. */
export function KeptTable({ kept }: { readonly kept: readonly KeptRows[] }) {
  const t = useT();
  const { uiLang } = useApp();
  const { open, look } = useOpenTable();
  const filled = kept.filter(({ rows }) => rows > 0);
  const empty = kept.filter(({ rows }) => rows === 0).map(({ table }) => nameOf(t, table));
  return (
    <>
      <table className={tables.table} aria-label={t('receipt.kept.title')}>
        <thead>
          <tr>
            <th scope="col">{t('receipt.kept.what')}</th>
            <th scope="col" data-figure>
              {t('receipt.kept.rows')}
            </th>
            <th scope="col">{t('receipt.kept.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ table, rows }) => (
            <tr key={table}>
              <th scope="row">{nameOf(t, table)}</th>
              <td data-figure>{numberLabel(rows, uiLang)}</td>
              <td>
                <Button
                  aria-expanded={open?.table === table}
                  aria-label={t('receipt.kept.look', { table: nameOf(t, table) })}
                  onClick={() => void look(table)}
                >
                  {t(open?.table === table ? 'receipt.kept.close' : 'receipt.kept.show')}
                </Button>
                {open?.table === table && <Fields open={open} onRetry={() => void look(table)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {filled.length === 0 && <p>{t('receipt.kept.nothing')}</p>}
      {empty.length > 0 && (
        <p className={styles.quiet}>{t('receipt.kept.empty', { tables: listLabel(empty, uiLang) })}</p>
      )}
    </>
  );
}

/** The fields of one table with how many rows have them. */
function Fields({ open, onRetry }: { readonly open: OpenTable; readonly onRetry: () => void }) {
  const t = useT();
  const { uiLang } = useApp();
  if (open.problem) return <ProblemPanel problem={open.problem} onRetry={onRetry} />;
  if (!open.fields) {
    const { done, of } = open.progress ?? { done: 0, of: 0 };
    return of > 0 ? (
      <progress className={styles.progress} max={of} value={done} aria-label={t('receipt.kept.reading')} />
    ) : (
      <Skeleton label={t('receipt.kept.reading')} />
    );
  }
  return (
    <ul className={styles.fields}>
      {open.fields.map(({ field, rows }) => (
        <li key={field}>
          {labelOr(t, `receipt.field.${field}`, labelOr(t, `imports.field.${field}`, field))} <code>{field}</code>{' '}
          {numberLabel(rows, uiLang)}
        </li>
      ))}
    </ul>
  );
}
