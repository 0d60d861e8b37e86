/** Writes a bundle as a file: text, gzip, and a cipher around it where it is wanted (docs/bundle-format.md). */
import {
  bundleLimits,
  bundleSections,
  type BundleHeader,
  type BundleLine,
  type BundleProblem,
} from '../../domain/bundles/bundle';
import type { ReaderLimits } from '../../domain/bundles/read-lines';
import { endLine, headerLine, lineId, rowLine } from '../../domain/bundles/write-bundle';
import { err, ok, type Result } from '../../domain/result';
import { encrypterFor, type Lock, type LockProblem } from './age-file';
import { chunksOf, createPause, joined, streamOf, through, type Bytes } from './streams';
import { createParts, createTextHash } from './text-hash';

/** How a file is closed: not at all, or as `Lock` says. */
export type BundleLock = { readonly kind: 'plain' } | Lock;

/** Why no file was made. */
export type SealProblem =
  | LockProblem
  /** What the reader would refuse. */
  | Extract<BundleProblem, { readonly kind: 'counts-differ' | 'too-large' | 'too-many-rows' | 'line-too-long' }>
  /** A row that is no plain data. */
  | { readonly kind: 'unwritable-row'; readonly section: string; readonly id: string }
  | { readonly kind: 'cancelled' };

/** How a file is written. */
export interface SealOptions {
  /** Told now and then. Units: rows written so far. */
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ReaderLimits>;
}

/** Rows in memory, or rows that are read while they are written. */
export type RowSource = Iterable<BundleLine> | AsyncIterable<BundleLine>;

const lineOf = (line: BundleLine): Result<string, SealProblem> => {
  try {
    return ok(rowLine(line));
  } catch {
    // Canonical JSON throws for what no reader would understand.
    return err({ kind: 'unwritable-row', section: line.section, id: lineId(line) });
  }
};

const countsProblem = (header: BundleHeader, found: ReadonlyMap<string, number>): SealProblem | null => {
  for (const section of bundleSections) {
    const [said, there] = [header.counts[section] ?? 0, found.get(section) ?? 0];
    if (said !== there) return { kind: 'counts-differ', section, said, found: there };
  }
  return null;
};

/** Counts what was written and says when a reader would refuse it. */
const createTally = (header: BundleHeader, limits: ReaderLimits) => {
  const found = new Map<string, number>();
  let rows = 0;
  let bytes = 0;
  return {
    rows: (): number => rows,
    addRow: ({ section }: BundleLine, text: string): SealProblem | null => {
      rows += 1;
      found.set(section, (found.get(section) ?? 0) + 1);
      if (rows > limits.rows) return { kind: 'too-many-rows', limit: limits.rows };
      // The header is line 1; the line feed at the end does not count.
      return text.length - 1 > limits.line ? { kind: 'line-too-long', line: rows + 1, limit: limits.line } : null;
    },
    addBytes: (more: number): SealProblem | null => {
      bytes += more;
      return bytes > limits.bytes ? { kind: 'too-large', limit: limits.bytes } : null;
    },
    atEnd: (): SealProblem | null => countsProblem(header, found),
  };
};

/** Text as bytes in parts of about 64 kB; the problem that ended it early is told afterwards. */
const createText = (header: BundleHeader, source: RowSource, { onProgress, signal, limits }: SealOptions) => {
  const tally = createTally(header, { ...bundleLimits, ...limits });
  const hash = createTextHash();
  const parts = createParts();
  const pause = createPause();
  let problem: SealProblem | null = null;
  let thrown: { readonly reason: unknown } | null = null;

  const counted = (part: Bytes): Bytes => {
    problem ??= tally.addBytes(part.length);
    return part;
  };

  async function* rows(): AsyncGenerator<Bytes> {
    parts.add(headerLine(header));
    for await (const line of source) {
      if (signal?.aborted === true) problem = { kind: 'cancelled' };
      if (problem) return;
      const text = lineOf(line);
      problem = text.ok ? tally.addRow(line, text.value) : text.error;
      const part = text.ok && problem === null ? parts.add(text.value) : null;
      if (part === null) continue;
      yield counted(hash.update(part));
      onProgress?.(tally.rows());
      await pause();
    }
  }

  async function* bytes(): AsyncGenerator<Bytes> {
    try {
      yield* rows();
      problem ??= tally.atEnd();
      if (problem) return;
      yield counted(hash.update(parts.rest()));
      yield counted(new TextEncoder().encode(endLine({ rows: tally.rows(), sha256: hash.hex() })));
      onProgress?.(tally.rows());
    } catch (reason) {
      // Streams would pass it on as an error of their own.
      thrown = { reason };
    }
  }

  return { bytes, problem: () => problem, thrown: (): { readonly reason: unknown } | null => thrown };
};

/**
 * Writes rows as the bytes of a file; equal rows under an equal header are equal bytes as long as nothing is encrypted. The
 * header says how many rows of each section there are, and each of them comes once, in the order of the writer.
 *
 * Errors: see `SealProblem`; nothing is left of a file that was not finished. What `source` throws is thrown on.
 */
export const sealBundle = async (
  header: BundleHeader,
  source: RowSource,
  lock: BundleLock,
  options: SealOptions = {},
): Promise<Result<Bytes, SealProblem>> => {
  const encrypter = lock.kind === 'plain' ? ok(null) : encrypterFor(lock);
  if (!encrypter.ok) return encrypter;
  const text = createText(header, source, options);
  const zipped = through(text.bytes(), new CompressionStream('gzip'));
  const file = encrypter.value === null ? zipped : chunksOf(await encrypter.value.encrypt(streamOf(zipped)));
  const parts: Bytes[] = [];
  for await (const part of file) parts.push(part);
  const thrown = text.thrown();
  if (thrown) throw thrown.reason;
  if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
  const problem = text.problem();
  return problem ? err(problem) : ok(joined(parts));
};
