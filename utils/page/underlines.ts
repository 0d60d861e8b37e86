import { remapSpans } from '../domain/text/remap';
import { rangeOver, readEditable } from './editable-text';
import type { Box } from './field-box';
import { isNative } from './field-kind';
import { createHighlightPainter } from './highlights';
import { every, listen } from './lifetime';
import type { Mark, MarkSeverity } from './mark';
import { createMirror, type Mirror } from './mirror';
import { readText } from './selection';
import { rootsAround } from './shadow-host';

/** Underlines in a field of the host page. */
export interface Underlines {
  /** Shows these marks and no others; they hold for the text the field has now. Drawn with the next frame. */
  show(marks: readonly Mark[]): void;
  hide(): void;
  /** Where a mark begins: its first line in the window; null when it is not seen. */
  rectOf(id: string): DOMRect | null;
  /** Every line of a mark that is seen. */
  rectsOf(id: string): readonly DOMRect[];
  /** The mark under a point of the window; the shortest where several overlap. */
  hitTest(x: number, y: number): string | null;
  dispose(): void;
}

// The page can move a field or change its text without any event (a bubble arrives, a value is set).
const POLL_MS = 200;

const byLength = (a: Mark, b: Mark): number => a.end - a.start - (b.end - b.start);

const isInside = (x: number, y: number, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/**
 * Underlines words in a native field (by a mirror in `layer`) or in an editable element (by ranges, without touching
 * its content). Marks that an edit touches vanish with it, those after it move along. Nothing is measured while there
 * are no marks; otherwise once a frame at most.
 */
export const createUnderlines = (
  field: HTMLElement,
  layer: ShadowRoot | HTMLElement,
  options: { readonly signal?: AbortSignal } = {},
): Underlines => {
  const life = new AbortController();
  const { signal } = life;
  const view = field.ownerDocument.defaultView ?? window;
  const mirror: Mirror | null = isNative(field) ? createMirror(field, layer) : null;
  const painter = createHighlightPainter(mirror ? layer : field, signal);
  let marks: readonly Mark[] = [];
  let text = '';
  let ranges = new Map<string, Range>();
  let isStale = false;
  let hasMoved = true;
  let frame = 0;
  let lastLook = '';

  const rangesOf = (): Map<string, Range> => {
    if (!mirror) {
      const content = readEditable(field);
      return new Map(marks.map((mark) => [mark.id, rangeOver(field, content, mark)]));
    }
    // Ranges have moved along with the mirror's text: most marks of the last frame need no new one.
    const kept = new Map([...ranges.values()].map((range) => [`${range.startOffset} ${range.endOffset}`, range]));
    return new Map(
      marks.map(({ id, start, end }) => [id, kept.get(`${start} ${end}`) ?? mirror.range(start, end)] as const),
    );
  };
  const paint = (): void => {
    const bySeverity = new Map<MarkSeverity, Range[]>();
    for (const mark of marks) {
      const range = ranges.get(mark.id);
      if (range) bySeverity.set(mark.severity, [...(bySeverity.get(mark.severity) ?? []), range]);
    }
    painter.paint(bySeverity);
  };
  /** Takes the field's text as it is now; answers whether any mark moved or vanished with it. */
  const follow = (): boolean => {
    const now = readText(field);
    if (now === text) return false;
    const next = remapSpans(marks, text, now);
    text = now;
    // What is written behind the last mark moves nothing: lines are filled in order.
    if (next.length === marks.length && next.every((mark, at) => mark === marks[at])) return false;
    marks = next;
    isStale = true;
    return true;
  };
  const draw = (): void => {
    frame = 0;
    if (signal.aborted) return;
    follow();
    if (marks.length === 0 || !field.isConnected) {
      mirror?.hide();
      hasMoved = true;
      ranges = new Map();
      return paint();
    }
    mirror?.write(text);
    // Measuring forces a layout; typing alone moves nothing that does not report it by an event.
    if (hasMoved) mirror?.place();
    hasMoved = false;
    // Scrolling alone moves the ranges along with the mirror.
    if (!isStale) return;
    isStale = false;
    ranges = rangesOf();
    paint();
  };
  const schedule = (): void => {
    if (frame === 0 && !signal.aborted) frame = view.requestAnimationFrame(draw);
  };
  const move = (): void => {
    hasMoved = true;
    if (marks.length > 0) schedule();
  };
  const restyle = (): void => {
    mirror?.restyle();
    move();
  };
  // Called between layout and paint: waiting for the next frame would show one with the old place.
  const resize = (): void => {
    restyle();
    if (marks.length > 0) mirror?.place();
  };
  const look = (): void => {
    if (marks.length === 0) return;
    const { left, top, width } = field.getBoundingClientRect();
    const now = [left, top, width, field.scrollLeft, field.scrollTop, field.isConnected].join();
    if (!mirror && [...ranges.values()].some((range) => range.collapsed)) isStale = true;
    if (now !== lastLook) move();
    if (isStale || readText(field) !== text) schedule();
    lastLook = now;
  };
  const isSeen = (rect: Box): boolean => {
    if (!mirror) return true;
    const seen = mirror.seen();
    return seen !== null && isInside((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2, seen);
  };
  const rectsOf = (id: string): readonly DOMRect[] =>
    [...((marks.some((mark) => mark.id === id) && ranges.get(id)?.getClientRects()) || [])].filter(
      (rect) => rect.width > 0 && isSeen(rect),
    );
  const dispose = (): void => {
    life.abort();
    view.cancelAnimationFrame(frame);
    resizing.disconnect();
    mirror?.remove();
    marks = [];
    ranges = new Map();
  };

  const onInput = (): void => {
    if (marks.length > 0 && follow()) schedule();
  };
  listen(field, ['input'], onInput, { signal });
  for (const root of rootsAround(field)) {
    listen(root, ['scroll'], move, { signal, capture: true, passive: true });
  }
  listen(view, ['resize'], restyle, { signal });
  listen(field, ['focus', 'transitionend'], restyle, { signal });
  if (field.ownerDocument.fonts) listen(field.ownerDocument.fonts, ['loadingdone'], restyle, { signal });
  const resizing = new view.ResizeObserver(resize);
  resizing.observe(field);
  every(POLL_MS, look, signal);
  options.signal?.addEventListener('abort', dispose, { once: true });
  if (options.signal?.aborted) dispose();

  return {
    show: (next) => {
      if (next.length === 0 && marks.length === 0) return;
      text = readText(field);
      marks = next.filter((mark) => mark.start < mark.end && mark.end <= text.length);
      isStale = true;
      schedule();
    },
    hide: () => {
      marks = [];
      schedule();
    },
    rectOf: (id) => rectsOf(id)[0] ?? null,
    rectsOf,
    hitTest: (x, y) => {
      const hit = [...marks].sort(byLength).find((mark) => rectsOf(mark.id).some((rect) => isInside(x, y, rect)));
      return hit?.id ?? null;
    },
    dispose,
  };
};
