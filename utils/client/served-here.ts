/** Whether a page of this document is one a marketplace's own assistant serves. */
export type Serves = (url: URL, doc: Document) => boolean;

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  parleyServes?: Serves;
}
const world = globalThis as SharedWorld;

/** Says which pages of this document the marketplace's own assistant serves, for as long as the signal lives. */
export function sayServed(serves: Serves, signal: AbortSignal): void {
  world.parleyServes = serves;
  const end = (): void => {
    if (world.parleyServes === serves) delete world.parleyServes;
  };
  signal.addEventListener('abort', end, { once: true });
}

/** Whether the marketplace's own assistant runs here and serves the page: then nobody else does. */
export const isServedHere: Serves = (url, doc) => world.parleyServes?.(url, doc) ?? false;
