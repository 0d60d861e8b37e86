/** Everything around files of records, composed; loaded when the Team page is opened. */
import type { BundlesApi } from '../bundles-api';
import type { NoteReview } from '../note-review';
import { createBundleExport } from './export';
import { createBundleImport, type ImportDeps } from './import';
import type { BundleJobs } from './job-messages';
import { recoverImports } from './recover-imports';
import { createTeam } from './team';

/** Stores and surroundings of files of records. */
export interface BundleDeps extends Omit<ImportDeps, 'identity' | 'mateNames'> {
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly noteReview: Pick<NoteReview, 'flaggedNotes' | 'adviseExport'>;
  /** Runs the long jobs elsewhere; here when left out. */
  readonly jobs?: BundleJobs;
}

/** Use cases around files of records, over the given stores. */
export const createBundles = (deps: BundleDeps): BundlesApi => {
  // A page that was closed in the middle of an import has left it to whoever comes next.
  void recoverImports(deps);
  const { identity, mateNames, ...team } = createTeam(deps);
  const files = createBundleExport({
    ...deps,
    reviewNotes: deps.noteReview.flaggedNotes,
    advise: deps.noteReview.adviseExport,
  });
  return {
    ...team,
    ...files,
    ...createBundleImport({ ...deps, identity, mateNames }),
    ...deps.jobs,
  };
};
