/** What the tests reach in the isolated world: the code under test and small ways to find and hold things. */
import { wrapComposer, type Composer, type ComposerOptions, type InsertMode } from '@/utils/page/composer';
import { setHostValue, setText, typeText, type InsertStrategy } from '@/utils/page/insert-strategies';
import type { MarkSeverity } from '@/utils/page/mark';
import { onQuiet } from '@/utils/page/observe';
import { watchRoutes } from '@/utils/page/router';
import { readText } from '@/utils/page/selection';
import { createUnderlines, type Underlines } from '@/utils/page/underlines';

export { onQuiet, watchRoutes };

const STRATEGIES: Readonly<Record<string, InsertStrategy>> = { typeText, setText, setHostValue };

const findDeep = (root: ParentNode, css: string): HTMLElement | null => {
  const here = root.querySelector<HTMLElement>(css);
  if (here) return here;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot ? findDeep(element.shadowRoot, css) : null;
    if (found) return found;
  }
  return null;
};

/** The field the tests write to; it may stand in an open shadow root. */
export const field = (css = '.composer'): HTMLElement => {
  const found = findDeep(document, css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

const held = new Map<string, Composer>();

/** The composer of a field; with `watch`, the page's counter is its sign of having taken a text. */
export const composer = (
  css = '.composer',
  options: Omit<ComposerOptions, 'strategies'> & { readonly watch?: boolean; readonly only?: readonly string[] } = {},
): Composer => {
  const known = held.get(css);
  if (known?.field.isConnected) return known;
  const { watch, only, ...rest } = options;
  const counter = (text: string): boolean => document.querySelector('#counter')?.textContent === `${text.length}/4000`;
  const made = wrapComposer(field(css), {
    ...rest,
    ...(watch ? { tookText: counter } : {}),
    ...(only ? { strategies: only.flatMap((name) => STRATEGIES[name] ?? []) } : {}),
  });
  held.set(css, made);
  return made;
};

/** Inserts once more into the field that has taken the place of a lost one, as the interface does. */
export const insertWithSecondTry = async (text: string, mode: InsertMode): Promise<unknown> => {
  const first = await composer().insert(text, mode);
  if (first.ok || first.error.kind !== 'gone') return first;
  const { after } = first.error;
  const fresh = composer();
  return after !== undefined && fresh.read() === after ? { ok: true, value: 'kept' } : fresh.insert(text, mode);
};

/** Texts reported by `onChange`, in order. */
export const changes: string[] = [];
const life = new AbortController();
/** Starts collecting changes. */
export const collectChanges = (): void => composer().onChange(life.signal, (text) => changes.push(text));

/** Addresses reported by the router, in order. */
export const routes: string[] = [];
/** Starts collecting routes. */
export const collectRoutes = (): void =>
  watchRoutes(life.signal, (url) => routes.push(url.pathname + url.search + url.hash));

/** How often the page was reported as changed. */
export const quiet = { calls: 0, firstAfterMs: 0 };
/** Starts counting reports. */
export const countQuiet = (): void => {
  const start = performance.now();
  onQuiet([document], life.signal, () => {
    quiet.calls += 1;
    if (quiet.calls === 1) quiet.firstAfterMs = performance.now() - start;
  });
};

let shownUnderlines: Underlines | null = null;

/** Underlines words of the field, found by their text; the layer stands in a root of ours, as in the product. */
export const underline = (words: readonly string[], options: { readonly severity?: MarkSeverity } = {}): void => {
  if (!shownUnderlines) {
    const host = document.createElement('div');
    document.documentElement.append(host);
    shownUnderlines = createUnderlines(field(), host.attachShadow({ mode: 'open' }));
  }
  const text = readText(field());
  const severity = options.severity ?? 'block';
  shownUnderlines.show(
    words.map((word) => ({ id: word, start: text.indexOf(word), end: text.indexOf(word) + word.length, severity })),
  );
};

/** The underlines of the field. */
export const underlines = (): Underlines => {
  if (!shownUnderlines) throw new Error('nothing is underlined');
  return shownUnderlines;
};

const offsetUnder = (x: number, y: number): number => {
  const place = document.caretPositionFromPoint(x, y);
  return place?.offsetNode === field() ? place.offset : -1;
};

/**
 * What the browser says stands in the field itself where a mark is drawn, over all its lines; null when none is seen.
 * Independent of the mirror: the browser looks into the field's own layout.
 */
export const wordsUnder = (id: string): string | null => {
  const ends = underlines()
    .rectsOf(id)
    .flatMap((rect) => {
      const y = (rect.top + rect.bottom) / 2;
      return [offsetUnder(rect.left + 1, y), offsetUnder(rect.right - 1, y)];
    });
  return ends.length === 0 ? null : readText(field()).slice(Math.min(...ends), Math.max(...ends));
};
