/** Shortest PIN or passphrase that locks. Units: UTF-16 units. */
export const SHORTEST_PIN = 4;
/** Longest one that is read. Units: UTF-16 units. */
export const LONGEST_PIN = 200;

/** How long nobody may touch Parley before it locks, as offered; 0 is never. Units: minutes. */
export const idleChoices = [0, 5, 15, 30, 60] as const;

const FREE_TRIES = 2;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** How long nobody may try again after so many wrong tries in a row: twice as long each time. Units: milliseconds. */
export const waitAfter = (wrong: number): number =>
  wrong <= FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES - 1), LONGEST_WAIT_MS);

/** Whether two texts are the same, in a time that does not tell where they part. */
export function isSameText(a: string, b: string): boolean {
  let differences = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) differences |= a.charCodeAt(at) ^ b.charCodeAt(at % Math.max(b.length, 1));
  return differences === 0;
}
