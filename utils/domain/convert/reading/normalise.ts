import type { Span } from '../../text/span';

/** A text rewritten for reading numbers, with the way back to the original. */
export interface Normalised {
  /** ASCII digits, decimal points, plain hyphens and apostrophes, halves as `.5`. */
  readonly text: string;
  /** Span in the original for a span in `text`; offsets are UTF-16 units. */
  span(start: number, end: number): Span;
}

const HALVES: readonly RegExp[] = [
  /\s?½/y,
  / 1\/2(?![\d/])/y,
  / and a half/iy,
  / y medi[oa](?!\p{L})/iuy,
  / et demie?(?!\p{L})/iuy,
  / e mezz[oa](?!\p{L})/iuy,
  / e mei[oa](?!\p{L})/iuy,
  / с половиной/iuy,
  /(?:号|號|码|碼)?半(?=[号號码碼的吗嗎,.?!。，？\s]|$)/y,
  / 반(?!\p{L})/uy,
];

/** What one character reads as; undefined when it stays. */
function plain(char: string): string | undefined {
  const code = char.charCodeAt(0);
  // Nearly every character of most messages; the grave accent is written for an apostrophe.
  if (code >= 0x20 && code < 0x7f && code !== 0x60) return undefined;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code >= 0x966 && code <= 0x96f) return String(code - 0x966);
  if (code === 0x66b) return '.';
  if (char === '\u00a0' || char === '\u202f' || char === '\u3000' || char === '\n' || char === '\t') return ' ';
  if ('‐‑‒–—−〜～'.includes(char)) return '-';
  if ('’‘′´`'.includes(char)) return "'";
  if ('“”″„'.includes(char)) return '"';
  return undefined;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Rewrites digits of other scripts, full-width forms, decimal commas and written halves so that one set of patterns
 * reads them all, and remembers where every character came from.
 */
export function normalise(source: string): Normalised {
  return MAY_GROW.test(source) ? rewrite(source) : inPlace(source);
}

/** A half written as a sign or in words takes more or less room when it is rewritten; nothing else does. */
const MAY_GROW =
  /½|[\d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f](?: (?:1\/2|and a half|y medi|et demi|e me[iz]|с полов|반)|[号號码碼]?半)/iu;

/** The usual case: every character stays where it is. */
function inPlace(source: string): Normalised {
  const { length } = source;
  return {
    text: withPoints(source.replace(/[^ -_a-~]/g, (char) => plain(char) ?? char)),
    span: (start, end) => ({
      start: Math.min(start, length),
      end: end > start ? Math.min(end, length) : start < length ? start : 0,
    }),
  };
}

/** A comma between digits is a decimal comma when one or two digits follow and no further number is listed. */
const withPoints = (text: string): string => text.replace(/(?<=(?<![\d.,])\d{1,3}),(?=\d{1,2}(?![\d,]))/g, '.');

function rewrite(source: string): Normalised {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (piece: string, start: number, end: number): void => {
    for (const unit of piece) {
      text += unit;
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < source.length;) {
    // A short tail is enough to see a number, and keeps long messages linear.
    const half =
      isDigit(text.charCodeAt(text.length - 1)) && !/[./]\d+$/.test(text.slice(-4)) ? matchHalf(source, at) : 0;
    if (half > 0) {
      push('.5', at, at + half);
      at += half;
      continue;
    }
    const char = source[at] as string;
    if (char === '½') push('0.5', at, at + 1);
    else push(plain(char) ?? char, at, at + 1);
    at += 1;
  }
  return {
    text: withPoints(text),
    span: (start, end) => ({
      start: starts[start] ?? source.length,
      end: end > start ? (ends[end - 1] ?? source.length) : (starts[start] ?? 0),
    }),
  };
}

function matchHalf(source: string, at: number): number {
  for (const pattern of HALVES) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return found[0].length;
  }
  return 0;
}

/** Lower case unit by unit, so that offsets stay. */
export function lowerSameLength(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i] as string;
    const low = unit.toLowerCase();
    out += low.length === 1 ? low : unit;
  }
  return out;
}
