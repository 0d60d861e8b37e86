import { expect } from 'vitest';

/** One seller page in either browser, seen and touched only the way a person can, besides reading its own log. */
export interface Tab {
  readonly browser: 'Chromium' | 'Firefox';
  /** Evaluates an expression in the page's own world. */
  evaluate<T>(expression: string): Promise<T>;
  goto(url: string): Promise<void>;
  /** A real click at a point of the window. Units: CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** A chord such as `Alt+1`. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Input methods, where the browser can be driven like one. */
  readonly ime?: {
    readonly begin: (text: string) => Promise<void>;
    readonly commit: (text: string) => Promise<void>;
  };
  /** Hands a text over the way the popup does, where its page can be reached. */
  readonly fromPopup?: (text: string) => Promise<void>;
  close(): Promise<void>;
}

/**
 * Looks into a seller page from its own world. It runs inside the page, so it can only use what it holds itself.
 * Frames: the innermost replica page counts, because that is where the composer is.
 */
const HAND = `(() => {
  const frame = document.querySelector('iframe.inner-page');
  const win = frame ? frame.contentWindow : window;
  const doc = win.document;
  const at = frame ? frame.getBoundingClientRect() : { left: 0, top: 0 };
  const shown = (node) => node.checkVisibility({ visibilityProperty: true });
  const deep = (css, root = doc) => {
    for (const node of root.querySelectorAll(css)) if (shown(node)) return node;
    for (const node of root.querySelectorAll('*')) {
      const hit = node.shadowRoot && node.localName !== 'parley-root' && deep(css, node.shadowRoot);
      if (hit) return hit;
    }
    return null;
  };
  const ours = () => doc.querySelector('parley-root')?.shadowRoot ?? null;
  const host = () => deep('[data-r=composer]') ?? deep('.editor textarea, .editor [contenteditable]');
  const field = () => host()?.shadowRoot?.querySelector('textarea') ?? host()?.querySelector?.('textarea') ?? host();
  const counter = () =>
    host()?.shadowRoot?.querySelector('.counter') ?? host()?.querySelector('.counter') ?? deep('.count');
  const said = (box) => box.isContentEditable
    ? [...box.childNodes].map((node) => node.localName === 'br' ? '' : node.textContent).join('\\n').replace(/\\u00a0/g, ' ')
    : box.value;
  const centre = (node) => {
    const box = node.getBoundingClientRect();
    return { x: at.left + box.left + box.width / 2, y: at.top + box.top + box.height / 2 };
  };
  return { win, doc, deep, ours, host, field, counter, said, centre };
})()`;

/** Evaluates an expression that may use \`hand\`, the helpers for looking into a seller page. */
export const withHand = <T>(tab: Tab, expression: string): Promise<T> =>
  tab.evaluate<T>(`((hand) => (${expression}))(${HAND})`);

/** What a page and Parley on it show at one moment. */
export interface Sight {
  /** What the page's app holds: the oracle. */
  readonly state: string;
  readonly sendEnabled: boolean;
  readonly sentTexts: readonly string[];
  /** The text in the box; undefined where a closed root hides it. */
  readonly field: string | undefined;
  /** The number the page's counter shows; undefined where it has none or hides it. */
  readonly counted: number | undefined;
  readonly notice: string;
  readonly health: string;
  readonly cards: number;
  readonly hasForm: boolean;
  readonly uis: number;
  readonly forbidden: Readonly<Record<string, number>>;
  /** Events the box reported since \`watch\`: \`!\` marks those no person caused. */
  readonly events: readonly string[];
}

/** Reads everything at once, so that the parts belong together. */
export const look = (tab: Tab): Promise<Sight> =>
  withHand<Sight>(
    tab,
    `{
  ...((log) => ({ state: log.composer, sendEnabled: log.sendEnabled, sentTexts: [...log.sentTexts] }))(hand.win.__replica.state),
  field: hand.field() && ('value' in hand.field() || hand.field().isContentEditable) ? hand.said(hand.field()) : undefined,
  counted: hand.counter() ? Number.parseInt(hand.counter().textContent, 10) : undefined,
  notice: hand.ours()?.querySelector('[aria-live=polite]')?.innerText ?? '',
  health: hand.doc.querySelector('parley-root')?.dataset.health ?? '',
  cards: hand.ours()?.querySelectorAll('[data-template]').length ?? 0,
  hasForm: Boolean(hand.ours()?.querySelector('form input:not([type=search])')),
  uis: hand.doc.querySelectorAll('parley-root').length,
  forbidden: (({ input, ...rest }) => rest)(hand.win.__replica.counters),
  events: hand.win.__steps ?? [],
}`,
  );

/** Waits for a condition. Units of the limit: milliseconds. */
export const until = <T>(look: () => Promise<T> | T, timeout = 10_000) => expect.poll(look, { timeout, interval: 30 });

/** Records from now on which events the box reports to its page. */
export const watch = (tab: Tab): Promise<void> =>
  withHand(
    tab,
    `(() => {
  hand.win.__steps = [];
  for (const type of ['input', 'change']) hand.doc.addEventListener(type, (event) => {
    const from = event.composedPath()[0];
    if (event.composedPath().some((node) => node.localName === 'parley-root')) return;
    hand.win.__steps.push(type + (event.isTrusted ? '' : '!') + ' ' + from.localName);
  }, true);
})()`,
  );

/** Clicks the page's own text box. */
export async function clickBox(tab: Tab): Promise<void> {
  const { x, y } = await withHand<{ x: number; y: number }>(
    tab,
    `(hand.field().scrollIntoView({ block: 'center' }), hand.centre(hand.field()))`,
  );
  await tab.clickAt(x, y);
}

/** Clicks something of Parley's own, by a selector inside its root. */
export async function clickParley(tab: Tab, css: string): Promise<void> {
  const find = `hand.ours()?.querySelector(${JSON.stringify(css)})`;
  await until(() => withHand<boolean>(tab, `Boolean(${find})`)).toBe(true);
  const { x, y } = await withHand<{ x: number; y: number }>(
    tab,
    `(${find}.scrollIntoView({ block: 'nearest' }), hand.centre(${find}))`,
  );
  await tab.clickAt(x, y);
}

/** Waits until Parley has read the conversation and offers replies. */
export async function ready(tab: Tab, health = /^(good|limited)$/): Promise<void> {
  await until(() => look(tab).then((seen) => seen.cards), 20_000).toBeGreaterThan(0);
  await until(() => look(tab).then((seen) => seen.health), 20_000).toMatch(health);
}
