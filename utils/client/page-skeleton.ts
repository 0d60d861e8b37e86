import { needScript } from './sentinel-client';

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  parleySkeleton?: () => string;
}

const world = globalThis as SharedWorld;

/** Lets the other scripts of this document ask how it is built. */
export function offerSkeleton(read: () => string): void {
  world.parleySkeleton = read;
}

/** How this page is built, without text and values; null when the script that can tell did not come. */
export const readSkeleton = async (): Promise<string | null> =>
  world.parleySkeleton || (await needScript('skeleton')) ? (world.parleySkeleton?.() ?? null) : null;
