// @vitest-environment node
import { createHash, randomBytes } from 'node:crypto';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { armor, Encrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { headerLine } from '@/utils/domain/bundles/write-bundle';
import type { OpenProblem } from '@/utils/platform/bundles/open';
import { bundleOf, clockAfter, ended, headerFor, lineOf, wholeLines } from './every-row';
import {
  byPassphrase,
  byRecipient,
  identity,
  notes,
  open,
  otherIdentity,
  otherRecipient,
  passphrase,
  plain,
  problemOf,
  recipient,
  seal,
  valueOf,
} from './sealed-files';

const stray: unknown[] = [];
const keep = (reason: unknown): void => void stray.push(reason);

// A rejection nobody waits for would end a page's worker, or the program.
beforeAll(() => process.on('unhandledRejection', keep));
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', keep);
  expect(stray).toEqual([]);
});

/** A stream of these bytes in parts, and how many of them were taken. */
const inParts = (file: Uint8Array, size: number) => {
  let taken = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken >= file.length) return controller.close();
        controller.enqueue(file.subarray(taken, taken + size));
        taken += size;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: (): number => Math.min(taken, file.length) };
};

const gzipOf = (text: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(text));

const encrypted = async (file: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(file);
};

const armored = (file: Uint8Array): Uint8Array => new TextEncoder().encode(armor.encode(file));

const locks = [
  { name: 'plain', lock: plain, key: {}, lockedBy: 'nothing' },
  { name: 'passphrase', lock: byPassphrase, key: { passphrase }, lockedBy: 'passphrase' },
  { name: 'X25519', lock: byRecipient, key: { identity }, lockedBy: 'recipients' },
] as const;

describe.each(locks)('a file that was sealed ($name)', ({ lock, key, lockedBy }) => {
  it('gives back every row and its header', async () => {
    const file = await seal(lock);
    const bundle = valueOf(await open(file, key));
    expect(bundle.lines).toEqual(wholeLines);
    expect(bundle).toMatchObject({ header: headerFor(wholeLines), lockedBy, rejectedCount: 0 });
    expect(bundle.size).toEqual({ file: file.length, text: Buffer.byteLength(bundleOf(wholeLines)) });
  });

  it('is read from a stream in parts of any size', async () => {
    const file = await seal(lock);
    for (const size of [1, 7, 100, 65_536]) {
      expect(valueOf(await open(inParts(file, size).stream, key)).lines).toEqual(wholeLines);
    }
  });

  it('may be large', async () => {
    const lines = notes(5_000);
    const told: number[] = [];
    const file = await seal(lock, lines);
    const bundle = valueOf(await open(file, key, { onProgress: (bytes) => told.push(bytes) }));
    expect(bundle.lines).toEqual(lines);
    expect(told.at(-1)).toBe(file.length);
  });

  it('hands on rows one by one', async () => {
    const lines: BundleLine[] = [];
    const bundle = valueOf(await open(await seal(lock), key, { onLine: (line) => lines.push(line) }));
    expect(lines).toEqual(wholeLines);
    expect(bundle.lines).toEqual([]);
  });

  it('is never taken for whole where it is cut off', async () => {
    const file = await seal(lock, notes(30));
    const cuts = Array.from({ length: 60 }, (_, at) => Math.floor((file.length * at) / 60));
    for (const length of [...cuts, file.length - 1]) {
      const problem = await problemOf(file.subarray(0, length), key);
      expect([length, ['damaged', 'not-a-bundle'].includes(String(problem?.kind))]).toEqual([length, true]);
    }
  });

  it('is never read otherwise where a bit has changed', { timeout: 60_000 }, async () => {
    const lines = notes(20);
    const file = await seal(lock, lines);
    let problems = 0;
    for (let at = 0; at < file.length; at += Math.max(1, Math.floor(file.length / 120))) {
      const flipped = Uint8Array.from(file);
      flipped[at]! ^= 1 << (at % 8);
      const outcome = await open(flipped, key);
      // Gzip has bytes that say nothing of what it holds: the date, the system.
      if (outcome.ok) expect(outcome.value.lines).toEqual(lines);
      else problems += 1;
    }
    expect(problems).toBeGreaterThan(100);
  });

  it('is never read with something behind it', async () => {
    const file = await seal(lock, notes(50));
    for (const more of [new Uint8Array(1), randomBytes(5), file, gzipOf('more'), randomBytes(100_000)]) {
      const problem = await problemOf(Buffer.concat([file, more]), key);
      expect(['damaged', 'changed', 'counts-differ']).toContain(problem?.kind);
    }
  });

  it('can be given up', async () => {
    const unlike = notes(4_000).map((_, at) =>
      lineOf('notes', { id: `n${at}` as never, text: randomBytes(100).toString('hex') }),
    );
    const file = await seal(lock, unlike);
    const abort = new AbortController();
    const source = inParts(file, 4_096);
    let taken = 0;
    const onLine = (): void => {
      taken += 1;
      if (taken === 100) abort.abort();
    };
    expect(await problemOf(source.stream, key, { signal: abort.signal, onLine })).toEqual({ kind: 'cancelled' });
    expect(source.taken()).toBeLessThan(file.length);
    expect(await problemOf(file, key, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
  });
});

describe('keys', () => {
  it('are asked for, of the kind the file has', async () => {
    expect(await problemOf(await seal(byPassphrase))).toEqual({ kind: 'locked', by: 'passphrase' });
    expect(await problemOf(await seal(byPassphrase), { identity })).toEqual({ kind: 'locked', by: 'passphrase' });
    expect(await problemOf(await seal(byRecipient))).toEqual({ kind: 'locked', by: 'recipients' });
    expect(await problemOf(await seal(byRecipient), { passphrase })).toEqual({ kind: 'locked', by: 'recipients' });
    expect(await problemOf(await seal(byRecipient), { identity: '' })).toEqual({ kind: 'locked', by: 'recipients' });
  });

  it.each([
    ['another passphrase', byPassphrase, { passphrase: `${passphrase} ` }],
    ['another identity', byRecipient, { identity: otherIdentity }],
    ['an identity that is none', byRecipient, { identity: identity.slice(0, -1) }],
    ['any text', byRecipient, { identity: 'open, please' }],
  ])('are wrong: %s', async (_which, lock, key) => {
    expect(await problemOf(await seal(lock), key)).toEqual({
      kind: 'wrong-key',
      by: lock.kind,
    });
  });

  it('may come in an identity file with others', async () => {
    const file = `# created: 2026-01-01\r\n# public key: ${otherRecipient}\r\n${otherIdentity}\r\n\r\n${identity}\r\n`;
    expect((await open(await seal(byRecipient), { identity: file })).ok).toBe(true);
  });

  it('of every recipient open a file for several', async () => {
    const file = await seal({ kind: 'recipients', recipients: [recipient, otherRecipient] });
    expect((await open(file, { identity })).ok).toBe(true);
    expect((await open(file, { identity: otherIdentity })).ok).toBe(true);
  });

  it('are not tried on a file that wants a gigabyte of memory for it', async () => {
    const header = latinOf(await seal(byPassphrase)).replace(/^(-> scrypt \S+) 4$/m, '$1 20');
    expect(await problemOf(Buffer.from(header, 'latin1'), { passphrase })).toEqual({ kind: 'damaged' });
  });
});

const latinOf = (file: Uint8Array): string => Buffer.from(file).toString('latin1');

describe('armor', () => {
  it('comes off, in parts of any size, with line feeds of either kind and blanks around', async () => {
    const file = armor.encode(await seal(byRecipient, notes(300)));
    for (const text of [file, file.trimEnd(), file.replaceAll('\n', '\r\n'), `\n\n  ${file}\n \n`]) {
      for (const size of [10, 1_000, 100_000]) {
        const { stream } = inParts(new TextEncoder().encode(text), size);
        expect(valueOf(await open(stream, { identity })).lines).toHaveLength(300);
      }
    }
  });

  it('is asked for its key, too', async () => {
    expect(await problemOf(armored(await seal(byPassphrase)))).toEqual({ kind: 'locked', by: 'passphrase' });
  });

  it('is damaged where it is cut off, changed, or has something behind it', async () => {
    const file = armored(await seal(byRecipient, notes(30)));
    const text = new TextDecoder().decode(file);
    const broken = [
      ...Array.from({ length: 30 }, (_, at) => file.subarray(0, 40 + Math.floor(((file.length - 76) * at) / 30))),
      ...[
        text.replace('\n', '\n\n'),
        text.replace('\n', '\nÄ'),
        text.replace('-----END', '----END'),
        `${text}more`,
      ].map((one) => new TextEncoder().encode(one)),
      new TextEncoder().encode(text.replace(/(\n[^\n]{40})[^\n]/, '$1\n')),
      new TextEncoder().encode(`-----BEGIN AGE ENCRYPTED FILE-----\n${'A'.repeat(100_000)}`),
      armored(randomBytes(500)),
    ];
    for (const one of broken) expect(await problemOf(one, { identity })).toEqual({ kind: 'damaged' });
  });
});

describe('what is no bundle', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a single byte', new Uint8Array([0x1f])],
    ['text', new TextEncoder().encode('Dear colleagues,\n')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a bundle that was unzipped', new TextEncoder().encode(bundleOf(wholeLines))],
    ['gzip of nothing', gzipOf('')],
    ['gzip of text', gzipOf('Dear colleagues,\n')],
    ['gzip of bytes', gzipOf(randomBytes(50_000))],
    ['gzip of a bundle behind a mark of byte order', gzipOf(`\ufeff${bundleOf(wholeLines)}`)],
  ])('is told: %s', async (_what, file) => {
    expect(await problemOf(file)).toEqual({ kind: 'not-a-bundle' });
  });

  it('is told in an age file as well', async () => {
    expect(await problemOf(await encrypted(randomBytes(10)), { identity })).toEqual({ kind: 'not-a-bundle' });
    expect(await problemOf(await encrypted(new Uint8Array(0)), { identity })).toEqual({ kind: 'not-a-bundle' });
    expect(await problemOf(await encrypted(gzipOf('text\n')), { identity })).toEqual({ kind: 'not-a-bundle' });
  });

  it('is damaged where only the beginning looks right', async () => {
    const begins = ['age-encryption.org/v1\n', 'age-encryption.org/v1\n-> X25519 a\nb\n--- c\n'];
    for (const begin of begins) {
      for (const rest of ['', 'x'.repeat(600_000)]) {
        expect(await problemOf(new TextEncoder().encode(begin + rest), { identity })).toEqual({ kind: 'damaged' });
      }
    }
    expect(await problemOf(Buffer.concat([Buffer.from('1f8b0800', 'hex'), randomBytes(900)]))).toEqual({
      kind: 'damaged',
    });
  });

  it('never throws, and never leaves a rejection behind, whatever comes', async () => {
    const starts = ['', '1f8b0800000000000003', Buffer.from('age-encryption.org/v1\n').toString('hex')];
    for (let round = 0; round < 150; round += 1) {
      const file = Buffer.concat([Buffer.from(starts[round % 3]!, 'hex'), randomBytes(round * 3)]);
      expect(await problemOf(file, { identity, passphrase })).not.toBeNull();
    }
  });

  it('is damaged when its stream fails', async () => {
    const file = await seal(plain, notes(2_000));
    const failing = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(file.subarray(0, 2_000)),
      pull: () => Promise.reject(new Error('the disk is gone')),
    });
    expect(await problemOf(failing)).toEqual({ kind: 'damaged' });
  });

  it('does not hold whoever gives up on a stream that hangs', async () => {
    const hanging = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    expect(await problemOf(hanging, {}, { signal: AbortSignal.timeout(20) })).toEqual({ kind: 'cancelled' });
  });
});

describe('a bundle in a sound file', () => {
  const problems: readonly (readonly [string, string | Uint8Array, OpenProblem])[] = [
    [
      'whose digest is another',
      bundleOf(wholeLines).replace(/"sha256":"[0-9a-f]{64}/, `"sha256":"${'0'.repeat(64)}`),
      { kind: 'changed' },
    ],
    ['in which a row was changed', bundleOf(wholeLines).replace('Lampenladen', 'Lampenlager'), { kind: 'changed' }],
    ['that is cut off', bundleOf(wholeLines).slice(0, -200), { kind: 'truncated', line: 20 }],
    [
      'of the next version',
      ended([headerLine({ ...headerFor([]), major: 2 })]),
      { kind: 'newer-bundle', found: 2, known: 1 },
    ],
    [
      'that is no UTF-8 after its header',
      Buffer.concat([Buffer.from(headerLine(headerFor([]))), Buffer.from([0xc3, 0x28])]),
      { kind: 'changed' },
    ],
    [
      'that ends in half a character',
      Buffer.concat([Buffer.from(bundleOf([])), Buffer.from([0xe2, 0x82])]),
      { kind: 'changed' },
    ],
  ];

  it.each(problems)('is refused: one %s', async (_which, text, problem) => {
    expect(await problemOf(gzipOf(text))).toEqual(problem);
    expect(await problemOf(await encrypted(gzipOf(text)), { identity })).toEqual(problem);
  });

  it('tells which rows were left out', async () => {
    const lines = [...notes(2), lineOf('notes', { hlc: clockAfter(600) })];
    expect(valueOf(await open(gzipOf(bundleOf(lines))))).toMatchObject({
      lines: notes(2),
      rejectedCount: 1,
      rejected: [{ section: 'notes', id: 'note', why: { kind: 'from-the-future' } }],
    });
  });
});

describe('a bomb', () => {
  /** A gigabyte of rows of an unknown section, in a megabyte: one block of gzip that stands there a thousand times. */
  const bomb = (): Uint8Array => {
    const blockOf = (text: string): Uint8Array =>
      deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
    const header = headerLine({ ...headerFor([]), counts: { bombs: 1_024 } as never });
    const row = blockOf(`{"s":"bombs","r":"${' '.repeat(1024 * 1024)}"}\n`);
    const begin = Buffer.from('1f8b0800000000000003', 'hex');
    return Buffer.concat([begin, blockOf(header), ...Array.from({ length: 1_024 }, () => row)]);
  };

  it('is stopped at the limit, and memory does not grow', { timeout: 120_000 }, async () => {
    const file = bomb();
    expect(file.length).toBeLessThan(1_200_000);
    const source = inParts(file, 10_000);
    const before = process.memoryUsage().rss;
    let most = before;
    const onProgress = (): void => {
      most = Math.max(most, process.memoryUsage().rss);
    };
    const limits = { bytes: 128 * 1024 * 1024 };
    expect(await problemOf(source.stream, {}, { onProgress, limits })).toEqual({
      kind: 'too-large',
      limit: limits.bytes,
    });
    expect(source.taken()).toBeLessThan(file.length / 4);
    expect((most - before) / 1024 / 1024).toBeLessThan(100);
  });

  it('without a single line is no bundle after the longest line', async () => {
    const file = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const source = inParts(file, 1_000);
    expect(await problemOf(source.stream)).toEqual({ kind: 'not-a-bundle' });
    expect(source.taken()).toBeLessThan(file.length / 2);
  });

  it('inside a cipher is stopped as well', async () => {
    const file = await encrypted(gzipOf(bundleOf(notes(3_000))));
    expect(await problemOf(file, { identity }, { limits: { bytes: 100_000 } })).toEqual({
      kind: 'too-large',
      limit: 100_000,
    });
  });

  it('may also be a file without an end', async () => {
    // Empty blocks of gzip hold nothing, as many as there are.
    const block = new Uint8Array(5_000).map((_, at) => [0, 0, 0, 0xff, 0xff][at % 5]!);
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('1f8b0800000000000003', 'hex')),
      pull: (controller) => controller.enqueue(block),
    });
    expect(await problemOf(endless, {}, { limits: { bytes: 1_000_000 } })).toEqual({
      kind: 'too-large',
      limit: 1_000_000,
    });
  });
});

it('the digest is the one everybody else computes', async () => {
  const bundle = valueOf(await open(await seal(plain, notes(2_000))));
  const before = bundleOf(notes(2_000)).replace(/\{"end":.*\n$/, '');
  expect(bundle.end.sha256).toBe(createHash('sha256').update(before).digest('hex'));
});
