/** When a backup is due, what it is called, and which older ones may go. Days are `YYYY-MM-DD` where the agent sits. */
import type { Instant } from '../ids';

/** How often a backup is made. */
export const backupRhythms = ['day', 'week'] as const;
export type BackupRhythm = (typeof backupRhythms)[number];

/** How many backups are kept. */
export const backupCounts = [3, 7, 14] as const;
export type BackupCount = (typeof backupCounts)[number];

/** A backup that was written: what the browser says of the download, so that it is found again and nothing else is. */
export interface BackupCopy {
  /** Its number in the browser's list of downloads; not every browser keeps it beyond a restart. */
  readonly id: number;
  /** Without folders. */
  readonly name: string;
  /** When the browser says that the download began. */
  readonly startedAt: string;
  readonly at: Instant;
  readonly day: string;
  /** Units: bytes. */
  readonly bytes: number;
}

/** What it depends on whether a backup is due. */
export interface BackupTimes {
  readonly every: BackupRhythm;
  /** Day of the last backup; null before the first. */
  readonly lastDay: string | null;
  /** When it was last tried in vain; null when it has worked since. */
  readonly failedAt: Instant | null;
}

/** Where inside the downloads they lie. */
const FOLDER = 'Parley';
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS: Readonly<Record<BackupRhythm, number>> = { day: 1, week: 7 };
/** What has failed is not tried again whenever a page opens. Shorter than the hour between two looks. */
const RETRY_MS = 50 * 60 * 1000;
/** So many days without one that it is worth a word: a weekend and a day, or a week that was missed. */
const OVERDUE_DAYS: Readonly<Record<BackupRhythm, number>> = { day: 4, week: 14 };

/** Days between two days, whichever is earlier: a clock that was once wrong must not stop backups for years. */
const daysBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS;

/** Whether a backup is to be made now. */
export const isBackupDue = (times: BackupTimes, now: { readonly today: string; readonly at: Instant }): boolean => {
  const { every, lastDay, failedAt } = times;
  if (failedAt !== null && Math.abs(Date.parse(now.at) - Date.parse(failedAt)) < RETRY_MS) return false;
  return lastDay === null || daysBetween(lastDay, now.today) >= DAYS[every];
};

/** Whether a backup should have been made long ago; `since` is the day of the last one, or when they were turned on. */
export const isBackupOverdue = (every: BackupRhythm, since: string, today: string): boolean =>
  daysBetween(since, today) >= OVERDUE_DAYS[every];

/** The backups beyond those that are kept; `made` has the newest first. */
export const surplusBackups = (made: readonly BackupCopy[], keep: BackupCount): readonly BackupCopy[] =>
  made.slice(keep);

/**
 * Where a backup goes inside the downloads.
 *
 * Example: `Parley/parley-backup-2026-03-02.parley`.
 */
export const backupPath = (day: string): string => `${FOLDER}/parley-backup-${day}.parley`;

/** The name of a file without its folders, whichever system wrote them. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A second one of a day has a number, which browsers write with a space or without. */
const BACKUP_NAME = /^parley-backup-\d{4}-\d\d-\d\d(?: ?\(\d+\))?\.parley$/;

/** What a browser says of a download. */
export interface SeenDownload {
  /** With all folders. */
  readonly filename: string;
  readonly startTime: string;
  /** The extension that began it, where the browser still knows. */
  readonly byExtensionId?: string | null;
}

/** Whether a download is the backup that was written: numbers of downloads are given again, so all else must agree. */
export const isSameBackup = (
  seen: SeenDownload,
  copy: Pick<BackupCopy, 'name' | 'startedAt'>,
  ownId: string,
): boolean =>
  BACKUP_NAME.test(copy.name) &&
  baseName(seen.filename) === copy.name &&
  seen.startTime === copy.startedAt &&
  (seen.byExtensionId ?? ownId) === ownId;
