import { type ReactElement, useEffect, useReducer, useRef, useState } from 'react';
import type { PageView } from '../view';
import { EditableBox } from './editable-box';
import { chatClass, wordsFor } from './words';

/** What the composer reports to the page. */
export interface ComposerProps {
  readonly text: string;
  readonly view: PageView;
  readonly onText: (text: string) => void;
  readonly onInputEvent: (isTrusted: boolean) => void;
  readonly onSend: (isTrusted: boolean) => void;
}

/** The `commit` knob of the chat: R is a controlled React field, the others are plain fields with one listener. */
function commitOf(view: PageView): 'A' | 'B' | 'C' | 'N' | 'R' {
  const { commit } = view.knobs;
  return commit === 'auto' ? 'R' : commit;
}

/** The earlier build has another name for the field, of which only the beginning is known. */
const fieldClass = (view: PageView): string =>
  chatClass(view.path.startsWith('/apps/') ? 'im-message-input-textarea' : 'im-message-input-no-auto-height', view);

/** State wins: text the app never heard of disappears after 100 ms, because the field is drawn again. */
function useForeignReset(field: { readonly current: HTMLTextAreaElement | null }, text: string, isOn: boolean): void {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => {
      if (field.current && field.current.value !== text) drawAgain();
    }, 100);
    return () => clearInterval(timer);
  }, [field, text, isOn]);
}

/** Time of the last key or paste; whatever comes in without one is what the `noExec` filter takes back. */
const KEY_COUNTS_MS = 1_000;

const writes = (key: string): boolean => key.length === 1 || ['Backspace', 'Delete', 'Enter'].includes(key);

/** The reply editor of the chat. */
export function Composer(props: ComposerProps): ReactElement {
  const { view, text } = props;
  const words = wordsFor(view.loc);
  const commit = commitOf(view);
  const field = useRef<HTMLTextAreaElement>(null);
  const [swaps, setSwaps] = useState(0);
  const [draws, setDraws] = useState(0);
  const keyAt = useRef(-Infinity);
  useForeignReset(field, text, commit === 'R');
  // A plain field is emptied by hand after a send; C writes nothing into a field somebody is in.
  useEffect(() => {
    const isBusy = commit === 'C' && document.activeElement === field.current;
    if (commit !== 'R' && text === '' && field.current && !isBusy) field.current.value = '';
  }, [commit, text]);

  const take = (value: string): void => {
    props.onText(value);
    if (view.knobs.rerender === 'onInput') setDraws((before) => before + 1);
  };
  const listeners =
    commit === 'R'
      ? {
          value: text,
          onChange: (event: { target: { value: string }; nativeEvent: Event }) => {
            const isOwnHand = performance.now() - keyAt.current < KEY_COUNTS_MS;
            // A state that stays is drawn again: React takes the text out of the field.
            if (view.knobs.noExec === '1' && event.nativeEvent.isTrusted && !isOwnHand) return;
            take(event.target.value);
          },
        }
      : {
          defaultValue: '',
          onInput: (event: { currentTarget: { value: string } }) =>
            (commit === 'A' || commit === 'C') && take(event.currentTarget.value),
        };

  return (
    <div className="editor" onInputCapture={(event) => props.onInputEvent(event.nativeEvent.isTrusted)}>
      <div className="tools" key={`tools-${draws}`}>
        {words.tools.map((tool) => (
          <span key={tool} className="tool">
            {tool}
          </span>
        ))}
        <input type="file" hidden />
      </div>
      {view.knobs.box === 'editable' ? (
        <EditableBox className={fieldClass(view)} label={words.placeholder} text={text} onText={take} />
      ) : (
        <textarea
          key={`field-${swaps}`}
          ref={field}
          className={fieldClass(view)}
          placeholder={words.placeholder}
          rows={4}
          {...listeners}
          onBlur={(event) => {
            if (commit === 'B') take(event.currentTarget.value);
            if (commit === 'C' && text === '') event.currentTarget.value = '';
          }}
          onFocus={() => view.knobs.rerender === 'swapNode' && swaps === 0 && setSwaps(1)}
          onPaste={() => (keyAt.current = performance.now())}
          onKeyDown={(event) => {
            if (writes(event.key)) keyAt.current = performance.now();
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            props.onSend(event.nativeEvent.isTrusted);
          }}
        />
      )}
      <div className="editor-foot">
        <span className="count">{text.length}</span>
        <SendControl {...props} />
      </div>
    </div>
  );
}

/** Newer builds send by an image, the older path by a link. */
function SendControl({ view, text, onSend }: ComposerProps): ReactElement {
  const isOff = text === '';
  const words = wordsFor(view.loc);
  if (view.path.startsWith('/apps/')) {
    return (
      <a className="send-link" aria-disabled={isOff} onClick={(event) => !isOff && onSend(event.nativeEvent.isTrusted)}>
        {words.send}
      </a>
    );
  }
  return (
    <img
      className={`${chatClass('im-message-input-footer-right-send-icon', view)} send-icon${isOff ? ' disable' : ''}`}
      src="/assets/product/send.svg"
      alt=""
      width={28}
      height={28}
      onClick={(event) => !isOff && onSend(event.nativeEvent.isTrusted)}
    />
  );
}
