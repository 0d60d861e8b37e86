/** Name of teach mode's element in the page; readers and observers pass it by. */
const HOST = 'parley-teach';

/** What is done in teach mode is not the page's business, nor is where its focus is: some dialogs would take it back. */
const PRIVATE_EVENTS = [
  'keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'paste', 'copy', 'cut', 'input',
]; // prettier-ignore

/** The elements of teach mode in one document. */
export interface TeachHost {
  readonly element: HTMLElement;
  /** Over the page, under the panel: takes the events of the hand while somebody points. */
  readonly layer: HTMLElement;
  readonly panel: HTMLElement;
  /** Outlines a part of the page; nothing for null. */
  outline(element: Element | null): void;
}

const refuseForged = (event: Event): void => {
  if (!event.isTrusted) event.stopImmediatePropagation();
};

const child = (parent: Element, className: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  parent.append(element);
  return element;
};

/** Puts teach mode over the page, in a root of its own with its styles inside; ends with the signal. */
export function createTeachHost(css: string, signal: AbortSignal): TeachHost {
  document.querySelectorAll(HOST).forEach((orphan) => orphan.remove());
  const element = document.createElement(HOST);
  const root = element.attachShadow({ mode: 'open' });
  // The page can reach into an open root; what it presses there is not the agent's wish.
  for (const type of ['click', 'keydown', 'submit']) root.addEventListener(type, refuseForged, { capture: true });
  for (const type of PRIVATE_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  const frame = document.createElement('div');
  frame.className = 't-root';
  root.append(frame);
  const layer = child(frame, 't-layer');
  layer.hidden = true;
  const mark = child(frame, 't-mark');
  mark.hidden = true;
  const panel = child(frame, 't-panel');
  let outlined: Element | null = null;

  const place = (): void => {
    const box = outlined?.isConnected ? outlined.getBoundingClientRect() : null;
    mark.hidden = box === null;
    if (!box) return;
    Object.assign(mark.style, {
      left: `${box.left - 3}px`,
      top: `${box.top - 3}px`,
      width: `${box.width + 6}px`,
      height: `${box.height + 6}px`,
    });
  };
  for (const type of ['scroll', 'resize']) addEventListener(type, place, { capture: true, passive: true, signal });
  document.documentElement.append(element);
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return {
    element,
    layer,
    panel,
    outline(next) {
      outlined = next;
      place();
    },
  };
}
