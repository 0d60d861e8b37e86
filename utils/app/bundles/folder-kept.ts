/** What is remembered of the shared folder: which it is, and how far it and our records were brought together. */
import type { FolderMemory } from '../../domain/bundles/folder-plan';
import type { Instant } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { FolderHandle } from '../../platform/bundles/folder';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { changing, clockSetting, noShop, reading, selfSetting, type RecordDeps } from '../records';
import type { FolderProblem } from './folder-api';

const folderSetting = 'folder';
/** A row of its own: it opens a folder, so it must not lie in a backup. */
const handleSetting = 'folderHandle';

/** The settings row. */
export interface KeptFolder extends FolderMemory {
  /** Where our clock stood when we last looked for changes of ours; all before it lie in the folder. Empty: none do. */
  readonly reading: string;
  /** When that was. */
  readonly lookedAt: Instant | null;
  /** Public keys our files in the folder are locked for. */
  readonly recipients: string;
  /** What it depends on whether a file can be taken in: who is in the team, and our version. */
  readonly context: string;
  readonly mergedAt: Instant | null;
  readonly problem: FolderProblem | null;
}

/** What is remembered of a folder nobody has looked into. */
export const freshFolder: KeptFolder = {
  own: [],
  read: [],
  skipped: [],
  reading: '',
  lookedAt: null,
  recipients: '',
  context: '',
  mergedAt: null,
  problem: null,
};

/** The folder and what is remembered of it; null when none was chosen. */
export interface ChosenFolder {
  readonly handle: FolderHandle;
  readonly kept: KeptFolder;
}

const chosenIn = async (db: Db): Promise<ChosenFolder | null> => {
  const [handle, kept] = await db.settings.bulkGet([handleSetting, folderSetting]);
  if (handle === undefined) return null;
  const value = kept?.value as Partial<KeptFolder> | undefined;
  return { handle: handle.value as FolderHandle, kept: { ...freshFolder, ...value } };
};

/** Reads which folder was chosen. */
export const readFolder = (deps: RecordDeps): ApiResult<ChosenFolder | null> =>
  reading(deps, async (db) => ok(await chosenIn(db)));

/** Remembers a folder the person has chosen, and forgets what was remembered of another. */
export const keepFolder = (deps: RecordDeps, handle: FolderHandle): ApiResult<null> =>
  changing(deps, [], async ({ db, stamp, log }) => {
    await db.settings.put({ ...stamp(noShop), name: handleSetting, value: handle });
    await db.settings.put({ ...stamp(noShop), name: folderSetting, value: freshFolder });
    log({ shopId: noShop, what: 'folder.chosen' });
    return ok(null);
  });

/** Forgets the folder. */
export const dropFolder = (deps: RecordDeps): ApiResult<null> =>
  changing(deps, [], async ({ db, log }) => {
    await db.settings.bulkDelete([handleSetting, folderSetting]);
    log({ shopId: noShop, what: 'folder.left' });
    return ok(null);
  });

/**
 * Writes what is remembered. The clock stays where it is: it moves with changes alone, and that is how the next time knows
 * that there is nothing to look for. Nothing is written when the folder was given up meanwhile.
 */
export const updateFolder = (deps: RecordDeps, change: Partial<KeptFolder>): ApiResult<KeptFolder> =>
  reading(deps, (db) =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get(folderSetting);
      const kept = { ...freshFolder, ...(row?.value as Partial<KeptFolder> | undefined), ...change };
      if (row) await db.settings.put({ ...row, value: kept });
      return ok(kept);
    }),
  );

/** Who we are in the names of our files, and where our clock stands. */
export const clockNow = (deps: RecordDeps): ApiResult<{ readonly node: string; readonly clock: string }> =>
  reading(deps, async (db) => {
    const [self, clock] = await db.settings.bulkGet([selfSetting, clockSetting]);
    const { node = '' } = (self?.value ?? {}) as { readonly node?: string };
    return ok({ node, clock: typeof clock?.value === 'string' ? clock.value : '' });
  });

/** Moves our clock on by one, so that every change from now on has a later reading than the one that is answered. */
export const tick = (deps: RecordDeps): ApiResult<string> =>
  changing(deps, [], async ({ stamp }) => ok(stamp(noShop).hlc));

/** Whether what a person has taken in by hand, or taken back, may be older than the last look and is in no file of ours. */
export const hasOtherImports = (deps: RecordDeps, after: Instant | null, prefix: string): ApiResult<boolean> =>
  reading(deps, async (db) => {
    if (after === null) return ok(false);
    const isOther = (at: Instant | undefined, name: string): boolean =>
      at !== undefined && at >= after && !name.startsWith(prefix);
    const rows = await db.imports.toArray();
    return ok(rows.some(({ appliedAt, fileName }) => isOther(appliedAt, fileName)));
  });

/** Whether somebody was forgotten since a clock reading: files of ours that still tell of them must go. */
export const hasForgotten = (deps: RecordDeps, since: string): ApiResult<boolean> =>
  reading(deps, async (db) => {
    const found = await db.buyers.filter(({ forgotten, hlc }) => forgotten === 1 && hlc > since).first();
    return ok(found !== undefined);
  });
