/**
 * Asks the browser not to clear our database when the disk runs low; true when it will not.
 * Extension pages only: a worker cannot ask, and Firefox may show the question to the person.
 */
export const keepStorage = async (): Promise<boolean> => {
  if (typeof document === 'undefined' || !('storage' in navigator)) return false;
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
};
