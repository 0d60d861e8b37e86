import type { Span } from '../domain/text/span';
import { clippingAncestors, cssZoom, type Box } from './field-box';
import { every, listen } from './lifetime';
import { rootsAround } from './shadow-host';
import { rangesOver } from './text-ranges';
import { boxesOf, clips, openRootsIn } from './word-boxes';

/** Words of a message to mark; the span counts in the text of the whole message. */
export interface WordMark extends Span {
  readonly id: string;
  /** What the mark is called where it cannot be seen. */
  readonly label: string;
}

/** A part of the message and the element that shows it; the parts are joined by line breaks. */
export interface ShownText {
  readonly element: Element | undefined;
  readonly text: string;
}

export interface WordMarkOptions {
  /** Where marks are drawn: a root of ours over the whole window, which takes no pointer. */
  readonly layer: ShadowRoot;
  readonly marks: readonly WordMark[];
  /** The message the spans were found in; a page that shows another one by now gets no marks. */
  readonly message: string;
  /** The message as it stands in the page now. */
  readonly texts: () => readonly ShownText[];
  readonly signal: AbortSignal;
  /** A key was pressed on a mark. */
  readonly onKey: (id: string, event: KeyboardEvent) => void;
  /** A mark got the focus; null when the one that had it lost it, or is seen no more. */
  readonly onFocus: (id: string | null) => void;
}

/** Marks over words of the page, in a layer of ours. */
export interface WordMarks {
  /** The mark under a point of the window. */
  hitTest(x: number, y: number): string | null;
  /** Where a mark begins in the window; null when it is not seen. */
  rectOf(id: string): DOMRect | null;
  /** Focuses a mark that is seen, counted among those that are: 0 the first, -1 the last; false when there is none. */
  focus(at: number): boolean;
  /** Ids of the marks that are seen, in the order of the text. */
  seen(): readonly string[];
}

const CSS_TEXT = `
.mark { all: initial; position: fixed; pointer-events: none; }
.mark[hidden] { display: none; }
.mark > i { position: absolute; box-sizing: border-box; border-bottom: 2px dotted #1a73e8; background: rgb(26 115 232 / 10%); }
.mark:focus > i, .mark[data-on] > i { border-bottom-style: solid; background: rgb(26 115 232 / 24%); }
.mark:focus-visible > i { outline: 2px solid #1a73e8; outline-offset: 1px; }
@media print { .mark { display: none; } }`;

/** The page can move a message without any event we hear: its words are looked for this often while they can be seen. */
const POLL_MS = 1_000;
/** What usually moves a message: a picture above it has loaded, a panel has opened or closed. */
const MOVERS = ['load', 'transitionend', 'animationend', 'toggle', 'click', 'keyup'] as const;
/** How near the pointer has to be, in pixels. */
const NEAR_PX = 2;
/** A message whose element is gone is asked for again after this time. */
const LOOK_AGAIN_MS = 500;
const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden'],
};

interface Drawn {
  readonly mark: WordMark;
  readonly button: HTMLButtonElement;
  range: Range | null;
  clipping: readonly Element[];
  /** In the window, as they are on screen. */
  boxes: readonly Box[];
}

/**
 * Marks words of a message without touching it: buttons of ours lie over them and let the pointer through, so that the
 * page's text can still be selected and its links pressed. Nothing is measured while no part of the message is in the window.
 */
export function createWordMarks(options: WordMarkOptions): WordMarks {
  const { layer, marks, signal, onFocus, onKey } = options;
  const style = document.createElement('style');
  style.textContent = CSS_TEXT;
  const group = document.createElement('div');
  const drawn = marks.map((mark): Drawn => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'mark';
    // Not in the page's tab order: it would follow everything else of the page. The chip leads here.
    button.tabIndex = -1;
    button.hidden = true;
    button.setAttribute('aria-label', mark.label);
    button.dataset['id'] = mark.id;
    button.addEventListener('focus', () => onFocus(mark.id));
    button.addEventListener('blur', () => onFocus(null));
    button.addEventListener('keydown', (event) => {
      if (!event.isTrusted) return;
      onKey(mark.id, event);
      if (event.defaultPrevented) event.stopPropagation();
    });
    group.append(button);
    return { mark, button, range: null, clipping: [], boxes: [] };
  });
  layer.append(style, group);

  let frame = 0;
  let isStale = true;
  let last = '';
  let scrolling = new AbortController();
  let watched: readonly Element[] = [];
  let mappedAt = 0;
  const inWindow = new Set<Element>();

  const schedule = (): void => {
    if (frame === 0 && !signal.aborted && inWindow.size > 0) frame = requestAnimationFrame(draw);
  };
  const observer = new MutationObserver(() => {
    isStale = true;
    schedule();
  });
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inWindow.add(target);
      else inWindow.delete(target);
    }
    // What was hidden when it was looked for may be there now.
    if (drawn.some(({ range }) => range === null)) isStale = true;
    if (inWindow.size > 0) schedule();
    else forget();
  });
  const resizing = new ResizeObserver(schedule);
  /** Nothing of the message is in the window any more. */
  const forget = (): void => {
    last = '';
    paint(drawn.map(() => []));
  };

  const watch = (elements: readonly Element[]): void => {
    watched = elements;
    for (const each of [observer, sight, resizing]) each.disconnect();
    scrolling.abort();
    scrolling = new AbortController();
    const until = AbortSignal.any([signal, scrolling.signal]);
    for (const gone of [...inWindow]) if (!elements.includes(gone)) inWindow.delete(gone);
    const roots = new Set<Node>();
    for (const element of elements) {
      for (const root of [element, ...openRootsIn(element)]) observer.observe(root, OBSERVED);
      sight.observe(element);
      resizing.observe(element);
      for (const root of [...openRootsIn(element), ...rootsAround(element)]) roots.add(root);
    }
    for (const root of roots) listen(root, ['scroll'], schedule, { signal: until, capture: true, passive: true });
  };

  const map = (): void => {
    isStale = false;
    mappedAt = performance.now();
    const shown = options.texts();
    const isSame = shown
      .map(({ text }) => text)
      .join('\n')
      .startsWith(options.message);
    const texts = isSame ? shown : [];
    for (const each of drawn) each.range = null;
    let offset = 0;
    for (const { element, text } of texts) {
      const [from, to] = [offset, offset + text.length];
      offset = to + 1;
      const here = drawn.filter(({ mark }) => mark.start >= from && mark.end <= to);
      if (here.length === 0 || !element) continue;
      const spans = here.map(({ mark }) => ({ start: mark.start - from, end: mark.end - from }));
      rangesOver(element, text, spans).forEach((range, at) => {
        const each = here[at]!;
        each.range = range;
        const holder = range?.startContainer.parentElement ?? element;
        each.clipping = range ? [...(clips(holder) ? [holder] : []), ...clippingAncestors(holder)] : [];
      });
    }
    watch([...new Set(texts.flatMap(({ element }) => element ?? []))]);
  };

  const paint = (boxes: readonly (readonly Box[])[]): void => {
    const zoom = cssZoom(layer.host);
    const px = (value: number): string => `${value / zoom}px`;
    drawn.forEach((each, at) => {
      const { button } = each;
      each.boxes = boxes[at]!;
      const wasFocused = layer.activeElement === button;
      button.hidden = each.boxes.length === 0;
      if (button.hidden) {
        if (wasFocused) onFocus(null);
        return;
      }
      const left = Math.min(...each.boxes.map((box) => box.left));
      const top = Math.min(...each.boxes.map((box) => box.top));
      const right = Math.max(...each.boxes.map((box) => box.right));
      const bottom = Math.max(...each.boxes.map((box) => box.bottom));
      Object.assign(button.style, { left: px(left), top: px(top), width: px(right - left), height: px(bottom - top) });
      button.replaceChildren(
        ...each.boxes.map((box) => {
          const line = document.createElement('i');
          Object.assign(line.style, {
            left: px(box.left - left),
            top: px(box.top - top),
            width: px(box.right - box.left),
            height: px(box.bottom - box.top),
          });
          return line;
        }),
      );
    });
  };

  /** What is exchanged below an observed element reports it; an element that goes away does not. */
  const isGone = (): boolean =>
    (watched.length === 0 || watched.some((element) => !element.isConnected)) &&
    performance.now() - mappedAt > LOOK_AGAIN_MS;
  const look = (): void => {
    if (signal.aborted || document.hidden) return;
    if (isGone()) map();
    if (inWindow.size === 0) return;
    if (isStale) map();
    const boxes = drawn.map(({ range, clipping }) => boxesOf(range, clipping));
    const now = JSON.stringify(boxes);
    if (now === last) return;
    last = now;
    paint(boxes);
  };
  const draw = (): void => {
    frame = 0;
    look();
  };

  listen(window, ['resize'], schedule, { signal });
  listen(document, ['visibilitychange'], schedule, { signal });
  listen(document, MOVERS, schedule, { signal, capture: true, passive: true });
  every(POLL_MS, look, signal);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    for (const each of [observer, sight, resizing]) each.disconnect();
    for (const each of [style, group]) each.remove();
  });
  map();

  const visible = (): readonly Drawn[] => drawn.filter(({ boxes }) => boxes.length > 0);
  return {
    hitTest: (x, y) =>
      visible().find(({ boxes }) =>
        boxes.some(
          ({ left, right, top, bottom }) =>
            x >= left - NEAR_PX && x <= right + NEAR_PX && y >= top - NEAR_PX && y <= bottom + NEAR_PX,
        ),
      )?.mark.id ?? null,
    rectOf: (id) => {
      const box = drawn.find(({ mark }) => mark.id === id)?.boxes[0];
      return box ? new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top) : null;
    },
    focus: (at) => {
      const button = visible().at(at)?.button;
      button?.focus({ preventScroll: true });
      return button !== undefined;
    },
    seen: () => visible().map(({ mark }) => mark.id),
  };
}
