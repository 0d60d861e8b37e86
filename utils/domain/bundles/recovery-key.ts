/** The text of a key that opens backups: an age identity file (https://age-encryption.org/v1), so that age opens them too. */

/** Bech32 of 32 bytes: 52 letters and 6 that notice mistakes. */
const KEY = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}(?![0-9A-Z])/gi;

/** What the file is called. */
export const keyFileName = 'parley-recovery-key.txt';

const keysIn = (text: string): readonly string[] => [...text.matchAll(KEY)].map(([key]) => key.toUpperCase());

/**
 * The keys in a text somebody has pasted or chosen, one a line; null when there is none. What stands in comments is ignored,
 * unless nothing else is there: a field of one line takes the line feeds out of what is pasted.
 */
export const readRecoveryKey = (text: string): string | null => {
  const lines = text.split(/\r?\n/).filter((line) => !line.trimStart().startsWith('#'));
  const plain = keysIn(lines.join('\n'));
  const found = plain.length > 0 ? plain : keysIn(text);
  return found.length > 0 ? [...new Set(found)].join('\n') : null;
};

/** The text of the file: what it is, for people, and the key. */
export const recoveryKeyText = (key: string, comments: readonly string[]): string =>
  [...comments.map((comment) => `# ${comment.replace(/\s+/g, ' ').trim()}`), key, ''].join('\n');
