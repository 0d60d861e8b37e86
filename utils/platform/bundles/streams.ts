/** Bytes that come in parts, as generators: easier to bound, cut and give up than streams, which only stand at the edges. */

/** A part of a file; never shared memory, which the streams of the platform refuse. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes in parts of whatever size. */
export type Chunks = AsyncIterable<Bytes>;

/** Longest turn before somebody else may run, shorter than a frame. Units: milliseconds. */
const TURN_MS = 12;

/** Lets the page run once a turn is over: promises alone never do, however many of them are awaited. */
export const createPause = (): (() => Promise<void>) => {
  let startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < TURN_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    startedAt = performance.now();
  };
};

/**
 * The bytes of a stream. Whoever stops early, or aborts, cancels the stream; a read that hangs ends at once.
 *
 * Errors: throws what the stream fails with.
 */
export async function* chunksOf(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  // Not awaited: a stream that never answers must not hold anybody.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', cancel);
  try {
    while (signal?.aborted !== true) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value as Bytes;
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancel();
  }
}

/** A stream that asks for the next part only when somebody reads. */
export const streamOf = (chunks: Chunks): ReadableStream<Bytes> => {
  const parts = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Bytes>(
    {
      pull: async (controller) => {
        const next = await parts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

/** What zips or unzips. */
interface Transform {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<BufferSource>;
}

/** Waited for later, or by nobody: a rejection must not count as one that was forgotten. */
const watched = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const drain = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> => {
  while (!(await reader.read()).done) {
    // What one part had become already.
  }
};

/**
 * Sends bytes through a transform, the next part only once all that came of the last one is taken. `pipeThrough` leaves
 * that to the queues of the platform, and Node counts theirs in parts: 16,384 of them, a quarter of a gigabyte of a bomb.
 *
 * Errors: throws what the transform fails with.
 */
export async function* through(chunks: Chunks, { readable, writable }: Transform): AsyncGenerator<Bytes> {
  const source = chunks[Symbol.asyncIterator]();
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  for (const { closed } of [reader, writer]) void watched(closed);
  void watched(writer.ready);
  let isFed = false;
  const feed = async (): Promise<'fed'> => {
    const next = await source.next();
    isFed = next.done === true;
    await (next.done === true ? writer.close() : writer.write(next.value));
    return 'fed';
  };
  let reading = watched(reader.read());
  let feeding = watched(feed());
  try {
    for (;;) {
      // What can be read comes first in a race that both have won.
      const turn = isFed ? await reading : await Promise.race([reading, feeding]);
      if (turn === 'fed') {
        if (!isFed) feeding = watched(feed());
        continue;
      }
      if (turn.done) return await feeding.then(() => undefined);
      yield turn.value as Bytes;
      reading = watched(reader.read());
    }
  } finally {
    void watched(writer.abort(new Error('given up')));
    // Not cancelled: Node 20 then ends the program when the transform has one more part to give.
    void watched(drain(reader));
    // Not awaited: it may be in the middle of a read that never ends.
    void watched(Promise.resolve(source.return?.()));
  }
}

/** The same bytes in parts of at most this many. */
export async function* cut(chunks: Chunks, most: number): AsyncGenerator<Bytes> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += most) yield chunk.subarray(from, from + most);
  }
}

/** All parts as one. */
export const joined = (parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The beginning of something, and the whole of it with that beginning. */
export interface Peeked {
  readonly head: Bytes;
  readonly all: Chunks;
}

/** Reads until `isEnough` of the beginning, or the end, and gives everything back. `isEnough` bounds what is kept. */
export const peek = async (chunks: Chunks, isEnough: (head: Bytes) => boolean): Promise<Peeked> => {
  const parts = chunks[Symbol.asyncIterator]();
  let head: Bytes = new Uint8Array(0);
  while (!isEnough(head)) {
    const next = await parts.next();
    if (next.done === true) break;
    head = joined([head, next.value]);
  }
  const all = async function* (): AsyncGenerator<Bytes> {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => parts };
  };
  return { head, all: all() };
};
