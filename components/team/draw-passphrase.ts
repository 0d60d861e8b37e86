/** Without 0 and o, 1, i and l, which people mistake for each other on paper and on the telephone. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 6;
const GROUP_LENGTH = 4;

/** Fills an array with random bytes, as `crypto.getRandomValues` does. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

/**
 * Draws a passphrase such as `k7m3-…`: 24 characters of 31 in groups of four, 118 bits.
 *
 * Example: `drawPassphrase((bytes) => void crypto.getRandomValues(bytes))`.
 */
export const drawPassphrase = (fillRandom: FillRandom): string => {
  let drawn = '';
  const bytes = new Uint8Array(64);
  while (drawn.length < GROUPS * GROUP_LENGTH) {
    fillRandom(bytes);
    // Five bits of a byte name one of 32; the one too many is drawn again, so that all letters are equally likely.
    for (const byte of bytes) drawn += LETTERS[byte & 31] ?? '';
  }
  return Array.from({ length: GROUPS }, (_, group) =>
    drawn.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join('-');
};
