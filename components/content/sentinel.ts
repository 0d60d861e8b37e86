import { watchRoutes } from '@/utils/page/router';
import type { MarketDetector } from '@/utils/marketplaces/contract';

/** Frames smaller than this hold no conversation: pixels, widgets, advertisements. */
const SMALLEST_FRAME = { width: 200, height: 120 };

/** Pauses before asking again, in ms: a worker that is just starting or a frame that is not ready answers the next time. */
const AGAIN_AFTER_MS = [500, 2_000, 5_000];

async function askUntilServed(needAssistant: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  for (const pause of [0, ...AGAIN_AFTER_MS]) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted || (await needAssistant())) return;
  }
}

export interface SentinelOptions {
  readonly detector: MarketDetector;
  readonly signal: AbortSignal;
  /** The agent has switched this marketplace off: the sentinel then adds no listener at all. */
  readonly isOff: () => Promise<boolean>;
  /** Asks the background for the assistant; false when it could not be loaded. */
  readonly needAssistant: () => Promise<boolean>;
}

/**
 * Watches what kind of page is on screen and asks once per document for the assistant.
 * This is all that runs on pages with nothing to do.
 */
export async function startSentinel({ detector, signal, isOff, needAssistant }: SentinelOptions): Promise<void> {
  if (await isOff()) return;
  const done = new AbortController();
  signal.addEventListener('abort', () => done.abort(), { once: true });
  watchRoutes(done.signal, () => {
    if (window !== window.top && (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height)) return;
    const kind = detector.pageKind(new URL(location.href), document);
    if (kind !== 'thread' && kind !== 'contact') return;
    done.abort();
    void askUntilServed(needAssistant, signal);
  });
}
