import { useEffect, useRef, useState } from 'react';
import type { NoteAdvice } from '@/utils/app/note-api';
import type { NoteRow } from '@/utils/domain/records';
import { onEscape } from '../content/keys';
import { NoteRule } from '../notes/note-rule';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './buyer-record.module.css';
import { momentLabel } from './labels';

/** One note as it is read, with the way to change it, or to delete it after one question. */
export function NoteEntry(props: {
  readonly note: NoteRow;
  readonly uiLang: string;
  readonly canEdit: boolean;
  /** What to read when its contact data is kept too long. */
  readonly retention: NoteAdvice | null;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const t = useT();
  const { note, uiLang, canEdit, onEdit, onDelete } = props;
  const [isAsking, setAsking] = useState(false);
  const item = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);
  const time = momentLabel(note.createdAt, uiLang);

  useEffect(() => {
    if (isAsking) item.current?.querySelector<HTMLElement>('[data-keep]')?.focus();
    else if (wasAsking.current) item.current?.querySelector<HTMLElement>('[data-delete]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  return (
    <div ref={item}>
      <p className={styles.noteText} dir="auto">
        {note.text}
      </p>
      {props.retention && <NoteRule advice={props.retention} uiLang={uiLang} />}
      {isAsking ? (
        <div className={styles.ask} role="group" aria-label={t('notes.item.deleteAsk')}>
          <span>{t('notes.item.deleteAsk')}</span>
          <Button onClick={onDelete} onKeyDown={(event) => onEscape(event, () => setAsking(false))}>
            {t('notes.item.deleteYes')}
          </Button>
          <Button
            data-keep
            onClick={() => setAsking(false)}
            onKeyDown={(event) => onEscape(event, () => setAsking(false))}
          >
            {t('notes.item.deleteNo')}
          </Button>
        </div>
      ) : (
        <p className={styles.noteFoot}>
          <time dateTime={note.createdAt}>{time}</time>
          {note.editedAt && <span>{t('notes.item.edited', { time: momentLabel(note.editedAt, uiLang) })}</span>}
          <button
            type="button"
            className={styles.quiet}
            disabled={!canEdit}
            data-edit={note.id}
            aria-label={t('notes.item.editOf', { time })}
            onClick={onEdit}
          >
            {t('notes.item.edit')}
          </button>
          <button
            type="button"
            className={styles.quiet}
            data-delete
            aria-label={t('notes.item.deleteOf', { time })}
            onClick={() => setAsking(true)}
          >
            {t('notes.item.delete')}
          </button>
        </p>
      )}
    </div>
  );
}
