import type { Span } from '../../text/span';
import { fold, isHangul, isSpaceless } from './fold';
import { readHanNumber } from './han-number';
import { lexicon, type Lexicon, type Role } from './lexicon';

/** A number, word or sign of a text with its place in UTF-16 units. */
export interface Token extends Span {
  readonly kind: 'number' | 'word' | 'sign';
  /** Words folded, numbers in ASCII digits, signs as they are. */
  readonly text: string;
  readonly role: Role | undefined;
  /** Of a number; NaN otherwise. */
  readonly value: number;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
  /** Whether a word is written in capitals. */
  readonly capital: boolean;
}

/** Marketplaces cut messages at 4,000 characters or less; what stands beyond this many is not read. */
const LONGEST_TEXT = 6_000;

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875,
}; // prettier-ignore

/** Value of a decimal digit in any of the scripts buyers write; -1 for anything else. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code < 0x660) return -1;
  if (code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  if (code >= 0x966 && code <= 0x96f) return code - 0x966;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

function isLetter(code: number): boolean {
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

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0xfeff; // prettier-ignore

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

type Push = (
  kind: Token['kind'],
  start: number,
  end: number,
  rest: {
    readonly text: string;
    readonly role?: Role | undefined;
    readonly value?: number;
    readonly capital?: boolean;
  },
) => void;

/** Splits a text into numbers, words and signs; spaces fall away. */
export function tokenise(source: string): readonly Token[] {
  const lex = lexicon();
  const tokens: Token[] = [];
  const limit = Math.min(source.length, LONGEST_TEXT);
  let at = 0;
  const push: Push = (kind, start, end, { text, role, value = Number.NaN, capital = false }) => {
    const glued = tokens.length > 0 && (tokens[tokens.length - 1] as Token).end === start;
    tokens.push({ kind, start, end, text, role, value, glued, capital });
  };
  while (at < limit) {
    const code = source.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
    } else if (digitOf(code) >= 0) {
      const number = readNumber(source, at, lex);
      push('number', at, number.end, {
        text: number.text,
        value: number.value,
        role: markWithin(source, at, number.end),
      });
      at = number.end;
    } else if (isSpaceless(code)) {
      at = readSpaceless({ source, limit, at, lex, tokens, push });
    } else if (isLetter(code)) {
      const end = endOfWord(source, at, limit);
      const raw = source.slice(at, end);
      const { text, role } = wordOf(raw, lex);
      push('word', at, end, { text, role, capital: raw.length <= 8 && raw === raw.toUpperCase() });
      at = end;
    } else {
      const end = at + (code >= 0xd800 && code < 0xdc00 && at + 1 < limit ? 2 : 1);
      const text = plainSign(source.slice(at, end));
      const fraction = FRACTIONS[text];
      if (fraction === undefined) push('sign', at, end, { text, role: lex.exact(text) });
      else push('number', at, end, { text: String(fraction), value: fraction });
      at = end;
    }
  }
  return joinPhrases(tokens, lex);
}

/** "37码半": the half takes the mark of size with it. */
const markWithin = (source: string, start: number, end: number): Role | undefined =>
  end - start > 2 && /[码碼号號]/.test(source.slice(start, end)) ? { mark: 'size' } : undefined;

/** What signs of other scripts read as; each line is the plain sign and those that stand for it. */
const PLAIN_SIGNS: ReadonlyMap<string, string> = new Map(
  [
    ['-', '‐‑‒–—−〜～－﹣'], ["'", '’‘′´`＇'], ['"', '“”″„＂'], [':', '：﹕'], ['(', '（【「『'], [')', '）】」』'], ['/', '／'],
    ['×', '✕✖＊*'], ['#', '＃'], [',', '，、،'], ['.', '。．｡'], ['?', '？؟'], ['!', '！'], ['%', '％٪'], ['$', '＄'], ['¥', '￥'],
    ['+', '＋'], ['\n', '\r\u0085\u2028\u2029'],
  ].flatMap(([plain, others]) => [...(others as string)].map((other) => [other, plain as string] as const)),
); // prettier-ignore

const plainSign = (sign: string): string => (sign === '№' ? 'nº' : (PLAIN_SIGNS.get(sign) ?? sign));

interface KnownWord {
  readonly text: string;
  readonly role: Role | undefined;
}

/** Words of a conversation come again and again; the memory is emptied when it is full. */
const MOST_WORDS = 4000;
const known = new Map<string, KnownWord>();

function wordOf(raw: string, lex: Lexicon): KnownWord {
  const seen = known.get(raw);
  if (seen) return seen;
  const text = fold(raw);
  const word = { text, role: lex.role(text) };
  if (known.size >= MOST_WORDS) known.clear();
  if (raw.length <= 24) known.set(raw, word);
  return word;
}

function endOfWord(source: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit) {
    const code = source.charCodeAt(at);
    if (isLetter(code) && !isSpaceless(code)) at += 1;
    else if (isApostrophe(code) && isLetter(source.charCodeAt(at + 1)) && !isSpaceless(source.charCodeAt(at + 1)))
      at += 2;
    else break;
  }
  return at;
}

interface ReadNumber {
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

const isPoint = (code: number): boolean => code === 46 || code === 0x66b || code === 0xff0e;
const isComma = (code: number): boolean => code === 44 || code === 0xff0c;

/** Digits with a decimal point or comma, a fraction or "and a half" behind them. */
function readNumber(source: string, from: number, lex: Lexicon): ReadNumber {
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

interface Place {
  readonly source: string;
  readonly limit: number;
  readonly at: number;
  readonly lex: Lexicon;
  readonly tokens: readonly Token[];
  readonly push: Push;
}

/** Reads one known word, numeral or unknown stretch of a script without spaces; returns where it ends. */
function readSpaceless({ source, limit, at, lex, tokens, push }: Place): number {
  const before = tokens[tokens.length - 1];
  const number = readHanNumber(source, at, before?.role?.mark !== undefined && before.role.mark !== 'wish');
  if (number) {
    push('number', at, number.end, {
      text: String(number.value),
      value: number.value,
      role: markWithin(source, at, number.end),
    });
    return number.end;
  }
  const known = longestKnown(source, at, lex);
  if (known > 0) {
    const text = source.slice(at, at + known);
    push('word', at, at + known, { text, role: lex.exact(text) });
    return at + known;
  }
  let end = at + 1;
  // A Korean word begins where Hangul begins: an unknown word is passed over as a whole.
  const korean = isHangul(source.charCodeAt(at));
  while (end < limit && isSpaceless(source.charCodeAt(end))) {
    if (!korean && (longestKnown(source, end, lex) > 0 || readHanNumber(source, end, false))) break;
    end += 1;
  }
  push('word', at, end, { text: source.slice(at, end) });
  return end;
}

function longestKnown(source: string, at: number, lex: Lexicon): number {
  const left = source.length - at;
  for (let length = Math.min(lex.longest(source.charCodeAt(at)), left); length > 0; length -= 1)
    if (lex.exact(source.slice(at, at + length))) return length;
  return 0;
}

/** Puts the words of a known phrase together; a hyphen between them counts as a space. */
function joinPhrases(tokens: readonly Token[], lex: Lexicon): readonly Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const phrases = token.kind === 'word' ? lex.phrases(token.text) : undefined;
    const found = phrases ? matchPhrase(tokens, i, phrases) : null;
    if (!found) {
      joined.push(token);
      continue;
    }
    const last = tokens[found.last] as Token;
    joined.push({
      ...token,
      end: last.end,
      text: `${token.text} ${found.phrase.rest.join(' ')}`,
      role: found.phrase.role,
    });
    i = found.last;
  }
  return joined;
}

function matchPhrase(
  tokens: readonly Token[],
  from: number,
  phrases: NonNullable<ReturnType<Lexicon['phrases']>>,
): { readonly last: number; readonly phrase: (typeof phrases)[number] } | null {
  for (const phrase of phrases) {
    let at = from;
    const fits = phrase.rest.every((word) => {
      at += 1;
      const sign = tokens[at];
      if (sign?.kind === 'sign' && (sign.text === '-' || sign.text === '.') && sign.glued) at += 1;
      return tokens[at]?.text === word;
    });
    if (fits) return { last: at, phrase };
  }
  return null;
}
