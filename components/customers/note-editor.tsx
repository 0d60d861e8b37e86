import type { FormEvent } from 'react';
import type { NoteRow } from '@/utils/domain/records';
import { NoteFindings } from '../notes/note-findings';
import { useNoteReview, type ReviewNote } from '../notes/use-note-review';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import styles from './buyer-record.module.css';

/** How the note stands while it is being changed: as it was, changed by someone else, or deleted by someone else. */
export type EditState =
  { readonly kind: 'same' } | { readonly kind: 'changed'; readonly theirs: NoteRow } | { readonly kind: 'gone' };

/** Changes one note. What was typed stays whatever happens elsewhere; the agent decides between the two texts. */
export function NoteEditor(props: {
  readonly text: string;
  readonly state: EditState;
  readonly uiLang: string;
  readonly onReview: ReviewNote;
  readonly onType: (text: string) => void;
  readonly onSave: (despite: readonly string[]) => void;
  readonly onTakeTheirs: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { text, state, onType, onSave, onTakeTheirs, onCancel } = props;
  const review = useNoteReview(text, props.onReview);
  const isEmpty = text.trim() === '';
  const save = async () => {
    const despite = await review.pass();
    if (despite !== null) onSave(despite);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && state.kind !== 'changed') void save();
  };
  const saveLabel = (label: string) => t(review.isHeld ? 'notes.check.saveAnyway' : label);
  return (
    <form className={styles.noteForm} onSubmit={submit}>
      <textarea
        className={styles.input}
        data-focus
        rows={3}
        dir="auto"
        maxLength={4000}
        aria-label={t('notes.item.text')}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <NoteFindings review={review} uiLang={props.uiLang} />
      {state.kind === 'changed' && (
        <Notice
          tone="warn"
          lead={t('buyers.note.changedElsewhere')}
          actions={
            <>
              <Button onClick={() => void save()} disabled={isEmpty}>
                {saveLabel('buyers.note.keepMine')}
              </Button>
              <Button onClick={onTakeTheirs}>{t('buyers.note.takeTheirs')}</Button>
            </>
          }
        >
          <q dir="auto">{state.theirs.text}</q>
        </Notice>
      )}
      {state.kind === 'gone' && (
        <Notice tone="warn" lead={t('buyers.note.deletedElsewhere')}>
          {t('buyers.note.deletedNext')}
        </Notice>
      )}
      <div className={styles.buttons}>
        {state.kind !== 'changed' && (
          <Button type="submit" look="primary" disabled={isEmpty}>
            {saveLabel(state.kind === 'gone' ? 'buyers.note.saveAsNew' : 'notes.item.save')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('notes.item.cancel')}</Button>
      </div>
    </form>
  );
}
