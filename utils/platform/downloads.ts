/** Files the extension itself puts into the downloads, without a question; the person has allowed that before. */
import { browser } from 'wxt/browser';
import { baseName, isSameBackup, type BackupCopy, type SeenDownload } from '../domain/bundles/backup-plan';
import { err, ok, type Result } from '../domain/result';

/** Why no file was put there. */
export type DownloadProblem =
  /** The person has not allowed downloads, or not any more. */
  | { readonly kind: 'downloads-denied' }
  | { readonly kind: 'disk-full' }
  /** The person stopped it in the browser, or the browser was closed. */
  | { readonly kind: 'download-stopped' }
  | { readonly kind: 'download-failed'; readonly code: string }
  /** By whoever asked for it. */
  | { readonly kind: 'cancelled' };

/** A file that lies in the downloads, whole. */
export type SavedDownload = Pick<BackupCopy, 'id' | 'name' | 'startedAt' | 'bytes'>;

/** What became of a file that was to go; `failed` ones can be tried again. */
export type Removal = 'removed' | 'gone' | 'not-ours' | 'failed';

/** The downloads of the browser. */
export interface Downloads {
  readonly isAllowed: () => Promise<boolean>;
  /** Resolves once the file is whole; a name that is taken gets a number. */
  readonly save: (
    file: { readonly path: string; readonly blob: Blob },
    signal?: AbortSignal,
  ) => Promise<Result<SavedDownload, DownloadProblem>>;
  /** Whether the file still lies where it was put; `unknown` when the browser has forgotten the download. */
  readonly whereabouts: (copy: BackupCopy) => Promise<'there' | 'missing' | 'unknown'>;
  /** Removes the file and its line in the list of downloads; never a download that is not this one. */
  readonly remove: (copy: BackupCopy) => Promise<Removal>;
}

interface Item extends SeenDownload {
  readonly id: number;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly error?: string | null;
  readonly exists: boolean;
  /** Negative when it is not known. Units: bytes. */
  readonly fileSize: number;
}

interface Heard<T> {
  addListener(heard: (what: T) => void): void;
  removeListener(heard: (what: T) => void): void;
}

/** The part of the API that is used; it is not there before the person has allowed it. */
interface DownloadsApi {
  download(asked: {
    readonly url: string;
    readonly filename: string;
    readonly saveAs: boolean;
    readonly conflictAction: 'uniquify';
  }): Promise<number>;
  search(query: { readonly id: number }): Promise<readonly Item[]>;
  cancel(id: number): Promise<void>;
  removeFile(id: number): Promise<void>;
  erase(query: { readonly id: number }): Promise<unknown>;
  readonly onChanged: Heard<{ readonly id: number }>;
  readonly onErased: Heard<number>;
}

const api = (): DownloadsApi | undefined =>
  (browser as { readonly downloads?: unknown }).downloads as DownloadsApi | undefined;

const itemOf = async (downloads: DownloadsApi, id: number): Promise<Item | undefined> =>
  (await downloads.search({ id }))[0];

const STOPPED: readonly string[] = ['USER_CANCELED', 'USER_SHUTDOWN'];

const problemOf = (item: Item | undefined): DownloadProblem => {
  if (item === undefined || STOPPED.includes(item.error ?? '')) return { kind: 'download-stopped' };
  return item.error === 'FILE_NO_SPACE'
    ? { kind: 'disk-full' }
    : { kind: 'download-failed', code: item.error ?? 'unknown' };
};

/** Waits until a download is whole or has failed; undefined when it was taken out of the list. Aborting cancels it. */
const ended = (downloads: DownloadsApi, id: number, signal?: AbortSignal): Promise<Item | undefined> =>
  new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const item = await itemOf(downloads, id);
      if (item?.state !== 'in_progress') settle(item);
    };
    const heard = (what: { readonly id: number }): void => {
      if (what.id === id) look().catch(fail);
    };
    const erased = (which: number): void => {
      if (which === id) settle(undefined);
    };
    const cancel = (): void => {
      downloads.cancel(id).then(look).catch(fail);
    };
    const leave = (): void => {
      downloads.onChanged.removeListener(heard);
      downloads.onErased.removeListener(erased);
      signal?.removeEventListener('abort', cancel);
    };
    const settle = (item: Item | undefined): void => {
      leave();
      resolve(item);
    };
    const fail = (reason: unknown): void => {
      leave();
      reject(reason instanceof Error ? reason : new Error('download'));
    };
    downloads.onChanged.addListener(heard);
    downloads.onErased.addListener(erased);
    signal?.addEventListener('abort', cancel, { once: true });
    // It may have ended before anybody listened.
    if (signal?.aborted === true) cancel();
    else look().catch(fail);
  });

const saveAt = async (
  downloads: DownloadsApi,
  { path, blob, url }: { readonly path: string; readonly blob: Blob; readonly url: string },
  signal?: AbortSignal,
): Promise<Result<SavedDownload, DownloadProblem>> => {
  const id = await downloads.download({ url, filename: path, saveAs: false, conflictAction: 'uniquify' });
  const item = await ended(downloads, id, signal);
  if (item?.state !== 'complete') return err(signal?.aborted === true ? { kind: 'cancelled' } : problemOf(item));
  if (item.fileSize >= 0 && item.fileSize !== blob.size) return err({ kind: 'download-failed', code: 'size-differs' });
  return ok({ id, name: baseName(item.filename), startedAt: item.startTime, bytes: blob.size });
};

/** The download of a backup, if the browser still knows it; the numbers of others count for nothing. */
const find = async (downloads: DownloadsApi, copy: BackupCopy): Promise<Item | 'gone' | 'not-ours'> => {
  const item = await itemOf(downloads, copy.id);
  if (item === undefined) return 'gone';
  return isSameBackup(item, copy, browser.runtime.id) ? item : 'not-ours';
};

const removeFrom = async (downloads: DownloadsApi, copy: BackupCopy): Promise<Removal> => {
  const item = await find(downloads, copy);
  if (typeof item === 'string') return item;
  let isGone = !item.exists;
  try {
    await downloads.removeFile(item.id);
  } catch {
    // The only way to say that the person was faster; or that another program holds the file.
    isGone ||= (await itemOf(downloads, item.id))?.exists === false;
    if (!isGone) return 'failed';
  }
  await downloads.erase({ id: item.id });
  return isGone ? 'gone' : 'removed';
};

const isAllowed = async (): Promise<boolean> =>
  api() !== undefined && (await browser.permissions.contains({ permissions: ['downloads'] }));

/** The downloads of this browser. */
export const browserDownloads = (): Downloads => ({
  isAllowed,

  save: async ({ path, blob }, signal) => {
    const downloads = api();
    if (downloads === undefined || !(await isAllowed())) return err({ kind: 'downloads-denied' });
    const url = URL.createObjectURL(blob);
    try {
      return await saveAt(downloads, { path, blob, url }, signal);
    } catch {
      // Refused before it began, by the policy of a company for example; the words are the browser's own.
      return err({ kind: 'download-failed', code: 'refused' });
    } finally {
      URL.revokeObjectURL(url);
    }
  },

  whereabouts: async (copy) => {
    const downloads = api();
    if (downloads === undefined) return 'unknown';
    try {
      const item = await find(downloads, copy);
      if (typeof item === 'string') return 'unknown';
      return item.exists ? 'there' : 'missing';
    } catch {
      // Taken back while it was asked.
      return 'unknown';
    }
  },

  remove: async (copy) => {
    const downloads = api();
    if (downloads === undefined) return 'failed';
    try {
      return await removeFrom(downloads, copy);
    } catch {
      // Taken back while it was asked: the file stays, and stays remembered.
      return 'failed';
    }
  },
});
