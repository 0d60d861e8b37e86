import { Dexie } from 'dexie';
import { databaseName } from './open-database';
import type { Tables } from './schema';

/**
 * Calls `heard` with the names of the given tables whose rows were changed by a committed transaction, in this page
 * or in any other context of the extension, until the signal aborts; of the records unless another database is named.
 */
export const listenToRows = (
  tables: readonly (keyof Tables)[] | { readonly tables: readonly (keyof Tables)[]; readonly database: string },
  heard: (tables: readonly string[]) => void,
  signal: AbortSignal,
): void => {
  const { tables: named, database } = 'database' in tables ? tables : { tables, database: databaseName };
  const onMutated = (parts: object): void => {
    // Parts are named `idb://<database>/<table>/<index>`.
    const names = Object.keys(parts);
    const changed = named.filter((table) => names.some((name) => name.startsWith(`idb://${database}/${table}/`)));
    if (changed.length > 0) heard(changed);
  };
  Dexie.on('storagemutated', onMutated);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(onMutated), { once: true });
};
