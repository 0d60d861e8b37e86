import { Dexie } from 'dexie';
import { databaseName } from './open-database';
import type { Tables } from './schema';

/**
 * Calls `heard` with the names of the given tables whose rows were changed by a committed transaction, in this page
 * or in any other context of the extension, until the signal aborts.
 */
export const listenToRows = (
  tables: readonly (keyof Tables)[],
  heard: (tables: readonly string[]) => void,
  signal: AbortSignal,
): void => {
  const onMutated = (parts: object): void => {
    // Parts are named `idb://<database>/<table>/<index>`.
    const names = Object.keys(parts);
    const changed = tables.filter((table) => names.some((name) => name.startsWith(`idb://${databaseName}/${table}/`)));
    if (changed.length > 0) heard(changed);
  };
  Dexie.on('storagemutated', onMutated);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(onMutated), { once: true });
};
