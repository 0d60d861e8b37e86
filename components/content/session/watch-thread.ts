import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { pageHealth } from '@/utils/marketplaces/page-health';
import { innerPages } from '@/utils/page/inner-pages';
import { onQuiet } from '@/utils/page/observe';
import { watchRoutes } from '@/utils/page/router';
import { signatureOf, takeSnapshot, type Snapshot } from './snapshot';

/** While something is still missing the page is read again after these pauses, in ms; late panels take up to 8 s. */
const RETRY_MS = [250, 500, 500, 1_000, 1_000, 2_000, 2_000, 4_000, 8_000];
/** How many ancestors of the last bubble are compared: wrappers around bubbles are rarely deeper. */
const ANCESTORS = 5;

/** What the watcher reports to, and what it asks. */
export interface WatchHandlers {
  readonly onSnapshot: (snapshot: Snapshot | null) => void;
  /** False when the page has thrown out Parley's own element; it is then put back. */
  readonly isPlaced: () => boolean;
}

/** Elements whose place tells cheaply whether the conversation is still the one that was read. */
interface Anchors {
  readonly href: string;
  readonly nodes: readonly Element[];
  readonly counts: readonly (readonly [Element, number, Element | null])[];
}

function anchorsOf(adapter: MarketAdapter, snapshot: Snapshot | null): Anchors {
  const bubble = adapter.slot('bubble', document);
  const nodes = [snapshot?.composer ?? null, bubble.ok ? bubble.value : null].filter((node) => node !== null);
  const counts: (readonly [Element, number, Element | null])[] = [];
  let node = bubble.ok ? bubble.value.parentElement : null;
  for (let level = 0; node && level < ANCESTORS; level += 1, node = node.parentElement) {
    counts.push([node, node.childElementCount, node.lastElementChild]);
  }
  return { href: location.href, nodes, counts };
}

const stillThere = ({ href, nodes, counts }: Anchors): boolean =>
  href === location.href &&
  nodes.every((node) => node.isConnected) &&
  counts.every(([node, count, last]) => node.childElementCount === count && node.lastElementChild === last);

/** Everything the reader may still hope for on a page that renders late. */
const isComplete = (snapshot: Snapshot | null): boolean =>
  snapshot?.thread != null && snapshot.composer !== null && snapshot.fields.every(({ state }) => state !== 'missing');

/**
 * Whether the conversation is not on this page but in a frame of it, as other tools embed the inbox and the chat: the
 * frame's own script serves it, and a second bar with nothing to say would only be in the way.
 */
const isServedInside = (adapter: MarketAdapter, { thread, composer }: Snapshot): boolean =>
  thread === null &&
  composer === null &&
  innerPages(document).some((inner) =>
    ['thread', 'contact'].includes(adapter.pageKind(new URL(inner.location.href), inner)),
  );

/**
 * Whether nobody has opened a conversation yet: no messages, no box, and nothing else that should be there is missing. A bar
 * that calls such a page broken would greet agents every morning.
 */
const isNothingOpen = ({ thread, composerState, fields }: Snapshot): boolean =>
  thread === null &&
  composerState === 'missing' &&
  pageHealth(fields.filter(({ field }) => field !== 'composer')) === 'good';

/** The document and every shadow root on the way to the given nodes: an observer does not see into roots. */
function rootsOf(nodes: readonly Node[]): readonly Node[] {
  const roots = new Set<Node>([document.documentElement]);
  for (const node of nodes) {
    let root = node.getRootNode();
    while (root instanceof ShadowRoot) {
      roots.add(root);
      root = root.host.getRootNode();
    }
  }
  return [...roots];
}

/**
 * Follows the conversation on screen through loads, in-app navigation, late panels and replaced nodes.
 * Between changes it compares a handful of nodes and reads nothing (10,000 mutations a second must not cost a page its time).
 */
export function watchThread(
  adapter: MarketAdapter,
  signal: AbortSignal,
  { onSnapshot, isPlaced }: WatchHandlers,
): { readonly lookNow: () => void } {
  let anchors: Anchors | null = null;
  let told: string | null = null;
  let complete = false;
  let attempt = 0;
  let nextRetryAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observing: readonly Node[] = [];
  let observer = new AbortController();

  const observe = (roots: readonly Node[]) => {
    if (roots.length === observing.length && roots.every((root) => observing.includes(root))) return;
    observer.abort();
    observer = new AbortController();
    observing = roots;
    onQuiet(roots, observer.signal, () => look('changed'));
  };

  const look = (why: 'route' | 'changed' | 'retry') => {
    if (signal.aborted) return;
    const moved = why === 'route' || !anchors || !stillThere(anchors) || !isPlaced();
    if (!moved && (complete || performance.now() < nextRetryAt)) return;
    if (moved) attempt = 0;
    const read = takeSnapshot(adapter, document, new URL(location.href));
    const snapshot = read && (isServedInside(adapter, read) || isNothingOpen(read)) ? null : read;
    complete = isComplete(snapshot);
    const pause = RETRY_MS[attempt];
    attempt += 1;
    nextRetryAt = pause === undefined ? Infinity : performance.now() + pause;
    clearTimeout(timer);
    if (!complete && pause !== undefined) timer = setTimeout(() => look('retry'), pause);
    const saying = snapshot ? `${signatureOf(snapshot)}|${snapshot.composerState}|${healthKey(snapshot)}` : 'none';
    if (saying !== told || moved) onSnapshot(snapshot);
    told = saying;
    // Only now: our own element may just have joined the nodes whose number is compared.
    anchors = anchorsOf(adapter, snapshot);
    observe(rootsOf(anchors.nodes));
  };

  /** What the agent does on the page may bring what was waited for in vain, so the waiting starts anew. */
  const waitAnew = () => {
    if (complete || signal.aborted) return;
    attempt = 0;
    nextRetryAt = 0;
    clearTimeout(timer);
    timer = setTimeout(() => look('retry'), RETRY_MS[0]);
  };

  watchRoutes(signal, () => look('route'));
  for (const type of ['click', 'change']) {
    window.addEventListener(type, waitAnew, { capture: true, passive: true, signal });
  }
  signal.addEventListener(
    'abort',
    () => {
      observer.abort();
      clearTimeout(timer);
    },
    { once: true },
  );
  return { lookNow: () => look('route') };
}

const healthKey = (snapshot: Snapshot): string => snapshot.fields.map(({ field, state }) => `${field}:${state}`).join();
