import type { Token } from './tokens';

/** Latin words that a number may be glued to on the left without being a part number: "T38", "W32", "x38". */
const PREFIXES: ReadonlySet<string> = new Set(['t', 'w', 'l', 'x', 'g', 'us', 'au', 'it', 'de', 'es', 'fr', 'gb', 'eu', 'uk', 'ft', 'm', 'st', 'cm', 'kg', 'lb', 'y', 'c', 'k', 'h', 'bh', 'f']); // prettier-ignore
/** Letters that may be glued to the right: units, cups, children's and width letters, German and French endings. */
const SUFFIX = /^(?:y|yo|yrs?|c|k|t|w|x|m|l|s|r|xl|xs|xxl|er|ers|ern|e|i|a{1,3}|b|d{1,3}|ee|ff?|gg?|hh?|jj?|kk?|n|mo?s?|mths?|ft|eu|uk|us|usa|fr|it|de|jp|br|au|cn|mx|kr|eur|st|lbs?|kgs?|cms?|mm|ins?|p|ans?|j|ml|v)$/; // prettier-ignore

const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';
const isSign = (token: Token | undefined, signs: string): boolean =>
  token?.kind === 'sign' && signs.includes(token.text);
const digits = (token: Token): string => token.text.split('.')[0] as string;
const isLatin = (token: Token): boolean => token.kind === 'word' && token.text.charCodeAt(0) < 0x250;

/**
 * Finds the numbers that are no size whatever stands beside them: parts of order and tracking numbers, dates, times,
 * phone numbers, prices, percentages, model numbers.
 */
export function findImplausible(tokens: readonly Token[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isNumber(tokens[i])) continue;
    const chain = chainFrom(tokens, i);
    if (chain.length > 1 && !isSizeChain(tokens, chain)) for (const index of chain) out.add(index);
    if (isBadAlone(tokens, i)) out.add(i);
    if (chain.length > 1) {
      for (const index of chain) if (isBadAlone(tokens, index)) out.add(index);
      // One part that is too long, or begins with a nought, makes the whole an id, a date or a phone number.
      const glued = chain.filter((index, n) => n === 0 || (tokens[index - 1] as Token).kind === 'sign');
      if (glued.length > 1 && glued.some((index) => isTooLong(tokens[index] as Token)))
        for (const index of chain) out.add(index);
      i = chain[chain.length - 1] as number;
    }
  }
  markModels(tokens, out);
  markShares(tokens, out);
  return out;
}

const isTooLong = (token: Token): boolean => digits(token).length > 3 || /^0\d/.test(token.text);

/** Numbers that follow each other with nothing but a space, hyphen, slash, point or colon between. */
function chainFrom(tokens: readonly Token[], from: number): readonly number[] {
  const chain = [from];
  for (let at = from + 1; at < tokens.length;) {
    const token = tokens[at] as Token;
    if (isNumber(token)) {
      chain.push(at);
      at += 1;
    } else if (token.glued && isSign(token, '-/.:,_') && isNumber(tokens[at + 1]) && (tokens[at + 1] as Token).glued) {
      chain.push(at + 1);
      at += 2;
    } else break;
  }
  return chain;
}

/** Sizes stand two by two ("38-39", "10/12"), or in a row that rises slowly ("36, 37, 38"). */
function isSizeChain(tokens: readonly Token[], chain: readonly number[]): boolean {
  const numbers = chain.map((index) => tokens[index] as Token);
  const between = chain.slice(1).map((index) => {
    const sign = tokens[index - 1] as Token;
    return sign.kind === 'sign' ? sign.text : ' ';
  });
  if (between.some((sign) => ':_'.includes(sign))) return false;
  const rises = numbers.every((token, i) => {
    const step = token.value - (numbers[i - 1]?.value ?? token.value);
    return i === 0 || (step > 0 && step <= 2);
  });
  if (rises && numbers.every((token) => !isTooLong(token) && token.value >= 2)) return true;
  if (numbers.length === 2 && between[0] !== '.') return numbers.every((token) => !isTooLong(token));
  // Bust, waist and hips.
  return (
    numbers.length === 3 &&
    between.every((sign) => '-/'.includes(sign)) &&
    numbers.every(({ value }) => value >= 50 && value <= 150)
  );
}

function isBadAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (isTooLong(token)) return true;
  if (token.glued && isSign(before, '#_+*@&=~')) return true;
  if (isSign(before, '€$£¥₽₹₺₩#+')) return true;
  // "5月3号" is a day.
  if (token.glued && before?.text === '月') return true;
  if (isSign(after, '_*@') && after?.glued && tokens[at + 2]?.glued) return true;
  if (isSign(after, '€$£¥₽₹₺₩%°‰')) return true;
  // "30x40": measures of a thing, unless the trousers reader knows them.
  if (isTimes(before) && isNumber(tokens[at - 2])) return true;
  if (isTimes(after) && isNumber(tokens[at + 2])) return true;
  // "2x", "x2": a quantity.
  if (isTimes(after) && after?.glued && !tokens[at + 2]?.glued) return !/^[1-6]$/.test(token.text) || !after.capital;
  return isTimes(before) && token.glued && token.value < 10 && !before.capital;
}

const isTimes = (token: Token | undefined): token is Token =>
  token !== undefined && (token.text === 'x' || token.text === '×' || token.text === 'х');

/** "B07XJ8C8F5", "iPhone14", "A52s": letters and digits grown together are names of things. */
function markModels(tokens: readonly Token[], out: Set<number>): void {
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isNumber(tokens[i])) continue;
    let first = i;
    while (first > 0 && (tokens[first] as Token).glued && isAlnum(tokens[first - 1] as Token)) first -= 1;
    let last = i;
    while (last + 1 < tokens.length && (tokens[last + 1] as Token).glued && isAlnum(tokens[last + 1] as Token))
      last += 1;
    if (first !== last && !isKnownRun(tokens.slice(first, last + 1)))
      for (let at = first; at <= last; at += 1) if (isNumber(tokens[at])) out.add(at);
    i = last;
  }
}

const isAlnum = (token: Token): boolean => token.kind === 'number' || isLatin(token);

/** What may be grown together: `W32L34`, `32x34`, `5ft7`, `1m80`, `EU38`, `38EU`, `34DD`. */
function isKnownRun(run: readonly Token[]): boolean {
  return run.every((token, at) => {
    if (token.kind === 'number') return true;
    const isPrefix = isNumber(run[at + 1]);
    const isSuffix = isNumber(run[at - 1]);
    const { role, text } = token;
    const known =
      role?.code !== undefined || role?.mark === 'size' || role?.mark === 'shoe' || role?.unit !== undefined;
    if (isPrefix && !known && !PREFIXES.has(text)) return false;
    return !isSuffix || known || role?.age !== undefined || role?.hard === true || SUFFIX.test(text);
  });
}

/** Words between a part and its whole; the Dutch "of" joins two sizes as well. */
const SHARE_WORDS: ReadonlySet<string> = new Set(['of', 'out of', 'von', 'sur', 'su', 'de', 'из', 'z', 'ze']);
/** Wholes that things are counted and rated by. */
const WHOLES: ReadonlySet<number> = new Set([3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100]);

/** "5 of 10", "9 out of 10", "8 sur 10": counts and ratings. */
function markShares(tokens: readonly Token[], out: Set<number>): void {
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    const part = tokens[i] as Token;
    if (!isNumber(part)) continue;
    const isOutOf = tokens[i + 1]?.text === 'out' && tokens[i + 2]?.text === 'of';
    const joint = tokens[i + 1] as Token;
    const wholeAt = isOutOf ? i + 3 : i + 2;
    const whole = tokens[wholeAt];
    if (!(isOutOf || SHARE_WORDS.has(joint.text)) || !whole || !isNumber(whole)) continue;
    if (part.value > whole.value || !WHOLES.has(whole.value)) continue;
    out.add(i);
    out.add(wholeAt);
  }
}
