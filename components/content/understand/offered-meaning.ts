import { needScript } from '@/utils/client/sentinel-client';
import type { MountPart } from '../parts/offered-parts';

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  meaningOfParley?: MountPart;
}

const world = globalThis as SharedWorld;

/** Lets the conversation's script put the explanations on screen. */
export const offerMeaning = (mount: MountPart): void => void (world.meaningOfParley = mount);

/** How to put them on screen; undefined until their script is there. */
export const offeredMeaning = (): MountPart | undefined => world.meaningOfParley;

let loading: Promise<boolean> | null = null;

/** Fetches their script when somebody wants to understand what was written; undefined when it did not come. */
export async function loadMeaning(): Promise<MountPart | undefined> {
  if (!world.meaningOfParley) await (loading ??= needScript('meaning').finally(() => (loading = null)));
  return world.meaningOfParley;
}
