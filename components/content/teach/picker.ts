import type { TaughtField } from '@/utils/domain/profiles/profile';
import { elementAt, narrowerOf, snap, stopsOf, wider } from './pick-target';

/** What the picker tells whoever started it. */
export interface PickHandlers {
  /** Another part is marked; null when none is. */
  readonly onMark: (element: Element | null) => void;
  readonly onTake: (element: Element) => void;
  readonly onCancel: () => void;
}

/** A way to point at one part of the page. */
export interface Picker {
  /** Starts pointing for a step. */
  start(field: TaughtField): void;
  stop(): void;
}

/** What a hand does with a page: none of it may arrive there while somebody points. */
const HAND = [
  'pointerdown', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu',
  'touchstart', 'touchend', 'touchmove', 'dragstart', 'drop', 'submit', 'reset', 'beforeinput', 'paste', 'cut',
] as const; // prettier-ignore
const MOVES = [
  'pointermove',
  'pointerover',
  'pointerout',
  'pointerenter',
  'pointerleave',
  'mousemove',
  'mouseover',
  'mouseout',
  'mouseenter',
  'mouseleave',
] as const;
const KEYS = ['keydown', 'keyup', 'keypress'] as const;
const OURS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape']);

/** Scrolls what lies under the pointer as the wheel would have; the layer is above it and would swallow the wheel. */
function scrollUnder(event: WheelEvent): void {
  for (let at = elementAt(document, event.clientX, event.clientY); at; at = wider(at)) {
    const { overflowY } = getComputedStyle(at);
    if (!/auto|scroll/.test(overflowY) || at.scrollHeight <= at.clientHeight) continue;
    const before = at.scrollTop;
    at.scrollTop += event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    if (at.scrollTop !== before) return event.preventDefault();
  }
}

/**
 * Lets somebody point at a part of the page with pointer or keyboard. A layer of Parley's own lies over the page and takes
 * every event of the hand, so that no button of the page is pressed; what reaches the window all the same is stopped there.
 */
export function createPicker(layer: HTMLElement, host: HTMLElement, handlers: PickHandlers): Picker {
  let life: AbortController | null = null;
  let field: TaughtField = 'composer';
  let marked: Element | null = null;
  /** The parts that were left by making the mark larger, to go back the same way. */
  let narrower: Element[] = [];

  const mark = (element: Element | null, trail: Element[] = []): void => {
    if (element === marked) return;
    marked = element;
    narrower = trail;
    handlers.onMark(element);
  };
  const isInPanel = (event: Event): boolean => event.composedPath()[0] !== layer && event.composedPath().includes(host);
  const swallow = (event: Event): void => {
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onHand = (event: Event): void => {
    if (isInPanel(event)) return;
    swallow(event);
    if (event.type !== 'click' || !event.isTrusted) return;
    const { clientX, clientY } = event as MouseEvent;
    const element = elementAt(document, clientX, clientY);
    // After the arrow keys have made the part larger, a click within it takes the part that is marked.
    const meant = marked && element && marked.contains(element) ? marked : element && snap(field, element);
    if (meant) handlers.onTake(meant);
  };
  const onMove = (event: Event): void => {
    if (isInPanel(event)) return;
    event.stopImmediatePropagation();
    if (event.type !== 'pointermove') return;
    const { clientX, clientY } = event as PointerEvent;
    const element = elementAt(document, clientX, clientY);
    if (!element || (marked && narrower.length > 0 && marked.contains(element))) return;
    mark(snap(field, element));
  };
  const step = (by: 1 | -1): void => {
    const stops = stopsOf(field, document);
    if (stops.length === 0) return;
    const at = marked ? stops.findIndex((stop) => stop === marked || narrower.includes(stop)) : -1;
    const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
    const element = stops[next]!;
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    mark(element);
  };
  const pressed: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => {
      const larger = marked && wider(marked);
      if (marked && larger) mark(larger, [marked, ...narrower]);
    },
    ArrowDown: () => {
      const [smaller, ...rest] = narrower;
      const inner = smaller ?? (marked && narrowerOf(marked));
      if (inner) mark(inner, rest);
    },
    Enter: () => marked && handlers.onTake(marked),
    Escape: () => handlers.onCancel(),
  };
  const onKey = (event: Event): void => {
    const { key, isTrusted, type } = event as KeyboardEvent;
    if (!OURS.has(key)) return isInPanel(event) ? undefined : stopTyping(event);
    // Buttons of the panel keep their own Enter.
    const isOnButton = (event.composedPath()[0] as Element).localName === 'button';
    if (key === 'Enter' && isInPanel(event) && isOnButton) return;
    swallow(event);
    if (type === 'keydown' && isTrusted) pressed[key]?.();
  };
  /** Tab leads to the panel; letters that would go into the page while somebody points go nowhere. */
  const stopTyping = (event: Event): void => {
    const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (key !== 'Tab' && !ctrlKey && !metaKey && !altKey) swallow(event);
  };

  return {
    start(next) {
      field = next;
      mark(null);
      if (life) return;
      life = new AbortController();
      const { signal } = life;
      layer.hidden = false;
      for (const type of HAND) addEventListener(type, onHand, { capture: true, passive: false, signal });
      for (const type of MOVES) addEventListener(type, onMove, { capture: true, signal });
      for (const type of KEYS) addEventListener(type, onKey, { capture: true, signal });
      addEventListener('wheel', (event) => !isInPanel(event) && scrollUnder(event), { passive: false, signal });
    },
    stop() {
      mark(null);
      layer.hidden = true;
      life?.abort();
      life = null;
    },
  };
}
