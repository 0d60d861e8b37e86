import { needScript } from '@/utils/client/sentinel-client';
import { offeredParts, type MountPart } from './offered-parts';

let loading: Promise<boolean> | null = null;

/**
 * Fetches the script of seldom parts; undefined when it did not come. Two that ask at once wait for the same answer: to
 * the second one the background would say that the script is there before it has run.
 */
export async function loadParts(): Promise<MountPart | undefined> {
  if (!offeredParts()) await (loading ??= needScript('parts').finally(() => (loading = null)));
  return offeredParts();
}
