import { needScript } from './sentinel-client';

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  /** Not named after its script: the bundler declares a global of that name, which would take its place. */
  skeletonOfParley?: () => string;
}

const world = globalThis as SharedWorld;

/** Lets the other scripts of this document ask how it is built. */
export function offerSkeleton(read: () => string): void {
  world.skeletonOfParley = read;
}

/** How this page is built, without text and values; null when the script that can tell did not come. */
export const readSkeleton = async (): Promise<string | null> =>
  world.skeletonOfParley || (await needScript('skeleton')) ? (world.skeletonOfParley?.() ?? null) : null;
