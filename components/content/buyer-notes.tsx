import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AssistantActions, NotesModel } from './model';
import { submitOnEnter } from './keys';
import { NoteItem } from './note-item';
import { ProblemText } from './problem-text';
import { BuyerHistory } from '../customers/buyer-history';
import { useT } from '../ui/translate';

type NoteActions = Pick<AssistantActions, 'addNote' | 'editNote' | 'deleteNote' | 'openNotes'>;

/** The buyer's notes while the card is open: add, change, delete, in all states of loading. */
export function BuyerNotes(props: {
  readonly notes: NotesModel;
  readonly uiLang: string;
  readonly actions: NoteActions;
}) {
  const t = useT();
  const { notes, actions } = props;
  switch (notes.kind) {
    case 'closed':
      return null;
    case 'loading':
      return (
        <div className="p-skeleton" aria-busy="true" aria-label={t('notes.card.loading')} role="group">
          <i />
          <i />
        </div>
      );
    case 'unavailable':
      return <p className="p-empty">{t(`notes.unavailable.${notes.why}`)}</p>;
    case 'problem':
      return <ProblemText problem={notes.problem} onRetry={actions.openNotes} />;
    case 'open':
      return (
        <>
          <AddNote onAdd={actions.addNote} />
          {notes.view.buyer.tags.length > 0 && (
            <ul className="p-tags" aria-label={t('notes.card.tags')}>
              {notes.view.buyer.tags.map((tag) => (
                <li key={tag} dir="auto">
                  {tag}
                </li>
              ))}
            </ul>
          )}
          {notes.view.notes.length === 0 ? (
            <p className="p-empty">{t('notes.card.empty')}</p>
          ) : (
            <ul className="p-list" aria-label={t('notes.list.label')}>
              {notes.view.notes.map((note) => (
                <NoteItem
                  key={note.id}
                  note={note}
                  uiLang={props.uiLang}
                  isChangedElsewhere={notes.changedElsewhere.includes(note.id)}
                  actions={actions}
                />
              ))}
            </ul>
          )}
          <BuyerHistory view={notes.view} uiLang={props.uiLang} />
        </>
      );
  }
}

function AddNote({ onAdd }: { readonly onAdd: AssistantActions['addNote'] }) {
  const t = useT();
  const [text, setText] = useState('');
  const [phase, setPhase] = useState<'idle' | 'saving' | 'failed'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);

  // The card opens before its notes are loaded; writing can start as soon as they are.
  useEffect(() => field.current?.focus(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (phase === 'saving' || text.trim() === '') return;
    setPhase('saving');
    const isSaved = await onAdd(text.trim());
    setPhase(isSaved ? 'idle' : 'failed');
    if (isSaved) setText('');
    field.current?.focus();
  };
  return (
    <form className="p-add" onSubmit={(event) => void save(event)}>
      <textarea
        ref={field}
        data-add
        rows={1}
        dir="auto"
        maxLength={4000}
        aria-label={t('notes.add.label')}
        placeholder={t('notes.add.label')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={submitOnEnter}
      />
      <button type="submit" className="p-primary" disabled={text.trim() === ''}>
        {t('notes.add.save')}
      </button>
      <p className="p-label" role="alert" hidden={phase !== 'failed'}>
        {phase === 'failed' && t('notes.add.failed')}
      </p>
    </form>
  );
}
