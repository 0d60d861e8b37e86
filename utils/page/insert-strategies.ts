import type { Span } from '../domain/text/span';
import { isNative, type NativeField } from './field-kind';
import { isActive, readText, setSelection } from './selection';
import { shadowHost } from './shadow-host';

/** One change to a field: which span becomes which text, and what the field holds before and after. */
export interface Writing {
  readonly before: string;
  readonly span: Span;
  readonly text: string;
  readonly after: string;
}

/** One way to write; tried in order until the page has taken the text. */
export interface InsertStrategy {
  /** `typed`: the agent can undo it; `set`: the field was overwritten and its undo history is lost. */
  readonly how: 'typed' | 'set';
  /** Whether this way is safe now. */
  applies(field: HTMLElement, writing: Writing): boolean;
  write(field: HTMLElement, writing: Writing): void;
}

const fire = (target: EventTarget, text: string): void => {
  target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
};

/** Tells components that listen to nothing else; the browser's own `change` does not leave a shadow root. */
export const announceChange = (target: EventTarget): void => {
  target.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
};

/** Types like the agent would: undo is kept and the page sees trusted events. */
export const typeText: InsertStrategy = {
  how: 'typed',
  // Only into the untouched text, so that a half-taken attempt is never typed twice, and only with the focus: the
  // command writes to whatever has it.
  applies: (field, writing) => isActive(field) && readText(field) === writing.before,
  write: (field, writing) => {
    setSelection(field, writing.span);
    // Deprecated, but the only way that keeps undo; absent in some embedders, then the next strategy writes.
    if (writing.text === '') field.ownerDocument.execCommand?.('delete');
    else field.ownerDocument.execCommand?.('insertText', false, writing.text);
  },
};

const setValue = (field: NativeField, value: string): void => {
  // The prototype's setter: frameworks shadow the element's own property to watch for assignments.
  const owner = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
};

const PLAIN = new Set(['br', 'div', 'p']);

// Overwriting the inside of a rich editor breaks the model behind it.
const isPlain = (field: HTMLElement): boolean =>
  [...field.querySelectorAll('*')].every((element) => PLAIN.has(element.localName) && element.attributes.length === 0);

/** Overwrites the whole text and reports it as input: exact whatever an earlier attempt left, but undo is lost. */
export const setText: InsertStrategy = {
  how: 'set',
  applies: (field) => isNative(field) || isPlain(field),
  write: (field, writing) => {
    if (isNative(field)) setValue(field, writing.after);
    else {
      const lines = writing.after.split('\n').map((line) => {
        const box = field.ownerDocument.createElement('div');
        box.append(line === '' ? field.ownerDocument.createElement('br') : line);
        return box;
      });
      field.replaceChildren(...lines);
    }
    const caret = writing.span.start + writing.text.length;
    if (isActive(field)) setSelection(field, { start: caret, end: caret });
    fire(field, writing.text);
  },
};

const hostOf = (field: HTMLElement): Element | null => {
  const host = shadowHost(field);
  return host?.localName.startsWith('kat-') ? host : null;
};

/** Hands the text to the Katal element around the field. Gives up the focus first: focused ones ignore the attribute. */
export const setHostValue: InsertStrategy = {
  how: 'set',
  applies: (field) => hostOf(field) !== null,
  write: (field, writing) => {
    const host = hostOf(field);
    field.blur();
    if (!host || isActive(field)) return;
    host.setAttribute('value', writing.after);
    fire(host, writing.text);
    announceChange(host);
  },
};

/** Every way to write, the gentlest first. */
export const STRATEGIES: readonly InsertStrategy[] = [typeText, setText, setHostValue];
