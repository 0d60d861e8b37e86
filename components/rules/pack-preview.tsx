import { useMemo } from 'react';
import type { ListedRules } from '@/utils/app/rules-api';
import type { DeskChange } from '@/utils/domain/compliance/desk/compare-desks';
import { HOLDS_SENDING } from '@/utils/domain/compliance/desk/rule-row-id';
import type { RulePackFile } from '@/utils/domain/compliance/desk/pack-file';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './rules.module.css';

/** Every rule that would not be as it was, before anything is changed. */
export function PackPreview(props: {
  readonly pack: RulePackFile;
  readonly changes: readonly DeskChange[];
  readonly listed: ListedRules;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { pack, changes, listed, onApply, onCancel } = props;
  const texts = useMemo(() => textsFor([...listed.rules, ...listed.stated], uiLang), [listed, uiLang]);
  const nameOf = ({ id, title }: DeskChange): string =>
    id === HOLDS_SENDING ? t('rules.pack.import.holdsSending') : (title ?? texts[id]?.title ?? id);
  const stateOf = (state: DeskChange['before']): string => (state === undefined ? '–' : t(`rules.severity.${state}`));
  return (
    <div className={styles.form}>
      <h3 tabIndex={-1} data-preview>
        {t('rules.pack.import.from', { name: pack.name, date: dayLabel(pack.issuedOn, uiLang) })}
      </h3>
      {changes.length === 0 && <p className={styles.quiet}>{t('rules.pack.import.same')}</p>}
      {changes.length > 0 && (
        // Focusable, so that the arrow keys scroll it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} role="region" aria-label={t('rules.pack.import.preview')} tabIndex={0}>
          <table className={styles.table} aria-label={t('rules.pack.import.preview')}>
            <thead>
              <tr>
                {['rule', 'change', 'before', 'after'].map((column) => (
                  <th key={column} scope="col">
                    {t(`rules.pack.import.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.id} data-kind={change.kind}>
                  <th scope="row">
                    <bdi>{nameOf(change)}</bdi>
                  </th>
                  <td>{t(`rules.pack.kind.${change.kind}`)}</td>
                  <td>{stateOf(change.before)}</td>
                  <td>
                    {stateOf(change.after)}{' '}
                    {change.isLocked && (
                      <span className={styles.tag} data-lock>
                        {t('rules.pack.kind.isLocked')}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.buttons}>
        <Button look="primary" onClick={onApply}>
          {t('rules.pack.import.apply')}
        </Button>
        <Button onClick={onCancel}>{t('rules.pack.import.cancel')}</Button>
      </div>
    </div>
  );
}
