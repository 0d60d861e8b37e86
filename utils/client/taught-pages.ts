import type { TaughtPage } from '../domain/profiles/profile';
import { otherMarket } from '../domain/other-market';
import type { MarketId } from '../domain/ids';
import { marketOfOrigin } from '../platform/markets';
import { listenToLocal, readLocal } from '../platform/settings/local-items';

/** The marketplace of this document: one of the manifest, or `other` on a host the agent has named. */
export const marketHere = (): MarketId => marketOfOrigin(self.origin)?.id ?? otherMarket;

/** Pages that were taught on a host, of whichever marketplace. */
export async function readTaughtPages(host: string): Promise<readonly TaughtPage[]> {
  const kept = (await readLocal('pageProfiles')) ?? {};
  return Object.values(kept).flatMap(({ taught }) => taught.filter((page) => page.host === host));
}

/** Calls back with the taught pages of a host whenever something is taught or forgotten. */
export function followTaughtPages(
  host: string,
  signal: AbortSignal,
  onPages: (pages: readonly TaughtPage[]) => void,
): void {
  listenToLocal('pageProfiles', () => void readTaughtPages(host).then(onPages), signal);
}

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  parleyTaught?: true;
  parleyTeachEnd?: () => void;
}
const world = globalThis as SharedWorld;

/** Says that the assistant of taught pages runs in this document, and follows what is taught. */
export const claimTaught = (): void => void (world.parleyTaught = true);
/** Whether it does. */
export const isTaughtRunning = (): boolean => world.parleyTaught === true;

/** Ends a teach mode that is still open in this document and notes how the new one ends. */
export function takeTeachTurn(end: () => void): void {
  world.parleyTeachEnd?.();
  world.parleyTeachEnd = end;
}
