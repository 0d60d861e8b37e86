import { ok } from '../domain/result';
import { schemaVersion } from '../platform/db/schema';
import type { ApiResult, Backup } from './api';
import { reading, type RecordDeps } from './records';

/** Everything in the database at one moment, read in one transaction so that no change falls between two tables. */
export const readEverything = (deps: Pick<RecordDeps, 'db' | 'clock'>): ApiResult<Backup> =>
  reading(deps, (db) =>
    db.transaction('r', db.tables, async () => {
      const tables: Record<string, readonly unknown[]> = {};
      for (const table of db.tables) tables[table.name] = await table.toArray();
      return ok({ app: 'parley' as const, schema: schemaVersion, savedAt: deps.clock.now(), tables });
    }),
  );
