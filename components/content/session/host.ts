/** Name of Parley's element in the page; part of the contract with tests and documentation. */
const HOST = 'parley-root';
/** Element of the underlines, apart from the bar: it lies over the composer and takes no pointer. */
const MARKS = 'parley-marks';

/** What is typed into Parley is not the page's business: its single-key shortcuts would fire. */
const PRIVATE_EVENTS = ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'beforeinput', 'input'];

/** Parley's two elements in one document. */
export interface PageHost {
  readonly element: HTMLElement;
  /** Where the interface is rendered. */
  readonly container: HTMLElement;
  /** Where underlines are drawn. */
  readonly marks: ShadowRoot;
}

/** The world all scripts of the extension share in one document; after a reload of the extension it is a new one. */
interface SharedWorld {
  parleyMarks?: Set<Element>;
}
const livingMarks = (): Set<Element> => ((globalThis as SharedWorld).parleyMarks ??= new Set());

/**
 * A reloaded extension leaves its old elements behind; they are dead and only confuse. Another living assistant keeps its
 * marks, and puts its bar back itself if the page on screen is still its own.
 */
const removeOrphans = () =>
  document.querySelectorAll(`${HOST}, ${MARKS}`).forEach((element) => livingMarks().has(element) || element.remove());

/** A form sent without a press of the agent's just before was sent by the page. Units: ms. */
const PRESS_MS = 1_000;

const refuse = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** The page can reach into an open root; what it presses or sends there is not the agent's wish. */
function refuseForged(root: ShadowRoot): void {
  let pressedAt = -Infinity;
  const onPress = (event: Event): void => {
    if (event.isTrusted) pressedAt = event.timeStamp;
    else refuse(event);
  };
  for (const type of ['click', 'keydown']) root.addEventListener(type, onPress, { capture: true });
  // `requestSubmit` of the page gives an event the browser vouches for.
  const onSubmit = (event: Event): void => {
    if (!event.isTrusted || event.timeStamp - pressedAt > PRESS_MS) refuse(event);
  };
  root.addEventListener('submit', onSubmit, { capture: true });
}

/**
 * Creates Parley's elements with their styles inside; nothing is placed into the page yet but the empty marks layer.
 * Plain elements: `customElements` is null for content scripts in Chromium.
 */
export function createPageHost(css: string, signal: AbortSignal): PageHost {
  removeOrphans();
  const element = document.createElement(HOST);
  const root = element.attachShadow({ mode: 'open' });
  refuseForged(root);
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  root.append(style, container);
  for (const type of PRIVATE_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());

  const marksHost = document.createElement(MARKS);
  marksHost.style.cssText = 'all: initial; position: fixed; inset: 0; pointer-events: none; z-index: 2147483000';
  const marks = marksHost.attachShadow({ mode: 'open' });
  document.documentElement.append(marksHost);

  livingMarks().add(marksHost);
  const end = (): void => {
    livingMarks().delete(marksHost);
    for (const ours of [element, marksHost]) ours.remove();
  };
  signal.addEventListener('abort', end, { once: true });
  return { element, container, marks };
}
