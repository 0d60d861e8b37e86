import { useEffect, useRef, type FormEvent } from 'react';
import type { FieldChange } from '@/utils/app/buyers-api';
import { onEscape } from '../../content/keys';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { useApp } from '../../dashboard/app-context';
import type { Choices } from './choices';
import styles from './facts.module.css';
import { useRecord } from './record-state';

const LONGEST = 500;

/** The field was changed elsewhere since somebody began to change it here. */
function Conflict(props: { readonly theirs: string; readonly onMine: () => void; readonly onTheirs: () => void }) {
  const t = useT();
  const { theirs, onMine, onTheirs } = props;
  return (
    <div className={styles.conflict} role="alert">
      <p>
        {t('buyers.field.changedElsewhere')} <b dir="auto">{theirs || t('buyers.field.empty')}</b>
      </p>
      <div className={styles.buttons}>
        <Button onClick={onMine}>{t('buyers.note.keepMine')}</Button>
        <Button onClick={onTheirs}>{t('buyers.note.takeTheirs')}</Button>
      </div>
    </div>
  );
}

/**
 * One field of a record: read, changed in place, and compared with what was saved elsewhere meanwhile. With `choices` it
 * is chosen, else typed.
 */
export function FieldLine(props: {
  readonly field: FieldChange['field'];
  readonly label: string;
  /** What the record holds; empty for nothing. */
  readonly value: string;
  /** `value` as a person reads it. */
  readonly shown?: string;
  readonly choices?: (current: string) => Choices;
}) {
  const t = useT();
  const { buyers } = useApp().api;
  const { buyerKey, view, work, onWork, run, say } = useRecord();
  const { field, label, value, shown = value, choices } = props;
  const line = useRef<HTMLDivElement>(null);
  const draft = work.field?.field === field ? work.field : null;
  const isEditing = draft !== null;
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (isEditing && !wasEditing.current) line.current?.querySelector<HTMLElement>('input, select')?.focus();
    if (!isEditing && wasEditing.current) line.current?.querySelector<HTMLElement>('button')?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  const nameOf = (one: string) => choices?.(one).find(([id]) => id === one)?.[1] ?? one;
  const close = () => onWork({ field: null });
  const write = async (text: string, seen: string) => {
    const changed = await run(buyers.setField({ buyerKey, field, value: text, seen }));
    // A conflict: the record was read again, and what it holds now stands beside what was typed.
    if (!changed.ok || changed.value.kind !== 'saved') return;
    close();
    say(t('buyers.field.saved', { field: label }));
  };
  const isConflict = draft !== null && value !== draft.base && value !== draft.text.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!draft || isConflict) return;
    const text = draft.text.trim();
    if (text === value) close();
    else void write(text, draft.seen);
  };
  const type = (text: string) => draft && onWork({ field: { ...draft, text } });
  return (
    <div ref={line} className={styles.line}>
      <dt>{label}</dt>
      <dd>
        {draft ? (
          // The key handler only closes; the controls inside are what a person works with.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <form onSubmit={save} onKeyDown={(event) => onEscape(event, close)} aria-label={label}>
            {choices ? (
              <select
                className={styles.input}
                aria-label={label}
                value={draft.text}
                onChange={(event) => type(event.currentTarget.value)}
              >
                <option value="">{t('buyers.field.empty')}</option>
                {choices(draft.text).map(([id, words]) => (
                  <option key={id} value={id}>
                    {words}
                  </option>
                ))}
              </select>
            ) : (
              <input
                className={styles.input}
                aria-label={label}
                dir="auto"
                autoComplete="off"
                maxLength={LONGEST}
                value={draft.text}
                onChange={(event) => type(event.currentTarget.value)}
              />
            )}
            {isConflict ? (
              <Conflict
                theirs={nameOf(value)}
                onMine={() => void write(draft.text.trim(), view.buyer.hlc)}
                onTheirs={close}
              />
            ) : (
              <div className={styles.buttons}>
                <Button type="submit" look="primary">
                  {t('buyers.field.save')}
                </Button>
                <Button onClick={close}>{t('buyers.cancel')}</Button>
              </div>
            )}
          </form>
        ) : (
          <bdi>{shown || <span className={styles.quiet}>{t('buyers.field.empty')}</span>}</bdi>
        )}
        {!draft && (
          <button
            type="button"
            className={styles.link}
            aria-label={t('buyers.field.changeOf', { field: label })}
            onClick={() => onWork({ field: { field, text: value, base: value, seen: view.buyer.hlc } })}
          >
            {t('buyers.field.change')}
          </button>
        )}
      </dd>
    </div>
  );
}
