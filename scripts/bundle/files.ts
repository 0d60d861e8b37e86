/** Files on disk: bundles, keys, and the one that is written. Problems of the system are values with its code. */
import { open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../utils/domain/result';
import type { BundleKey } from '../../utils/platform/bundles/age-file';
import { openBundle, type OpenedBundle, type OpenOptions, type OpenProblem } from '../../utils/platform/bundles/open';
import { streamOf, type Bytes } from '../../utils/platform/bundles/streams';
import type { SystemProblem } from './sentences';

/** Units: bytes. */
const PART = 64 * 1024;

/** The code of what the system has thrown, which is all that is of use. */
const systemProblem = (error: unknown): SystemProblem => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { kind: 'system', code: typeof code === 'string' ? code : 'unknown' };
};

async function* partsOf(handle: FileHandle, failed: (error: unknown) => void): AsyncGenerator<Bytes> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(PART), 0, PART, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    failed(error);
  }
}

/**
 * Opens the bundle at a path.
 *
 * Errors: see `OpenProblem`; `system` when the file is not there or cannot be read.
 */
export const openFile = async (
  path: string,
  key: BundleKey,
  options: OpenOptions,
): Promise<Result<OpenedBundle, OpenProblem | SystemProblem>> => {
  let handle: FileHandle;
  try {
    handle = await open(path);
  } catch (error) {
    return err(systemProblem(error));
  }
  let failure: SystemProblem | null = null;
  const parts = partsOf(handle, (error) => (failure = systemProblem(error)));
  const opened = await openBundle(streamOf(parts), key, options);
  await handle.close();
  return failure ? err(failure) : opened;
};

/**
 * Reads a small text file.
 *
 * Errors: `system`.
 */
export const readText = async (path: string): Promise<Result<string, SystemProblem>> => {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return err(systemProblem(error));
  }
};

/**
 * Writes a file whole or not at all, for nobody but its owner: it may hold what buyers have said.
 *
 * Errors: `system`; what stood there before is still there then.
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<Result<null, SystemProblem>> => {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, bytes, { mode: 0o600, flag: 'wx' });
    await rename(beside, path);
    return ok(null);
  } catch (error) {
    await rm(beside, { force: true });
    return err(systemProblem(error));
  }
};
