import { count, setComposerState } from '../kit/log';
import type { Knobs } from '../knobs';
import { deepFind } from './dom';

type Host = HTMLElement & { value: string };

/** What a page does with its composer once it believes to hold text. */
export interface ComposerView {
  /** Shows the text outside the box: preview, Send button. */
  show(text: string): void;
}

/**
 * The page's side of a Katal composer: app state by the `commit` knob. Only this state tells whether text arrived.
 *
 * A: host `input`; B: host `change`; C: as A; R: as A, where the element itself drops events like React; N: never.
 */
export class ComposerApp {
  private text = '';
  private host: Host | undefined;
  private hasSwapped = false;

  constructor(
    private readonly knobs: Knobs,
    private readonly view: ComposerView,
  ) {}

  /** What the app holds now. */
  get state(): string {
    return this.text;
  }

  /** Takes the visible composer of the page; call again whenever the page has drawn a new one. */
  adopt(): void {
    const hosts = [...allComposers()].filter((host) => !host.hasAttribute('disabled') && !host.closest('[hidden]'));
    this.host = hosts[0] as Host | undefined;
    this.text = '';
    this.show();
    if (this.host) this.listen(this.host);
  }

  /** Empties state and box, as the page does after a send. */
  clear(): void {
    this.text = '';
    if (this.host?.matches(':defined')) this.host.value = '';
    this.show();
  }

  private listen(host: Host): void {
    const commit = this.knobs.commit === 'auto' ? 'A' : this.knobs.commit;
    host.addEventListener('input', (event) => {
      count('input', event.isTrusted);
      if (commit === 'A' || commit === 'C' || commit === 'R') this.take(host);
    });
    host.addEventListener('change', () => {
      if (commit === 'B') this.take(host);
    });
    if (commit === 'R') this.resetForeignText(host);
    if (this.knobs.rerender === 'swapNode') host.addEventListener('focusin', () => this.swap(host));
  }

  private take(host: Host): void {
    this.text = host.value;
    if (this.knobs.rerender === 'onInput') {
      // A framework that draws on every event: attributes are written again, siblings are new nodes.
      host.setAttribute('value', this.text);
      host.parentElement?.append(...[...host.parentElement.children].filter((child) => child !== host));
    }
    this.show();
  }

  private show(): void {
    setComposerState(this.text, this.text !== '');
    this.view.show(this.text);
  }

  /** State wins: text the app never heard of disappears after 100 ms. */
  private resetForeignText(host: Host): void {
    const timer = setInterval(() => {
      // An assignment before the upgrade would leave an own property that hides the element's accessor for good.
      const isUpgraded = host.matches(':defined');
      if (!host.isConnected) clearInterval(timer);
      else if (isUpgraded && host.value !== this.text) host.value = this.text;
    }, 100);
  }

  /** The first focus replaces the node: whoever kept a reference now writes into nothing. */
  private swap(host: Host): void {
    if (this.hasSwapped) return;
    this.hasSwapped = true;
    const fresh = host.cloneNode(false) as Host;
    host.replaceWith(fresh);
    this.host = fresh;
    this.listen(fresh);
  }
}

function* allComposers(root: ParentNode = document): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.dataset.r === 'composer') yield element;
    if (element.shadowRoot) yield* allComposers(element.shadowRoot);
  }
}

/** Preview block and Send button next to the composer. */
export function besideComposer(): ComposerView {
  return {
    show(text) {
      const preview = deepFind('.preview');
      if (preview) {
        preview.hidden = text === '';
        const body = preview.querySelector('.preview-text');
        if (body) body.textContent = text;
      }
      deepFind('[data-r=send]')?.toggleAttribute('disabled', text === '');
    },
  };
}
