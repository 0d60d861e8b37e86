import { Dexie } from 'dexie';
import type { ApiProblem } from '@/utils/app/api';
import { err, ok, type Result } from '@/utils/domain/result';
import { localToday } from '../clock/system-clock';
import { schemaVersion, schemaVersions, type Db } from './schema';
import { toProblem } from './to-problem';
import { upgradeTo5 } from './upgrade-5';
import { upgradeTo7 } from './upgrade-7';
import { upgradeTo8 } from './upgrade-8';
import { upgradeTo9 } from './upgrade-9';

/** Name of the one database. */
export const databaseName = 'parley';

// Dexie numbers versions in tens towards the browser.
const BROWSER_STEP = 10;

const foundVersion = async (name: string): Promise<number> => {
  const databases = await indexedDB.databases();
  return (databases.find((database) => database.name === name)?.version ?? 0) / BROWSER_STEP;
};

/** What a version does to the rows of the one before, by version; in the transaction that changes the tables. */
const upgrades: Readonly<Record<number, typeof upgradeTo5>> = {
  5: upgradeTo5,
  7: upgradeTo7,
  8: upgradeTo8,
  9: upgradeTo9,
};

const declareVersions = (db: Dexie, today: string): void =>
  schemaVersions.forEach((stores, index) => {
    const version = db.version(index + 1).stores(stores);
    const upgrade = upgrades[index + 1];
    if (upgrade) version.upgrade((transaction) => upgrade(transaction, today));
  });

/**
 * Opens the database, for extension contexts only: in a content script it would belong to the seller page.
 *
 * Errors: `storage-newer` when a later build has written it (Dexie would open it without a word and drop what it does
 * not know), `upgrade-failed` when rows of an earlier version could not be brought over (they stay as they were),
 * `storage-full`, `storage-failed`.
 */
export const openDatabase = async (
  name: string = databaseName,
  today: () => string = localToday,
): Promise<Result<Db, ApiProblem>> => {
  let found = 0;
  try {
    found = await foundVersion(name);
    if (found > schemaVersion) return err({ kind: 'storage-newer', found: Math.ceil(found), known: schemaVersion });
    const db = new Dexie(name) as Db;
    declareVersions(db, today());
    // A newer build in another tab wants to upgrade: holding on would block it for ever.
    db.on('versionchange', () => db.close());
    await db.open();
    return ok(db);
  } catch (error) {
    const problem = toProblem(error);
    const isUpgrade = found > 0 && found < schemaVersion && problem.kind === 'storage-failed';
    return err(isUpgrade ? { kind: 'upgrade-failed', found, code: problem.code } : problem);
  }
};

/**
 * Opens the database in whatever version it is, with the tables it has, for reading what an upgrade could not bring over.
 *
 * Errors: those of the store; `storage-failed` with `NoSuchDatabaseError` where there is none.
 */
export const openAsItIs = async (name: string = databaseName): Promise<Result<Db, ApiProblem>> => {
  try {
    return ok((await new Dexie(name).open()) as Db);
  } catch (error) {
    return err(toProblem(error));
  }
};
