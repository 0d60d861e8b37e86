/** What the page counts; mirrored to `document.documentElement.dataset` as `data-r-<name>`. */
export const counterNames = ['sent', 'read', 'eye', 'nav', 'input', 'net', 'bot', 'forged'] as const;
/** One of the page's counters. `forged`: a send, read or unveil that no trusted event caused. */
export type CounterName = (typeof counterNames)[number];

/** One thing the page noticed. */
export interface ReplicaEvent {
  readonly kind: string;
  readonly trusted: boolean;
  readonly detail?: string;
  /** Units: milliseconds since the page was opened. */
  readonly at: number;
}

/** The page's own record, readable in the page world as `window.__replica`. */
export interface ReplicaLog {
  readonly events: ReplicaEvent[];
  readonly counters: Record<CounterName, number>;
  /** `composer` is what the page's app believes to be the text: the oracle for every insertion. */
  readonly state: { composer: string; sendEnabled: boolean; thread: string; sentTexts: string[] };
  /** DOM changes seen in the body so far. */
  mutations: number;
}

declare global {
  interface Window {
    __replica: ReplicaLog;
  }
}

function capital(name: string): string {
  return `r${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
}

/** Adds one to a counter, mirrors it to the document element and records who caused it. */
export function count(name: CounterName, trusted: boolean, detail?: string): void {
  const log = window.__replica;
  log.counters[name] += 1;
  document.documentElement.dataset[capital(name)] = String(log.counters[name]);
  note(name, trusted, detail);
}

/** Records something without counting it. */
export function note(kind: string, trusted: boolean, detail?: string): void {
  const log = window.__replica;
  // A page left open for hours with mutation noise must not grow without end.
  if (log.events.length > 5000) log.events.splice(0, 1000);
  log.events.push({ kind, trusted, at: Math.round(performance.now()), ...(detail === undefined ? {} : { detail }) });
}

/** Tells the log what the page's app holds now; the only writer of the insertion oracle. */
export function setComposerState(text: string, sendEnabled: boolean): void {
  const { state } = window.__replica;
  if (state.composer !== text) note('composer', false, String(text.length));
  state.composer = text;
  state.sendEnabled = sendEnabled;
}

/** True while the page's own router moves; a navigation at any other time without a user's hand is counted. */
let pageMoves = false;

/** Runs a navigation of the page's own. */
export function asPage(move: () => void): void {
  pageMoves = true;
  try {
    move();
  } finally {
    pageMoves = false;
  }
}

interface NavigateLike extends Event {
  readonly userInitiated: boolean;
  readonly destination: { readonly url: string };
}

function watchNavigation(): void {
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { userInitiated, destination } = event as NavigateLike;
    if (!pageMoves && !userInitiated) count('nav', false, destination.url);
  });
}

function watchNetwork(): void {
  const seen = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { name } = entry;
      if (!/^https?:/.test(name)) continue;
      const { origin, pathname } = new URL(name);
      const ours = origin === location.origin && (pathname.startsWith('/assets/') || pathname === '/favicon.ico');
      // Frames show up as resources too; the desk itself opens them.
      const frame = (entry as PerformanceResourceTiming).initiatorType === 'iframe';
      if (!ours && !frame) count('net', false, name);
    }
  });
  seen.observe({ type: 'resource', buffered: true });
  addEventListener('securitypolicyviolation', (event) =>
    note('csp', false, `${event.violatedDirective} ${event.blockedURI}`),
  );
}

function watchForgedInput(): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup']) {
    document.addEventListener(type, (event) => !event.isTrusted && count('bot', false, type), { capture: true });
  }
}

/** Starts the page log; called once, before anything else of the page runs. */
export function startLog(): void {
  const counters = Object.fromEntries(counterNames.map((name) => [name, 0])) as Record<CounterName, number>;
  window.__replica = {
    events: [],
    counters,
    state: { composer: '', sendEnabled: false, thread: '', sentTexts: [] },
    mutations: 0,
  };
  for (const name of counterNames) document.documentElement.dataset[capital(name)] = '0';
  watchNavigation();
  watchNetwork();
  watchForgedInput();
  new MutationObserver((records) => {
    window.__replica.mutations += records.length;
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}
