const VERSION = /^(20\d\d)\.(0[1-9]|1[0-2])\.(0[1-9]|[12]\d|3[01])\.([1-9]\d{0,2})$/;

/** Whether a text is the version of a page profile: `2026.11.22.1`. */
export const isProfileVersion = (text: string): boolean => VERSION.test(text);

/** Which of two versions is the later one: below 0 the second, above 0 the first; what is no version is older than any. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => VERSION.exec(version)?.slice(1).map(Number) ?? []);
  for (let at = 0; at < 4; at++) {
    const difference = (a![at] ?? 0) - (b![at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
