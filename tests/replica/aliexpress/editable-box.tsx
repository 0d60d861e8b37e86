import { type ReactElement, useEffect, useRef } from 'react';

/** Lines of an editable element as a chat program counts them: every box and every break ends one. */
function linesOf(box: HTMLElement): string {
  const lines: string[] = [];
  let line: string | undefined;
  for (const node of box.childNodes) {
    if (node instanceof HTMLElement && node.localName !== 'br') {
      if (line !== undefined) lines.push(line);
      lines.push(node.textContent ?? '');
      line = undefined;
    } else if (node instanceof HTMLElement) {
      lines.push(line ?? '');
      line = undefined;
    } else line = (line ?? '') + (node.textContent ?? '');
  }
  if (line !== undefined) lines.push(line);
  return lines.join('\n').replace(/\u00a0/g, ' ');
}

/** A composer that is an editable element: the app keeps what its `input` events tell and draws nothing into it. */
export function EditableBox(props: {
  readonly className: string;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // A send empties the state; the element is emptied by hand.
  useEffect(() => {
    if (props.text === '') box.current?.replaceChildren();
  }, [props.text]);
  return (
    <div
      ref={box}
      className={`${props.className} editable`}
      role="textbox"
      aria-label={props.label}
      aria-multiline
      contentEditable
      suppressContentEditableWarning
      onInput={(event) => props.onText(linesOf(event.currentTarget))}
    />
  );
}
