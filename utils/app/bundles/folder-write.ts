/** Our part of the shared folder: what was changed here goes into a new file, and now and then everything into one. */
import { afterWrite, mostSegments, segmentName, type FolderPlan } from '../../domain/bundles/folder-plan';
import { err, ok, type Result } from '../../domain/result';
import type { TeamFolder } from '../../platform/bundles/folder';
import type { JobOptions } from '../buyers-api';
import type { RecordDeps } from '../records';
import type { Segments } from './export-since';
import { folderFilePrefix, type FolderProblem, type FolderResult } from './folder-api';
import { hasForgotten, hasOtherImports, tick, type KeptFolder } from './folder-kept';

/** Where and for whom we write. */
export interface WriteDeps extends RecordDeps {
  readonly segments: () => Promise<Segments>;
}

/** One turn of writing. */
export interface Writing {
  readonly folder: TeamFolder;
  readonly plan: FolderPlan;
  readonly kept: KeptFolder;
  /** Where our clock stands. */
  readonly clock: string;
  readonly recipients: readonly string[];
  readonly options: JobOptions;
}

/** What is to be written: nothing, what was changed, or everything; everything replaces our older files. */
const modeOf = async (
  deps: RecordDeps,
  { plan, kept, clock, recipients }: Writing,
): FolderResult<'nothing' | 'changes' | 'everything'> => {
  if (kept.reading === '' || plan.isOwnMissing || kept.recipients !== recipients.join(' ')) return ok('everything');
  const others = await hasOtherImports(deps, kept.lookedAt, folderFilePrefix);
  if (!others.ok) return others;
  if (others.value) return ok('everything');
  if (clock === kept.reading) return ok('nothing');
  if (plan.own.length >= mostSegments) return ok('everything');
  const forgotten = await hasForgotten(deps, kept.reading);
  return forgotten.ok ? ok(forgotten.value ? 'everything' : 'changes') : forgotten;
};

const loaded = async (deps: WriteDeps): Promise<Result<Segments, FolderProblem>> => {
  try {
    return ok(await deps.segments());
  } catch {
    // The build was replaced under an open page: its parts are not there any more.
    return err({ kind: 'storage-failed', code: 'asset-missing' });
  }
};

/** Reads a file back from the folder; what cannot be read again is taken away. */
const checked = async (segments: Segments, folder: TeamFolder, name: string): FolderResult<number> => {
  const back = await folder.read(name);
  if (!back.ok) return back;
  const readable = back.value === null ? ok(false) : await segments.isReadable(back.value);
  if (!readable.ok) return readable;
  if (readable.value && back.value !== null) return ok(back.value.size);
  await folder.remove(name);
  return err({ kind: 'folder-failed', code: 'not-readable' });
};

/** Takes away files of ours; answers which are gone. What cannot be removed now is removed with the next ones. */
const removeAll = async (folder: TeamFolder, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const gone = new Set<string>();
  for (const name of names) if ((await folder.remove(name)).ok) gone.add(name);
  return gone;
};

/** Writes what is to be written; answers what is to be remembered afterwards. */
export const writeOwn = async (deps: WriteDeps, writing: Writing): FolderResult<KeptFolder> => {
  const { folder, plan, kept, recipients, options } = writing;
  await removeAll(folder, plan.leftovers);
  const mode = await modeOf(deps, writing);
  if (!mode.ok) return mode;
  if (mode.value === 'nothing') return ok(kept);
  const segments = await loaded(deps);
  if (!segments.ok) return segments;
  const lookedAt = deps.clock.now();
  const reading = await tick(deps);
  if (!reading.ok) return reading;
  const since = mode.value === 'everything' ? '' : kept.reading;
  const sealed = await segments.value.seal({ since, recipients }, options);
  if (!sealed.ok) return sealed;
  const looked = { ...kept, reading: reading.value, lookedAt, recipients: recipients.join(' ') };
  if (sealed.value === null) return ok(looked);
  const name = segmentName(reading.value);
  if (name === null) return err({ kind: 'storage-failed', code: 'clock-malformed' });
  const written = await folder.write(name, sealed.value);
  if (!written.ok) return written;
  const size = await checked(segments.value, folder, name);
  if (!size.ok) return size;
  const older = mode.value === 'everything' ? plan.own.map((file) => file.name) : [];
  const removed = await removeAll(folder, older);
  const isLost = plan.isOwnMissing ? kept.own.filter((mark) => !plan.own.some(({ name: at }) => at === mark.name)) : [];
  const gone = new Set([...removed, ...isLost.map((mark) => mark.name)]);
  return ok({ ...looked, ...afterWrite(kept, { name, size: size.value }, gone) });
};
