import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { PageView } from '../view';

/** What an answer box reports to the page. */
export interface AnswerBoxProps {
  readonly text: string;
  readonly view: PageView;
  readonly label: string;
  readonly submit: string;
  readonly limit: number;
  /** `text`: a controlled text field; `rich`: an editable element. */
  readonly kind: 'text' | 'rich';
  readonly onText: (text: string) => void;
  readonly onInputEvent: (isTrusted: boolean) => void;
  readonly onSubmit: (isTrusted: boolean) => void;
}

/** The text of an editable element, line by line. */
function richText(element: HTMLElement): string {
  return element.innerText.replace(/\n$/, '');
}

/** The editable element is the page's own; React must not touch what is inside. */
function RichField(props: AnswerBoxProps & { readonly onFirstFocus: () => void }): ReactElement {
  const field = useRef<HTMLDivElement>(null);
  const { text } = props;
  useEffect(() => {
    // After a submit only: while somebody writes, the element is ahead of the state.
    if (text === '' && field.current && field.current.textContent !== '') field.current.replaceChildren();
  }, [text]);
  return (
    <div
      ref={field}
      className="ait-input rich"
      contentEditable
      role="textbox"
      aria-multiline="true"
      aria-label={props.label}
      suppressContentEditableWarning
      onFocus={props.onFirstFocus}
      onInput={(event) => props.onText(richText(event.currentTarget))}
    />
  );
}

/** A box for an answer in a dispute or to a review, with its counter and its button. */
export function AnswerBox(props: AnswerBoxProps): ReactElement {
  const { text, view, kind } = props;
  const [swaps, setSwaps] = useState(0);
  const commit = view.knobs.commit;
  const take = (value: string, signal: 'input' | 'change'): void => {
    if (commit === 'N' || (commit === 'B') !== (signal === 'change')) return;
    props.onText(value);
  };
  const swap = (): void => {
    // The first focus replaces the node.
    if (view.knobs.rerender === 'swapNode' && swaps === 0) setSwaps(1);
  };
  const isControlled = commit === 'auto' || commit === 'R';
  const plain = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isControlled && text === '' && plain.current) plain.current.value = '';
  }, [isControlled, text]);
  return (
    <div className="answer" onInputCapture={(event) => props.onInputEvent(event.nativeEvent.isTrusted)}>
      {view.knobs.dup === '1' ? <textarea className="ait-input" hidden readOnly value="" /> : null}
      {kind === 'rich' ? (
        <RichField key={`rich-${swaps}`} {...props} onFirstFocus={swap} />
      ) : (
        <textarea
          key={`text-${swaps}`}
          ref={plain}
          className="ait-input"
          rows={4}
          maxLength={props.limit}
          placeholder={props.label}
          {...(isControlled ? { value: text } : { defaultValue: '' })}
          onChange={(event) => take(event.currentTarget.value, 'input')}
          onBlur={(event) => take(event.currentTarget.value, 'change')}
          onFocus={swap}
        />
      )}
      <input type="file" hidden />
      <div className="answer-foot">
        <span className="count">
          {text.length}/{props.limit}
        </span>
        <button
          type="button"
          className="ait-btn ait-btn-primary"
          disabled={text.trim() === ''}
          onClick={(event) => props.onSubmit(event.nativeEvent.isTrusted)}
        >
          <span>{props.submit}</span>
        </button>
      </div>
    </div>
  );
}
