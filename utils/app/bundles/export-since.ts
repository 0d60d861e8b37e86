/**
 * Files of rows for the shared folder: everything, or what was changed after a clock reading. They are no exports of the
 * person's: the list of exports does not tell of them, and "since the last export" does not go on from them.
 */
import { bundleLimits, bundleVersion, type BundleHeader } from '../../domain/bundles/bundle';
import type { Instant } from '../../domain/ids';
import { err, ok, type Result } from '../../domain/result';
import { openBundle } from '../../platform/bundles/open';
import { sealBundle } from '../../platform/bundles/seal';
import type { Db } from '../../platform/db/schema';
import { toProblem } from '../../platform/db/to-problem';
import type { BundleApiProblem, BundleResult } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import { selfSetting, type RecordDeps } from '../records';
import { gather } from './export-gather';
import { pickKeys } from './export-pick';
import { createReadProgress } from './export-progress';
import { createPseudonyms } from './export-pseudonyms';
import { hasMoved, type RowReader } from './export-rows';
import { readTeam } from './team-kept';

/** What goes into a file. */
export interface SegmentAsked {
  /** Rows with a later clock reading are taken; all rows when it is empty. */
  readonly since: string;
  /** Who can read it: public keys, our own among them. */
  readonly recipients: readonly string[];
}

/** Makes the files of the shared folder, and looks whether one is whole. */
export interface Segments {
  /** Null when nothing was changed since. */
  readonly seal: (asked: SegmentAsked, options?: JobOptions) => BundleResult<Blob | null>;
  /** Whether a file can be read with our key to its end. */
  readonly isReadable: (file: Blob) => BundleResult<boolean>;
}

/** How often rows are gathered when others keep moving records into the archive or out of it. */
const MOST_TRIES = 3;

interface Attempt extends SegmentAsked {
  readonly db: Db;
  readonly now: Instant;
  readonly onRead: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}

const headerOf = async ({ db, now }: Attempt, counts: BundleHeader['counts']): Promise<BundleHeader> => {
  const self = await db.settings.get(selfSetting);
  const { agentId = '', node = '' } = (self?.value ?? {}) as { readonly agentId?: string; readonly node?: string };
  const made = { origin: node, authorId: agentId, createdAt: now, scope: 'since-last', redaction: 'full' } as const;
  return { format: 'parley-bundle', ...bundleVersion, schema: db.verno, ...made, counts };
};

/** A file, nothing, or `stale` when rows were moved under it. */
const sealOnce = async (
  attempt: Attempt,
): Promise<Result<Blob | null, BundleApiProblem | { readonly kind: 'stale' }>> => {
  const { db, now, since, recipients, signal, onRead } = attempt;
  const reader: RowReader = { db, signal, onRead, marks: new Set() };
  const isStopped = (): boolean => signal?.aborted === true;
  const picked = await pickKeys(reader, { kind: 'since-last' }, { now, today: '', lastReading: since });
  if (!picked.ok) return picked;
  const gathering = { reader, picked: picked.value, withArchive: true, level: 'full' as const };
  const { counts, lines } = await gather({ ...gathering, keyed: createPseudonyms(now), counting: 'exact' });
  if (isStopped()) return err({ kind: 'cancelled' });
  if (Object.keys(counts).length === 0) return (await hasMoved(reader)) ? err({ kind: 'stale' }) : ok(null);
  const lock = { kind: 'recipients' as const, recipients };
  const sealed = await sealBundle(await headerOf(attempt, counts), lines(), lock, signal ? { signal } : {});
  if (isStopped()) return err({ kind: 'cancelled' });
  if (await hasMoved(reader)) return err({ kind: 'stale' });
  if (sealed.ok) return ok(new Blob([sealed.value], { type: 'application/octet-stream' }));
  return sealed.error.kind === 'counts-differ' ? err({ kind: 'stale' }) : sealed;
};

/** The edge to the store: what it throws becomes a value here. */
const guarded = async <T>(deps: Pick<RecordDeps, 'db'>, work: (db: Db) => BundleResult<T>): BundleResult<T> => {
  const opened = await deps.db();
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (error) {
    return err(toProblem(error));
  }
};

const progressScope = (since: string) => ({
  scope: { kind: since === '' ? ('everything' as const) : ('since-last' as const) },
  redaction: 'full' as const,
  isWriting: true,
});

/** Makes files for the shared folder over the given stores. */
export const createSegments = (deps: Pick<RecordDeps, 'db' | 'clock'>): Segments => ({
  seal: (asked, { onProgress, signal } = {}) =>
    guarded(deps, async (db) => {
      const progress = await createReadProgress(db, progressScope(asked.since), onProgress);
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const sealed = await sealOnce({ ...asked, db, now: deps.clock.now(), onRead: progress.add, signal });
        if (sealed.ok) progress.end();
        if (sealed.ok || sealed.error.kind !== 'stale') return sealed as Awaited<BundleResult<Blob | null>>;
      }
      return err({ kind: 'storage-failed', code: 'rows-moved' });
    }),

  isReadable: (file) =>
    guarded(deps, async (db) => {
      if (file.size > bundleLimits.bytes) return ok(false);
      const identity = (await readTeam(db))?.identity;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await openBundle(bytes, identity === undefined ? {} : { identity }, {
        nowMs: Date.parse(deps.clock.now()),
        // Rows that are taken as they come are not kept in memory.
        onLine: () => undefined,
      });
      return ok(opened.ok);
    }),
});
