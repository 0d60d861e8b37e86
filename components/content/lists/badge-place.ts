import { composedParent } from '@/utils/page/visible';

/** A rectangle in the window. Units: CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width and height. Units: CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room kept to the edges of the row. */
const EDGE = 4;
/** Room kept to what the row shows: a count stands in a pill that is wider than its digits. */
const AIR = 3;
/** How finely places are tried. */
const STEP = 3;
/** A row is a few dozen elements; more than this is no row. */
const MOST_PARTS = 200;

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const sharedArea = (a: Box, b: Box): number =>
  isOver(a, b)
    ? (Math.min(a.right, b.right) - Math.max(a.left, b.left)) * (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
    : 0;

/** The part that two rectangles share; null when they do not touch. */
export const shared = (a: Box, b: Box): Box | null =>
  isOver(a, b)
    ? {
        left: Math.max(a.left, b.left),
        top: Math.max(a.top, b.top),
        right: Math.min(a.right, b.right),
        bottom: Math.min(a.bottom, b.bottom),
      }
    : null;

/** Whether the second rectangle lies wholly in the first. */
export const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;

/** What of the window an element's ancestors leave visible: scrollers and other boxes that cut off. */
export function clipAround(element: Element): Box | null {
  let clip: Box | null = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let node = composedParent(element); node && clip; node = composedParent(node)) {
    // The root's overflow is the window's own.
    if (node === document.documentElement || node === document.body) continue;
    const { overflowX, overflowY } = getComputedStyle(node);
    if (overflowX !== 'visible' || overflowY !== 'visible') clip = shared(clip, node.getBoundingClientRect());
  }
  return clip;
}

/** Where a row shows something: its words, and its leaves that have a size of their own (pictures, dots, buttons). */
export function takenIn(row: Element): readonly Box[] {
  const taken: Box[] = [];
  let parts = 0;
  const add = (box: Box): void => {
    if (box.right <= box.left || box.bottom <= box.top) return;
    taken.push({ left: box.left - AIR, top: box.top - 1, right: box.right + AIR, bottom: box.bottom + 1 });
  };
  const visit = (node: Node): void => {
    if ((parts += 1) > MOST_PARTS) return;
    if (node.nodeType === Node.TEXT_NODE) {
      if ((node as Text).data.trim() === '') return;
      const range = document.createRange();
      range.selectNodeContents(node);
      const holder = node.parentElement?.getBoundingClientRect();
      // Words that are cut off with an ellipsis reach further than they are seen.
      for (const line of range.getClientRects()) add((holder && shared(line, holder)) ?? line);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    const children = [...(element.shadowRoot ?? element).childNodes];
    if (children.length === 0 || /^(svg|button|input|select|canvas|video)$/.test(element.localName))
      add(element.getBoundingClientRect());
    else children.forEach(visit);
  };
  (row.shadowRoot ?? row).childNodes.forEach(visit);
  return taken;
}

/**
 * Finds room for a badge in a row: at its inline end, the lowest place first, then further inwards. Null when every place
 * would cover something the row shows.
 */
export function freePlace(row: Box, size: Size, rest: { readonly taken: readonly Box[]; readonly isRtl: boolean }) {
  const { taken, isRtl } = rest;
  const reach = (row.right - row.left) * 0.6;
  for (let inwards = EDGE; inwards <= reach; inwards += STEP) {
    const left = isRtl ? row.left + inwards : row.right - inwards - size.width;
    for (let top = row.bottom - EDGE - size.height; top >= row.top + 1; top -= STEP) {
      const box = { left, top, right: left + size.width, bottom: top + size.height };
      if (holds(row, box) && !taken.some((other) => isOver(other, box))) return { left, top };
    }
  }
  return null;
}

/** Where a badge covers least when there is no room: one of the two corners at the inline end. */
export function leastHarm(row: Box, size: Size, rest: { readonly taken: readonly Box[]; readonly isRtl: boolean }) {
  const left = rest.isRtl ? row.left + EDGE : row.right - EDGE - size.width;
  const harm = (top: number): number => {
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    return rest.taken.reduce((sum, other) => sum + sharedArea(other, box), 0);
  };
  const [low, high] = [row.bottom - 1 - size.height, row.top + 1];
  return { left, top: harm(low) <= harm(high) ? low : high };
}

/** Whether an element stands on a dark ground: the first background behind it that is not see-through. */
export function isOnDark(element: Element): boolean {
  for (let node: Element | null = element; node; node = composedParent(node)) {
    const colour = getComputedStyle(node).backgroundColor;
    const [red = 255, green = 255, blue = 255, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    if (colour.startsWith('rgb') && alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 110;
  }
  return false;
}
