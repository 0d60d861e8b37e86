import { ok } from '../../domain/result';
import { localToday, systemClock } from '../../platform/clock/system-clock';
import { lazyDatabase } from '../../platform/db/lazy-database';
import { createBundleExport } from './export';
import { createBundleImport } from './import';
import type { BundleJobs } from './job-messages';
import { createTeam } from './team';

/** The long jobs over the real stores, for a worker, which tells its page of changes. Notes are looked at in the page. */
export const createBundleJobs = (announce: (topics: readonly string[]) => Promise<void>): BundleJobs => {
  const deps = { db: lazyDatabase(), clock: systemClock, announce };
  const { identity, mateNames } = createTeam(deps);
  const { write } = createBundleExport({
    ...deps,
    today: localToday,
    reviewNotes: async () => ({ flagged: 0 }),
    advise: async () => ok(null),
  });
  const { read } = createBundleImport({ ...deps, identity, mateNames });
  return { read, write };
};
