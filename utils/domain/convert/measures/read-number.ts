/** A number in a normalised text. */
export interface FoundNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** These write 1.234,5. */
const POINT_GROUPS = /^(?:de|es|it|pt|nl|tr)/;
/** These write 1 234,5. */
const SPACE_GROUPS = /^(?:fr|ru|pl|uk|cs|sv)/;

const FRACTIONS = '\\d+ \\d{1,2}\\/\\d{1,2}(?![\\d/])|\\d{1,2}\\/\\d{1,2}(?![\\d/])';
const PLAIN = new RegExp(`${FRACTIONS}|\\d+(?:[.,]\\d+)*`, 'g');
const SPACED = new RegExp(`${FRACTIONS}|\\d{1,3}(?: \\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*`, 'g');

/**
 * All numbers of a normalised text, in order: fractions (`1 3/4`), thousands by the habit of the language.
 *
 * Numbers glued to letters (`A4`), codes and dates are left out.
 */
export function readNumbers(text: string, lang = ''): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(SPACE_GROUPS.test(lang) ? SPACED : PLAIN)) {
    const written = match[0];
    const before = text[match.index - 1];
    if (before !== undefined && /[a-zß-öø-ɏ\u0400-\u04ff_#/.,:\\]/i.test(before) && !isTimes(text, match.index - 1))
      continue;
    const value = valueOf(written, lang);
    if (value === null) continue;
    found.push({ value, start: match.index, end: match.index + written.length });
  }
  return found;
}

/** The x of `30x20`, which is no letter of a word. */
const isTimes = (text: string, at: number): boolean =>
  /[xх]/i.test(text[at] as string) && /[\d\s]/.test(text[at - 1] ?? '');

/** Value of a written number; null when it is none (`1.2.3`, `1/0`). */
export function valueOf(written: string, lang = ''): number | null {
  const fraction = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(written);
  if (fraction) {
    const [, whole = '0', top, bottom] = fraction;
    const value = Number(whole) + Number(top) / Number(bottom);
    return Number.isFinite(value) ? value : null;
  }
  const digits = written.replaceAll(' ', '');
  const separators = digits.replace(/\d/g, '');
  if (separators === '') return Number(digits);
  const last = separators.at(-1) as string;
  const tail = digits.length - digits.lastIndexOf(last) - 1;
  const kinds = new Set(separators);
  // 1,234.5 and 1.234,5: the last mark is the decimal one.
  if (kinds.size === 2) {
    const plain = digits.slice(0, -tail - 1).replace(/[.,]/g, '');
    return separators.indexOf(last) === separators.length - 1 ? Number(`${plain}.${digits.slice(-tail)}`) : null;
  }
  if (separators.length > 1) return /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? Number(digits.replace(/[.,]/g, '')) : null;
  const groups = tail === 3 && digits.length <= 7 && !digits.startsWith('0') && groupMark(lang) === last;
  return Number(groups ? digits.replace(last, '') : digits.replace(',', '.'));
}

const groupMark = (lang: string): string => (POINT_GROUPS.test(lang) ? '.' : SPACE_GROUPS.test(lang) ? ' ' : ',');
