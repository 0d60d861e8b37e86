import type { TaughtField } from '@/utils/domain/profiles/profile';
import { allBelow, shownChildren } from '@/utils/page/blocks';
import { composedText } from '@/utils/page/composed-text';
import { fieldKind } from '@/utils/page/field-kind';
import { innerTextBox } from '@/utils/page/text-box';
import { composedParent, isOwn, isVisible } from '@/utils/page/visible';

/** Parts of a page that the arrow keys go through. */
const MAX_STOPS = 3_000;
const BOXES = 'textarea,input,[contenteditable="true"]';
const SILENT = /^(?:script|style|noscript|template|head|title|option|svg|path)$/;

/** The element at a point of the window, through open shadow roots, behind whatever is Parley's own. */
export function elementAt(doc: Document, x: number, y: number): Element | null {
  let found: Element | null = null;
  let root: Document | ShadowRoot = doc;
  for (let depth = 0; depth < 20; depth++) {
    const inner: Element | undefined = root
      .elementsFromPoint(x, y)
      .find((element) => !isOwn(element) && element !== found);
    if (!inner || (found && !root.contains(inner))) return found;
    found = inner;
    if (!inner.shadowRoot) return found;
    root = inner.shadowRoot;
  }
  return found;
}

const isTextBox = (element: Element): boolean => fieldKind(element as HTMLElement) !== null;

/** The text box meant by a part of the page: itself, the one it stands in, or the only one inside. */
export function boxMeant(element: Element): HTMLElement | null {
  const around = element.closest<HTMLElement>('[contenteditable="true"]');
  if (around) return around;
  const own = innerTextBox(element);
  if (own && isTextBox(own)) {
    const inside = [...element.querySelectorAll(BOXES)].filter((box) => isTextBox(box) && isVisible(box));
    return inside.length > 1 ? null : own;
  }
  return null;
}

/** What the step is about around the part that was pointed at: for the text box the box, else the part itself. */
export const snap = (field: TaughtField, element: Element): Element =>
  field === 'composer' ? (boxMeant(element) ?? element) : element;

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node as Text).data.trim() !== '');

/** The parts the arrow keys go through in a step, in page order: text boxes, or everything that shows words of its own. */
export function stopsOf(field: TaughtField, doc: Document): readonly Element[] {
  const all = allBelow(doc.body, MAX_STOPS * 4).filter(
    (element) => !isOwn(element) && !SILENT.test(element.localName) && isVisible(element),
  );
  const stops = all.filter((element) =>
    field === 'composer' ? element.matches(BOXES) && isTextBox(element) : hasOwnText(element),
  );
  const suits = field === 'orderId' ? stops.filter((element) => /\d{4}/.test(element.textContent ?? '')) : stops;
  return suits.toSorted(byPlace).slice(0, MAX_STOPS);
}

/** Page order, also across shadow roots: by the places on screen. */
const byPlace = (one: Element, other: Element): number => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left;
};

/** One part larger; null at the page itself. */
export function wider(element: Element): Element | null {
  const parent = composedParent(element);
  return parent && !parent.matches('html,body') ? parent : null;
}

/** One part smaller: the first one inside that shows something. */
export const narrowerOf = (element: Element): Element | null =>
  shownChildren(element).find((child) => !SILENT.test(child.localName) && isVisible(child) && sayingOf(child) !== '') ??
  null;

/** What a part says, in one line that can be read out; an empty text for an empty box. */
export function sayingOf(element: Element): string {
  const box = element.matches(BOXES) ? (element as HTMLTextAreaElement) : null;
  const text = box && 'value' in box ? box.value : composedText(element);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
