import { legacyFeedback, legacyPanel } from '../aliexpress/feedback-legacy';
import { aliexpressNegative } from '../aliexpress/negative';
import { aliexpressFeedbackKeys, feedback } from '../aliexpress/records';
import { count, setComposerState } from '../kit/log';
import type { PageView } from '../view';
import { actionOf, setHtml } from './dom';

/** Counts the inputs of plain text fields and keeps what the page believes to hold. */
function listenToFields(root: HTMLElement): void {
  root.addEventListener('input', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    count('input', event.isTrusted);
    setComposerState(field.value, field.value !== '');
    const send = field.parentElement?.querySelector('[data-r=send]');
    send?.toggleAttribute('disabled', field.value === '');
    send?.classList.toggle('disable', field.value === '');
  });
  root.addEventListener('click', (event) => {
    const action = actionOf(event);
    if (action?.name !== 'send' || action.element.hasAttribute('disabled')) return;
    count(event.isTrusted ? 'sent' : 'forged', event.isTrusted, 'send');
  });
}

/** The first focus replaces the node, as the `rerender` knob asks for. */
function swapOnFocus(root: HTMLElement): void {
  let hasSwapped = false;
  root.addEventListener('focusin', ({ target }) => {
    if (hasSwapped || !(target instanceof HTMLTextAreaElement)) return;
    hasSwapped = true;
    target.replaceWith(target.cloneNode(true));
  });
}

/** Brings the feedback page of before 2020 to life. */
export function startLegacyFeedback(view: PageView, root: HTMLElement): void {
  const shown = view.knobs.blocked === 'empty' ? [] : aliexpressFeedbackKeys.map(feedback);
  setHtml(root, legacyFeedback(shown, view));
  listenToFields(root);
  if (view.knobs.rerender === 'swapNode') swapOnFocus(root);
  root.addEventListener('click', (event) => {
    const action = actionOf(event);
    const panel = root.querySelector('.evaluate-panel');
    if (action?.name === 'evaluate' && panel) {
      const chosen = shown.find(({ key }) => key === action.element.dataset.rKey);
      if (chosen) setHtml(panel, legacyPanel(chosen, view));
      window.__replica.state.thread = chosen?.key ?? '';
      setComposerState('', false);
    }
    if (action?.name === 'star') action.element.parentElement?.setAttribute('data-score', action.element.title);
  });
}

/** Shows one of the pages on which an assistant for sellers has no business. */
export function startAliexpressNegative(view: PageView, root: HTMLElement): void {
  setHtml(root, aliexpressNegative(view));
  listenToFields(root);
  if (view.knobs.rerender === 'swapNode') swapOnFocus(root);
}
