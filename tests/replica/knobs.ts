/** Values each switch of a replica page may take; the first one is the default. */
export const knobValues = {
  /** Suffix generator for CSS-module class names. */
  hash: ['a', 'b', 'c'],
  /** Language of the seller page. `auto`: the usual one of the host. */
  loc: [
    'auto',
    'en',
    'en_GB',
    'de',
    'fr',
    'it',
    'es',
    'pt_BR',
    'ja',
    'zh_CN',
    'ko',
    'ar',
    'ru',
    'tr',
    'pl',
    'nl',
    'sv',
  ],
  /** Wrapper elements around each block; 4 adds an open shadow root around the conversation. */
  depth: ['0', '2', '4'],
  /** Which signal the page listens to before it believes that the composer holds text. */
  commit: ['auto', 'A', 'B', 'C', 'R', 'N'],
  /** How the page is reached. */
  route: ['auto', 'load', 'spa', 'hash', 'replaceState'],
  rerender: ['none', 'onInput', 'every2s', 'swapNode'],
  /** Hidden responsive copies with the same ids. */
  dup: ['0', '1'],
  blocked: ['none', 'signin', 'mfa', 'captcha', 'switcher', 'slider', 'empty'],
  /** Where the inner text box of a Katal element lives. */
  shadow: ['open', 'light', 'closed'],
  frame: ['none', 'same', 'blank', 'double'],
  /** Markup of the message bubbles of the Amazon thread. */
  bubble: ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'],
  /** Markup of the rows of the Amazon conversation list. */
  rows: ['auto', 'r1', 'r2', 'r3'],
  /** v1: `<time datetime>`; v2: localised text only. */
  time: ['v1', 'v2'],
  /** How the platform's own translation is shown: own block, one text with the original, a toggle with one text hidden, not at all. */
  translation: ['block', 'inline', 'toggle', 'none'],
  /** Adds `require-trusted-types-for 'script'` to the policy. */
  tt: ['0', '1'],
  /** Shows the decoy feedback drawer. */
  drawer: ['0', '1'],
  /** Messages for other conversations arrive every five seconds. */
  incoming: ['0', '1'],
  /** What happens to the AliExpress composer when another conversation is opened. */
  onSwitch: ['clear', 'keep', 'swap'],
  /** Takes text back that came into the chat's composer without a key or a paste, as pages with an input filter do. */
  noExec: ['0', '1'],
  /** What the chat's composer is made of. */
  box: ['textarea', 'editable'],
  /** Who has translated the page for the visitor: a browser in its own way, or an extension that adds to every paragraph. */
  translated: ['none', 'chrome', 'edge', 'firefox', 'bilingual'],
  /** A few toasts come and go every 500 ms, anywhere in the page. */
  noise: ['0', '1'],
} as const;

type Enumerated = { readonly [Name in keyof typeof knobValues]: (typeof knobValues)[Name][number] };

/** The switches of one page view. */
export interface Knobs extends Enumerated {
  /** Units: milliseconds until the page shows anything but its navigation. */
  readonly late: number;
  /** Units: CSS pixels the page believes to be wide; 0 means the real window. */
  readonly w: number;
  /** Page-specific state, see the page builders; empty means the usual one. */
  readonly state: string;
}

/** A subset of the switches, as tests write them. */
export type KnobChoice = Partial<Knobs>;

/** Every switch at its default. */
export const defaultKnobs: Knobs = {
  ...(Object.fromEntries(Object.entries(knobValues).map(([name, values]) => [name, values[0]])) as Enumerated),
  late: 0,
  w: 0,
  state: '',
};

/**
 * Reads the switches from a query string; keys that are not switches belong to the page and are left alone.
 *
 * Errors: throws on a value a switch does not have, so that a typing mistake in a test does not pass as the default.
 */
export function parseKnobs(query: URLSearchParams): Knobs {
  const chosen: Record<string, string | number> = {};
  for (const [name, values] of Object.entries(knobValues)) {
    const value = query.get(name);
    if (value === null) continue;
    if (!(values as readonly string[]).includes(value)) throw new Error(`knob ${name} has no value "${value}"`);
    chosen[name] = value;
  }
  if (query.get('closed') === '1') chosen.shadow = 'closed';
  for (const name of ['late', 'w']) {
    const value = query.get(name);
    if (value === null) continue;
    if (!/^\d{1,5}$/.test(value)) throw new Error(`knob ${name} needs a number, not "${value}"`);
    chosen[name] = Number(value);
  }
  const state = query.get('state');
  return { ...defaultKnobs, ...chosen, ...(state === null ? {} : { state }) };
}

/** Writes chosen switches as a query, without the leading question mark. */
export function knobQuery(choice: KnobChoice): string {
  return new URLSearchParams(Object.entries(choice).map(([name, value]) => [name, String(value)])).toString();
}
