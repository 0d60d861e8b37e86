import { shadowRootOf } from './deep-query';
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

/** The text of a box, line breaks as `\n`. */
export const textOfBox = (box: HTMLElement): string =>
  (('value' in box ? (box as HTMLTextAreaElement).value : box.innerText) ?? '').replace(/\r\n?/g, '\n');

/** Displays whose children stand side by side: a bar of full width cannot stand between them. */
const IN_A_ROW = /^(inline|inline-block|inline-flex|contents)$/;
const MAX_CLIMB = 5;

/** The block of a text box before which something may stand in the page's flow. */
export function blockAround(host: Element): Element {
  let block = host;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = block.parentElement;
    const style = parent && parent.ownerDocument.defaultView?.getComputedStyle(parent);
    if (!parent || !style || parent.matches('main,body,section,form')) break;
    const isRow =
      (style.display.endsWith('flex') && !style.flexDirection.startsWith('column')) || style.display.endsWith('grid');
    if (!isRow && !IN_A_ROW.test(style.display) && parent.localName !== 'label') break;
    block = parent;
  }
  return block;
}

/** What parts of a page say about a text: any that disagrees outweighs all that agree. */
export const verdictOf = (signs: readonly (boolean | undefined)[]): boolean | undefined =>
  signs.includes(false) ? false : signs.includes(true) ? true : undefined;
