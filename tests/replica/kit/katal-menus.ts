import { KatElement, make } from './katal-element';

interface MenuOption {
  readonly action: string;
  readonly label: string;
}

/** A JSON list in an attribute; none where it is no list. */
function optionsOf(text: string | null): readonly MenuOption[] {
  const list: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(list) ? (list as MenuOption[]) : [];
}

/** Imitation of `kat-dropdown-button`: an indicator, and the choices behind it by a language-free name. */
export class KatDropdownButton extends KatElement {
  static readonly observedAttributes = ['label', 'options'];
  private readonly indicator = make('button', { type: 'button', class: 'indicator', 'aria-expanded': 'false' });
  private readonly list = make('div', { class: 'options', hidden: '' });

  protected build(): void {
    this.root.append(this.indicator, this.list);
    for (const name of KatDropdownButton.observedAttributes) this.update(name);
    this.indicator.addEventListener('click', () => {
      this.list.hidden = !this.list.hidden;
      this.indicator.setAttribute('aria-expanded', String(!this.list.hidden));
    });
  }

  protected update(name: string): void {
    if (name === 'label') this.indicator.textContent = this.getAttribute('label') ?? '';
    else this.list.replaceChildren(...optionsOf(this.getAttribute('options')).map((each) => this.option(each)));
  }

  private option({ action, label }: MenuOption): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'option', 'data-action': action }, label);
    button.addEventListener('click', (event) => {
      this.list.hidden = true;
      this.dispatchEvent(
        new CustomEvent('action', { bubbles: true, composed: true, detail: { action, isTrusted: event.isTrusted } }),
      );
    });
    return button;
  }

  protected css(): string {
    return `:host { display: inline-block; position: relative; } button { font: 13px/18px system-ui, sans-serif; padding: 5px 12px; border: 1px solid #8b98a5; border-radius: 4px; background: #fff; color: #16212b; cursor: pointer; }
.options { position: absolute; inset-inline-end: 0; z-index: 2; min-inline-size: 170px; background: #fff; border: 1px solid #cfd6db; border-radius: 4px; } .options[hidden] { display: none; } .option { display: block; inline-size: 100%; border: 0; text-align: start; }`;
  }
}

/** Imitation of `kat-dropdown`: the chosen value in an attribute, the choices in the inner root. */
export class KatDropdown extends KatElement {
  static readonly observedAttributes = ['value', 'placeholder', 'options'];
  private readonly header = make('div', { class: 'select-header', role: 'button', tabindex: '0' });
  private readonly list = make('div', { class: 'select-options', hidden: '' });

  protected build(): void {
    this.root.append(this.header, this.list);
    this.update('options');
    this.header.addEventListener('click', () => (this.list.hidden = !this.list.hidden));
  }

  protected update(name: string): void {
    const options = optionsOf(this.getAttribute('options'));
    const chosen = options.find((each) => each.action === this.getAttribute('value'));
    this.header.textContent = chosen?.label ?? this.getAttribute('placeholder') ?? '';
    if (name !== 'options') return;
    this.list.replaceChildren(
      ...options.map(({ action, label }) => {
        const option = document.createElement('kat-option');
        option.setAttribute('value', action);
        option.textContent = label;
        option.addEventListener('click', () => {
          this.list.hidden = true;
          this.setAttribute('value', action);
        });
        return option;
      }),
    );
  }

  protected css(): string {
    return `:host { display: block; font: 14px/20px system-ui, sans-serif; } .select-header { border: 1px solid #8b98a5; border-radius: 4px; padding: 6px 10px; background: #fff; cursor: pointer; } .select-options { border: 1px solid #cfd6db; } .select-options[hidden] { display: none; } kat-option { display: block; padding: 5px 10px; cursor: pointer; }`;
  }
}

/** Imitation of `kat-star-rating`: the figure in an attribute, a picture with a name inside. */
export class KatStarRating extends KatElement {
  static readonly observedAttributes = ['value'];
  private readonly picture = make('div', { role: 'img' });

  protected build(): void {
    this.root.append(this.picture);
    this.update();
  }

  protected update(): void {
    const stars = Number(this.getAttribute('value') ?? 0);
    this.picture.setAttribute('aria-label', `${stars}/5`);
    this.picture.textContent = '★★★★★☆☆☆☆☆'.slice(5 - stars, 10 - stars);
  }

  protected css(): string {
    return ':host { display: inline-block; color: #b06a00; letter-spacing: 1px; }';
  }
}
