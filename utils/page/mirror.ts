import { editBetween } from '../domain/text/remap';
import { clippingAncestors, cssZoom, intersect, readFieldBox, type Borders, type Box } from './field-box';
import type { NativeField } from './field-kind';

/** An unseen copy of a native field's text, laid over it glyph by glyph: fields have no ranges of their own. */
export interface Mirror {
  /** Copies the text. */
  write(text: string): void;
  /** Lays the copy over the field again. */
  place(): void;
  /** The field's look may have changed: read it again with the next `place`. */
  restyle(): void;
  /** A range over a span of the text. */
  range(start: number, end: number): Range;
  /** What of the field is seen in the window; null when nothing is. */
  seen(): Box | null;
  hide(): void;
  remove(): void;
}

// Everything that decides where a glyph stands.
const COPIED = [
  'direction',
  'unicode-bidi',
  'writing-mode',
  'text-align',
  'text-align-last',
  'text-indent',
  'text-transform',
  'text-rendering',
  'text-spacing-trim',
  'text-autospace',
  'font-family',
  'font-size',
  'font-size-adjust',
  'font-style',
  'font-weight',
  'font-stretch',
  'font-variant',
  'font-kerning',
  'font-optical-sizing',
  'font-feature-settings',
  'font-variation-settings',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'word-break',
  'line-break',
  'hyphens',
  'tab-size',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
];

/** Sets styles over anything the page or our own sheets say. */
const put = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
};

/** Sets styles that mostly stay the same; setting a style to what it is would still cost the browser a look. */
const putter = (element: HTMLElement): ((styles: Readonly<Record<string, string>>) => void) => {
  const known = new Map<string, string>();
  return (styles) => {
    for (const [name, value] of Object.entries(styles)) {
      if (known.get(name) === value) continue;
      known.set(name, value);
      element.style.setProperty(name, value, 'important');
    }
  };
};

/** Creates the mirror of a field in a layer of ours. */
export const createMirror = (field: NativeField, layer: ShadowRoot | HTMLElement): Mirror => {
  const doc = layer.ownerDocument;
  const clip = doc.createElement('div');
  const copy = doc.createElement('div');
  const node = doc.createTextNode('');
  copy.append(node);
  clip.append(copy);
  clip.setAttribute('aria-hidden', 'true');
  put(clip, { all: 'initial', position: 'fixed', overflow: 'hidden', 'pointer-events': 'none', contain: 'strict' });
  put(clip, { 'transform-origin': '0 0', visibility: 'hidden' });
  put(copy, { all: 'initial', 'pointer-events': 'none', visibility: 'inherit' });
  layer.append(clip);
  const putClip = putter(clip);
  const putCopy = putter(copy);

  let borders: Borders = { left: 0, top: 0, right: 0, bottom: 0 };
  let clipping: readonly Element[] = [];
  let needsStyle = true;
  let visible: Box | null = null;

  const readStyle = (): void => {
    needsStyle = false;
    const look = getComputedStyle(field);
    const styles: Record<string, string> = {};
    for (const name of COPIED) styles[name] = look.getPropertyValue(name);
    const isOneLine = field.localName === 'input';
    const wraps = isOneLine || look.whiteSpace === 'pre' || look.whiteSpace === 'nowrap' ? 'pre' : 'pre-wrap';
    putCopy({ ...styles, 'white-space': wraps, 'overflow-wrap': 'break-word' });
    putCopy({ color: 'transparent', 'box-sizing': 'border-box' });
    // One-line fields centre their text.
    if (isOneLine) putCopy({ display: 'flex', 'align-items': 'center', height: '100%' });
    else putCopy({ display: 'block' });
    borders = {
      left: parseFloat(look.borderLeftWidth) || 0,
      top: parseFloat(look.borderTopWidth) || 0,
      right: parseFloat(look.borderRightWidth) || 0,
      bottom: parseFloat(look.borderBottomWidth) || 0,
    };
    clipping = clippingAncestors(field);
  };

  const write = (text: string): void => {
    // A line end at the very end opens a line only when something stands on it.
    const shown = text.endsWith('\n') ? `${text}\u200b` : text;
    // Only what differs: ranges on the rest stay or move along, and the browser lays out less.
    const edit = editBetween(node.data, shown);
    if (edit) node.replaceData(edit.start, edit.end - edit.start, shown.slice(edit.start, edit.start + edit.length));
  };

  const place = (): void => {
    if (needsStyle) readStyle();
    const box = readFieldBox(field, borders);
    const inWindow = {
      left: box.left,
      top: box.top,
      right: box.left + box.widthPx * box.scaleX,
      bottom: box.top + box.heightPx * box.scaleY,
    };
    visible = intersect([inWindow, ...clipping.map((element) => element.getBoundingClientRect())]);
    if (!visible) return putClip({ visibility: 'hidden' });
    // The layer stands in the page and may be zoomed with it; only the rest of the field's zoom is the copy's own.
    const around = cssZoom(layer instanceof ShadowRoot ? layer.host : layer);
    const zoom = box.zoom / around;
    const [scaleX, scaleY] = [box.scaleX / box.zoom, box.scaleY / box.zoom];
    const edge = (fromPx: number, toPx: number, scale: number): string =>
      `${Math.max(0, (toPx - fromPx) / scale / around)}px`;
    const top = edge(inWindow.top, visible.top, scaleY);
    const right = edge(visible.right, inWindow.right, scaleX);
    const bottom = edge(visible.bottom, inWindow.bottom, scaleY);
    const left = edge(inWindow.left, visible.left, scaleX);
    putClip({
      visibility: 'visible',
      left: `${box.left / around}px`,
      top: `${box.top / around}px`,
      width: `${box.widthPx * zoom}px`,
      height: `${box.heightPx * zoom}px`,
      transform: scaleX === 1 && scaleY === 1 ? 'none' : `scale(${scaleX}, ${scaleY})`,
      'clip-path': `inset(${top} ${right} ${bottom} ${left})`,
    });
    putCopy({
      zoom: String(zoom),
      width: `${box.widthPx}px`,
      transform: `translate(${-box.scrollLeft}px, ${-box.scrollTop}px)`,
    });
  };

  return {
    write,
    place,
    restyle: () => {
      needsStyle = true;
    },
    range: (start, end) => {
      const range = doc.createRange();
      range.setStart(node, Math.min(start, node.length));
      range.setEnd(node, Math.min(end, node.length));
      return range;
    },
    seen: () => visible,
    hide: () => {
      visible = null;
      putClip({ visibility: 'hidden' });
    },
    remove: () => clip.remove(),
  };
};
