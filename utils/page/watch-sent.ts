import { textOfBox } from './text-box';
import { isVisible } from './visible';

/** What a watcher of sent messages looks at; all of it may change under its hands. */
export interface SentWatch {
  readonly doc: Document;
  readonly signal: AbortSignal;
  /** Which conversation is open; a change of it forgets the draft. */
  readonly conversation: () => string;
  /** Finds the composer; asked again only when the one found before has left the page. */
  readonly composer: () => HTMLElement | undefined;
  /** Newest message of the agent's own side, and how many there are. */
  readonly ownMessages: () => { readonly count: number; readonly last: string };
  /** Selector of the alerts that say "sent". */
  readonly alerts: string;
  /** Roots besides the document in which the page may change. */
  readonly roots: () => readonly Node[];
  readonly onMessage: () => void;
  readonly onAlert: (alert: Element) => void;
}

/** Pages write several times while they send; one look per pause is enough. */
const PAUSE_MS = 120;
/** A page without a composer is not searched more often than this. */
const SEARCH_PAUSE_MS = 1_000;
/** Part of a message that is compared; pages shorten or decorate the end. */
const COMPARED = 60;

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Watches for the page's own signs that a message went out: an alert that was not there before, or the composer empty
 * while a new message of ours says what stood in it. Nothing is pressed and nothing is guessed from keys or clicks.
 */
export function watchSent(watch: SentWatch): void {
  const { doc, signal } = watch;
  const alerts = (): readonly Element[] =>
    watch.alerts ? [...doc.querySelectorAll(watch.alerts)].filter(isVisible) : [];
  const known = new WeakSet<Element>(alerts());
  let conversation = watch.conversation();
  let typed = '';
  /** Something was written since the last message went out; without that no alert can be about one. */
  let hasWritten = false;
  let before = { count: 0, last: '' };
  let box: HTMLElement | undefined;
  let searchedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => schedule());
  const observe = (): void => {
    for (const root of [doc, ...watch.roots()])
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['variant', 'hidden', 'value', 'class'],
      });
  };
  const draft = (): string | undefined => {
    if (!box?.isConnected && performance.now() - searchedAt > SEARCH_PAUSE_MS) {
      searchedAt = performance.now();
      box = watch.composer();
    }
    return box?.isConnected ? textOfBox(box) : undefined;
  };
  const lookForAlert = (): boolean => {
    if (!hasWritten && box?.isConnected) return false;
    const fresh = alerts().find((alert) => !known.has(alert));
    if (!fresh) return false;
    known.add(fresh);
    typed = '';
    hasWritten = false;
    watch.onAlert(fresh);
    return true;
  };
  const lookAtDraft = (): void => {
    const open = watch.conversation();
    if (open !== conversation) {
      conversation = open;
      typed = '';
    }
    const text = draft() ?? '';
    if (text.trim() !== '') {
      if (typed === '') before = watch.ownMessages();
      typed = text;
      hasWritten = true;
      return;
    }
    if (typed === '') return;
    const now = watch.ownMessages();
    const isNew = now.count > before.count || now.last !== before.last;
    if (!isNew || !flat(now.last).includes(flat(typed).slice(0, COMPARED))) return;
    typed = '';
    hasWritten = false;
    watch.onMessage();
  };
  const schedule = (): void => {
    // Nothing more is heard until the look: a page with thousands of mutations a second costs no more than a calm one.
    observer.disconnect();
    timer ??= setTimeout(() => {
      timer = undefined;
      if (signal.aborted) return;
      if (!lookForAlert()) lookAtDraft();
      observe();
    }, PAUSE_MS);
  };
  /** Per key only the text is noted; whatever asks the page anything waits for the pause. */
  const onInput = (): void => {
    const text = draft() ?? '';
    if (text.trim() === '') return schedule();
    if (typed === '') before = watch.ownMessages();
    typed = text;
    hasWritten = true;
  };
  if (signal.aborted) return;
  observe();
  // Boxes inside shadow roots report typing by a composed event; a send that empties them at once must not be missed.
  doc.addEventListener('input', onInput, { capture: true, passive: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
