import { watchRoutes } from '@/utils/page/router';
import type { MarketDetector } from '@/utils/marketplaces/contract';

/** Frames smaller than this hold no conversation: pixels, widgets, advertisements. */
const SMALLEST_FRAME = { width: 200, height: 120 };

export interface SentinelOptions {
  readonly detector: MarketDetector;
  readonly signal: AbortSignal;
  /** The agent has switched this marketplace off: the sentinel then adds no listener at all. */
  readonly isOff: () => Promise<boolean>;
  /** Asks the background for the assistant; false when the extension is gone. */
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
    void needAssistant();
  });
}
