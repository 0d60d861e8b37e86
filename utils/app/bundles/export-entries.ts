/** What is remembered of files that were written: that they were, never what was in them. */
import type { Db } from '../../platform/db/schema';
import type { ExportEntry } from '../bundles-api';
import { noShop, type Change } from '../records';

/** Name of the settings row. */
const exportsSetting = 'exports';
const MOST_ENTRIES = 20;

/** The settings row. */
export interface KeptExports {
  /** The newest first. */
  readonly entries: readonly ExportEntry[];
  /** Where our clock stood when the last file was begun that `since-last` goes on from; empty when there is none. */
  readonly reading: string;
}

/** What is remembered. */
export const readExports = async (db: Db): Promise<KeptExports> => {
  const kept = (await db.settings.get(exportsSetting))?.value as Partial<KeptExports> | undefined;
  return { entries: kept?.entries ?? [], reading: kept?.reading ?? '' };
};

/** Whether the next `since-last` goes on from such a file: it held everything there was to hold. */
const isWhole = ({ scope, redaction }: ExportEntry): boolean =>
  redaction === 'full' && (scope.kind === 'everything' || scope.kind === 'since-last');

/** Remembers a file; `reading` is where our clock stood before its first row was read. */
export const keepExport = async (change: Change, entry: ExportEntry, reading: string): Promise<void> => {
  const kept = await readExports(change.db);
  // Of two files that were written at once the later one may have been begun earlier.
  const next = isWhole(entry) && reading > kept.reading ? reading : kept.reading;
  const value: KeptExports = { entries: [entry, ...kept.entries].slice(0, MOST_ENTRIES), reading: next };
  await change.db.settings.put({ ...change.stamp(noShop), name: exportsSetting, value });
};
