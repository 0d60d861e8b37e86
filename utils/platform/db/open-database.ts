import { Dexie } from 'dexie';
import type { ApiProblem } from '@/utils/app/api';
import { err, ok, type Result } from '@/utils/domain/result';
import { schemaVersion, schemaVersions, type Db } from './schema';
import { toProblem } from './to-problem';

/** Name of the one database. */
export const databaseName = 'parley';

// Dexie numbers versions in tens towards the browser.
const BROWSER_STEP = 10;

const foundVersion = async (name: string): Promise<number> => {
  const databases = await indexedDB.databases();
  return (databases.find((database) => database.name === name)?.version ?? 0) / BROWSER_STEP;
};

/**
 * Opens the database, for extension contexts only: in a content script it would belong to the seller page.
 *
 * Errors: `storage-newer` when a later build has written it (Dexie would open it without a word and drop what it does
 * not know), `storage-full`, `storage-failed`.
 */
export const openDatabase = async (name: string = databaseName): Promise<Result<Db, ApiProblem>> => {
  try {
    const found = await foundVersion(name);
    if (found > schemaVersion) return err({ kind: 'storage-newer', found: Math.ceil(found), known: schemaVersion });
    const db = new Dexie(name) as Db;
    schemaVersions.forEach((stores, index) => db.version(index + 1).stores(stores));
    // A newer build in another tab wants to upgrade: holding on would block it for ever.
    db.on('versionchange', () => db.close());
    await db.open();
    return ok(db);
  } catch (error) {
    return err(toProblem(error));
  }
};
