/** Reads a file into the store without touching a record: its rows lie in parts, those of one buyer in the same one. */
import { linesOfBackup } from '../../domain/bundles/backup-lines';
import {
  bundleLimits,
  bundleVersion,
  isOwnSection,
  type BundleHeader,
  type BundleLine,
  type RejectedRow,
} from '../../domain/bundles/bundle';
import { buyerOf } from '../../domain/bundles/export-scope';
import { isPlainObject } from '../../domain/bundles/row-parts';
import { aheadOf, latestClock } from '../../domain/bundles/read-bundle';
import { lineId } from '../../domain/bundles/write-bundle';
import { brandAs } from '../../domain/ids';
import { err, ok, type Result } from '../../domain/result';
import type { BundleKey } from '../../platform/bundles/age-file';
import { openBundle } from '../../platform/bundles/open';
import type { Db } from '../../platform/db/schema';
import { schemaVersion } from '../../platform/db/schema';
import { shortHash } from '../../domain/text/short-hash';
import type { BundleApiProblem, BundleResult } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import { asRawPart, partId, placeOf } from './import-store';
import { createOneBehind } from './one-behind';

/** A file whose rows lie in the store as `raw` parts. */
export interface StagedFile {
  readonly header: BundleHeader;
  readonly lockedBy: 'passphrase' | 'recipients' | 'nothing';
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  readonly unknownSections: Readonly<Record<string, number>>;
  /** Latest clock reading of all rows. */
  readonly latest: string;
}

/** What is read, and as which import. */
export interface FileToRead {
  readonly importId: string;
  readonly file: Blob;
  readonly key: BundleKey;
  /** Whether sections of one installation's own are taken: never from what is applied before a person has seen it. */
  readonly withOwn: boolean;
  /** Units: milliseconds since 1970 UTC. */
  readonly nowMs: number;
}

/** Place of rows that belong to no buyer; sorts before all others. */
const OF_DESK = placeOf(0);
/** A zipped file of this size holds the rows of about four hundred buyers. Units: bytes. */
const FILE_PER_BUCKET = 64 * 1024;
const MOST_BUCKETS = 512;
/** A bucket is written when it is this long, so that all of them together stay small. Units: rows. */
const ROWS_PER_WRITE = 120;

/** Gathers rows by whose they are and writes them in parts, whenever there is time to wait. */
const createBuckets = (db: Db, importId: string, fileSize: number) => {
  const count = Math.min(MOST_BUCKETS, Math.max(1, Math.ceil(fileSize / FILE_PER_BUCKET)));
  const open = new Map<string, BundleLine[]>();
  const writing = createOneBehind();
  let full: { readonly place: string; readonly lines: readonly BundleLine[] }[] = [];
  let written = 0;
  let latest = '';

  const placeFor = (line: BundleLine): string => {
    // Lines of the log are many, and no row waits for them: they are spread as records are.
    const owner = line.section === 'log' ? line.row.id : buyerOf(line);
    return owner === undefined ? OF_DESK : placeOf(1 + (parseInt(shortHash(owner), 36) % count));
  };
  const flush = async (): Promise<void> => {
    const parts = full.map(({ place, lines }) => {
      written += 1;
      return asRawPart(partId(importId, 'raw', `${place}:${placeOf(written)}`), lines);
    });
    full = [];
    if (parts.length > 0) await writing.next(() => db.importParts.bulkPut(parts));
  };
  return {
    add: (line: BundleLine): void => {
      const clock = latestClock(line);
      if (latest < clock) latest = clock;
      const place = placeFor(line);
      const lines = open.get(place);
      if (lines === undefined) open.set(place, [line]);
      else if (lines.push(line) >= ROWS_PER_WRITE) {
        full.push({ place, lines });
        open.delete(place);
      }
    },
    flush,
    settled: writing.settled,
    finish: async (): Promise<string> => {
      full.push(...[...open].map(([place, lines]) => ({ place, lines })));
      open.clear();
      await flush();
      await writing.settled();
      return latest;
    },
  };
};

type Buckets = ReturnType<typeof createBuckets>;

/** The bytes of a file; the next ones come when those before the last ones are written. */
const slowly = (file: Blob, buckets: Buckets): ReadableStream<Uint8Array> =>
  (file.stream() as ReadableStream<Uint8Array>).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: async (chunk, controller) => {
        await buckets.flush();
        controller.enqueue(chunk);
      },
    }),
  );

const stageBundle = async (
  buckets: Buckets,
  { file, key, nowMs, withOwn }: FileToRead,
  { onProgress, signal }: JobOptions,
): BundleResult<StagedFile> => {
  const onLine = (line: BundleLine): void => {
    if (withOwn || !isOwnSection(line.section)) buckets.add(line);
  };
  const opened = await openBundle(slowly(file, buckets), key, {
    nowMs,
    onLine,
    onProgress: (done) => onProgress?.({ done, of: file.size }),
    ...(signal ? { signal } : {}),
  });
  if (!opened.ok) return opened;
  const { header, lockedBy, rejected, rejectedCount, unknownSections } = opened.value;
  return ok({ header, lockedBy, rejected, rejectedCount, unknownSections, latest: await buckets.finish() });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The platform's only way to say that a text is no JSON.
    return undefined;
  }
};

interface SavedCopy {
  readonly schema: number;
  readonly savedAt: string;
  readonly tables: Readonly<Record<string, unknown>>;
}

const isSavedCopy = (value: unknown): value is SavedCopy =>
  isPlainObject(value) &&
  value['app'] === 'parley' &&
  typeof value['schema'] === 'number' &&
  typeof value['savedAt'] === 'string' &&
  !Number.isNaN(Date.parse(value['savedAt'])) &&
  isPlainObject(value['tables']);

/** A copy that "Save everything" has made. Errors: `not-a-bundle`, `newer-bundle` from a later version. */
const copyIn = (text: string): Result<SavedCopy, BundleApiProblem> => {
  const value = parsed(text);
  if (!isSavedCopy(value)) return err({ kind: 'not-a-bundle' });
  return value.schema > schemaVersion
    ? err({ kind: 'newer-bundle', found: value.schema, known: schemaVersion })
    : ok(value);
};

const headerOf = (copy: SavedCopy, lines: readonly BundleLine[]): BundleHeader => {
  const counts: Partial<Record<BundleLine['section'], number>> = {};
  for (const { section } of lines) counts[section] = (counts[section] ?? 0) + 1;
  return {
    format: 'parley-bundle',
    ...bundleVersion,
    schema: copy.schema,
    origin: '',
    authorId: '',
    createdAt: brandAs<'Instant'>(new Date(copy.savedAt).toISOString()),
    scope: 'backup',
    redaction: 'full',
    counts,
  };
};

const stageCopy = async (
  buckets: Buckets,
  { file, nowMs }: FileToRead,
  { onProgress, signal }: JobOptions,
): BundleResult<StagedFile> => {
  if (file.size > bundleLimits.bytes) return err({ kind: 'too-large', limit: bundleLimits.bytes });
  const copy = copyIn(await file.text());
  if (!copy.ok) return copy;
  const { lines, rejected } = linesOfBackup(copy.value.tables);
  const left: RejectedRow[] = rejected.map(({ section, why }) => ({ line: 0, section, id: '', why }));
  for (const [at, line] of lines.entries()) {
    if (signal?.aborted) return err({ kind: 'cancelled' });
    const ahead = aheadOf(line, nowMs);
    if (ahead === null) buckets.add(line);
    else left.push({ line: 0, section: line.section, id: lineId(line), why: { kind: 'from-the-future', at: ahead } });
    if (at % 2_000 === 0) {
      await buckets.flush();
      onProgress?.({ done: at, of: lines.length });
    }
  }
  const latest = await buckets.finish();
  const header = headerOf(copy.value, lines);
  return ok({ header, lockedBy: 'nothing', rejected: left, rejectedCount: left.length, unknownSections: {}, latest });
};

/** Saved copies are readable text; nothing else that is read begins so. */
const isJson = async (file: Blob): Promise<boolean> => /^\uFEFF?\s*\{/.test(await file.slice(0, 64).text());

/**
 * Reads a file of records, or a copy that "Save everything" has made, into `raw` parts of an import.
 *
 * Errors: see `BundleApiProblem`; what was written until then is for the caller to remove. Throws what the store fails with.
 */
export const stageFile = async (db: Db, asked: FileToRead, options: JobOptions): BundleResult<StagedFile> => {
  const buckets = createBuckets(db, asked.importId, asked.file.size);
  try {
    return await ((await isJson(asked.file)) ? stageCopy : stageBundle)(buckets, asked, options);
  } finally {
    // Who removes what was written must not be overtaken by a write.
    await buckets.settled();
  }
};
