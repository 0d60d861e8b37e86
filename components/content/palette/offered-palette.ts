import { needScript } from '@/utils/client/sentinel-client';
import type { MountPart } from '../parts/offered-parts';

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  paletteOfParley?: MountPart;
}

const world = globalThis as SharedWorld;

/** Lets the conversation's script put the palette on screen. */
export const offerPalette = (mount: MountPart): void => void (world.paletteOfParley = mount);

/** How to put it on screen; undefined until its script is there. */
export const offeredPalette = (): MountPart | undefined => world.paletteOfParley;

let loading: Promise<boolean> | null = null;

/** Fetches the palette's script when somebody looks for a reply; undefined when it did not come. */
export async function loadPalette(): Promise<MountPart | undefined> {
  if (!world.paletteOfParley) await (loading ??= needScript('palette').finally(() => (loading = null)));
  return world.paletteOfParley;
}
