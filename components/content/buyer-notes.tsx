import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { RecordHeader } from '@/utils/app/api';
import type { AssistantActions, NotesModel } from './model';
import { submitOnEnter } from './keys';
import { NoteItem } from './note-item';
import { ProblemText } from './problem-text';
import { CardTags } from './record/card-tags';
import { DueLines } from './record/due-lines';
import { Glance } from './record/glance';
import { QuickNotes } from './record/quick-notes';
import { Forgotten, JustRecorded, RecordElsewhere } from './record/record-state';
import { SamePerson } from './record/same-person';
import { BuyerHistory } from '../customers/buyer-history';
import { NoteFindings } from '../notes/note-findings';
import { useNoteReview } from '../notes/use-note-review';
import { useT } from '../ui/translate';

type NoteActions = Pick<
  AssistantActions,
  'reviewNote' | 'addNote' | 'editNote' | 'deleteNote' | 'openNotes' | 'changeRecord' | 'knownTags'
>;

/** The buyer's card while it is open: notes and what is known at a glance, in all states of loading. */
export function BuyerNotes(props: {
  readonly notes: NotesModel;
  /** Header of the record; null without one. */
  readonly record: RecordHeader | null;
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
      return (
        <>
          <p className="p-empty">{t(`notes.unavailable.${notes.why}`)}</p>
          <RecordElsewhere hasRecord={false} />
        </>
      );
    case 'problem':
      if (notes.problem.kind === 'forgotten') return <Forgotten changeRecord={actions.changeRecord} />;
      return <ProblemText problem={notes.problem} onRetry={actions.openNotes} />;
    case 'open': {
      const { view } = notes;
      return (
        <>
          {props.record?.isNew && <JustRecorded changeRecord={actions.changeRecord} />}
          <QuickNotes notes={view.notes} actions={actions}>
            <AddNote uiLang={props.uiLang} actions={actions} />
          </QuickNotes>
          <Glance view={view} uiLang={props.uiLang} />
          <DueLines view={view} uiLang={props.uiLang} onDone={actions.changeRecord} />
          <SamePerson
            view={view}
            uiLang={props.uiLang}
            onAnswer={(other, isSame) => void actions.changeRecord('joinAnswer', { other, isSame })}
          />
          <CardTags tags={view.buyer.tags} actions={actions} />
          {view.notes.length === 0 ? (
            <p className="p-empty">{t('notes.card.empty')}</p>
          ) : (
            <ul className="p-list" aria-label={t('notes.list.label')}>
              {view.notes.map((note) => (
                <NoteItem
                  key={note.id}
                  note={note}
                  uiLang={props.uiLang}
                  retention={view.oldNotes.includes(note.id) ? view.retention : null}
                  isChangedElsewhere={notes.changedElsewhere.includes(note.id)}
                  actions={actions}
                />
              ))}
            </ul>
          )}
          <BuyerHistory view={view} uiLang={props.uiLang} />
          <RecordElsewhere hasRecord />
        </>
      );
    }
  }
}

function AddNote(props: { readonly uiLang: string; readonly actions: Pick<NoteActions, 'addNote' | 'reviewNote'> }) {
  const t = useT();
  const { uiLang, actions } = props;
  const [text, setText] = useState('');
  const [phase, setPhase] = useState<'idle' | 'saving' | 'failed'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const review = useNoteReview(text, actions.reviewNote);

  // The card opens before its notes are loaded; writing can start as soon as they are.
  useEffect(() => field.current?.focus(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (phase === 'saving' || text.trim() === '') return;
    setPhase('saving');
    const despite = await review.pass();
    if (despite === null) return setPhase('idle');
    const isSaved = await actions.addNote(text.trim(), despite);
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
        {t(review.isHeld ? 'notes.check.saveAnyway' : 'notes.add.save')}
      </button>
      <NoteFindings review={review} uiLang={uiLang} />
      <p className="p-label" role="alert" hidden={phase !== 'failed'}>
        {phase === 'failed' && t('notes.add.failed')}
      </p>
    </form>
  );
}
