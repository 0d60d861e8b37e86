/**
 * A folder of the person's that the browser lets us read and write, for which the person is asked. What a drive does with the
 * folder behind our back (files that come, go and grow) is met with values, never with exceptions.
 */
import { partName } from '../../domain/bundles/folder-plan';
import type { FolderFile } from '../../domain/bundles/folder-plan';
import { err, ok, type Result } from '../../domain/result';

/** Why a folder cannot be used as it is. */
export type FolderIoProblem =
  /** It was moved, renamed or removed, or its drive is not there. */
  | { readonly kind: 'folder-gone' }
  /** The person has to allow it (again). */
  | { readonly kind: 'permission' }
  | { readonly kind: 'folder-full' }
  | { readonly kind: 'folder-failed'; readonly code: string };

type IoResult<T> = Promise<Result<T, FolderIoProblem>>;

/** The files of a folder that is shared. */
export interface TeamFolder {
  /** Files with a wanted name, at most 5,000. */
  readonly list: (isWanted: (name: string) => boolean) => IoResult<readonly FolderFile[]>;
  /** Null when it is not there any more. */
  readonly read: (name: string) => IoResult<Blob | null>;
  /** Whoever lists the folder meanwhile sees no half of it under this name. */
  readonly write: (name: string, file: Blob) => IoResult<null>;
  /** What is not there is removed already. */
  readonly remove: (name: string) => IoResult<null>;
}

/** A folder the person has chosen; it can be kept in the store. */
export interface FolderHandle {
  readonly name: string;
}

/** Whether we may read and write: `ask` needs a click of the person. */
export type FolderPermission = 'granted' | 'ask' | 'denied';

/** The browser's ways to a folder. */
export interface FolderAccess {
  readonly canPick: () => boolean;
  /** Must follow a click. Null when the person chose none. */
  readonly pick: () => Promise<Result<FolderHandle | null, FolderIoProblem>>;
  readonly permission: (handle: FolderHandle) => Promise<FolderPermission>;
  /** Must follow a click. */
  readonly ask: (handle: FolderHandle) => Promise<FolderPermission>;
  readonly open: (handle: FolderHandle) => TeamFolder;
}

/** What the language's own types do not know yet (https://wicg.github.io/file-system-access/). */
interface WithPermission {
  readonly queryPermission?: (how: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (how: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}
interface WithMove {
  readonly move?: (name: string) => Promise<void>;
}
type Directory = FileSystemDirectoryHandle &
  WithPermission & { readonly values: () => AsyncIterable<FileSystemHandle> };
type Picker = (how: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const MOST_FILES = 5_000;
const mode = { mode: 'readwrite' } as const;

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

const problemOf = (error: unknown): FolderIoProblem => {
  const name = nameOf(error);
  if (name === 'NotFoundError') return { kind: 'folder-gone' };
  if (name === 'NotAllowedError' || name === 'SecurityError') return { kind: 'permission' };
  if (name === 'QuotaExceededError') return { kind: 'folder-full' };
  return { kind: 'folder-failed', code: name || 'unknown' };
};

/** The edge to the browser: what it throws becomes a value here. */
const trying = async <T>(work: () => Promise<T>): IoResult<T> => {
  try {
    return ok(await work());
  } catch (error) {
    return err(problemOf(error));
  }
};

/** The same, where a file that is not there is an answer. */
const orMissing = async <T>(work: () => Promise<T>): IoResult<T | null> => {
  const done = await trying(work);
  return done.ok || done.error.kind !== 'folder-gone' ? done : ok(null);
};

const fileIn = async (handle: FileSystemHandle): Promise<FolderFile | null> => {
  const file = await orMissing(() => (handle as FileSystemFileHandle).getFile());
  // One file that cannot be looked at, locked by its drive perhaps, must not hide the others.
  if (!file.ok || file.value === null) return null;
  return { name: handle.name, size: file.value.size, lastModified: file.value.lastModified };
};

const listIn = async (directory: Directory, isWanted: (name: string) => boolean): Promise<readonly FolderFile[]> => {
  const files: FolderFile[] = [];
  for await (const handle of directory.values()) {
    if (handle.kind !== 'file' || !isWanted(handle.name)) continue;
    const file = await fileIn(handle);
    if (file !== null) files.push(file);
    if (files.length >= MOST_FILES) break;
  }
  return files;
};

const writeTo = async (directory: Directory, name: string, file: Blob): Promise<FileSystemFileHandle> => {
  const handle = await directory.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(file);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  return handle;
};

const removeFrom = (directory: Directory, name: string): IoResult<null> =>
  orMissing(async () => {
    await directory.removeEntry(name);
    return null;
  });

const sameBytes = async (one: Blob, other: Blob): Promise<boolean> => {
  if (one.size !== other.size) return false;
  const [a, b] = (await Promise.all([one.arrayBuffer(), other.arrayBuffer()])).map((part) => new Uint8Array(part));
  return a !== undefined && b !== undefined && a.every((byte, at) => byte === b[at]);
};

/** Gives a whole file its name; false where the browser or the drive cannot. */
const moveTo = async (handle: FileSystemFileHandle & WithMove, name: string): Promise<boolean> => {
  if (handle.move === undefined) return false;
  const moved = await trying(() => handle.move?.(name) ?? Promise.resolve());
  return moved.ok;
};

const writeWhole = async (directory: Directory, name: string, file: Blob): Promise<boolean> => {
  const part = await writeTo(directory, partName(name), file);
  if (await moveTo(part, name)) return true;
  await removeFrom(directory, partName(name));
  const handle = await writeTo(directory, name, file);
  return sameBytes(await handle.getFile(), file);
};

const openDirectory = (directory: Directory): TeamFolder => ({
  list: (isWanted) => trying(() => listIn(directory, isWanted)),
  read: (name) => orMissing(async () => (await directory.getFileHandle(name)).getFile()),
  write: async (name, file) => {
    const written = await trying(() => writeWhole(directory, name, file));
    if (written.ok && written.value) return ok(null);
    await removeFrom(directory, partName(name));
    if (written.ok) await removeFrom(directory, name);
    return written.ok ? err({ kind: 'folder-failed', code: 'not-as-written' }) : written;
  },
  remove: (name) => removeFrom(directory, name),
});

const goneFolder: TeamFolder = {
  list: async () => err({ kind: 'folder-gone' }),
  read: async () => err({ kind: 'folder-gone' }),
  write: async () => err({ kind: 'folder-gone' }),
  remove: async () => err({ kind: 'folder-gone' }),
};

const isDirectory = (handle: FolderHandle): handle is Directory => 'getFileHandle' in handle && 'values' in handle;

const asPermission = (state: PermissionState): FolderPermission => (state === 'prompt' ? 'ask' : state);

const permissionOf = async (
  handle: FolderHandle,
  which: 'queryPermission' | 'requestPermission',
): Promise<FolderPermission> => {
  // What was kept may come from a browser without permissions for folders: nothing to ask for there.
  if (!isDirectory(handle) || handle[which] === undefined) return 'granted';
  const state = await trying(async () => (await handle[which]?.(mode)) ?? 'granted');
  return state.ok ? asPermission(state.value) : 'ask';
};

const pickerOf = (scope: object): Picker | undefined =>
  (scope as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(scope);

/** The ways to a folder of the browser this runs in; `scope` is its global object. */
export const browserFolders = (scope: object = globalThis): FolderAccess => ({
  canPick: () => pickerOf(scope) !== undefined,
  pick: async () => {
    const picker = pickerOf(scope);
    if (picker === undefined) return err({ kind: 'folder-failed', code: 'unsupported' });
    const picked = await trying(() => picker({ id: 'parley-team', ...mode }));
    return !picked.ok && picked.error.kind === 'folder-failed' && picked.error.code === 'AbortError'
      ? ok(null)
      : picked;
  },
  permission: (handle) => permissionOf(handle, 'queryPermission'),
  ask: (handle) => permissionOf(handle, 'requestPermission'),
  open: (handle) => (isDirectory(handle) ? openDirectory(handle) : goneFolder),
});
