/** Reads the file of a bundle, whoever made it: every layer is bounded, and nothing of a file that is not whole gets out. */
import { bundleLimits, type BundleLine, type BundleProblem } from '../../domain/bundles/bundle';
import { createBundleReader, type BundleReader, type ReadBundle } from '../../domain/bundles/read-bundle';
import type { ReaderLimits } from '../../domain/bundles/read-lines';
import { err, ok, type Result } from '../../domain/result';
import { ageHeadBytes, isAge, withoutCipher, type BundleKey, type CipherProblem, type LockedBy } from './age-file';
import { armorHeadBytes, isArmored, withoutArmor } from './armor';
import { createPause, chunksOf, cut, peek, through, type Bytes, type Chunks } from './streams';
import { createParts, createTextHash } from './text-hash';

/** Why a file cannot be opened. */
export type OpenProblem = BundleProblem | CipherProblem | { readonly kind: 'cancelled' };

/** A bundle that is whole: its digest is right as well. */
export interface OpenedBundle extends ReadBundle {
  readonly lockedBy: LockedBy | 'nothing';
  /** Units: bytes of the file; bytes of the text in it. */
  readonly size: { readonly file: number; readonly text: number };
}

/** How a file is opened. */
export interface OpenOptions {
  /** The time of day, for clocks that are ahead of it. Units: milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly signal?: AbortSignal;
  /** Told now and then. Units: bytes of the file read so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly limits?: Partial<ReaderLimits>;
  /** Takes rows as they are read; they count only once the file has turned out to be whole. */
  readonly onLine?: (line: BundleLine) => void;
}

/** A part of this size unzips to 16 MB at most, before anybody can say stop. Units: bytes. */
const PART = 16 * 1024;
/** Text that cannot be zipped, in armor, with its line feeds: a file is never longer for the text it holds. */
const LONGEST_FILE_PER_TEXT = 1.5;

/** What is known while a file is read. The first problem counts: those after it follow from it. */
interface Opening {
  readonly options: OpenOptions;
  readonly limits: ReaderLimits;
  readonly size: { file: number; text: number };
  problem: OpenProblem | null;
}

const stop = (opening: Opening, problem: OpenProblem): void => {
  opening.problem ??= problem;
};

/** The bytes of the file in small parts, until it is too long or nobody wants it any more. */
async function* fileOf(stream: ReadableStream<Uint8Array>, opening: Opening): AsyncGenerator<Bytes> {
  const { signal, onProgress } = opening.options;
  const most = opening.limits.bytes * LONGEST_FILE_PER_TEXT + armorHeadBytes;
  for await (const part of cut(chunksOf(stream, signal), PART)) {
    opening.size.file += part.length;
    if (opening.size.file > most) return stop(opening, { kind: 'too-large', limit: opening.limits.bytes });
    onProgress?.(opening.size.file);
    yield part;
  }
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

interface Layers {
  readonly lockedBy: LockedBy | 'nothing';
  readonly zipped: Chunks;
}

/** Takes off what is around the gzip, told apart by how a file begins. */
const withoutLock = async (file: Chunks, key: BundleKey): Promise<Result<Layers, OpenProblem>> => {
  const { head, all } = await peek(file, (begun) => begun.length >= armorHeadBytes);
  const text = new TextDecoder('latin1').decode(head);
  if (isGzip(head)) return ok({ lockedBy: 'nothing', zipped: all });
  const bare = isArmored(text) ? withoutArmor(all) : all;
  const age = await peek(bare, (begun) => begun.length >= ageHeadBytes);
  if (!isAge(new TextDecoder('latin1').decode(age.head)))
    return err({ kind: isArmored(text) ? 'damaged' : 'not-a-bundle' });
  const opened = await withoutCipher(age.all, key);
  if (!opened.ok) return opened;
  const plain = await peek(cut(chunksOf(opened.value.plain), PART), (begun) => begun.length >= 2);
  return isGzip(plain.head) ? ok({ lockedBy: opened.value.by, zipped: plain.all }) : err({ kind: 'not-a-bundle' });
};

/** Keeps the last four bytes that went by: gzip ends with the length of what it holds. */
const createTail = (chunks: Chunks) => {
  let tail: readonly number[] = [];
  async function* watched(): AsyncGenerator<Bytes> {
    for await (const chunk of chunks) {
      tail = [...tail, ...chunk.subarray(-4)].slice(-4);
      yield chunk;
    }
  }
  return {
    watched,
    length: (): number => tail.reduceRight((length, byte) => length * 256 + byte, 0),
  };
};

/** Unzips until the text is too long. Node takes anything after the end of gzip, browsers take nothing: nor do we. */
async function* unzipped(zipped: Chunks, opening: Opening): AsyncGenerator<Bytes> {
  const tail = createTail(zipped);
  for await (const chunk of through(tail.watched(), new DecompressionStream('gzip'))) {
    opening.size.text += chunk.length;
    if (opening.size.text > opening.limits.bytes)
      return stop(opening, { kind: 'too-large', limit: opening.limits.bytes });
    yield chunk;
  }
  if (tail.length() !== opening.size.text % 2 ** 32) stop(opening, { kind: 'damaged' });
}

/** Text of UTF-8; a mark of byte order is text too, because the digest is about every byte. */
const createText = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const begins = '{"header":';
  let begun = '';
  return (chunk: Bytes = new Uint8Array(0), isLast = true): Result<string, BundleProblem> => {
    begun += String.fromCharCode(...chunk.subarray(0, begins.length - begun.length));
    try {
      return ok(decoder.decode(chunk, { stream: !isLast }));
    } catch {
      // The platform's only way to say that bytes are no UTF-8. No bundle is written so.
      return err({ kind: begun === begins ? 'changed' : 'not-a-bundle' });
    }
  };
};

const createHashing = () => {
  const hash = createTextHash();
  const parts = createParts();
  return {
    take: (text: string): void => {
      const part = parts.add(text);
      if (part !== null) hash.update(part);
    },
    hex: (): string => {
      hash.update(parts.rest());
      return hash.hex();
    },
  };
};

/** Reads all text, with a pause now and then. */
const readAll = async (text: Chunks, reader: BundleReader): Promise<Result<null, BundleProblem>> => {
  const decode = createText();
  const pause = createPause();
  for await (const chunk of text) {
    const decoded = decode(chunk, false);
    if (!decoded.ok) return decoded;
    const pushed = reader.push(decoded.value);
    if (!pushed.ok) return pushed;
    await pause();
  }
  const last = decode();
  return last.ok ? ok(null) : last;
};

const readBundle = async (zipped: Chunks, opening: Opening): Promise<Result<ReadBundle, OpenProblem>> => {
  const { nowMs, onLine } = opening.options;
  const hashing = createHashing();
  const reader = createBundleReader({
    nowMs,
    limits: opening.limits,
    onText: hashing.take,
    ...(onLine ? { onLine } : {}),
  });
  const read = await readAll(unzipped(zipped, opening), reader);
  if (opening.problem) return err(opening.problem);
  if (!read.ok) return read;
  const done = reader.finish();
  if (done.ok && done.value.end.sha256 !== hashing.hex()) return err({ kind: 'changed' });
  return done;
};

/** Layer by layer; throws what streams fail with. */
const opened = async (
  file: ReadableStream<Uint8Array>,
  key: BundleKey,
  opening: Opening,
): Promise<Result<OpenedBundle, OpenProblem>> => {
  const bytes = fileOf(file, opening);
  try {
    const bare = await withoutLock(bytes, key);
    if (!bare.ok) return bare;
    const read = await readBundle(bare.value.zipped, opening);
    return read.ok ? ok({ ...read.value, lockedBy: bare.value.lockedBy, size: { ...opening.size } }) : read;
  } finally {
    // The library leaves its source open when it throws.
    void bytes.return(undefined).catch(() => undefined);
  }
};

const asStream = (file: ReadableStream<Uint8Array> | Uint8Array): ReadableStream<Uint8Array> =>
  file instanceof ReadableStream ? file : new Blob([file as Bytes]).stream();

/**
 * Opens the file of a bundle: plain, encrypted with a passphrase or to recipients, also in armor.
 *
 * Errors: see `OpenProblem`; `damaged` also where the stream of the file fails. Never throws, whatever the file holds.
 */
export const openBundle = async (
  file: ReadableStream<Uint8Array> | Uint8Array,
  key: BundleKey,
  options: OpenOptions,
): Promise<Result<OpenedBundle, OpenProblem>> => {
  const limits = { ...bundleLimits, ...options.limits };
  const opening: Opening = { options, limits, size: { file: 0, text: 0 }, problem: null };
  const isCancelled = (): boolean => options.signal?.aborted === true;
  try {
    const done = await opened(asStream(file), key, opening);
    if (isCancelled()) return err({ kind: 'cancelled' });
    return opening.problem ? err(opening.problem) : done;
  } catch {
    // Streams and ciphers say in no other way that bytes are not what they should be.
    return err(isCancelled() ? { kind: 'cancelled' } : (opening.problem ?? { kind: 'damaged' }));
  }
};
