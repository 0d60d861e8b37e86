import { KatElement, katalSettings, make } from './katal-element';

/** Imitation of `kat-button`: label in an attribute, native button inside. */
export class KatButton extends KatElement {
  static readonly observedAttributes = ['label', 'variant', 'disabled'];
  private readonly button = make('button', { type: 'button' });

  protected build(): void {
    this.button.append(make('slot', { name: 'icon' }), make('div', { class: 'content' }));
    this.root.append(this.button);
    for (const name of KatButton.observedAttributes) this.update(name);
  }

  protected update(name: string): void {
    const value = this.getAttribute(name);
    if (name === 'label') this.button.lastElementChild!.textContent = value ?? '';
    else if (name === 'variant') this.button.className = value ?? 'primary';
    else {
      this.button.disabled = value !== null;
      this.button.setAttribute('aria-disabled', String(value !== null));
    }
  }

  protected css(): string {
    return `:host { display: inline-block; } button { font: 600 14px/20px system-ui, sans-serif; border-radius: 4px; padding: 7px 16px; border: 1px solid #08677a; background: #08677a; color: #fff; cursor: pointer; }
button.secondary { background: #fff; color: #08677a; } button.link { background: none; border: none; color: #08677a; padding: 4px 0; font-weight: 400; }
button:disabled { background: #e4e8eb; border-color: #cfd6db; color: #6a7682; cursor: default; } button:focus-visible { outline: 2px solid #16212b; outline-offset: 2px; }`;
  }
}

/** Imitation of `kat-link`: text and target in attributes. */
export class KatLink extends KatElement {
  static readonly observedAttributes = ['label', 'href', 'target'];
  private readonly anchor = make('a', { part: 'link-anchor' });
  private readonly text = make('span');

  protected build(): void {
    this.anchor.append(make('slot'), this.text);
    this.root.append(this.anchor);
    for (const name of KatLink.observedAttributes) this.update(name);
  }

  protected update(name: string): void {
    const value = this.getAttribute(name);
    if (name === 'label') this.text.textContent = value ?? '';
    else if (value !== null) this.anchor.setAttribute(name, value);
  }

  protected css(): string {
    return 'a { font: inherit; color: #08677a; text-decoration: none; } a:hover { text-decoration: underline; }';
  }
}

/** Imitation of `kat-label`. */
export class KatLabel extends KatElement {
  static readonly observedAttributes = ['text'];
  private readonly text = make('span', { class: 'text' });

  protected build(): void {
    this.root.append(make('label', {}, this.text));
    this.update();
  }

  protected update(): void {
    this.text.textContent = this.getAttribute('text') ?? '';
  }

  protected css(): string {
    return ':host { font: inherit; }';
  }
}

/** Imitation of `kat-alert`, both with attributes and with a header slot. */
export class KatAlert extends KatElement {
  static readonly observedAttributes = ['variant', 'header', 'description'];
  private readonly box = make('div', { class: 'alert', role: 'alert' });
  private readonly header = make('div', { class: 'header' });
  private readonly description = make('div', { class: 'description' });

  protected build(): void {
    this.box.append(make('slot', { name: 'header' }), this.header, this.description, make('slot'));
    this.root.append(this.box);
    for (const name of KatAlert.observedAttributes) this.update(name);
  }

  protected update(name: string): void {
    const value = this.getAttribute(name) ?? '';
    if (name === 'variant') {
      this.box.dataset.variant = value;
      this.description.className = `description kat-alert-${value}-content`;
    } else if (name === 'header') this.header.textContent = value;
    else this.description.textContent = value;
  }

  protected css(): string {
    return `:host { display: block; } .alert { font: 14px/20px system-ui, sans-serif; border-radius: 4px; padding: 10px 14px; border-inline-start: 4px solid #0b7a8f; background: #eaf5f7; }
.alert[data-variant=success] { border-color: #23795a; background: #e9f6f0; } .alert[data-variant=warning] { border-color: #a86500; background: #fdf4e3; } .alert[data-variant=danger] { border-color: #b3261e; background: #fdecea; } .header { font-weight: 600; }`;
  }
}

/** Imitation of `kat-radiobutton` in its light form: a native radio as a child. */
export class KatRadiobutton extends KatElement {
  static readonly observedAttributes = ['label', 'checked', 'disabled'];
  private readonly radio = make('input', { type: 'radio' });
  private readonly text = make('span', { part: 'radiobutton-label' });

  protected build(): void {
    this.radio.name = this.getAttribute('name') ?? '';
    this.radio.value = this.getAttribute('value') ?? '';
    this.radio.slot = 'radio';
    if (katalSettings().shadow === 'light') this.root.append(make('label', {}, this.radio, this.text));
    else {
      this.append(this.radio);
      this.root.append(make('label', {}, make('slot', { name: 'radio' }), this.text));
    }
    for (const name of KatRadiobutton.observedAttributes) this.update(name);
    // A click on the words chooses too; without `click()`, which the page's own watch would take for a robot's.
    this.addEventListener('click', () => {
      if (this.radio.disabled || this.radio.checked) return;
      this.radio.checked = true;
      this.radio.dispatchEvent(new Event('change', { bubbles: true }));
    });
    this.radio.addEventListener('click', (event) => event.stopPropagation());
    this.radio.addEventListener('change', () => this.setAttribute('checked', ''));
  }

  protected update(name: string): void {
    const value = this.getAttribute(name);
    if (name === 'label') {
      this.text.textContent = value ?? '';
      this.radio.setAttribute('aria-label', value ?? '');
    } else if (name === 'checked') this.radio.checked = value !== null;
    else this.radio.disabled = value !== null;
  }

  protected css(): string {
    return ':host { display: block; padding: 5px 0; font: 14px/20px system-ui, sans-serif; cursor: pointer; } label { display: flex; gap: 8px; cursor: inherit; } :host([disabled]) { color: #6a7682; cursor: default; }';
  }
}

/** The elements that only pass their children through. */
export class KatSlot extends KatElement {
  protected build(): void {
    if (this.root !== this) this.root.append(make('slot'));
  }

  protected update(): void {
    // Nothing shown depends on an attribute.
  }

  protected css(): string {
    return ':host { display: block; } :host([hidden]) { display: none; }';
  }
}

/** An app part inside one more open shadow root, with the style rules of the page copied in. */
export class XFrame extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      [...document.styleSheets].flatMap((each) => [...each.cssRules].map((rule) => rule.cssText)).join('\n'),
    );
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(...this.childNodes);
  }
}
