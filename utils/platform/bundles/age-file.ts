/** The cipher around a bundle: age (https://age-encryption.org/v1), by its author's own library, so that other tools open it. */
import { Decrypter, Encrypter } from 'age-encryption';
import { err, ok, type Result } from '../../domain/result';
import { peek, streamOf, type Bytes, type Chunks } from './streams';

/** What a file is locked with. */
export type LockedBy = 'passphrase' | 'recipients';

/** What may open a file; either, both or none of them. */
export interface BundleKey {
  readonly passphrase?: string;
  /** `AGE-SECRET-KEY-1…`, or the text of an identity file: one a line, with comments after `#`. */
  readonly identity?: string;
}

/** Why a cipher cannot be taken off. */
export type CipherProblem =
  | { readonly kind: 'locked'; readonly by: LockedBy }
  | { readonly kind: 'wrong-key'; readonly by: LockedBy }
  | { readonly kind: 'damaged' };

/** How a file is locked. */
export type Lock =
  | {
      readonly kind: 'passphrase';
      readonly passphrase: string;
      /** Base-2 logarithm of the cost; the library's own, 18, when missing. */
      readonly workFactor?: number;
    }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** Why a file cannot be locked so. */
export type LockProblem =
  | { readonly kind: 'empty-passphrase' }
  | { readonly kind: 'no-recipients' }
  | { readonly kind: 'too-many-recipients'; readonly limit: number }
  /** The place of the one that is none, from 0. */
  | { readonly kind: 'bad-recipient'; readonly at: number };

/** Most recipients of a file: all of them together fit into the header a reader looks at. */
export const mostRecipients = 100;
/** A hundred recipients of the largest kind, 1.6 kB each, and some. Units: bytes. */
const LONGEST_HEADER = 256 * 1024;
/** 512 MB and some seconds to try one passphrase; 18, what everybody writes, is half of it. */
const MOST_WORK = 19;

const VERSION = 'age-encryption.org/v1\n';
const HEADER_END = /\n---[^\n]*\n/;

const latin = new TextDecoder('latin1');

/** Whether a file begins as age does. */
export const isAge = (head: string): boolean => head.startsWith(VERSION);
/** How much of a file `isAge` needs. Units: bytes. */
export const ageHeadBytes = VERSION.length;

const stanzasIn = (header: string): readonly (readonly string[])[] =>
  [...header.matchAll(/^-> ([^\n]*)$/gm)].map(([, rest = '']) => rest.split(' '));

/** What a header says it is locked with; null when nobody should try. */
const lockIn = (header: string): LockedBy | null => {
  const scrypt = stanzasIn(header).find(([type]) => type === 'scrypt');
  if (!scrypt) return stanzasIn(header).length === 0 ? null : 'recipients';
  return Number(scrypt[2]) <= MOST_WORK ? 'passphrase' : null;
};

const identitiesIn = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A decrypter with the key for this lock, and whether it has tried it in vain. */
const decrypterFor = (by: LockedBy, key: BundleKey): Result<KeyedDecrypter, CipherProblem> => {
  const decrypter = new Decrypter();
  const given = by === 'passphrase' ? key.passphrase : key.identity;
  if (given === undefined || given === '') return err({ kind: 'locked', by });
  try {
    if (by === 'passphrase') decrypter.addPassphrase(given);
    else for (const identity of identitiesIn(given)) decrypter.addIdentity(identity);
  } catch {
    // The library's only way to say that a text is no identity.
    return err({ kind: 'wrong-key', by });
  }
  let triedInVain = false;
  // Asked only after all others have found nothing: tells a wrong key from a damaged file without reading messages.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      triedInVain = true;
      return null;
    },
  });
  return ok({ decrypter, triedInVain: () => triedInVain });
};

interface KeyedDecrypter {
  readonly decrypter: Decrypter;
  readonly triedInVain: () => boolean;
}

const isHeaderIn = (head: Bytes): boolean => head.length > LONGEST_HEADER || HEADER_END.test(latin.decode(head));

/** A file without its cipher, its bytes not decrypted yet. */
export interface OpenedCipher {
  readonly by: LockedBy;
  /** Errors: fails where the file was changed or cut off. */
  readonly plain: ReadableStream<Uint8Array>;
}

/**
 * Takes the cipher off an age file. A passphrase is worked on without a pause, for about a second.
 *
 * Errors: `locked` when the key it needs was not given, `wrong-key`, `damaged`.
 */
export const withoutCipher = async (chunks: Chunks, key: BundleKey): Promise<Result<OpenedCipher, CipherProblem>> => {
  const { head, all } = await peek(chunks, isHeaderIn);
  const text = latin.decode(head);
  const end = HEADER_END.exec(text);
  const by = end ? lockIn(text.slice(0, end.index)) : null;
  // The library would read all of the file in search of the end of the header.
  if (by === null) return err({ kind: 'damaged' });
  const keyed = decrypterFor(by, key);
  if (!keyed.ok) return keyed;
  const { decrypter, triedInVain } = keyed.value;
  try {
    return ok({ by, plain: await decrypter.decrypt(streamOf(all)) });
  } catch {
    return err(triedInVain() ? { kind: 'wrong-key', by } : { kind: 'damaged' });
  }
};

/**
 * Makes what locks a file.
 *
 * Errors: `empty-passphrase`, `no-recipients`, `too-many-recipients`, `bad-recipient`.
 */
export const encrypterFor = (lock: Lock): Result<Encrypter, LockProblem> => {
  const encrypter = new Encrypter();
  if (lock.kind === 'passphrase') {
    if (lock.passphrase === '') return err({ kind: 'empty-passphrase' });
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
    return ok(encrypter);
  }
  if (lock.recipients.length === 0) return err({ kind: 'no-recipients' });
  if (lock.recipients.length > mostRecipients) return err({ kind: 'too-many-recipients', limit: mostRecipients });
  for (const [at, recipient] of lock.recipients.entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      // The library's only way to say that a text is no recipient.
      return err({ kind: 'bad-recipient', at });
    }
  }
  return ok(encrypter);
};
