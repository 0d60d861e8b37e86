import type { Knobs } from '../knobs';

/** The switches the imitation elements obey. */
export type KatalSettings = Pick<Knobs, 'shadow' | 'commit'>;

let settings: KatalSettings = { shadow: 'open', commit: 'A' };

/** Sets the switches for all elements created from now on. */
export function configureKatal(next: KatalSettings): void {
  settings = next;
}

/** The switches in force. */
export function katalSettings(): KatalSettings {
  return settings;
}

// A random start per load makes every selector that relies on the number fail at once.
let counter = 3 + Math.floor(Math.random() * 38);

/** The next `katal-id-N` of this page load. */
export function nextKatalId(): string {
  counter += 1;
  return `katal-id-${counter}`;
}

/** Base of the imitation elements: one root, one style sheet, text from attributes. */
export abstract class KatElement extends HTMLElement {
  /** Where the inner nodes live: a shadow root, or the element itself in the light variant. */
  protected root: ShadowRoot | HTMLElement = this;
  private isBuilt = false;

  /** Fills the root once. */
  protected abstract build(): void;
  /** Brings inner nodes in line with the attributes. */
  protected abstract update(name: string): void;
  /** Style rules of the element. */
  protected abstract css(): string;

  connectedCallback(): void {
    if (this.isBuilt) return;
    this.isBuilt = true;
    if (settings.shadow !== 'light') {
      const shadow = this.attachShadow({ mode: settings.shadow });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(this.css());
      shadow.adoptedStyleSheets = [sheet];
      this.root = shadow;
    }
    this.build();
  }

  attributeChangedCallback(name: string): void {
    if (this.isBuilt) this.update(name);
  }
}

/** Creates an element with attributes and children; text only ever becomes text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
