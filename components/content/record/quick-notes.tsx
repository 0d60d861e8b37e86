import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { NoteRow } from '@/utils/domain/records';
import { useT } from '../../ui/translate';
import { isComposing } from '../keys';
import type { AssistantActions } from '../model';

/** Phrases of the catalogue, each with its digit. */
const DIGITS = ['1', '2', '3', '4', '5'] as const;

/** The same digit again so soon is a finger that bounced. Units: milliseconds. */
const BOUNCE_MS = 1_000;

/** Whether a digit pressed here is part of something somebody writes; an empty note field has nothing in it yet. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement
    ? target.value !== ''
    : target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/**
 * What a desk writes down again and again, saved with one digit while the note field is empty. Around the field, so that
 * its own keys are heard as well; what was saved by a digit can be taken back at once.
 */
export function QuickNotes(props: {
  readonly notes: readonly Pick<NoteRow, 'id' | 'text'>[];
  readonly actions: Pick<AssistantActions, 'addNote' | 'deleteNote'>;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { notes, actions } = props;
  const [saved, setSaved] = useState<string | null>(null);
  const wordsOf = (digit: string) => t(`notes.quick.phrase.${digit}`);

  const last = useRef({ digit: '', at: -BOUNCE_MS });

  const take = async (digit: string) => {
    const at = performance.now();
    if (last.current.digit === digit && at - last.current.at < BOUNCE_MS) return;
    last.current = { digit, at };
    const words = wordsOf(digit);
    if (await actions.addNote(words, [])) setSaved(words);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = DIGITS.find((one) => one === event.key);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !isComposing(event);
    if (!digit || !isPlain || isWriting(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    void take(digit);
  };
  const takeBack = async () => {
    // Who takes it back may mean to write it again at once.
    last.current = { digit: '', at: 0 };
    const newest = notes.find(({ text }) => text === saved);
    if (!newest || (await actions.deleteNote(newest.id))) setSaved(null);
  };
  return (
    <div {...{ onKeyDown }}>
      <div className="p-quick" role="group" aria-label={t('notes.quick.title')} title={t('notes.quick.keys')}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" aria-keyshortcuts={digit} onClick={() => void take(digit)}>
            <kbd aria-hidden="true">{digit}</kbd> {wordsOf(digit)}
          </button>
        ))}
      </div>
      <p className="p-said" role="status">
        {saved !== null && (
          <>
            {t('notes.quick.saved', { text: saved })}{' '}
            <button type="button" className="p-quiet" onClick={() => void takeBack()}>
              {t('notes.quick.undo')}
            </button>
          </>
        )}
      </p>
      {props.children}
    </div>
  );
}
