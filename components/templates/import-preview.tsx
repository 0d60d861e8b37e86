import type { ReactNode } from 'react';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import table from '../ui/table.module.css';
import { useT } from '../ui/translate';
import { refusalWords } from './file-words';
import { titleOf } from './template-entries';
import own from './import.module.css';
import styles from './templates.module.css';
import type { ImportPlan } from './use-import';

/** Rows of each kind that are drawn; the others are counted. */
const MOST_SHOWN = 100;

/** What an import would do, row by row, before anything is saved. */
export function ImportPreview(props: {
  readonly preview: ImportPlan;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { preview, onApply, onCancel } = props;
  const { added, changed, same, rejected, ignored } = preview;
  const number = (count: number) => new Intl.NumberFormat(uiLang).format(count);
  const counts = { new: added.length, changed: changed.length, same, refused: rejected.length };
  const taken = added.length + changed.length;
  const hidden = [added.length, changed.length, rejected.length].reduce(
    (sum, count) => sum + Math.max(0, count - MOST_SHOWN),
    0,
  );

  const lines = (kind: 'new' | 'changed', templates: readonly ReplyTemplate[]) =>
    templates.slice(0, MOST_SHOWN).map((template) => (
      <Line key={template.id} kind={kind} line="" name={titleOf({ template }, uiLang)}>
        {t('templates.import.langs', { count: Object.keys(template.languages).length })}
      </Line>
    ));
  return (
    <>
      <h2 tabIndex={-1} data-preview>
        {t('templates.import.title', { file: preview.file })}
      </h2>
      <ul className={own.counts}>
        {Object.entries(counts).map(([kind, count]) => (
          <li key={kind} data-kind={kind}>
            {t(`templates.import.${kind}`, { count })}
          </li>
        ))}
      </ul>
      {ignored.length > 0 && (
        <p className={styles.quiet}>{t('templates.import.ignored', { columns: listLabel(ignored, uiLang) })}</p>
      )}
      {taken === 0 && <p className={styles.note}>{t('templates.import.nothing')}</p>}
      {taken + rejected.length > 0 && (
        // Focusable, so that the arrow keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={table.scroll} role="region" aria-label={t('templates.import.rows')} tabIndex={0}>
          <table className={table.table} aria-label={t('templates.import.preview')}>
            <thead>
              <tr>
                {['what', 'line', 'reply', 'details'].map((column) => (
                  <th key={column} scope="col">
                    {t(`templates.import.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, MOST_SHOWN).map(({ line, id = '', problem }, at) => (
                <Line key={at} kind="refused" line={number(line)} name={id}>
                  {refusalWords(t, problem, uiLang)}
                </Line>
              ))}
              {lines('changed', changed)}
              {lines('new', added)}
            </tbody>
          </table>
        </div>
      )}
      {hidden > 0 && <p className={styles.quiet}>{t('templates.import.more', { count: hidden })}</p>}
      <div className={styles.buttons}>
        {taken > 0 && (
          <Button look="primary" onClick={onApply}>
            {t('templates.import.apply')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('templates.import.cancel')}</Button>
      </div>
    </>
  );
}

function Line(props: {
  readonly kind: 'new' | 'changed' | 'refused';
  readonly line: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { kind, line, name, children } = props;
  return (
    <tr data-kind={kind}>
      <td>{t(`templates.import.is.${kind}`)}</td>
      <td data-figure>{line}</td>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{children}</td>
    </tr>
  );
}
