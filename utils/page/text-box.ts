import { shadowRootOf } from './deep-query';
import { readText } from './selection';
import { composedParent, isOwn, isVisible } from './visible';

/** The native text box of an element: itself, or the one inside the component that wraps it; null before its upgrade. */
export function innerTextBox(element: Element): HTMLElement | null {
  if (element.matches('textarea,input,[contenteditable="true"]')) return element as HTMLElement;
  const inner = 'textarea[part="textarea"],textarea,[contenteditable="true"]';
  return shadowRootOf(element)?.querySelector<HTMLElement>(inner) ?? element.querySelector<HTMLElement>(inner);
}

/** Surveys under a page: "Was this page helpful?"; what they ask stands beside the box, not in it. */
const SURVEY =
  /survey|feedback|helpful|hilfreich|utile|a(?:idé|yudad)|役に立|帮助|帮到|مفيد|도움이|yardımcı oldu|pomocn|nuttig|till hjälp/i;
const MAX_SURVEY = 240;

const asksOpinion = (element: Element): boolean => {
  if (
    ['placeholder', 'name', 'aria-label', 'label'].some((name) =>
      /feedback|survey/i.test(element.getAttribute(name) ?? ''),
    )
  )
    return true;
  const foot = element.closest('footer,[role="contentinfo"]');
  if (!foot) return false;
  // A conversation may have a foot of its own; that of the page is nobody's.
  const said = (foot.textContent ?? '').trim();
  return foot.parentElement?.localName === 'body' || (said.length <= MAX_SURVEY && SURVEY.test(said));
};

/** Whether a text box asks for an opinion about the page instead of a message to a buyer. */
export const isFeedbackBox = (...elements: readonly Element[]): boolean => elements.some(asksOpinion);

/** The text box that stands nearest to a part of the page, as far as one element holds both; the last of those as near. */
export function nearestTo<T>(anchor: Element, boxes: readonly T[], elementOf: (box: T) => Element): T | undefined {
  const above: Element[] = [];
  for (let at: Element | null = anchor; at; at = composedParent(at)) above.push(at);
  const distanceOf = (box: T): number => {
    for (let at: Element | null = elementOf(box); at; at = composedParent(at))
      if (above.includes(at)) return above.indexOf(at);
    return above.length;
  };
  const distances = boxes.map(distanceOf);
  return boxes[distances.lastIndexOf(Math.min(...distances))];
}

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
    // Outside of a dialog everything lies under its backdrop.
    if (
      parent.matches('main,body,section,form,article,[role="dialog"]') ||
      (beyond ? parent.contains(beyond) : step > 2)
    )
      break;
    at = parent;
  }
  return best;
}

/** What parts of a page say about a text: any that disagrees outweighs all that agree. */
export const verdictOf = (signs: readonly (boolean | undefined)[]): boolean | undefined =>
  signs.includes(false) ? false : signs.includes(true) ? true : undefined;
