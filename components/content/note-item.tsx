import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { NoteAdvice } from '@/utils/app/note-api';
import type { NoteRow } from '@/utils/domain/records';
import type { AssistantActions } from './model';
import { closeOnEscape, submitOnEnter } from './keys';
import { momentLabel } from './labels';
import { NoteFindings } from '../notes/note-findings';
import { NoteRule } from '../notes/note-rule';
import { useNoteReview } from '../notes/use-note-review';
import { useT } from '../ui/translate';

type Mode = 'shown' | 'editing' | 'deleting';

/** One note: read it, change it in place, or delete it after one question. */
export function NoteItem(props: {
  readonly note: NoteRow;
  readonly uiLang: string;
  readonly isChangedElsewhere: boolean;
  /** What to read when its contact data is kept too long. */
  readonly retention: NoteAdvice | null;
  readonly actions: Pick<AssistantActions, 'reviewNote' | 'editNote' | 'deleteNote'>;
}) {
  const t = useT();
  const { note, uiLang, actions } = props;
  const [mode, setMode] = useState<Mode>('shown');
  const [hasFailed, setFailed] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const before = useRef<Mode>('shown');
  const time = momentLabel(note.createdAt, uiLang);

  useEffect(() => {
    if (mode !== before.current) {
      // Back in reading, the focus returns to the button that started the change.
      const target = mode === 'shown' ? `[data-mode='${before.current}']` : '[data-focus]';
      item.current?.querySelector<HTMLElement>(target)?.focus();
    }
    before.current = mode;
  }, [mode]);

  const run = async (work: Promise<boolean>) => {
    const isDeleting = mode === 'deleting';
    const add = item.current?.closest('.p-drawer')?.querySelector<HTMLElement>('[data-add]');
    const isDone = await work;
    if (isDone && isDeleting) add?.focus();
    setFailed(!isDone);
    if (isDone) setMode('shown');
  };
  return (
    <li ref={item} className="p-note" {...closeOnEscape(mode === 'shown' ? null : () => setMode('shown'))}>
      {mode === 'editing' ? (
        <NoteEditor
          text={note.text}
          uiLang={uiLang}
          onReview={actions.reviewNote}
          onSave={(text, despite) => void run(actions.editNote(note.id, text, despite))}
          onCancel={() => setMode('shown')}
        />
      ) : (
        <p className="p-note-text" dir="auto">
          {note.text}
        </p>
      )}
      {mode === 'shown' && props.retention && <NoteRule advice={props.retention} uiLang={uiLang} />}
      {mode === 'deleting' && (
        <div className="p-ask" role="group" aria-label={t('notes.item.deleteAsk')}>
          <span>{t('notes.item.deleteAsk')}</span>
          <button type="button" className="p-danger" onClick={() => void run(actions.deleteNote(note.id))}>
            {t('notes.item.deleteYes')}
          </button>
          <button type="button" className="p-button" data-focus onClick={() => setMode('shown')}>
            {t('notes.item.deleteNo')}
          </button>
        </div>
      )}
      {mode === 'shown' && (
        <p className="p-note-foot">
          <time dateTime={note.createdAt}>{time}</time>
          {note.editedAt && <span>{t('notes.item.edited', { time: momentLabel(note.editedAt, uiLang) })}</span>}
          {props.isChangedElsewhere && <span className="p-changed">{t('notes.item.changedElsewhere')}</span>}
          <button
            type="button"
            className="p-quiet"
            data-mode="editing"
            aria-label={t('notes.item.editOf', { time })}
            onClick={() => setMode('editing')}
          >
            {t('notes.item.edit')}
          </button>
          <button
            type="button"
            className="p-quiet"
            data-mode="deleting"
            aria-label={t('notes.item.deleteOf', { time })}
            onClick={() => setMode('deleting')}
          >
            {t('notes.item.delete')}
          </button>
        </p>
      )}
      {hasFailed && (
        <p className="p-warning" role="alert">
          {t('notes.add.failed')}
        </p>
      )}
    </li>
  );
}

function NoteEditor(props: {
  readonly text: string;
  readonly uiLang: string;
  readonly onReview: AssistantActions['reviewNote'];
  readonly onSave: (text: string, despite: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const [text, setText] = useState(props.text);
  const review = useNoteReview(text, props.onReview);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const despite = await review.pass();
    if (despite !== null) props.onSave(text.trim(), despite);
  };
  return (
    <form className="p-add" onSubmit={(event) => void save(event)}>
      <textarea
        data-focus
        rows={2}
        dir="auto"
        maxLength={4000}
        aria-label={t('notes.item.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
      />
      <button type="submit" className="p-primary" disabled={text.trim() === ''}>
        {t(review.isHeld ? 'notes.check.saveAnyway' : 'notes.item.save')}
      </button>
      <button type="button" className="p-button" onClick={props.onCancel}>
        {t('notes.item.cancel')}
      </button>
      <NoteFindings review={review} uiLang={props.uiLang} />
    </form>
  );
}
