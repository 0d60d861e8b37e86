import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bytes } from './streams';

/** Text that is put together before it is hashed or written: rows alone are far too short. Units: UTF-16 units. */
const PART = 64 * 1024;

/** Puts lines together to parts of about 64 kB. */
export const createParts = () => {
  let part = '';
  return {
    /** Adds a line; the part that is ready, or null. */
    add: (line: string): string | null => {
      part += line;
      return part.length < PART ? null : takePart();
    },
    /** What is left. */
    rest: (): string => takePart(),
  };

  function takePart(): string {
    const ready = part;
    part = '';
    return ready;
  }
};

/**
 * SHA-256 over text that comes line by line. `crypto.subtle` only hashes bytes that are there all at once: half a gigabyte
 * for the largest bundle, beside the rows. So the digest is from @noble/hashes (MIT), which the cipher brings along anyway.
 */
export const createTextHash = () => {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  return {
    /** Takes text and gives it back as the bytes that were hashed. */
    update: (text: string): Bytes => {
      const bytes = encoder.encode(text);
      hash.update(bytes);
      return bytes;
    },
    /** The digest in hexadecimal; nothing can be added after it. */
    hex: (): string => bytesToHex(hash.digest()),
  };
};
