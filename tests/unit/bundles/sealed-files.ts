import { gunzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import type { Result } from '@/utils/domain/result';
import { openBundle, type OpenedBundle, type OpenOptions, type OpenProblem } from '@/utils/platform/bundles/open';
import { sealBundle, type BundleLock } from '@/utils/platform/bundles/seal';
import type { BundleKey } from '@/utils/platform/bundles/age-file';
import { headerFor, lineOf, nowMs, wholeLines } from './every-row';

export const passphrase = 'correct horse battery staple';

/** The library's own factor takes a second a file. */
export const byPassphrase: BundleLock = { kind: 'passphrase', passphrase, workFactor: 4 };
export const plain: BundleLock = { kind: 'plain' };

export const identity = await generateX25519Identity();
export const otherIdentity = await generateX25519Identity();
export const recipient = await identityToRecipient(identity);
export const otherRecipient = await identityToRecipient(otherIdentity);
export const byRecipient: BundleLock = { kind: 'recipients', recipients: [recipient] };

export const notes = (count: number): readonly BundleLine[] =>
  Array.from({ length: count }, (_, at) => lineOf('notes', { id: `n${at + 10_000}` as never }));

export const valueOf = <T, E extends { readonly kind: string }>(outcome: Result<T, E>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

export const seal = async (
  lock: BundleLock = plain,
  lines: readonly BundleLine[] = wholeLines,
  header = headerFor(lines),
): Promise<Uint8Array<ArrayBuffer>> => valueOf(await sealBundle(header, lines, lock));

export const open = (
  file: ReadableStream<Uint8Array> | Uint8Array,
  key: BundleKey = {},
  options: Partial<OpenOptions> = {},
): Promise<Result<OpenedBundle, OpenProblem>> => openBundle(file, key, { nowMs, ...options });

export const problemOf = async (
  file: ReadableStream<Uint8Array> | Uint8Array,
  key: BundleKey = {},
  options: Partial<OpenOptions> = {},
): Promise<OpenProblem | null> => {
  const outcome = await open(file, key, options);
  return outcome.ok ? null : outcome.error;
};

export const textIn = (file: Uint8Array): string => gunzipSync(file).toString('utf8');
