import { withoutFigures } from '../domain/customers/work-out';
import type { BuyerRow, SettingRow } from '../domain/records';
import { err, ok } from '../domain/result';
import type { DatabaseSource } from '../platform/db/lazy-database';
import { openAsItIs } from '../platform/db/open-database';
import type { Db } from '../platform/db/schema';
import { toProblem } from '../platform/db/to-problem';
import type { ApiResult, Backup } from './api';
import { lockSetting } from './lock-gate';
import { reading, type RecordDeps } from './records';

/** Where a backup is read from. */
export interface BackupDeps extends Pick<RecordDeps, 'db' | 'clock'> {
  /** Opens what an earlier version has left, as it is; for a store that could not be brought over. */
  readonly asItIs?: DatabaseSource;
}

/** Tables that are made from the others again whenever they are needed, and those of files that were read. */
const WORKED_OUT: readonly string[] = [
  ...['searchParts', 'changed', 'counters', 'tallies', 'tallyChanges'],
  ...['imports', 'importParts'],
];

/**
 * Settings that stay here: the key that opens what is locked for us must not lie in a file that anybody can read, and no PIN
 * may come along into another browser.
 */
const SECRET: readonly string[] = ['team', 'folderHandle', lockSetting];

const travelling = (table: string, rows: readonly unknown[]): readonly unknown[] => {
  if (table === 'buyers') return (rows as readonly BuyerRow[]).map(withoutFigures);
  if (table === 'settings') return (rows as readonly SettingRow[]).filter(({ name }) => !SECRET.includes(name));
  return rows;
};

/** Everything at one moment, read in one transaction so that no change falls between two tables. */
const snapshot = (db: Db, deps: BackupDeps): ApiResult<Backup> =>
  db.transaction('r', db.tables, async () => {
    const tables: Record<string, readonly unknown[]> = {};
    for (const table of db.tables) {
      if (WORKED_OUT.includes(table.name)) continue;
      tables[table.name] = travelling(table.name, await table.toArray());
    }
    return ok({ app: 'parley' as const, schema: db.verno, savedAt: deps.clock.now(), tables });
  });

/**
 * Everything a person or a page has put into the database; what is worked out from it is left out. A store whose upgrade
 * failed is read in the version it is in: nothing that was there before is out of reach.
 */
export const readEverything = async (deps: BackupDeps): ApiResult<Backup> => {
  const opened = await deps.db();
  if (opened.ok || (opened.error.kind !== 'upgrade-failed' && opened.error.kind !== 'storage-full'))
    return reading(deps, (db) => snapshot(db, deps));
  const old = await (deps.asItIs ?? openAsItIs)();
  if (!old.ok) return opened;
  try {
    return await snapshot(old.value, deps);
  } catch (error) {
    return err(toProblem(error));
  } finally {
    // An open connection would stand in the way of the next attempt.
    old.value.close();
  }
};
