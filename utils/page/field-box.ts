import { shadowHost } from './shadow-host';

/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the text of a native field is seen, and how it is scrolled; all lengths in CSS pixels. */
export interface FieldBox {
  /** The padding box in the window, without scrollbar. */
  readonly left: number;
  readonly top: number;
  /** The same before any transform of the page. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** How much of the scale comes from CSS zoom: that part is laid out large, not drawn large, and its glyphs differ. */
  readonly zoom: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
}

/** Widths of the borders; fractions count, `clientLeft` and `clientTop` are rounded. */
export interface Borders {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// Rounding of `offsetWidth` alone stays below this.
const SCALE_NOISE = 0.01;

const scaleOf = (drawn: number, laidOut: number): number => {
  const scale = laidOut > 0 ? drawn / laidOut : 1;
  return Math.abs(scale - 1) < SCALE_NOISE ? 1 : scale;
};

/** The CSS zoom an element is laid out with, its ancestors' included; 1 where the browser does not say. */
export const cssZoom = (element: Element): number =>
  (element as Element & { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1;

// Less than a pixel is rounding, not a scrollbar.
const bar = (whole: number): number => (whole < 1 ? 0 : Math.round(whole));

/** Reads where a field's text is seen: one layout, no write. */
export const readFieldBox = (field: HTMLElement, border: Borders): FieldBox => {
  const rect = field.getBoundingClientRect();
  const zoom = cssZoom(field);
  const scaleX = zoom * scaleOf(rect.width, field.offsetWidth * zoom);
  const scaleY = zoom * scaleOf(rect.height, field.offsetHeight * zoom);
  const barWidth = bar(field.offsetWidth - field.clientWidth - border.left - border.right);
  const barHeight = bar(field.offsetHeight - field.clientHeight - border.top - border.bottom);
  const isBarOnTheLeft = field.clientLeft - border.left >= 1;
  return {
    left: rect.left + (border.left + (isBarOnTheLeft ? barWidth : 0)) * scaleX,
    top: rect.top + border.top * scaleY,
    widthPx: rect.width / scaleX - border.left - border.right - barWidth,
    heightPx: rect.height / scaleY - border.top - border.bottom - barHeight,
    scaleX,
    scaleY,
    zoom,
    scrollLeft: field.scrollLeft,
    scrollTop: field.scrollTop,
  };
};

/** Ancestors that cut off what sticks out of them, across shadow roots. */
export const clippingAncestors = (field: Element): readonly Element[] => {
  const clipping: Element[] = [];
  for (let at = field.parentElement ?? shadowHost(field); at; at = at.parentElement ?? shadowHost(at)) {
    // The window's own overflow is written on these two.
    if (at.localName === 'body' || at.localName === 'html') continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') clipping.push(at);
  }
  return clipping;
};

/** What several boxes have in common; null when they do not meet. */
export const intersect = (boxes: readonly Box[]): Box | null => {
  const left = Math.max(...boxes.map((box) => box.left));
  const top = Math.max(...boxes.map((box) => box.top));
  const right = Math.min(...boxes.map((box) => box.right));
  const bottom = Math.min(...boxes.map((box) => box.bottom));
  return left < right && top < bottom ? { left, top, right, bottom } : null;
};
