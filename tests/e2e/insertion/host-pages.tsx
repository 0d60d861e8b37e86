/** Host pages of the insertion tests: each keeps the text its application holds in `app.text`, and shows a counter. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

/**
 * The application behind the page; `events` lists what it was told, with `!` for untrusted ones, `unanswered` counts
 * what a slow page has still to answer.
 */
export const app = { text: '', events: [] as string[], sent: 0, unanswered: 0 };

const show = (text: string): void => {
  app.text = text;
  const counter = document.querySelector('#counter');
  if (counter) counter.textContent = `${text.length}/4000`;
};

const mount = (html: string): HTMLElement => {
  document.body.innerHTML = `<main id="page">${html}</main><p id="counter">0/4000</p><button id="elsewhere">x</button>`;
  document.addEventListener('keydown', (event) => {
    if (!event.isTrusted) app.events.push('fake-key');
    if (event.key === 'Enter') app.sent += 1;
  });
  return document.querySelector('#page') as HTMLElement;
};

const note = (event: Event): void => {
  app.events.push(`${event.type}${event.isTrusted ? '' : '!'}`);
};

/** A plain field; the application listens to `input`. */
export const plain = (attributes = '', text = ''): void => {
  const box = mount(`<textarea class="composer" rows="6" cols="50" ${attributes}></textarea>`)
    .firstElementChild as HTMLTextAreaElement;
  box.value = text;
  box.addEventListener('input', (event) => {
    note(event);
    show(box.value);
  });
  box.addEventListener('change', note);
  show(text);
};

const Chat = ({ reset }: { readonly reset: boolean }): React.ReactNode => {
  const [text, setText] = useState('');
  const [, redraw] = useState(0);
  if (reset) setTimeout(() => redraw((count) => count + 1), 100);
  show(text);
  return <textarea className="composer" rows={6} value={text} onChange={(event) => setText(event.target.value)} />;
};

/** A controlled React field; with `reset` its state is drawn again every 100 ms. */
export const react = (reset = false): void => {
  const root = createRoot(mount(''));
  flushSync(() => root.render(<Chat reset={reset} />));
};

/** A component element with its field in an open shadow root; `commit` is how the application listens. */
export const katal = (commit: 'A' | 'B' | 'C' | 'N', text = ''): void => {
  customElements.define(
    'kat-textarea',
    class extends HTMLElement {
      static observedAttributes = ['value'];
      connectedCallback(): void {
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML =
          '<div class="container"><textarea part="textarea" class="composer" maxlength="4000" rows="5"></textarea></div>';
        const inner = this.inner;
        inner.value = this.getAttribute('value') ?? '';
        inner.addEventListener('change', () => {
          this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        });
      }
      attributeChangedCallback(_name: string, _old: string | null, value: string | null): void {
        if (!this.shadowRoot) return;
        app.events.push('attribute');
        if (commit === 'C' && this.shadowRoot.activeElement === this.inner) return;
        this.inner.value = value ?? '';
      }
      get inner(): HTMLTextAreaElement {
        return this.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
      }
      get value(): string {
        return this.inner.value;
      }
    },
  );
  const page = mount('');
  const host = document.createElement('kat-textarea') as HTMLElement & { value: string };
  host.setAttribute('value', text);
  page.append(host);
  app.events.length = 0;
  show(text);
  const listenTo = { A: 'input', B: 'change', C: 'input', N: '' }[commit];
  if (listenTo) host.addEventListener(listenTo, () => show(host.value));
};

/** As `katal`, but events of the inner field never get out: only the host's attribute and its events count. */
export const deafKatal = (): void => {
  katal('N');
  const host = document.querySelector('kat-textarea') as HTMLElement;
  host.addEventListener('input', (event) => {
    if (event.composedPath()[0] === host) show(host.getAttribute('value') ?? '');
  });
};

/** The old build of the component: the field in the light DOM. */
export const lightKatal = (): void => {
  const box = mount(
    '<form><kat-textarea><textarea class="composer" id="katal-id-20"></textarea></kat-textarea></form>',
  ).querySelector('textarea') as HTMLTextAreaElement;
  box.closest('kat-textarea')?.addEventListener('input', () => show(box.value));
};

/** The field is exchanged for a fresh one the first time it gets the focus: at once, late, or during typing. */
export const swapping = (when: 'focus' | 'later' | 'typing', keepsText: boolean): void => {
  const page = mount('');
  const make = (text: string): HTMLTextAreaElement => {
    const box = document.createElement('textarea');
    box.className = 'composer';
    box.value = text;
    box.addEventListener('input', () => show(box.value));
    return box;
  };
  const first = make('Hello. ');
  show('Hello. ');
  page.append(first);
  const swap = (): void => {
    if (first.isConnected) first.replaceWith(make(keepsText ? first.value : 'Hello. '));
  };
  if (when === 'focus') first.addEventListener('focus', swap, { once: true });
  if (when === 'later') first.addEventListener('focus', () => setTimeout(swap, 20), { once: true });
  if (when === 'typing') first.addEventListener('input', () => setTimeout(swap, 20), { once: true });
};

/** A page that answers each input by writing its own idea of the text: `bad` puts lines in the wrong order on the way. */
export const rerendering = (bad: 'caret-to-start' | 'async-caret' | 'drops-lines'): void => {
  const box = mount('<textarea class="composer" rows="6"></textarea>').firstElementChild as HTMLTextAreaElement;
  box.addEventListener('input', (event) => {
    const text = box.value;
    show(text);
    const isOurs = event.data !== null && text.includes('\n') && event.isTrusted === false;
    if (isOurs) return;
    if (bad === 'caret-to-start') {
      box.value = text;
      box.setSelectionRange(0, 0);
    }
    if (bad === 'async-caret') {
      queueMicrotask(() => {
        box.value = text;
        box.setSelectionRange(0, 0);
      });
    }
    if (bad === 'drops-lines' && event.isTrusted) {
      box.value = text.replace(/\n/g, '');
      show(box.value);
    }
  });
};

/** A page that takes its time: its state and counter follow the field only after a delay. */
export const slow = (delayMs: number): void => {
  const box = mount('<textarea class="composer" rows="6"></textarea>').firstElementChild as HTMLTextAreaElement;
  box.addEventListener('input', () => {
    app.unanswered += 1;
    setTimeout(() => {
      app.unanswered -= 1;
      show(box.value);
    }, delayMs);
  });
};

/** An editable element. */
export const editable = (attributes = 'contenteditable', html = ''): void => {
  const box = mount(`<div class="composer" ${attributes} style="min-height:80px;width:400px">${html}</div>`)
    .firstElementChild as HTMLElement;
  box.addEventListener('input', (event) => {
    note(event);
    show(box.innerText);
  });
};

/** An editable element in an open shadow root. */
export const shadowEditable = (): void => {
  const page = mount('');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="composer" contenteditable style="min-height:80px;width:400px"></div>';
  page.append(host);
  const box = root.firstElementChild as HTMLElement;
  host.addEventListener('input', () => show(box.innerText));
};

/** A field in a frame of the same origin; the outer application listens. */
export const framed = (): void => {
  const frame = document.createElement('iframe');
  frame.name = 'inner';
  frame.width = '500';
  mount('').append(frame);
  const doc = frame.contentDocument as Document;
  doc.body.innerHTML = '<textarea class="composer"></textarea>';
  const box = doc.querySelector('textarea') as HTMLTextAreaElement;
  box.addEventListener('input', () => show(box.value));
};
