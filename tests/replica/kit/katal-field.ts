import { KatElement, katalSettings, make, nextKatalId } from './katal-element';

const fieldCss = `
:host { display: block; font: 14px/20px system-ui, sans-serif; }
.label { display: block; font-weight: 600; margin-bottom: 4px; }
textarea, input { box-sizing: border-box; inline-size: 100%; font: inherit; color: #16212b; background: #fff; border: 1px solid #8b98a5; border-radius: 4px; padding: 8px 10px; }
textarea { resize: vertical; min-block-size: 84px; display: block; }
textarea:focus, input:focus { outline: 2px solid #0b7a8f; outline-offset: 1px; }
textarea:disabled { background: #f1f3f5; color: #6a7682; }
.metadata { display: flex; justify-content: space-between; gap: 12px; color: #56626e; font-size: 12px; margin-top: 4px; }
.counter { white-space: nowrap; }
`;

type Native = HTMLTextAreaElement | HTMLInputElement;

const prototypeValue = (node: Native): PropertyDescriptor =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node) as object, 'value') as PropertyDescriptor;

/** What the text boxes have in common: value by property and attribute, `input` composed, `change` repeated on the host at blur. */
abstract class KatField extends KatElement {
  static readonly observedAttributes = [
    'value',
    'placeholder',
    'disabled',
    'maxlength',
    'rows',
    'label',
    'constraint-label',
  ];
  protected abstract inner: Native;
  private readonly counter = make('span', { class: 'counter' });
  private readonly limit = make('span', { class: 'limit' });
  private readonly labelNode = make('label', { class: 'label', part: 'label' });
  private valueAtFocus = '';

  get value(): string {
    return this.inner.value;
  }

  /** Writes without any event, as the real property does. */
  set value(text: string) {
    this.inner.value = text;
    this.showCount();
  }

  override focus(options?: FocusOptions): void {
    this.inner.focus(options);
  }

  protected build(): void {
    const id = katalSettings().shadow === 'light' ? 'katal-id-20' : nextKatalId();
    this.setAttribute('unique-id', id);
    this.inner.id = id;
    this.labelNode.setAttribute('for', id);
    if (katalSettings().shadow !== 'light') this.inner.setAttribute('part', this.inner.localName);
    const container = make('div', { class: 'container' }, this.labelNode, make('div', {}, this.inner));
    if (this.inner.localName === 'textarea')
      container.append(make('div', { class: 'metadata' }, this.limit, this.counter));
    this.root.append(container);
    for (const name of KatField.observedAttributes) this.update(name);
    this.trackLikeReact();
    this.inner.addEventListener('input', () => this.showCount());
    this.inner.addEventListener('focus', () => (this.valueAtFocus = this.inner.value));
    this.inner.addEventListener('blur', () => {
      // The native `change` stops at the shadow boundary; the component sends its own.
      if (this.inner.value !== this.valueAtFocus)
        this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    });
  }

  protected update(name: string): void {
    const value = this.getAttribute(name);
    if (name === 'value') this.takeValueAttribute(value);
    else if (name === 'disabled') this.inner.disabled = value !== null;
    else if (name === 'label') this.labelNode.textContent = value ?? '';
    else if (name === 'constraint-label') {
      this.limit.textContent = value ?? '';
      this.inner.setAttribute('aria-label', value ?? '');
    } else if (value !== null) this.inner.setAttribute(name, value);
    this.showCount();
  }

  protected css(): string {
    return fieldCss;
  }

  private takeValueAttribute(value: string | null): void {
    const isFocused = (this.inner.getRootNode() as Document | ShadowRoot).activeElement === this.inner;
    if (katalSettings().commit === 'C' && isFocused) return;
    if (value !== null && value !== this.inner.value) this.inner.value = value;
  }

  private showCount(): void {
    this.counter.textContent = `${this.inner.value.length}/${this.getAttribute('maxlength') ?? '4000'}`;
  }

  /** Commit R: as in React, an `input` event counts only when the value differs from what page code last assigned. */
  private trackLikeReact(): void {
    if (katalSettings().commit !== 'R') return;
    const native = prototypeValue(this.inner);
    let tracked = this.inner.value;
    Object.defineProperty(this.inner, 'value', {
      configurable: true,
      get: () => native.get?.call(this.inner) as string,
      set: (text: string) => {
        tracked = text;
        native.set?.call(this.inner, text);
      },
    });
    this.inner.addEventListener('input', (event) => {
      const now = native.get?.call(this.inner) as string;
      if (now === tracked) event.stopImmediatePropagation();
      tracked = now;
    });
  }
}

/** Imitation of `kat-textarea`. */
export class KatTextarea extends KatField {
  protected inner = document.createElement('textarea');
}

/** Imitation of `kat-input`. */
export class KatInput extends KatField {
  protected inner = document.createElement('input');
}
