import type { Audience } from '../sizes/shoe';
import {
  AFTER_MARKERS,
  AUDIENCE_WORDS,
  CAPITAL_CODES,
  CODE_WORDS,
  FILLERS,
  NOT_A_SIZE_AFTER,
  SHOE_MARKERS,
  SIZE_MARKERS,
  WEAR_WORDS,
  WISH_WORDS,
  type SizeCode,
} from './size-words';

/** What stands around a number in a message. */
export interface SizeContext {
  readonly code?: SizeCode;
  readonly audience?: Audience;
  readonly unit?: 'cm' | 'mm';
  /** Strongest word of size beside the number. */
  readonly marker?: 'shoe' | 'size' | 'wear' | 'wish';
  /** True when the next word makes it a quantity, price, time or measure. */
  readonly spoiled: boolean;
  readonly start: number;
  readonly end: number;
}

type Token =
  | { readonly kind: 'code'; readonly code: SizeCode }
  | { readonly kind: 'audience'; readonly audience: Audience }
  | { readonly kind: 'marker'; readonly marker: NonNullable<SizeContext['marker']> }
  | { readonly kind: 'unit'; readonly unit: 'cm' | 'mm' }
  | { readonly kind: 'filler' };

const LONGEST = 22;
const SPACELESS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const LETTER = /\p{L}/u;

const left = new Map<string, Token>();
const right = new Map<string, Token>();
for (const word of FILLERS) left.set(word, { kind: 'filler' });
for (const word of WISH_WORDS) left.set(word, { kind: 'marker', marker: 'wish' });
for (const word of WEAR_WORDS) left.set(word, { kind: 'marker', marker: 'wear' });
for (const word of SIZE_MARKERS) left.set(word, { kind: 'marker', marker: 'size' });
for (const word of SHOE_MARKERS) left.set(word, { kind: 'marker', marker: 'shoe' });
for (const word of ['in', 'en', 'for', 'für', 'pour', 'para', 'per', 'для', 'の', '的', 'sizing', 'shoe', 'shoes', "in women's", 'i', 'de'])
  right.set(word, { kind: 'filler' }); // prettier-ignore
for (const word of AFTER_MARKERS) right.set(word, { kind: 'marker', marker: 'size' });
for (const word of ['cm', 'centimeters', 'centimetres', 'centimètres', 'centímetros', 'zentimeter', 'см', 'センチ', '厘米', '公分', '센티', 'سم']) right.set(word, { kind: 'unit', unit: 'cm' }); // prettier-ignore
for (const word of ['mm', 'millimeter', 'мм', 'ミリ', '毫米', '밀리', 'مم'])
  right.set(word, { kind: 'unit', unit: 'mm' });
for (const words of [left, right]) {
  for (const [word, audience] of Object.entries(AUDIENCE_WORDS)) words.set(word, { kind: 'audience', audience });
  for (const [word, code] of Object.entries(CODE_WORDS)) words.set(word, { kind: 'code', code });
}
// "EU-Größe 38", "8 UK size": the code and the marker stand together.
for (const suffix of ['-größe', ' größe', ' size', '-size', 'サイズ', '尺码', '号', '码', ' 사이즈'])
  for (const code of ['eu', 'uk', 'jp', 'kr', '日本', '美国', '英国', '欧洲', '韩国', '中国', 'アメリカ', 'イギリス', '유럽', '미국', '영국', '한국'])
    for (const words of [left, right]) words.set(code + suffix, { kind: 'code', code: CODE_WORDS[code] as SizeCode }); // prettier-ignore
const spoilers = new Set(NOT_A_SIZE_AFTER);

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

const isWordEdge = (inside: string | undefined, outside: string | undefined): boolean =>
  inside === undefined ||
  outside === undefined ||
  SPACELESS.test(inside) ||
  SPACELESS.test(outside) ||
  !LETTER.test(inside) ||
  !LETTER.test(outside);

interface Hit {
  readonly token: Token;
  readonly from: number;
  readonly to: number;
}

function tokenBefore(text: string, lower: string, at: number): Hit | null {
  let to = at;
  while (to > 0 && /[\s:=."'([\-/]/.test(text[to - 1] as string)) to -= 1;
  for (let length = Math.min(LONGEST, to); length > 0; length -= 1) {
    const from = to - length;
    if (!isWordEdge(text[from], text[from - 1])) continue;
    const capital = CAPITAL_CODES[text.slice(from, to)];
    // French labels write T38.
    if (length === 1 && text[from] === 'T') return { token: { kind: 'marker', marker: 'size' }, from, to };
    const token = capital ? ({ kind: 'code', code: capital } as const) : left.get(lower.slice(from, to));
    if (token && !(length === 1 && to === at && !SPACELESS.test(text[from] as string))) return { token, from, to };
  }
  return null;
}

function tokenAfter(text: string, lower: string, at: number): Hit | null {
  let from = at;
  while (from < text.length && /[\s"'()\]-]/.test(text[from] as string)) from += 1;
  for (let length = Math.min(LONGEST, text.length - from); length > 0; length -= 1) {
    const to = from + length;
    if (!isWordEdge(text[to - 1], text[to])) continue;
    const word = text.slice(from, to);
    // GB after a number is memory, EUR is money.
    const capital = word === 'GB' || word === 'EUR' ? undefined : CAPITAL_CODES[word];
    const token = capital ? ({ kind: 'code', code: capital } as const) : right.get(lower.slice(from, to));
    if (token) return { token, from, to };
  }
  return null;
}

function spoiledAfter(text: string, lower: string, at: number): boolean {
  const rest = lower.slice(at, at + LONGEST);
  if (/^\s?[%$€£¥₽₹°]/.test(rest)) return true;
  const word = /^\s*([\p{L}]+)/u.exec(rest)?.[1];
  if (!word) return false;
  if (spoilers.has(word)) return !(/^\s?[WM]\b/.test(text.slice(at)) && word.length === 1);
  return (
    SPACELESS.test(word) &&
    NOT_A_SIZE_AFTER.some(
      (spoiler) => SPACELESS.test(spoiler) && word.startsWith(spoiler) && !right.has(word.slice(0, 2)),
    )
  );
}

const RANK = { shoe: 4, size: 3, wear: 2, wish: 1 } as const;

const FOLLOWS_NUMBER = /\d\s?(?:cm|mm)?[\s(/,=-]*$/;

/** Reads the words left and right of a number; `text` and `lower` have equal offsets. */
export function readContext(
  text: string,
  lower: string,
  span: { readonly start: number; readonly end: number },
): SizeContext {
  let { start, end } = span;
  let marker: SizeContext['marker'];
  let audience: Audience | undefined;
  let unit: SizeContext['unit'];
  let leftCode: SizeCode | undefined;
  let rightCode: SizeCode | undefined;
  let leftTaken = false;
  /** Where the words left of the number begin when the code there belongs to another number. */
  let startBeforeCode = span.start;
  let rightTaken = false;
  const mark = (found: NonNullable<SizeContext['marker']>): void => {
    if (!marker || RANK[found] > RANK[marker]) marker = found;
  };
  /** Small words stand between: a code beyond them that follows another number is that number's. */
  let loose = false;
  for (let at = span.start, steps = 0; steps < 6; steps += 1) {
    const hit = tokenBefore(text, lower, at);
    if (!hit) break;
    at = hit.from;
    const { token } = hit;
    if (token.kind === 'code') {
      const follows = FOLLOWS_NUMBER.test(text.slice(Math.max(0, at - 8), at));
      if (leftCode || (follows && loose)) break;
      leftCode = token.code;
      startBeforeCode = start;
      leftTaken = follows;
    } else if (token.kind === 'audience') audience ??= token.audience;
    else if (token.kind === 'marker') mark(token.marker);
    if (token.kind === 'filler' || (token.kind === 'marker' && RANK[token.marker] < 3)) loose = true;
    if (token.kind === 'code' || token.kind === 'audience' || (token.kind === 'marker' && RANK[token.marker] >= 3))
      start = at;
  }
  for (let at = span.end, steps = 0; steps < 4; steps += 1) {
    const hit = tokenAfter(text, lower, at);
    if (!hit) break;
    const { token } = hit;
    if (token.kind === 'code') {
      if (rightCode) break;
      rightTaken = /^[\s:]*\d/.test(text.slice(hit.to));
      if (rightTaken && leftCode) break;
      rightCode = token.code;
    } else if (token.kind === 'audience') audience ??= token.audience;
    else if (token.kind === 'unit') unit = token.unit;
    else if (token.kind === 'marker') {
      // "8 size 9": the word belongs to the next number.
      if (/^[\s:]*\d/.test(text.slice(hit.to))) break;
      mark(token.marker);
    }
    at = hit.to;
    if (token.kind !== 'filler') end = at;
  }
  const keepsLeft = leftCode !== undefined && (!leftTaken || !rightCode || rightTaken);
  const code = keepsLeft ? leftCode : rightCode;
  if (!keepsLeft && leftCode) start = startBeforeCode;
  return {
    code,
    audience,
    unit,
    marker,
    start,
    end,
    spoiled: unit === undefined && rightCode === undefined && spoiledAfter(text, lower, span.end),
  };
}
