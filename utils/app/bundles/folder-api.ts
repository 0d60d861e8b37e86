/** What can be asked about a folder the team shares. */
import type { SkipKind } from '../../domain/bundles/folder-plan';
import type { Instant } from '../../domain/ids';
import type { Result } from '../../domain/result';
import type { FolderIoProblem, FolderPermission } from '../../platform/bundles/folder';
import type { ApiResult } from '../api';
import type { BundleApiProblem } from '../bundles-api';
import type { JobOptions } from '../buyers-api';

export type { SkipKind } from '../../domain/bundles/folder-plan';

/** How the file names of imports begin that nobody has chosen: they came by the shared folder. */
export const folderFilePrefix = 'folder/';

/** Why the folder and our records could not be brought together. */
export type FolderProblem =
  | BundleApiProblem
  | FolderIoProblem
  /** None was chosen. */
  | { readonly kind: 'no-folder' };

export type FolderResult<T> = Promise<Result<T, FolderProblem>>;

/** Where sharing by a folder stands. */
export interface FolderState {
  /** Whether this browser can let the person choose a folder. */
  readonly canChoose: boolean;
  /** Null while none is chosen. */
  readonly folder: { readonly name: string; readonly permission: FolderPermission } | null;
  /** When what others had written was taken in last, to the end. */
  readonly mergedAt?: Instant;
  /** Files that were left aside. */
  readonly skipped: readonly { readonly name: string; readonly kind: SkipKind }[];
  /** Why the last time did not come to its end. */
  readonly problem?: FolderProblem;
}

/** What can be asked about the shared folder, from the dashboard. */
export interface FolderApi {
  readonly state: () => ApiResult<FolderState>;
  /** Lets the person choose a folder; must follow a click. Nothing changes when they choose none. */
  readonly choose: () => FolderResult<FolderState>;
  /** Asks the person for the folder again; must follow a click. */
  readonly allow: () => FolderResult<FolderState>;
  /** Writes what was changed here, and takes in what others have written. */
  readonly sync: (options?: JobOptions) => FolderResult<FolderState>;
  /** Forgets the folder; the files in it stay. */
  readonly stop: () => ApiResult<null>;
  /** Does `sync` now and every five minutes until the signal aborts. */
  readonly keepUp: (signal: AbortSignal) => void;
}
