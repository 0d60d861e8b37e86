import type { ReactNode } from 'react';
import type { ImportedRow } from '@/utils/domain/products/plan-import';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { cardName } from './card-table';
import { fieldLabel, problemWords } from './problem-words';
import styles from './products.module.css';
import type { ImportPreview as Preview } from './use-import';

/** Rows of each kind that are drawn; the others are counted. */
const MOST_SHOWN = 100;

const columnOfField = (field: string): string => (field === 'productId' ? 'product_id' : field);

/** What an import would do, row by row, before anything is saved. */
export function ImportPreview(props: {
  readonly preview: Preview;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { preview, onApply, onCancel } = props;
  const { added, changed, unchanged, rejected } = preview.plan;
  const title = t('convert.products.import.title', { file: preview.file });
  const number = (count: number) => new Intl.NumberFormat(uiLang).format(count);

  const lines = (kind: 'added' | 'changed', rows: readonly ImportedRow[]) =>
    rows.slice(0, MOST_SHOWN).map(({ line, card, fields }) => (
      <Line key={`${kind}${line}`} kind={kind} line={number(line)} name={cardName(card)}>
        {listLabel(
          fields.map((field) => fieldLabel(t, columnOfField(field))),
          uiLang,
        )}
      </Line>
    ));
  const hidden = [added, changed, rejected].reduce((sum, rows) => sum + Math.max(0, rows.length - MOST_SHOWN), 0);
  const taken = added.length + changed.length;
  return (
    <section className={styles.preview} aria-label={title}>
      <h2 tabIndex={-1} data-preview>
        {title}
      </h2>
      <ul className={styles.counts}>
        {Object.entries({ added, changed, unchanged, rejected }).map(([kind, rows]) => (
          <li key={kind} data-kind={kind}>
            {t(`convert.products.import.${kind}`, { count: rows.length })}
          </li>
        ))}
      </ul>
      {preview.ignored.length > 0 && (
        <p className={styles.quiet}>
          {t('convert.products.import.ignored', { columns: listLabel(preview.ignored, uiLang) })}
        </p>
      )}
      {taken + rejected.length > 0 && (
        // Focusable, so that the arrow keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} role="region" aria-label={t('convert.products.import.rows')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {['line', 'what', 'card', 'details'].map((column) => (
                  <th key={column} scope="col">
                    {t(`convert.products.import.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, MOST_SHOWN).map(({ line, problem }) => (
                <Line key={`rejected${line}`} kind="rejected" line={number(line)} name="">
                  {problemWords(t, problem)}
                </Line>
              ))}
              {lines('changed', changed)}
              {lines('added', added)}
            </tbody>
          </table>
        </div>
      )}
      {hidden > 0 && <p className={styles.quiet}>{t('convert.products.import.more', { count: hidden })}</p>}
      <div className={styles.buttons}>
        {taken > 0 && (
          <Button look="primary" onClick={onApply}>
            {t('convert.products.import.apply', { count: taken })}
          </Button>
        )}
        <Button onClick={onCancel}>{t('convert.products.import.cancel')}</Button>
      </div>
    </section>
  );
}

function Line(props: {
  readonly kind: 'added' | 'changed' | 'rejected';
  readonly line: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { kind, line, name, children } = props;
  return (
    <tr data-kind={kind}>
      <th scope="row">{line}</th>
      <td>{t(`convert.products.import.is.${kind}`)}</td>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>{children}</td>
    </tr>
  );
}
