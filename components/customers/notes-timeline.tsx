import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import type { NoteRow } from '@/utils/domain/records';
import type { Result } from '@/utils/domain/result';
import { submitOnEnter } from '../content/keys';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { NoteFindings } from '../notes/note-findings';
import { useNoteReview } from '../notes/use-note-review';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './buyer-record.module.css';
import { NoteEditor, type EditState } from './note-editor';
import { NoteEntry } from './note-entry';
import type { UnfinishedWork } from './unfinished-work';

const stateOf = (base: NoteRow, notes: readonly NoteRow[]): EditState => {
  const now = notes.find(({ id }) => id === base.id);
  if (now === undefined) return { kind: 'gone' };
  return now.hlc === base.hlc ? { kind: 'same' } : { kind: 'changed', theirs: now };
};

/** The notes of a buyer, newest first: add, change, delete; what is being typed belongs to the caller. */
export function NotesTimeline(props: {
  readonly buyerKey: BuyerKey;
  readonly view: Pick<BuyerView, 'notes' | 'oldNotes' | 'retention'>;
  readonly work: UnfinishedWork;
  readonly onWork: (change: Partial<UnfinishedWork>) => void;
  readonly onSaved: () => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { buyerKey, view, work, onWork, onSaved } = props;
  const { notes, oldNotes, retention } = view;
  const { editing } = work;
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const add = useRef<HTMLTextAreaElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const editedBefore = useRef<NoteRow['id'] | null>(null);
  const reviewNote = useCallback(
    async (text: string) => {
      const found = await api.buyers.reviewNote({ text });
      return found.ok ? found.value : [];
    },
    [api],
  );
  const review = useNoteReview(work.note, reviewNote);

  useEffect(() => {
    const id = editing?.base.id ?? null;
    if (id !== null && id !== editedBefore.current) part.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    if (id === null && editedBefore.current !== null)
      part.current?.querySelector<HTMLElement>(`[data-edit="${editedBefore.current}"]`)?.focus();
    editedBefore.current = id;
  }, [editing]);

  const run = async (work: Promise<Result<unknown, ApiProblem>>, done: Partial<UnfinishedWork>) => {
    if (isSaving) return;
    setSaving(true);
    const result = await work;
    setSaving(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    onWork(done);
    onSaved();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving || work.note.trim() === '') return;
    const despite = await review.pass();
    if (despite !== null) await run(api.buyers.addNote({ buyerKey, text: work.note, despite }), { note: '' });
  };
  const saveEdit = (base: NoteRow, text: string, despite: readonly string[]) => {
    if (isSaving) return;
    const isGone = stateOf(base, notes).kind === 'gone';
    const saved = isGone
      ? api.buyers.addNote({ buyerKey, text, despite })
      : api.buyers.editNote({ buyerKey, noteId: base.id, text, despite });
    void run(saved, { editing: null });
  };
  const remove = async (note: NoteRow) => {
    await run(api.buyers.deleteNote({ buyerKey, noteId: note.id }), {});
    add.current?.focus();
  };
  const editor = (base: NoteRow, text: string) => {
    const state = stateOf(base, notes);
    return (
      <NoteEditor
        text={text}
        state={state}
        uiLang={uiLang}
        onReview={reviewNote}
        onType={(typed) => onWork({ editing: { base, text: typed } })}
        onSave={(despite) => saveEdit(base, text, despite)}
        onTakeTheirs={() =>
          state.kind === 'changed' && onWork({ editing: { base: state.theirs, text: state.theirs.text } })
        }
        onCancel={() => onWork({ editing: null })}
      />
    );
  };
  const isOrphan = editing !== null && !notes.some(({ id }) => id === editing.base.id);
  return (
    <div ref={part} className={styles.timeline}>
      <form className={styles.noteForm} onSubmit={(event) => void save(event)}>
        <textarea
          ref={add}
          className={styles.input}
          rows={2}
          dir="auto"
          maxLength={4000}
          aria-label={t('notes.add.label')}
          placeholder={t('notes.add.label')}
          value={work.note}
          onChange={(event) => onWork({ note: event.currentTarget.value })}
          onKeyDown={submitOnEnter}
        />
        <NoteFindings review={review} uiLang={uiLang} />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" disabled={work.note.trim() === ''}>
            {t(review.isHeld ? 'notes.check.saveAnyway' : 'notes.add.save')}
          </Button>
        </div>
      </form>
      {problem && <ProblemPanel problem={problem} />}
      {editing && isOrphan && editor(editing.base, editing.text)}
      {notes.length === 0 ? (
        <p className={styles.quietText}>{t('notes.card.empty')}</p>
      ) : (
        <ul className={styles.notes} aria-label={t('notes.list.label')}>
          {notes.map((note) => (
            <li key={note.id} className={styles.note}>
              {editing?.base.id === note.id ? (
                editor(editing.base, editing.text)
              ) : (
                <NoteEntry
                  note={note}
                  uiLang={uiLang}
                  canEdit={editing === null}
                  retention={oldNotes.includes(note.id) ? retention : null}
                  onEdit={() => onWork({ editing: { base: note, text: note.text } })}
                  onDelete={() => void remove(note)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
