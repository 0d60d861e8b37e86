import { browser } from 'wxt/browser';
import { log } from './log';

/** Files of the extension that are read when first needed; each once per life of the background. */
export interface Assets {
  json(path: string): Promise<unknown>;
  bytes(path: string): Promise<ArrayBuffer>;
}

/**
 * Reads files out of the extension itself: nothing is fetched from a network.
 * A failed read is not kept, so that the next thread tries again.
 */
export function createAssets(): Assets {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, read: (answer: Response) => Promise<T>): Promise<T> => {
    const found = kept.get(path);
    if (found) return found as Promise<T>;
    const reading = fetch(browser.runtime.getURL(`/${path}` as '/')).then(read);
    kept.set(path, reading);
    reading.catch(() => {
      kept.delete(path);
      log('asset-missing');
    });
    return reading;
  };
  return {
    json: (path) => once(path, (answer) => answer.json() as Promise<unknown>),
    bytes: (path) => once(path, (answer) => answer.arrayBuffer()),
  };
}
