/** The part of others in the shared folder: each file is read, and taken in as merging says, without a person. */
import { afterRead, afterSkip, skipKindOf, type FolderFile, type SkipKind } from '../../domain/bundles/folder-plan';
import { err, ok } from '../../domain/result';
import type { TeamFolder } from '../../platform/bundles/folder';
import type { BundlesApi, ImportEntry } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import type { RecordDeps } from '../records';
import { folderFilePrefix, type FolderResult } from './folder-api';
import { updateFolder, type KeptFolder } from './folder-kept';

/** What takes files in. */
export interface ReadDeps extends RecordDeps {
  readonly bundles: Pick<BundlesApi, 'read' | 'apply' | 'discard'>;
}

/** One turn of reading. */
export interface Reading {
  readonly folder: TeamFolder;
  readonly files: readonly FolderFile[];
  readonly kept: KeptFolder;
  readonly options: JobOptions;
}

/** What became of one file: taken in, left aside, or gone meanwhile. */
type Outcome = 'read' | 'gone' | SkipKind;

/** Anybody who has our public key can lock a file for us, so a file must say who of the team wrote it. */
const refusal = ({ lockedBy, from }: ImportEntry): SkipKind | null =>
  lockedBy === 'nothing' ? 'open' : from === undefined ? 'stranger' : null;

const changesNothing = ({ tally }: ImportEntry): boolean =>
  tally.new + tally.changed + tally.conflict + tally.deleted === 0;

const takeIn = async (
  { bundles }: ReadDeps,
  entry: ImportEntry,
  options: Pick<JobOptions, 'signal'>,
): FolderResult<Outcome> => {
  const refused = refusal(entry);
  if (refused !== null || changesNothing(entry)) {
    const dropped = await bundles.discard({ importId: entry.id });
    if (!dropped.ok) return dropped;
    if (refused !== null) return ok(refused);
  } else {
    const applied = await bundles.apply({ importId: entry.id }, options);
    if (!applied.ok) {
      // Stopped in the middle it has gone back and waits; nobody would decide about it, and the next turn reads it anew.
      await bundles.discard({ importId: entry.id });
      return applied;
    }
  }
  return ok(entry.tally.rejected > 0 ? 'rows-left-out' : 'read');
};

const readOne = async (deps: ReadDeps, { folder, options }: Reading, file: FolderFile): FolderResult<Outcome> => {
  if (file.size === 0) return ok('not-a-bundle');
  const blob = await folder.read(file.name);
  if (!blob.ok) return blob.error.kind === 'folder-failed' ? ok('half-written') : blob;
  if (blob.value === null) return ok('gone');
  const stopping = options.signal ? { signal: options.signal } : {};
  const asked = { file: blob.value, fileName: folderFilePrefix + file.name, key: {} };
  const read = await deps.bundles.read(asked, stopping);
  if (read.ok) return takeIn(deps, read.value, stopping);
  const kind = skipKindOf(read.error);
  return kind === null ? read : ok(kind);
};

const remember = (kept: KeptFolder, file: FolderFile, outcome: Outcome, triedMs: number): KeptFolder => {
  if (outcome === 'gone') return kept;
  if (outcome === 'read') return { ...kept, ...afterRead(kept, file) };
  return { ...kept, ...afterSkip(kept, { ...file, kind: outcome, triedMs }) };
};

/** Takes in the files, one after the other; what was done is remembered after each. Answers what is remembered at the end. */
export const readOthers = async (deps: ReadDeps, reading: Reading): FolderResult<KeptFolder> => {
  const { files, options } = reading;
  let { kept } = reading;
  for (const [at, file] of files.entries()) {
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    options.onProgress?.({ done: at, of: files.length });
    const outcome = await readOne(deps, reading, file);
    if (!outcome.ok) return outcome;
    kept = remember(kept, file, outcome.value, Date.parse(deps.clock.now()));
    const saved = await updateFolder(deps, { own: kept.own, read: kept.read, skipped: kept.skipped });
    if (!saved.ok) return saved;
  }
  options.onProgress?.({ done: files.length, of: files.length });
  return ok(kept);
};
