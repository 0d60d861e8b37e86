/** Files of records that leave this desk: what they would hold, writing them, and which were written last. */
import { bundleVersion, type BundleHeader } from '../../domain/bundles/bundle';
import type { Instant } from '../../domain/ids';
import { err, ok, type Result } from '../../domain/result';
import { encrypterFor } from '../../platform/bundles/age-file';
import { sealBundle } from '../../platform/bundles/seal';
import type { Db } from '../../platform/db/schema';
import { toProblem } from '../../platform/db/to-problem';
import type { ApiResult } from '../api';
import type {
  BundleApiProblem,
  BundleResult,
  BundlesApi,
  ExportEntry,
  ExportLook,
  ExportRequest,
} from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import type { NoteAdvice } from '../note-api';
import { announcing, changing, clockSetting, noShop, reading, selfSetting, type RecordDeps } from '../records';
import { keepExport, readExports } from './export-entries';
import { gather, type Gathered, type Gathering } from './export-gather';
import { lookAt, type ReviewNotes } from './export-look';
import { exportFileName } from './export-name';
import { pickKeys, reachesArchive } from './export-pick';
import { createReadProgress } from './export-progress';
import { createPseudonyms } from './export-pseudonyms';
import { hasMoved, type RowReader } from './export-rows';
import { ownName } from './team-kept';

/** What files are made from, and what is said of them before. */
export interface ExportDeps extends RecordDeps {
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly reviewNotes: ReviewNotes;
  /** What to think of before a file is handed on, when it names somebody. */
  readonly advise: (asked: { readonly names: boolean }) => ApiResult<NoteAdvice | null>;
}

/** Topic of the files that were written. */
export const exportsTopic = 'exports';

/** How often rows are gathered when others keep moving records; a person archives a list in one go, not three. */
const MOST_TRIES = 3;

type WriteRequest = Parameters<BundlesApi['write']>[0];

/** What a file is made under; read before its first row. */
interface Start {
  readonly db: Db;
  readonly now: Instant;
  readonly today: string;
  /** Where our clock stands: empty before the first change of all. */
  readonly clock: string;
  readonly lastReading: string;
  readonly author: { readonly agentId: string; readonly node: string };
}

const startOf = async (db: Db, deps: ExportDeps): Promise<Start> => {
  const [clock, self] = await db.settings.bulkGet([clockSetting, selfSetting]);
  const { agentId = '', node = '' } = (self?.value ?? {}) as { readonly agentId?: string; readonly node?: string };
  const { reading: lastReading } = await readExports(db);
  const own = typeof clock?.value === 'string' ? clock.value : '';
  return { db, now: deps.clock.now(), today: deps.today(), clock: own, lastReading, author: { agentId, node } };
};

/** What a file is made for: one that nobody has asked for is a saved copy of this installation. */
type Purposed = ExportRequest & Pick<WriteRequest, 'purpose'>;

/** Redacted files say nothing of who made them either. */
const headerOf = (
  { db, now, author }: Start,
  { scope, redaction, purpose }: Purposed,
  counts: BundleHeader['counts'],
): BundleHeader => ({
  format: 'parley-bundle',
  ...bundleVersion,
  schema: db.verno,
  origin: redaction === 'full' ? author.node : '',
  authorId: redaction === 'full' ? author.agentId : '',
  createdAt: now,
  scope: purpose ?? scope.kind,
  redaction,
  counts,
});

interface Preparing extends Pick<RowReader, 'signal' | 'onRead'> {
  readonly counting: Gathering['counting'];
}

interface Prepared {
  readonly reader: RowReader;
  readonly gathered: Gathered;
}

/** Picks the rows of one file and gets them ready to be read. */
const prepare = async (
  start: Start,
  request: Purposed,
  { signal, onRead, counting }: Preparing,
): Promise<Result<Prepared, BundleApiProblem>> => {
  const reader: RowReader = { db: start.db, signal, onRead, marks: new Set() };
  const picked = await pickKeys(reader, request.scope, start);
  if (!picked.ok) return picked;
  const gathered = await gather({
    reader,
    picked: picked.value,
    withArchive: reachesArchive(request.scope),
    level: request.redaction,
    withOwn: request.purpose === 'backup',
    keyed: createPseudonyms(start.now),
    counting,
  });
  return signal?.aborted === true ? err({ kind: 'cancelled' }) : ok({ reader, gathered });
};

/** A file, or `stale` when the rows have moved under it. */
const sealOnce = async (
  start: Start,
  { lock, ...request }: WriteRequest,
  how: Preparing,
): Promise<Result<Sealed, BundleApiProblem | { readonly kind: 'stale' }>> => {
  const prepared = await prepare(start, request, how);
  if (!prepared.ok) return prepared;
  const { gathered, reader } = prepared.value;
  const { signal } = how;
  const header = headerOf(start, request, gathered.counts);
  const sealed = await sealBundle(header, gathered.lines(), lock, signal ? { signal } : {});
  if (signal?.aborted === true) return err({ kind: 'cancelled' });
  if (await hasMoved(reader)) return err({ kind: 'stale' });
  if (sealed.ok) return ok({ bytes: sealed.value, counts: gathered.counts });
  return sealed.error.kind === 'counts-differ' ? err({ kind: 'stale' }) : sealed;
};

interface Sealed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly counts: BundleHeader['counts'];
}

/** Tries anew, counting row by row, when others moved rows meanwhile. */
const sealAtLast = async (
  begin: () => Promise<Start>,
  request: WriteRequest,
  how: Omit<Preparing, 'counting'>,
): Promise<Result<Sealed & { readonly start: Start }, BundleApiProblem>> => {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const start = await begin();
    const sealed = await sealOnce(start, request, { ...how, counting: tries === 1 ? 'quick' : 'exact' });
    if (sealed.ok) return ok({ ...sealed.value, start });
    if (sealed.error.kind !== 'stale') return err(sealed.error);
  }
  return err({ kind: 'storage-failed', code: 'rows-moved' });
};

const guarded = async <T>(deps: ExportDeps, work: (db: Db) => BundleResult<T>): BundleResult<T> => {
  const opened = await deps.db();
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (error) {
    return err(toProblem(error));
  }
};

const look = (deps: ExportDeps, request: ExportRequest, options: JobOptions): BundleResult<ExportLook> =>
  guarded(deps, async (db) => {
    const { signal } = options;
    const progress = await createReadProgress(db, { ...request, isWriting: false }, options.onProgress);
    const start = await startOf(db, deps);
    const prepared = await prepare(start, request, { signal, onRead: progress.add, counting: 'none' });
    if (!prepared.ok) return prepared;
    const header = headerOf(start, request, {});
    const seen = await lookAt(prepared.value.gathered.lines(), { header, signal, reviewNotes: deps.reviewNotes });
    if (signal?.aborted === true) return err({ kind: 'cancelled' });
    const advice = await deps.advise({ names: seen.names + seen.flagged > 0 });
    if (!advice.ok) return advice;
    progress.end();
    return ok({ ...seen, advice: advice.value });
  });

const write = (
  deps: ExportDeps,
  request: WriteRequest,
  options: JobOptions,
): BundleResult<{ readonly file: Blob; readonly entry: ExportEntry }> =>
  guarded(deps, async (db) => {
    const { lock, scope, redaction, purpose } = request;
    // Before everything is read: a forgotten passphrase is told at once.
    const lockable = lock.kind === 'plain' ? ok(null) : encrypterFor(lock);
    if (!lockable.ok) return lockable;
    const { signal } = options;
    const withOwn = purpose === 'backup';
    const progress = await createReadProgress(db, { ...request, withOwn, isWriting: true }, options.onProgress);
    const sealed = await sealAtLast(() => startOf(db, deps), request, { signal, onRead: progress.add });
    if (!sealed.ok) return sealed;
    const { bytes, counts, start } = sealed.value;
    const entry: ExportEntry = {
      id: deps.clock.newId(),
      at: start.now,
      fileName: exportFileName({ name: await ownName(db), day: start.today, scope, redaction }),
      scope,
      redaction,
      lockedBy: lock.kind === 'plain' ? 'nothing' : lock.kind,
      counts,
      bytes: bytes.length,
    };
    const file = new Blob([bytes], { type: 'application/octet-stream' });
    if (purpose === 'backup') {
      progress.end();
      return ok({ file, entry });
    }
    const kept = await changing(deps, [], async (change) => {
      await keepExport(change, entry, start.clock);
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      change.log({ shopId: noShop, what: 'bundle.written', detail: { scope: scope.kind, level: redaction, rows } });
      return ok({ file, entry });
    });
    progress.end();
    return announcing(deps, kept, [exportsTopic]);
  });

/** Use cases around files that are written, over the given stores. Nothing in here needs a page: it may run in a worker. */
export const createBundleExport = (deps: ExportDeps): Pick<BundlesApi, 'look' | 'write' | 'exports'> => ({
  look: (request, options = {}) => look(deps, request, options),
  write: (request, options = {}) => write(deps, request, options),
  exports: () => reading(deps, async (db) => ok((await readExports(db)).entries)),
});
