/** What two contexts must not change at once. */
export type SharedItem = 'profiles' | 'hosts' | 'search' | 'import' | 'folder' | 'backup' | 'demo';

/**
 * Does work that reads something kept and writes it back, one after the other in all contexts of the extension: the
 * background, the popup and the pages would write over each other's changes. Without the browser's locks it runs at once.
 */
export const alone = <T>(item: SharedItem, work: () => Promise<T>): Promise<T> => {
  // Not every place the code runs in has locks; each caller keeps its own order there.
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: LockManager | null } };
  const locks = navigator?.locks;
  return locks ? locks.request(`parley-${item}`, work) : work();
};

/** The same work, unless some context is at it already: then nothing happens. */
export const aloneIfFree = async (item: SharedItem, work: () => Promise<void>): Promise<void> => {
  const { navigator } = globalThis as { readonly navigator?: { readonly locks?: LockManager | null } };
  const locks = navigator?.locks;
  if (!locks) return work();
  await locks.request(`parley-${item}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
};
