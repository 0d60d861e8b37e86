/** What can be asked about backups that are made by themselves. */
import type { BackupCopy, BackupCount, BackupRhythm } from '../../domain/bundles/backup-plan';
import type { Instant } from '../../domain/ids';
import type { Result } from '../../domain/result';
import type { DownloadProblem } from '../../platform/downloads';
import type { ApiResult } from '../api';
import type { BundleApiProblem } from '../bundles-api';
import type { JobOptions } from '../buyers-api';

/** Topic of the backups that are made by themselves. */
export const autoBackupTopic = 'auto-backup';

/** Why no backup was made. */
export type AutoBackupProblem =
  | BundleApiProblem
  | DownloadProblem
  /** They are not turned on. */
  | { readonly kind: 'backup-off' };

export type AutoBackupResult<T> = Promise<Result<T, AutoBackupProblem>>;

/** Where backups stand. */
export interface AutoBackupState {
  readonly isOn: boolean;
  /** Whether the browser lets us write to the downloads. */
  readonly isAllowed: boolean;
  readonly every: BackupRhythm;
  readonly keep: BackupCount;
  /** When the recovery key was made that new backups are locked for; missing before the first. */
  readonly keyMadeAt?: Instant;
  readonly last?: BackupCopy;
  /** The file of the last backup is not where it was put. */
  readonly isLastMissing: boolean;
  /** One should have been made long ago. */
  readonly isOverdue: boolean;
  /** One is being made, as far as this page knows. */
  readonly isRunning: boolean;
  /** Why the last attempt did not come to its end. */
  readonly problem?: AutoBackupProblem;
}

/** Words for the file of a recovery key, one line of comment each. */
export interface KeyWords {
  readonly comments: readonly string[];
}

/** A recovery key that lies in the downloads now, and nowhere else. */
export interface MadeKey {
  readonly fileName: string;
}

/** What can be asked about backups that are made by themselves, from the dashboard. */
export interface AutoBackupApi {
  readonly state: () => ApiResult<AutoBackupState>;
  /** From now on backups are made. The first time a recovery key is made and put into the downloads; null when there is one. */
  readonly turnOn: (words: KeyWords) => AutoBackupResult<MadeKey | null>;
  /** No more backups are made; the files and the key stay. */
  readonly turnOff: () => ApiResult<null>;
  /** Another recovery key, for the backups from now on; it is put into the downloads. */
  readonly renewKey: (words: KeyWords) => AutoBackupResult<MadeKey>;
  readonly choose: (choice: { readonly every?: BackupRhythm; readonly keep?: BackupCount }) => ApiResult<null>;
  /** Makes one now, then removes the oldest beyond those that are kept. */
  readonly backUp: (options?: JobOptions) => AutoBackupResult<BackupCopy>;
  /** Makes one whenever it is due, now and every hour, until the signal aborts. */
  readonly keepUp: (signal: AbortSignal) => void;
}
