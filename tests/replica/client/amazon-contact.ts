import { contactApp, contactForm, reasonWithoutText } from '../amazon/contact';
import { pageLabels } from '../labels';
import { count } from '../kit/log';
import type { PageView } from '../view';
import { besideComposer, ComposerApp } from './composer';
import { actionOf, deepFind, pause, setHtml } from './dom';

/** Brings the contact page to life: the text box follows a reason by 1 to 2 s and is a new node for every reason. */
export function startContact(view: PageView, root: HTMLElement): void {
  const composer = new ComposerApp(view.knobs, besideComposer());
  let chosen = '';
  setHtml(root, contactApp(view));

  const choose = async (reason: string): Promise<void> => {
    if (reason === chosen) return;
    chosen = reason;
    window.__replica.state.thread = `reason-${reason}`;
    const place = deepFind('.after-reason');
    if (!place) return;
    setHtml(place, '<kat-spinner class="waiting"></kat-spinner>');
    composer.adopt();
    await pause(1000 + Math.random() * 900);
    if (reason !== chosen) return;
    setHtml(
      place,
      reason === reasonWithoutText
        ? `<p class="template-only">${pageLabels[view.loc].reasons[3]}</p>`
        : contactForm(view),
    );
    composer.adopt();
  };

  document.addEventListener('change', (event) => {
    const radio = event.target;
    if (!(radio instanceof Element)) return;
    const host = radio.closest('kat-radiobutton');
    if (!host) return;
    for (const other of document.querySelectorAll('kat-radiobutton'))
      if (other !== host) other.removeAttribute('checked');
    void choose(host.getAttribute('value') ?? '');
  });

  document.addEventListener('click', (event) => {
    const action = actionOf(event);
    if (action?.name !== 'send' || action.element.hasAttribute('disabled') || composer.state === '') return;
    if (!event.isTrusted) {
      count('forged', false, 'send');
      return;
    }
    count('sent', true);
    window.__replica.state.sentTexts.push(composer.state);
    composer.clear();
    const result = deepFind('.contact-result');
    const { sent } = pageLabels[view.loc];
    // As the newer pages do it: a plain block with the class the success text is known by, inside the alert element.
    if (result)
      setHtml(
        result,
        `<kat-alert variant="success" header="" description="${sent}"><div class="kat-alert-success-content sr-only">${sent}</div></kat-alert>`,
      );
    document.querySelector('form.reasons')?.remove();
  });
}
