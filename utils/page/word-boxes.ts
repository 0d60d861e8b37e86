import { intersect, type Box } from './field-box';
import { composedParent } from './visible';

/** An element's open shadow roots, at any depth: an observer does not see into them. */
export const openRootsIn = (top: ParentNode): readonly ShadowRoot[] =>
  [...(top instanceof Element ? [top] : []), ...top.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...openRootsIn(shadowRoot)] : [],
  );

/** Whether what flows over an element's edge is not seen. */
export const clips = (element: Element): boolean => getComputedStyle(element).overflow !== 'visible';

/** How far the window of a document lies from ours, when the message stands in a frame of this page. */
const frameOffset = (doc: Document): readonly [number, number] => {
  const frame = doc === document ? null : doc.defaultView?.frameElement;
  if (!frame) return [0, 0];
  const { left, top } = frame.getBoundingClientRect();
  const [x, y] = frameOffset(frame.ownerDocument);
  return [x + left + frame.clientLeft, y + top + frame.clientTop];
};

/** Whether nothing of the page lies over the words: a dialog that opens must not show our marks on it. */
const isOnTop = (words: Range, { left, right, top, bottom }: Box): boolean => {
  const holder = words.startContainer.parentElement;
  const root = words.startContainer.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint?.((left + right) / 2, (top + bottom) / 2);
  if (!hit) return false;
  for (let at: Element | null = holder ?? (root as ShadowRoot).host ?? null; at; at = composedParent(at)) {
    if (at === hit) return true;
  }
  return hit.contains(words.startContainer) || words.intersectsNode(hit);
};

/** Where words are seen, line by line, in pixels of our window; empty when they are covered, cut off or gone. */
export function boxesOf(range: Range | null, clipping: readonly Element[]): readonly Box[] {
  const node = range?.startContainer;
  const doc = node?.ownerDocument;
  if (!range || !doc || !node.isConnected) return [];
  const { innerWidth: right, innerHeight: bottom } = doc.defaultView ?? window;
  const around = [{ left: 0, top: 0, right, bottom }, ...clipping.map((element) => element.getBoundingClientRect())];
  const [x, y] = frameOffset(doc);
  return [...range.getClientRects()].flatMap((rect) => {
    const box = rect.width > 0 && rect.height > 0 ? intersect([rect, ...around]) : null;
    if (!box || !isOnTop(range, box)) return [];
    return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
  });
}
