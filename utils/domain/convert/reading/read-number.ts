import { digitOf } from './characters';
import type { Lexicon } from './lexicon';

/** Values of fractions that are written as one sign. */
export const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875,
}; // prettier-ignore

/** A number read from a place in a text. */
export interface ReadNumber {
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

const isPoint = (code: number): boolean => code === 46 || code === 0x66b || code === 0xff0e;
const isComma = (code: number): boolean => code === 44 || code === 0xff0c;

/** Digits with a decimal point or comma, a fraction or "and a half" behind them. */
export function readNumber(source: string, from: number, lex: Lexicon): ReadNumber {
  let at = from;
  let text = '';
  const digits = (): void => {
    for (let digit = digitOf(source.charCodeAt(at)); digit >= 0; digit = digitOf(source.charCodeAt(at))) {
      // Ids can be endless; more digits than this are no number anyone converts.
      if (text.length < 24) text += String(digit);
      at += 1;
    }
  };
  digits();
  const whole = text;
  const separator = source.charCodeAt(at);
  if ((isPoint(separator) || isComma(separator)) && digitOf(source.charCodeAt(at + 1)) >= 0) {
    const mark = at;
    at += 1;
    text += '.';
    digits();
    const decimals = text.length - whole.length - 1;
    const goesOn = /[.,]/.test(source[at] ?? '') && digitOf(source.charCodeAt(at + 1)) >= 0;
    if (goesOn || !isDecimal(whole, text.slice(whole.length + 1), isComma(separator)) || decimals > 3) {
      at = mark;
      text = whole;
    }
  }
  const value = Number(text);
  if (text !== whole || whole.length > 3) return { end: at, text, value };
  return withFraction({ source, at, whole, lex });
}

/** "38,39" lists two sizes; "5,5", "1,80" and "38,50" are decimals. */
function isDecimal(whole: string, fraction: string, comma: boolean): boolean {
  if (!comma) return true;
  if (fraction.length > 2) return false;
  if (fraction.length === 1) return true;
  return !(whole.length === 2 && Math.abs(Number(whole) - Number(fraction)) <= 4 && Number(whole) >= 20);
}

const EIGHTHS = /\s?[⅛⅜⅝⅞¼¾⅓⅔]|[\s-]([1-7])\/([2348])(?![\d/])/y;

function withFraction(given: { source: string; at: number; whole: string; lex: Lexicon }): ReadNumber {
  const { source, at, whole, lex } = given;
  const next = source.charCodeAt(at);
  // Nothing but a space, a hyphen, a fraction or a letter can begin a fraction.
  if (Number.isNaN(next) || next === 46 || next === 44 || next === 58)
    return { end: at, text: whole, value: Number(whole) };
  EIGHTHS.lastIndex = at;
  const eighths = EIGHTHS.exec(source);
  if (eighths) {
    const part = eighths[1] ? Number(eighths[1]) / Number(eighths[2]) : (FRACTIONS[eighths[0].trim()] ?? 0);
    if (part < 1) {
      const value = Math.round((Number(whole) + part) * 1000) / 1000;
      return { end: EIGHTHS.lastIndex, text: String(value), value };
    }
  }
  lex.half.lastIndex = at;
  if (Number(whole) < 60 && lex.half.test(source)) {
    const value = Number(whole) + 0.5;
    return { end: lex.half.lastIndex, text: String(value), value };
  }
  return { end: at, text: whole, value: Number(whole) };
}
