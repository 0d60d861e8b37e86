import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Keyed } from '../../domain/bundles/redact';
import { formatClock } from '../../domain/customers/clock';
import type { Instant } from '../../domain/ids';

const KEY_BYTES = 32;
/** Nobody meets two of 2^64 that are alike. Units: bytes. */
const NAME_BYTES = 16;
/** Names that are remembered: a shop's is asked for with every row. */
const MOST_KNOWN = 1_000;

/**
 * Made-up names for one file: the same for the same text, and for nobody to reverse, because the key is never kept. Order
 * numbers are short enough to be tried out one by one, so a hash without a key would hide nothing. Not `crypto.subtle`,
 * which answers each of a million questions by a promise.
 */
export const createPseudonyms = (createdAt: Instant): Keyed => {
  const keyed = hmac.create(sha256, crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const encoder = new TextEncoder();
  const known = new Map<string, string>();
  const pseudonym = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const digest = keyed.clone().update(encoder.encode(text)).digest();
    const name = `x${bytesToHex(digest.subarray(0, NAME_BYTES))}`;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, name);
    return name;
  };
  return { pseudonym, hlc: formatClock({ millis: Date.parse(createdAt), counter: 0, node: pseudonym('node:') }) };
};
