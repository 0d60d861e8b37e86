import { shadowRootOf } from './deep-query';
import { readText } from './selection';
import { isOwn, isVisible } from './visible';

/** The native text box of an element: itself, or the one inside the component that wraps it; null before its upgrade. */
export function innerTextBox(element: Element): HTMLElement | null {
  if (element.matches('textarea,input,[contenteditable="true"]')) return element as HTMLElement;
  const inner = 'textarea[part="textarea"],textarea,[contenteditable="true"]';
  return shadowRootOf(element)?.querySelector<HTMLElement>(inner) ?? element.querySelector<HTMLElement>(inner);
}

/** Whether a text box asks for an opinion about the page instead of a message to a buyer. */
export const isFeedbackBox = (...elements: readonly Element[]): boolean =>
  elements.some((element) =>
    ['placeholder', 'name', 'aria-label', 'label'].some((name) => /feedback/i.test(element.getAttribute(name) ?? '')),
  );

/** How far a text box can be used: `hidden` ones are copies, `disabled` ones tell the agent that nothing can be sent. */
export function textBoxState(box: HTMLElement, host: Element): 'ready' | 'disabled' | 'hidden' {
  if (isOwn(host) || !isVisible(host) || !isVisible(box)) return 'hidden';
  const native = box as HTMLTextAreaElement;
  const isOff = native.disabled === true || native.readOnly === true || box.getAttribute('aria-disabled') === 'true';
  return isOff || (host.hasAttribute('disabled') && host.getAttribute('disabled') !== 'false') ? 'disabled' : 'ready';
}

/** The text of a box, line breaks as `\n`: what was written, not `innerText`, which counts an empty line twice. */
export const textOfBox = (box: HTMLElement): string => readText(box).replace(/\r\n?/g, '\n');

const MAX_CLIMB = 12;

const isColumn = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || element.localName === 'label') return false;
  if (style.display.endsWith('flex')) return style.flexDirection.startsWith('column');
  return /^(block|flow-root|list-item|inline-block)$/.test(style.display);
};

/**
 * The block of a text box before which something may stand in the page's flow: as far up as neither the conversation
 * nor the page itself begins, and only where neighbours stand below each other.
 *
 * @param beyond An element of the conversation; whatever holds it is too far up.
 */
export function blockAbove(host: Element, beyond: Element | undefined): Element {
  let best: Element = host;
  let at: Element = host;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = at.parentElement;
    if (!parent) break;
    if (isColumn(parent)) best = at;
    if (parent.matches('main,body,section,form,article') || (beyond ? parent.contains(beyond) : step > 2)) break;
    at = parent;
  }
  return best;
}

/** What parts of a page say about a text: any that disagrees outweighs all that agree. */
export const verdictOf = (signs: readonly (boolean | undefined)[]): boolean | undefined =>
  signs.includes(false) ? false : signs.includes(true) ? true : undefined;
