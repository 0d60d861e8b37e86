/** What is remembered of backups that are made by themselves. Nothing in here opens one: the row lies in saved copies too. */
import type { BackupCopy, BackupCount, BackupRhythm } from '../../domain/bundles/backup-plan';
import type { Instant } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { changing, noShop, reading, type RecordDeps } from '../records';
import type { AutoBackupProblem } from './auto-backup-api';

const autoBackupSetting = 'autoBackup';

/** The settings row. */
export interface KeptBackups {
  readonly isOn: boolean;
  readonly every: BackupRhythm;
  readonly keep: BackupCount;
  /** Public part of the recovery key; empty before there is one. */
  readonly recipient: string;
  readonly keyMadeAt: Instant | null;
  /** Day on which they were turned on. */
  readonly sinceDay: string;
  /** Backups that were written and not removed since, the newest first. */
  readonly made: readonly BackupCopy[];
  readonly failedAt: Instant | null;
  readonly problem: AutoBackupProblem | null;
}

/** What is remembered before anybody turned backups on. */
const noBackups: KeptBackups = {
  isOn: false,
  every: 'day',
  keep: 7,
  recipient: '',
  keyMadeAt: null,
  sinceDay: '',
  made: [],
  failedAt: null,
  problem: null,
};

const keptIn = async (db: Db): Promise<KeptBackups> => {
  const row = await db.settings.get(autoBackupSetting);
  return { ...noBackups, ...(row?.value as Partial<KeptBackups> | undefined) };
};

/** Reads what is remembered. */
export const readBackups = (deps: RecordDeps): ApiResult<KeptBackups> =>
  reading(deps, async (db) => ok(await keptIn(db)));

/** What a person has done, or what was done for them, as the work log says it. */
export type BackupDeed = 'backup.turned-on' | 'backup.turned-off' | 'backup.key-made' | 'backup.chosen' | 'backup.made';

/** Writes what was changed, and a line in the work log. */
export const changeBackups = (
  deps: RecordDeps,
  what: BackupDeed,
  change: (kept: KeptBackups) => Partial<KeptBackups>,
): ApiResult<KeptBackups> =>
  changing(deps, [], async ({ db, stamp, log }) => {
    const before = await keptIn(db);
    const value = { ...before, ...change(before) };
    await db.settings.put({ ...stamp(noShop), name: autoBackupSetting, value });
    log({ shopId: noShop, what });
    return ok(value);
  });

/** Writes what nobody has done: the clock stays where it is, and so does the work log. */
export const noteBackups = (deps: RecordDeps, change: (kept: KeptBackups) => Partial<KeptBackups>): ApiResult<null> =>
  reading(deps, (db) =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get(autoBackupSetting);
      const before = await keptIn(db);
      if (row) await db.settings.put({ ...row, value: { ...before, ...change(before) } });
      return ok(null);
    }),
  );
