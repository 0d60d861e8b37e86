import { listen } from './lifetime';
import { isOwnHost } from './visible';

/** How the page sends what stands in a text box. Parley never does; it only has to tell such a press from others. */
export interface Sending {
  /** The page's own controls that send, as far as they are known. */
  readonly controls: readonly Element[];
  /** Whether Enter alone sends; with Ctrl or the command key it does wherever a page listens for that. */
  readonly byEnter: boolean;
}

/** What to do with a press that sends: it waits, it is let through this once, or it is nobody's business. */
export type PressVerdict = 'wait' | 'let-once' | 'free';

/** What a watcher of send presses asks and tells. */
export interface PressWatch {
  readonly view: Window;
  readonly signal: AbortSignal;
  /** The text box on screen. */
  readonly field: () => HTMLElement | null;
  readonly sending: (field: HTMLElement) => Sending;
  /** Asked first: while presses are free nothing of the page is looked at. */
  readonly verdict: () => PressVerdict;
  /** A press that would have sent did not reach the page. */
  readonly onHeld: () => void;
  /** A press that sends was let through. */
  readonly onLet: () => void;
}

/** A press with the pointer from its first event to the click. */
const BEGINS = ['pointerdown', 'mousedown', 'touchstart'];
const GOES_ON = ['pointerup', 'mouseup', 'touchend'];
const KEYS = ['keydown', 'keypress', 'keyup'];

/** Whether an input method is composing: Enter then ends a word. 229 is what some report with the closing key. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/**
 * Hears presses of the page's own send control, and the Enter that sends, before the page does: on the window, in the
 * capture phase, with pointer and keyboard and through open shadow roots. A press that must wait goes no further; nothing is
 * ever dispatched in its place.
 */
export function watchSendPresses(watch: PressWatch): void {
  const { view, signal } = watch;
  /** Whether the press under way is held. */
  let isPressHeld = false;
  /** The key that is down. */
  let keyDown = '';
  /** The key whose press was held: until it is up, its repeats are nobody's business. Other keys may come and go. */
  let heldKey = '';
  /** The key that was pressed inside Parley, as to answer the question: it must not go on in the page. */
  let ownKey = '';

  const isOwn = (path: readonly EventTarget[]): boolean =>
    path.some((target) => 'localName' in target && isOwnHost(target as Element));
  const sendingNow = (): Sending | null => {
    const field = watch.field();
    return field ? watch.sending(field) : null;
  };
  const isOnControl = (event: Event): boolean => {
    const path = event.composedPath();
    return !isOwn(path) && (sendingNow()?.controls.some((control) => path.includes(control)) ?? false);
  };
  const hold = (event: Event): void => {
    stop(event);
    heldKey = keyDown;
    watch.onHeld();
  };

  const onBegin = (event: Event): void => {
    if (event.type === 'pointerdown' || !isPressHeld) isPressHeld = watch.verdict() === 'wait' && isOnControl(event);
    // Not prevented: on a touch screen there would be no click left to answer.
    if (isPressHeld) event.stopImmediatePropagation();
  };
  const onGoOn = (event: Event): void => {
    if (isPressHeld) event.stopImmediatePropagation();
  };
  /** Decides about an event that sends on its own account. */
  const decide = (event: Event, verdict: PressVerdict, sends: (event: Event) => boolean): void => {
    if (verdict === 'free' || !sends(event)) return;
    if (verdict === 'wait') hold(event);
    else watch.onLet();
  };
  const onClick = (event: Event): void => {
    // What began as a held press stays one. Keys and assistive technology come as a click alone.
    // A text mended in between has nothing to wait for.
    const now = watch.verdict();
    const verdict = isPressHeld && now !== 'free' ? 'wait' : now;
    isPressHeld = false;
    decide(event, verdict, isOnControl);
  };
  const sendsByKey = (event: KeyboardEvent, inField: boolean): boolean => {
    const path = event.composedPath();
    if (isOwn(path)) return false;
    const field = watch.field();
    if (!field) return false;
    const isEnter = event.key === 'Enter';
    if (path.includes(field)) {
      if (!isEnter || event.shiftKey || event.altKey) return false;
      return event.ctrlKey || event.metaKey || watch.sending(field).byEnter;
    }
    return !inField && watch.sending(field).controls.some((control) => path.includes(control));
  };
  const onKey = (event: Event): void => {
    const press = event as KeyboardEvent;
    if (isComposing(press)) return;
    const isOwnEvent = isOwn(event.composedPath());
    if (event.type === 'keydown' && !press.repeat) {
      // A new press; on some systems a key goes up unheard while another one is down.
      heldKey = '';
      isPressHeld = false;
      ownKey = isOwnEvent ? press.key : '';
    }
    const goesOn = press.key === heldKey || (press.key === ownKey && !isOwnEvent);
    if (goesOn) stop(event);
    if (event.type === 'keyup') {
      keyDown = '';
      if (press.key === heldKey) heldKey = '';
      if (press.key === ownKey) ownKey = '';
    }
    if (event.type !== 'keydown' || goesOn) return;
    keyDown = press.key;
    if (press.key !== 'Enter' && press.key !== ' ') return;
    const verdict = watch.verdict();
    // A key that is let through on a control comes again as its click.
    decide(event, verdict, () => sendsByKey(press, verdict === 'let-once'));
  };
  const onSubmit = (event: Event): void => {
    const field = watch.field();
    const isOfField = field !== null && (event.target as Node | null)?.contains(field) === true;
    if (isOfField && watch.verdict() === 'wait') hold(event);
  };

  const options = { signal, capture: true, passive: false };
  listen(view, BEGINS, onBegin, { ...options, passive: true });
  listen(view, GOES_ON, onGoOn, { ...options, passive: true });
  // A finger that scrolls on, a pen lifted away: no click will come.
  listen(view, ['pointercancel', 'touchcancel'], () => (isPressHeld = false), { ...options, passive: true });
  listen(view, ['click'], onClick, options);
  listen(view, KEYS, onKey, options);
  listen(view, ['submit'], onSubmit, options);
  // A key that goes up in another window is never heard of.
  listen(
    view,
    ['blur'],
    (event) => {
      if (event.target !== view) return;
      keyDown = '';
      heldKey = '';
      ownKey = '';
      isPressHeld = false;
    },
    { signal, capture: true },
  );
}
