// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { bundleLimits, type BundleLine } from '@/utils/domain/bundles/bundle';
import { sealBundle } from '@/utils/platform/bundles/seal';
import { mostRecipients } from '@/utils/platform/bundles/age-file';
import { bundleOf, headerFor, lineOf, wholeLines } from './every-row';
import {
  byPassphrase,
  byRecipient,
  notes,
  open,
  passphrase,
  plain,
  recipient,
  seal,
  textIn,
  valueOf,
} from './sealed-files';

const latin = (file: Uint8Array): string => Buffer.from(file).toString('latin1');

describe('a plain file', () => {
  it('is the text of the writer, with its digest, in gzip', async () => {
    const file = await seal();
    expect([...file.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
    expect(textIn(file)).toBe(bundleOf(wholeLines));
  });

  it('is the same bytes for the same rows', async () => {
    expect(await seal(plain, notes(5_000))).toEqual(await seal(plain, notes(5_000)));
  });

  it('holds many rows in their order, also when they come one by one', async () => {
    const lines = notes(3_000);
    const oneByOne = async function* (): AsyncGenerator<BundleLine> {
      for (const line of lines) yield Promise.resolve(line);
    };
    const file = valueOf(await sealBundle(headerFor(lines), oneByOne(), plain));
    expect(textIn(file)).toBe(bundleOf(lines));
  });

  it('may hold no rows at all', async () => {
    expect(textIn(await seal(plain, []))).toBe(bundleOf([]));
  });
});

describe('an encrypted file', () => {
  it('is an age file with a passphrase as its only lock', async () => {
    const file = latin(await seal(byPassphrase));
    expect(file.startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
    expect(file.match(/^-> /gm)).toHaveLength(1);
  });

  it('costs as much to guess as the library says, unless told otherwise', async () => {
    const file = await seal({ kind: 'passphrase', passphrase });
    expect(latin(file)).toMatch(/^-> scrypt \S+ 18$/m);
    expect((await open(file, { passphrase })).ok).toBe(true);
  });

  it('has a lock for each recipient', async () => {
    const file = latin(await seal(byRecipient));
    expect(file.startsWith('age-encryption.org/v1\n-> X25519 ')).toBe(true);
  });

  it('is never the same twice', async () => {
    expect(latin(await seal(byRecipient))).not.toBe(latin(await seal(byRecipient)));
  });

  it('shows nothing of what it holds', async () => {
    const file = latin(await seal(byRecipient));
    expect(file).not.toContain('parley-bundle');
    expect(file).not.toContain('\x1f\x8b\x08\0');
  });
});

describe('no file is made', () => {
  const lines = notes(3);
  const problemOf = async (...args: Parameters<typeof sealBundle>): Promise<unknown> => {
    const outcome = await sealBundle(...args);
    return outcome.ok ? null : outcome.error;
  };

  it.each([
    ['an empty passphrase', { kind: 'passphrase', passphrase: '' }, { kind: 'empty-passphrase' }],
    ['nobody to read it', { kind: 'recipients', recipients: [] }, { kind: 'no-recipients' }],
    [
      'a recipient that is none',
      { kind: 'recipients', recipients: [recipient, `${recipient.slice(0, -1)}b`] },
      { kind: 'bad-recipient', at: 1 },
    ],
    [
      'more recipients than a reader looks for',
      { kind: 'recipients', recipients: Array.from({ length: mostRecipients + 1 }, () => recipient) },
      { kind: 'too-many-recipients', limit: mostRecipients },
    ],
  ] as const)('for %s', async (_why, lock, problem) => {
    expect(await problemOf(headerFor(lines), lines, lock)).toEqual(problem);
  });

  it('when the header says another number of rows', async () => {
    expect(await problemOf(headerFor(notes(4)), lines, plain)).toEqual({
      kind: 'counts-differ',
      section: 'notes',
      said: 4,
      found: 3,
    });
    expect(await problemOf(headerFor([]), lines, byRecipient)).toMatchObject({ kind: 'counts-differ' });
  });

  it('of more than a reader takes in', async () => {
    const header = headerFor(lines);
    expect(await problemOf(header, lines, plain, { limits: { rows: 2 } })).toEqual({ kind: 'too-many-rows', limit: 2 });
    expect(await problemOf(header, lines, plain, { limits: { bytes: 500 } })).toEqual({
      kind: 'too-large',
      limit: 500,
    });
    const long = [...lines, lineOf('notes', { text: 'x'.repeat(5_000) })];
    expect(await problemOf(headerFor(long), long, plain, { limits: { line: 4_000 } })).toEqual({
      kind: 'line-too-long',
      line: 5,
      limit: 4_000,
    });
  });

  it('that is as large as may be, and not a byte more', async () => {
    const bytes = Buffer.byteLength(bundleOf(lines));
    const exactly = await sealBundle(headerFor(lines), lines, plain, { limits: { bytes } });
    expect((await open(valueOf(exactly), {}, { limits: { bytes } })).ok).toBe(true);
    expect(await problemOf(headerFor(lines), lines, plain, { limits: { bytes: bytes - 1 } })).toEqual({
      kind: 'too-large',
      limit: bytes - 1,
    });
    expect(bundleLimits.bytes).toBeGreaterThan(bytes);
  });

  it('of a row that is no plain data', async () => {
    const odd = [...lines, lineOf('notes', { id: 'odd' as never, editedAt: new Date(0) as never })];
    expect(await problemOf(headerFor(odd), odd, plain)).toEqual({
      kind: 'unwritable-row',
      section: 'notes',
      id: 'odd',
    });
  });

  it('and what the rows themselves throw is thrown on', async () => {
    const failing = function* (): Generator<BundleLine> {
      yield lines[0]!;
      throw new Error('the store is gone');
    };
    await expect(sealBundle(headerFor(lines), failing(), byRecipient)).rejects.toThrow('the store is gone');
  });
});

describe('while a file is written', () => {
  const lines = notes(20_000);

  it('the page runs in between, and hears how far it is', async () => {
    const told: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await sealBundle(headerFor(lines), lines, plain, { onProgress: (rows) => told.push(rows) });
    clearInterval(timer);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(lines.length);
    expect(told.length).toBeGreaterThan(20);
    expect(turns).toBeGreaterThan(3);
  });

  it.each([plain, byPassphrase, byRecipient])('it can be cancelled ($kind)', async (lock) => {
    const abort = new AbortController();
    let given = 0;
    const counted = function* (): Generator<BundleLine> {
      for (const line of lines) {
        given += 1;
        if (given === 5_000) abort.abort();
        yield line;
      }
    };
    const outcome = await sealBundle(headerFor(lines), counted(), lock, { signal: abort.signal });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(given).toBeLessThan(5_100);
  });

  it('nothing is read when it was cancelled before', async () => {
    const outcome = await sealBundle(headerFor(lines), lines, plain, { signal: AbortSignal.abort() });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});
