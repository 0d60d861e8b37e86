import type { BuyerKey } from '../domain/ids';

/** Says which buyer the open conversation of a tab is about; null when there is none any more. */
export type ShowBuyer = (tabId: number, key: BuyerKey | null) => void;

/**
 * Remembers one buyer for a tab in which several scripts and frames speak: the one that was named last. Whoever named it
 * takes it back when its conversation is left, or with `gone`, when its page is. After the worker was stopped nobody is
 * known to have named it, and then any page of the tab that has no conversation takes it back.
 */
export function createTabBuyers(
  write: (tabId: number, key: BuyerKey | null) => Promise<void>,
): (gone: AbortSignal) => ShowBuyer {
  const owners = new Map<number, AbortSignal>();
  let queue: Promise<void> = Promise.resolve();
  // One after the other: what is said last must be what stays.
  const put = (tabId: number, key: BuyerKey | null): void => {
    queue = queue.then(() => write(tabId, key)).catch(() => undefined);
  };
  return (gone) => {
    const takeBack = (tabId: number): void => {
      owners.delete(tabId);
      put(tabId, null);
    };
    return (tabId, key) => {
      if (gone.aborted) return;
      if (key === null) {
        const owner = owners.get(tabId);
        if (owner === undefined || owner === gone) takeBack(tabId);
        return;
      }
      if (owners.get(tabId) !== gone) {
        gone.addEventListener('abort', () => owners.get(tabId) === gone && takeBack(tabId), { once: true });
      }
      owners.set(tabId, gone);
      put(tabId, key);
    };
  };
}
