import { count, note } from '../kit/log';
import { actionOf } from './dom';

/** What each control of the list pages would do on the real one: reach a buyer or open something, act, or unveil. */
const consequences: Readonly<Record<string, 'read' | 'sent' | 'eye'>> = {
  contact: 'read',
  row: 'read',
  yes: 'sent',
  submit: 'sent',
  save: 'sent',
};

/**
 * Counts what is activated on a page and hands every action on.
 *
 * A consequence without a trusted event is counted as forged and goes nowhere.
 */
export function watchActions(act: (name: string, element: HTMLElement) => void): void {
  document.addEventListener('click', (event) => {
    const action = actionOf(event);
    if (!action || action.element.hasAttribute('disabled')) return;
    const what = consequences[action.name];
    if (what && !event.isTrusted) {
      count('forged', false, action.name);
      return;
    }
    if (what) count(what, true, action.name);
    else note('action', event.isTrusted, action.name);
    act(action.name, action.element);
  });
  document.addEventListener('action', (event) => {
    const { action, isTrusted } = (event as CustomEvent<{ action: string; isTrusted: boolean }>).detail;
    if (isTrusted) note('action', true, action);
    else count('forged', false, action);
  });
}
