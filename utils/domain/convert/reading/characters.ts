/** Value of a decimal digit in any of the scripts buyers write; -1 for anything else. */
export function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code < 0x660) return -1;
  if (code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  if (code >= 0x966 && code <= 0x96f) return code - 0x966;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Whether a UTF-16 unit is a letter of a script that puts spaces between words. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code < 0x2000) return !isSignInLetters(code);
  if (code >= 0x2c00 && code < 0x3000) return true;
  if (code >= 0xa000 && code < 0xac00) return true;
  if (code >= 0xfb00 && code < 0xfe00) return true;
  return (code >= 0xfe70 && code <= 0xfefc) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

const isSignInLetters = (code: number): boolean =>
  digitOf(code) >= 0 ||
  (code >= 0x2b0 && code < 0x300) ||
  code === 0x60c ||
  code === 0x61b ||
  code === 0x61f ||
  code === 0x640 ||
  (code >= 0x66a && code <= 0x66d) ||
  code === 0x6d4 ||
  code === 0x37e ||
  code === 0x387 ||
  code === 0x589 ||
  code === 0x5be ||
  code === 0x964;

/** Whether a UTF-16 unit is a space or takes no room; a line's end is a sign. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0xfeff; // prettier-ignore

/** Whether a UTF-16 unit is an apostrophe. */
export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** What signs of other scripts read as; each line is the plain sign and those that stand for it. */
const PLAIN_SIGNS: ReadonlyMap<string, string> = new Map(
  [
    ['-', '‐‑‒–—−〜～－﹣'], ["'", '’‘′´`＇'], ['"', '“”″„＂'], [':', '：﹕'], ['(', '（【「『'], [')', '）】」』'], ['/', '／'],
    ['×', '✕✖＊*'], ['#', '＃'], [',', '，、،'], ['.', '。．｡'], ['?', '？؟'], ['!', '！'], ['%', '％٪'], ['$', '＄'], ['¥', '￥'],
    ['+', '＋'], ['\n', '\r\u0085\u2028\u2029'],
  ].flatMap(([plain, others]) => [...(others as string)].map((other) => [other, plain as string] as const)),
); // prettier-ignore

/** Plain form of a sign of any script. */
export const plainSign = (sign: string): string => (sign === '№' ? 'nº' : (PLAIN_SIGNS.get(sign) ?? sign));
