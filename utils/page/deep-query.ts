import { onceInReading } from './share-reads';
import { isOwn, isOwnHost, isVisible } from './visible';

/** Most elements that one search walks when no selector leads the way. */
export const MAX_WALKED_ELEMENTS = 8_000;
/** Most roots (document, shadow roots, frames) that one search looks into. */
export const MAX_ROOTS = 200;
/** Share of the roots that known hosts may take, so that a page full of icons cannot hide the rest. */
const MAX_KNOWN_HOSTS = 120;
const MAX_HITS = 500;

/** Where to look besides the light DOM. */
export interface ScopeOptions {
  /** Selector of known shadow hosts, found by the browser before any walk. */
  readonly hosts?: string;
  /** Whether same-origin frames count as part of the page. */
  readonly frames?: 'include' | 'leave';
}

/** A part of a page to search; its roots are collected once, at the first search that needs them. */
export interface Scope {
  readonly root: ParentNode;
  /** Visible elements in the light DOM alone. */
  light(css: string): Element[];
  /** Visible elements in the light DOM, or else in open shadow roots (and frames where asked). */
  all(css: string): Element[];
  first(css: string): Element | undefined;
  /** Elements in every root, also hidden ones and more than a search gives; for lists, whose rows the caller chooses. */
  every(css: string): readonly Element[];
}

/** What browsers give extensions alone: Chromium a function, Firefox a property of every element. */
interface RootAccess {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}
type ElementOfFirefox = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element, also a closed one where the browser lets extensions in. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  try {
    const own = (element as ElementOfFirefox).openOrClosedShadowRoot;
    if (own) return own;
    return (globalThis as RootAccess).chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
  } catch {
    // Browsers throw for elements that can never have a root: the same as having none.
    return null;
  }
}

const frameDocument = (element: Element): Document | null => {
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    // A frame of another origin is not part of the page we may read.
    return null;
  }
};

const isFragment = (root: ParentNode): boolean => root.nodeType === Node.DOCUMENT_FRAGMENT_NODE;

/**
 * Elements with a hyphen in their name: the only ones, but for a few built-in ones, that can hold a shadow root.
 * The browser finds them in 5 ms among 50,000 elements, a walk takes ten times as long; it knows no shadow roots, so those are walked.
 * Null where it cannot be asked.
 */
export function namedHosts(root: ParentNode): readonly Element[] | null {
  const doc = root.ownerDocument ?? (root as Document);
  if (isFragment(root) || typeof doc.evaluate !== 'function') return null;
  const found = doc.evaluate(".//*[contains(local-name(), '-')]", root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from(
    { length: Math.min(found.snapshotLength, MAX_WALKED_ELEMENTS) },
    (_, at) => found.snapshotItem(at) as Element,
  );
}

/** All elements below a root, nearest first, up to the cap. */
function walked(root: ParentNode): readonly Element[] {
  const queue: Element[] = [...root.children];
  for (let at = 0; at < queue.length && queue.length < MAX_WALKED_ELEMENTS; at++) {
    if (isOwnHost(queue[at]!)) continue;
    for (let child = queue[at]!.firstElementChild; child; child = child.nextElementSibling) queue.push(child);
  }
  return queue;
}

/** All roots under a root, itself first: known hosts by selector, then every other open root, then what is inside them. */
function collectRoots(start: ParentNode, { hosts, frames }: ScopeOptions): ParentNode[] {
  const roots = new Set<ParentNode>([start]);
  if (hosts)
    for (const host of [...start.querySelectorAll(hosts)].slice(0, MAX_KNOWN_HOSTS)) {
      const root = shadowRootOf(host);
      if (root) roots.add(root);
    }
  const own = 'shadowRoot' in start ? (start as Element).shadowRoot : null;
  if (own) roots.add(own);
  // A set is visited in the order of adding, also what is added on the way: roots inside roots come last.
  for (const root of roots) {
    const elements = namedHosts(root) ?? walked(root);
    const inFrames = frames === 'include' ? [...root.querySelectorAll('iframe')] : [];
    for (const element of [...elements, ...inFrames]) {
      if (roots.size >= MAX_ROOTS) return [...roots];
      if (isOwnHost(element)) continue;
      const inner = element.shadowRoot ?? (element.localName === 'iframe' ? frameDocument(element) : null);
      if (inner) roots.add(inner);
    }
  }
  return [...roots];
}

const usable = (root: ParentNode, css: string): Element[] => onceInReading(root, css, () => findUsable(root, css));

const findUsable = (root: ParentNode, css: string): Element[] => {
  const hits: Element[] = [];
  for (const element of root.querySelectorAll(css)) {
    if (hits.length >= MAX_HITS) break;
    if (!isOwn(element) && isVisible(element)) hits.push(element);
  }
  return hits;
};

/** Prepares a search below a root; the light DOM is asked first and the deep walk happens at most once. */
export function createScope(root: ParentNode, options: ScopeOptions = {}): Scope {
  let roots: ParentNode[] | undefined;
  const innerRoots = (): readonly ParentNode[] => {
    roots ??= onceInReading(root, `roots ${options.hosts ?? ''} ${options.frames ?? ''}`, () =>
      collectRoots(root, options),
    );
    return roots.slice(1);
  };
  const all = (css: string): Element[] => {
    const near = usable(root, css);
    return near.length > 0 ? near : innerRoots().flatMap((inner) => usable(inner, css));
  };
  const every = (css: string): readonly Element[] =>
    [root, ...innerRoots()].flatMap((each) => [...each.querySelectorAll(css)]);
  return { root, light: (css) => usable(root, css), all, first: (css) => all(css)[0], every };
}
