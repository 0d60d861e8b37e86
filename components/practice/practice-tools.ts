import type { PracticeSample } from '@/utils/domain/practice/sample';
import type { PracticeScreen } from '@/utils/marketplaces/contract';

/** What the practice page works with; the entry composes it, tests pass a fake. */
export interface PracticeTools {
  readonly samples: readonly PracticeSample[];
  /** Starts Parley beside the composer of the page, until the signal aborts; calls `inserted` when a reply was put in. */
  start(screen: PracticeScreen, inserted: () => void, signal: AbortSignal): void;
  /** Forgets notes, drafts and everything else that was practised. */
  startOver(): Promise<void>;
}

/** Loads them with the page that needs them. */
export type LoadPractice = () => Promise<PracticeTools>;
