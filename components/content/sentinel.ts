import type { MarketDetector, PageKind } from '@/utils/marketplaces/contract';
import { matchesPage } from '@/utils/domain/profiles/page-path';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { watchRoutes } from '@/utils/page/router';
import type { ScriptRole } from '@/utils/platform/messaging/need-assistant';

/** Frames smaller than this hold no conversation: pixels, widgets, advertisements. */
const SMALLEST_FRAME = { width: 200, height: 120 };

/** Pauses before asking again, in ms: a worker that is just starting or a frame that is not ready answers the next time. */
const AGAIN_AFTER_MS = [500, 2_000, 5_000];

/** Some pages say what they are only when they are filled; looked at again this long after the address changed, in ms. */
const LOOK_AGAIN_AFTER_MS = [1_500, 4_000, 10_000];

export interface SentinelOptions {
  readonly detector: MarketDetector;
  /** Scripts this marketplace has, beside the one for taught pages. */
  readonly roles: readonly ScriptRole[];
  readonly signal: AbortSignal;
  /** Whether the agent has switched this marketplace off (the sentinel then adds no listener at all), and what was taught. */
  readonly readState: () => Promise<{
    readonly isOff: boolean;
    readonly taught: readonly Pick<TaughtPage, 'host' | 'path'>[];
  }>;
  /** Asks the background for a script; false when it could not be loaded. */
  readonly needScript: (role: ScriptRole) => Promise<boolean>;
}

const LIST_KINDS: readonly PageKind[] = ['order', 'orders', 'events', 'review-request'];

/** Which scripts a page of a kind needs, in the order in which they are asked for. */
function rolesOf(kind: PageKind, isTaught: () => boolean): readonly ScriptRole[] {
  if (kind === 'blocked') return [];
  if (kind === 'contact') return ['assistant'];
  // Conversations in a wide window have their list beside them; frames have none.
  if (kind === 'thread') return window === window.top ? ['assistant', 'lists'] : ['assistant'];
  return [...(LIST_KINDS.includes(kind) ? (['lists'] as const) : []), ...(isTaught() ? (['taught'] as const) : [])];
}

/** When the page has nothing better to do, or soon. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 200);
  });

/**
 * Watches what kind of page is on screen and asks once per document for each script it needs.
 * This is all that runs on pages with nothing to do.
 */
export async function startSentinel(options: SentinelOptions): Promise<void> {
  const { detector, roles, signal, readState, needScript } = options;
  const { isOff, taught } = await readState();
  const own = taught.filter(({ host }) => host === location.hostname);
  const open = new Set<ScriptRole>([...roles, ...(own.length > 0 ? (['taught'] as const) : [])]);
  if (isOff || signal.aborted || open.size === 0) return;
  const done = new AbortController();
  signal.addEventListener('abort', () => done.abort(), { once: true });

  const askUntilServed = async (role: ScriptRole): Promise<void> => {
    for (const pause of [0, ...AGAIN_AFTER_MS]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted || (await needScript(role))) return;
    }
  };
  const askFor = async (wanted: readonly ScriptRole[]): Promise<void> => {
    for (const [index, role] of wanted.entries()) {
      // Badges can wait, a reply cannot.
      if (index > 0) await idle();
      await askUntilServed(role);
    }
  };
  const look = (url: URL): PageKind => {
    if (window !== window.top && (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height))
      return 'none';
    const kind = detector.pageKind(url, document);
    const wanted = rolesOf(kind, () => own.some((page) => matchesPage(page, url))).filter((role) => open.delete(role));
    if (open.size === 0) done.abort();
    void askFor(wanted);
    return kind;
  };

  let route = 0;
  const lookAgain = (url: URL, own: number): void => {
    for (const after of LOOK_AGAIN_AFTER_MS)
      setTimeout(() => {
        if (own === route && !done.signal.aborted) look(url);
      }, after);
  };
  watchRoutes(done.signal, (url) => {
    route += 1;
    // Addresses alone tell that a page is nothing to us; only what may be something is looked at again.
    if (look(url) !== 'none' && !done.signal.aborted) lookAgain(url, route);
  });
}
