const UNDECOMPOSED: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ة: 'ه', ى: 'ي', 'ـ': '', '’': "'", '‘': "'", '´': "'", ʼ: "'" }; // prettier-ignore

/**
 * Writes a word as the word lists are searched: lower case, without accents, full-width letters as plain ones.
 *
 * Scripts whose marks change the word (kana, Hangul) stay as they are.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();

  if (/^[\u0000-\u007f]*$/.test(lower) || isSpaceless(lower.charCodeAt(0))) return lower;
  return lower
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßıłøæœđةىـ’‘´ʼ]/g, (char) => UNDECOMPOSED[char] ?? char)
    .toLowerCase();
}

/** Whether a UTF-16 unit belongs to Hangul, whose words take endings without a space. */
export const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Whether a UTF-16 unit belongs to a script written without spaces between words, or to Hangul. */
export const isSpaceless = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  isHangul(code) ||
  code === 0x3005 ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff66 && code <= 0xff9d);
