import type { EntryRow } from '@/utils/domain/records';
import { departments } from '@/utils/domain/worklog/entry';
import { SeverityMark } from './severity-mark';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { reasonLabel } from './log-words';
import styles from './worklog.module.css';

/** The entries of a day under their departments. */
export function EntryList(props: {
  readonly entries: readonly EntryRow[];
  readonly canEdit: boolean;
  readonly onEdit: (entry: EntryRow) => void;
  readonly onRemove: (entry: EntryRow) => void;
}) {
  const t = useT();
  const { entries } = props;
  return (
    <>
      {departments.map((department) => {
        const rows = entries.filter((entry) => entry.department === department);
        if (rows.length === 0) return null;
        const name = t(`worklog.department.${department}`);
        return (
          <section key={department} className={styles.part} aria-label={name}>
            <h3>{name}</h3>
            <ul className={styles.entries}>
              {rows.map((entry) => (
                <Entry key={entry.id} {...props} entry={entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Entry(props: {
  readonly entry: EntryRow;
  readonly canEdit: boolean;
  readonly onEdit: (entry: EntryRow) => void;
  readonly onRemove: (entry: EntryRow) => void;
}) {
  const t = useT();
  const { entry, canEdit, onEdit, onRemove } = props;
  const { text, product, reason, count, severity } = entry;
  const title = product ?? text.slice(0, 80);
  const of = (key: string) => t(key, { entry: title || (reason ? reasonLabel(t, reason) : '') });
  return (
    <li className={styles.entry} data-severity={severity}>
      <p className={styles.entryHead}>
        <SeverityMark severity={severity} />
        {product && (
          <b dir="auto" className={styles.product}>
            {product}
          </b>
        )}
        {reason && <span>{reasonLabel(t, reason)}</span>}
        {count > 1 && <span className={styles.count}>{t('worklog.entry.times', { count })}</span>}
      </p>
      {text !== '' && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      <p className={styles.buttons}>
        <Button
          disabled={!canEdit}
          data-edit={entry.id}
          aria-label={of('worklog.entry.editOf')}
          onClick={() => onEdit(entry)}
        >
          {t('worklog.entry.edit')}
        </Button>
        <Button aria-label={of('worklog.entry.removeOf')} onClick={() => onRemove(entry)}>
          {t('worklog.entry.remove')}
        </Button>
      </p>
    </li>
  );
}
