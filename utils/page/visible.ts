/** Tag of Parley's own host element; readers and observers pass it by. */
export const OWN_HOST_TAG = 'parley-root';

/** Host elements of Parley: the bar, the underlines, teach mode. */
const OWN_TAGS = [OWN_HOST_TAG, 'parley-marks', 'parley-teach'];
const OWN = OWN_TAGS.join(',');

/** Whether an element is one of Parley's own hosts; nothing behind it belongs to the page. */
export const isOwnHost = ({ localName }: Element): boolean => OWN_TAGS.includes(localName);

/** Whether an element belongs to Parley's own interface. */
export const isOwn = (element: Element): boolean => element.closest(OWN) !== null;

/** The element that holds this one on screen: its parent, or the host of the shadow root it stands in. */
export const composedParent = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
};

/** Whether an element is rendered; the hidden copies that responsive pages keep are not. */
export function isVisible(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // An element with `display: contents` has no box of its own, so the browser calls it invisible.
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const holder = style?.display === 'contents' && style.visibility === 'visible' ? composedParent(element) : null;
  return holder !== null && isVisible(holder);
}
