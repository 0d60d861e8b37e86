import type { LabelStyle } from './size-table';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Longer texts are no label; reading them would only cost time. */
const LONGEST = 40;

/** Brings a label to one spelling: plain digits, upper case, fractions as `1/2`, no unit, single spaces. */
export function tidyLabel(label: string): string {
  // Most labels are plain already.
  if (label.length <= LONGEST && /^[0-9A-Z./+-]+$/.test(label)) return label;
  return label
    .slice(0, LONGEST)
    .replace(/[½⅓⅔¼¾⅛⅜⅝⅞]/g, ' $&')
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) as number) & 15))
    .replace(/⁄/g, '/')
    .replace(/(\d)[,٫](\d)/g, '$1.$2')
    .replace(/[‐‑‒–—−~〜]/g, '-')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Key under which equal labels meet: `24 m` and `24M`. */
export const labelKey = (label: string): string => tidyLabel(label).replace(/[\s.]+(?!\d)/g, '');

/** Number of a label such as `38`, `38 2/3`, `W32`, `EU 38`, `23.5 CM`; null when there is none or more than one. */
export function readNumber(label: string): number | null {
  const text = tidyLabel(label);
  const parts =
    /^(?:[A-Z]{1,6}\.?[ :]?)?([+-]?\d{1,6}(?:\.\d{1,6})?)(?:[ -](\d)\/(\d))?(?: ?(?:CM|MM|IN|INCH|INCHES|"|''|[WLMRST]|号|码|碼|號))?$/u.exec(
      text,
    );
  if (parts) {
    const [, whole, top, bottom] = parts;
    // `00` is a size of its own below 0, and no number.
    if (whole === '00' || (bottom !== undefined && Number(bottom) === 0)) return null;
    return Number(whole) + (top === undefined ? 0 : Number(top) / Number(bottom));
  }
  const fraction = /^(\d)\/([1-9])$/.exec(text);
  return fraction ? Number(fraction[1]) / Number(fraction[2]) : null;
}

const readRingLetter = (label: string): number | null => {
  const parts = /^([A-Z])(?: ?\+? ?(\d)(?:\.(5))?| ?(1\/2|\.5|0\.5))?(?: (1\/2))?$/.exec(tidyLabel(label));
  if (!parts) return null;
  const [, letter, more, half, fraction, after] = parts;
  // Sizes past Z are counted on: Z+1, or Z1.
  if (more !== undefined && letter !== 'Z') return null;
  const halves = half ?? fraction ?? after;
  return LETTERS.indexOf(letter as string) + Number(more ?? 0) + (halves === undefined ? 0 : 0.5);
};

const readRestart = (label: string): number | null => {
  const text = tidyLabel(label)
    .replace(/^(?:[YJ]) ?(?=\d)/, '')
    .replace(/ (?=[A-Z])/g, '');
  const parts = /^(\d{1,2}(?:\.\d{1,2})?(?: 1\/2)?)(?:(Y|J|YOUTH|JUNIOR)|C|K|T|CHILD|INFANT|TODDLER)?$/.exec(text);
  const value = parts ? readNumber(parts[1] as string) : readNumber(text);
  return value === null ? null : parts?.[2] ? value + 13 : value;
};

/** Girth in cm on a Chinese label: 92 of `170/92A`, 85.5 of `160/84-87`; null when it is none. */
export function readGirth(label: string): number | null {
  if (!label.includes('/')) return null;
  const parts = /^1\d{2} ?\/ ?(\d{2,3})(?:-(\d{2,3}))?(?: ?[YABC])?$/.exec(tidyLabel(label).replace(/\(.*$/, ''));
  return parts ? (Number(parts[1]) + Number(parts[2] ?? parts[1])) / 2 : null;
}

/** Place of a label on its system's line; null when it is no label of that style. */
export function readLabel(label: string, style: LabelStyle = 'number'): number | null {
  if (style === 'ring-letters') return readRingLetter(label);
  if (style === 'restart') return readRestart(label);
  if (style === 'cn-girth') return readGirth(label);
  return readNumber(label);
}

const EIGHTHS = ['', '1/8', '1/4', '3/8', '1/2', '5/8', '3/4', '7/8'] as const;

const writeEighths = (value: number): string => {
  const eighths = Math.round(value * 8);
  return `${Math.floor(eighths / 8)} ${EIGHTHS[((eighths % 8) + 8) % 8] ?? ''}`.trim();
};

const writeRingLetter = (value: number): string => {
  const whole = Math.floor(value);
  const half = value - whole >= 0.5;
  if (whole < LETTERS.length) return `${LETTERS[Math.max(0, whole)] as string}${half ? '½' : ''}`;
  return `Z+${whole - LETTERS.length + 1}${half ? '.5' : ''}`;
};

/** A number without binary noise, as labels print it. */
export const writeNumber = (value: number): string => String(Math.round(value * 100) / 100);

/** A place on a system's line as its label. Children's UK and US sizes restart after 13½ (`1Y`). */
export function writeLabel(value: number, style: LabelStyle = 'number'): string {
  if (style === 'eighths') return writeEighths(value);
  if (style === 'ring-letters') return writeRingLetter(value);
  if (style === 'restart' && value > 13.5) return `${writeNumber(value - 13)}Y`;
  return writeNumber(value);
}
