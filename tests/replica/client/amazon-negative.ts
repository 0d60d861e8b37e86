import { negativeApp } from '../amazon/negative';
import type { PageView } from '../view';
import { setHtml } from './dom';

/** Support form whose fields sit in a frame inside an open shadow root. */
class SplHillForm extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const frame = document.createElement('iframe');
    frame.className = 'spl-element-frame';
    frame.title = 'Support form';
    frame.src = '/cu/case-dashboard/form-frame?framed=1';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'iframe { inline-size: 100%; block-size: 260px; border: 1px solid #cfd6db; border-radius: 4px; }',
    );
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(frame);
  }
}

/** Shows one of the pages on which nothing of an assistant has any business. */
export function startNegative(view: PageView, root: HTMLElement): void {
  if (!customElements.get('spl-hill-form')) customElements.define('spl-hill-form', SplHillForm);
  setHtml(root, negativeApp(view));
}
