import type { Audience } from '../sizes/shoe';
import { CAPITAL_CODES, strongerMark, type Mark } from './lexicon';
import type { Token } from './tokens';
import type { SizeUnit, Topic } from './words/word-list';

/** What stands around a number in a text. */
export interface Context {
  readonly code?: string;
  readonly audience?: Audience;
  readonly unit?: SizeUnit;
  /** Strongest word of size beside the number. */
  readonly mark?: Mark;
  /** What the words beside the number say it is a size of. */
  readonly topic?: Topic;
  /** That word stands before the number: after it, it may be what is counted. */
  readonly topicBefore?: Topic;
  /** The words before make it an order, a price, a house ... */
  readonly named: boolean;
  /** The next word makes it a quantity, price, time or rating; `hard` where nothing can save it. */
  readonly spoiled: false | 'soft' | 'hard';
  /** The sentence ends or turns after it, so that it can be what is asked for. */
  readonly closes: boolean;
  /** It is to be converted: "38 to EU". */
  readonly asked?: boolean;
  /** It goes on with what was a size: "38 or 39". */
  readonly joined?: boolean;
  /** First and last token that belong to it. */
  readonly first: number;
  readonly last: number;
}

const SKIPPED_LEFT: ReadonlySet<string> = new Set([':', '=', '.', '"', "'", '(', '[', '-', '/', '°', '\n', '*', '~']);
const SKIPPED_RIGHT: ReadonlySet<string> = new Set(['"', "'", '(', ')', '[', ']', '-', '/']);
const CLOSING: ReadonlySet<string> = new Set(['?', '.', '!', ',', ';', ':', ')', '/', '-', '\n', '…', '&']);
/** Words for "number": beside an order's words they say nothing of a size. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(['no', 'nr', 'num', 'numero', 'nº', 'number', 'nummer', 'numer', 'numara', 'номер', '号码', '號碼', 'رقم', 'n°', 'numarasi', 'code', 'код']); // prettier-ignore
const LEFT_STEPS = 8;
const RIGHT_STEPS = 5;

const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';
const isShort = ({ text }: Token): boolean => text.length <= 2;

/** Code a word means at this place; codes that are everyday words in lower case need capitals. */
function codeOf(token: Token, side: 'left' | 'right', close: boolean): string | undefined {
  const capital = token.capital ? CAPITAL_CODES[token.text.toUpperCase()] : undefined;
  // After a number GB is memory and EUR is money.
  if (capital) return side === 'right' && (token.text === 'gb' || token.text === 'eur') ? undefined : capital;
  const code = token.role?.code;
  // "eu" is Portuguese for "I", and two small letters are a code only right beside the number.
  return code && isShort(token) && !token.capital && token.text.charCodeAt(0) < 128 && !close ? undefined : code;
}

/** The currency is written out; the system of sizes is not. */
const isMoneyWord = ({ text }: Token): boolean => text === 'euro' || text === 'евро';
/** "US version", "EU plug": the code says where a thing is sold. */
const GOODS_OF_COUNTRY: ReadonlySet<string> = new Set(['version', 'edition', 'model', 'plug', 'stock', 'stecker', 'prise', 'version.', '版']); // prettier-ignore

/** Words before the system that is asked for. */
const TO: ReadonlySet<string> = new Set(['to', 'nach', 'naar', '→', '>', '=', 'into']);
const isTarget = (tokens: readonly Token[], code: number, at: number): boolean =>
  code > at + 1 && TO.has((tokens[code - 1] as Token).text) && !isNumber(tokens[code + 1]);

interface Left {
  code?: string;
  codeFollowsNumber: boolean;
  audience?: Audience;
  mark?: Mark;
  topic?: Topic;
  named: boolean;
  first: number;
  /** Where the words begin when the code belongs to another number. */
  firstWithoutCode: number;
}

/** Reads the words left of the number from near to far, until one that says nothing. */
function readLeft(tokens: readonly Token[], at: number): Left {
  const left: Left = { codeFollowsNumber: false, named: false, first: at, firstWithoutCode: at };
  let loose = false;
  let onlyNumberWords = true;
  for (let i = at - 1, steps = 0; i >= 0 && steps < LEFT_STEPS; i -= 1) {
    const token = tokens[i] as Token;
    const { role } = token;
    if (token.kind === 'sign' && SKIPPED_LEFT.has(token.text)) continue;
    if (token.kind === 'sign' && token.text === '#') {
      left.named = true;
      continue;
    }
    steps += 1;
    // French labels write T38.
    if (token.text === 't' && token.capital && (tokens[i + 1] as Token).glued) {
      left.mark = strongerMark(left.mark, 'size');
      left.first = i;
      onlyNumberWords = false;
      continue;
    }
    const code = token.kind === 'word' ? codeOf(token, 'left', !loose && isBeside(tokens, i, at)) : undefined;
    // "taglia euro 42" names the system, "euro 42" a price.
    if (code && isMoneyWord(token) && tokens[i - 1]?.role?.mark !== 'size') break;
    if (code) {
      const follows = isNumber(tokens[previousWord(tokens, i)]);
      if (left.code || (follows && loose)) break;
      left.code = code;
      left.firstWithoutCode = left.first;
      left.codeFollowsNumber = follows;
      left.first = i;
      continue;
    }
    if (!role || token.kind === 'number') break;
    const mark = role.mark;
    if (mark === 'shoe' || mark === 'size') {
      left.mark = strongerMark(left.mark, mark);
      if (NUMBER_WORDS.has(token.text)) {
        loose = true;
      } else {
        onlyNumberWords = false;
        left.first = i;
      }
      continue;
    }
    if (role.audience) {
      left.audience ??= role.audience;
      left.first = i;
    } else if (mark === 'wear') {
      left.mark = strongerMark(left.mark, mark);
      loose = true;
    } else if (role.naming && !mark && !role.filler) {
      if (onlyNumberWords) left.named = true;
      break;
    } else if (mark) {
      left.mark = strongerMark(left.mark, mark);
      loose = true;
    } else if (role.filler || role.topic) {
      loose = true;
    } else break;
    if (role.topic) left.topic ??= role.topic;
  }
  return left;
}

const previousWord = (tokens: readonly Token[], from: number): number => {
  let at = from - 1;
  while (at >= 0 && tokens[at]?.kind === 'sign' && '(/=-'.includes((tokens[at] as Token).text)) at -= 1;
  return at;
};

const isBeside = (tokens: readonly Token[], word: number, at: number): boolean => {
  for (let i = word + 1; i < at; i += 1) {
    const { kind, role } = tokens[i] as Token;
    if (kind !== 'sign' && role?.mark !== 'size' && role?.mark !== 'shoe' && !role?.audience) return false;
  }
  return true;
};

interface Right {
  code?: string;
  codePrecedesNumber: boolean;
  audience?: Audience;
  unit?: SizeUnit;
  mark?: Mark;
  topic?: Topic;
  isAsked?: boolean;
  last: number;
}

/** Width letters of American shoes stand between the number and its code: "8.5 B(M) US". */
const WIDTHS: ReadonlySet<string> = new Set(['b', 'm', 'd', 'w', 'ee', 'wide', 'narrow', 'medium']);

function readRight(tokens: readonly Token[], at: number, left: Left): Right {
  const right: Right = { codePrecedesNumber: false, last: at };
  if (tokens[at]?.role?.mark === 'size') right.mark = 'size';
  for (let i = at + 1, steps = 0; i < tokens.length && steps < RIGHT_STEPS; i += 1) {
    const token = tokens[i] as Token;
    const { role } = token;
    if (token.kind === 'sign' && SKIPPED_RIGHT.has(token.text) && !(role?.unit && steps === 0)) continue;
    steps += 1;
    const next = tokens[i + 1];
    const beforeNumber = isNumber(next) || (next?.text === ':' && isNumber(tokens[i + 2]));
    const code = token.kind === 'word' ? codeOf(token, 'right', steps === 1) : undefined;
    if (code && isTarget(tokens, i, at)) {
      right.isAsked = true;
      break;
    }
    if (code) {
      if (right.code || isMoneyWord(token) || GOODS_OF_COUNTRY.has(next?.text ?? '')) break;
      right.codePrecedesNumber = beforeNumber;
      if (beforeNumber && left.code) break;
      right.code = code;
      right.last = i;
      continue;
    }
    if (token.kind === 'word' && token.capital && WIDTHS.has(token.text)) {
      // "US 8 W" and "US 8 M" name people; "8 M US" a width.
      if (left.code === 'US' || left.code === 'AU') {
        if (token.text === 'w' || token.text === 'm') {
          right.audience ??= token.text === 'w' ? 'women' : 'men';
          right.last = i;
        }
        continue;
      }
      if (isCodeSoon(tokens, i)) continue;
    }
    if (!role || token.kind === 'number') break;
    if (steps === 1 && (role.unit === 'cm' || role.unit === 'mm' || (role.unit === 'in' && isInch(token)))) {
      right.unit = role.unit;
      right.last = i;
    } else if ((role.mark === 'size' || role.mark === 'shoe' || role.after) && !beforeNumber) {
      right.mark = strongerMark(right.mark, role.mark === 'shoe' ? 'shoe' : 'size');
      right.last = i;
    } else if (role.audience && !(beforeNumber && left.audience)) {
      if (beforeNumber) break;
      right.audience ??= role.audience;
      right.last = i;
    } else if (role.topic) {
      // "shirt collar": the later word says more.
      if (right.topic === undefined || right.topic === 'clothing') right.topic = role.topic;
    } else if (!role.filler && !(role.available && steps === 1 && isSpacelessWord(token))) break;
    if (beforeNumber) break;
  }
  return right;
}

const isInch = ({ text, glued }: Token): boolean => text !== 'in' || glued;
const isSpacelessWord = ({ text }: Token): boolean => text.charCodeAt(0) >= 0x3041;
const isCodeSoon = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from + 1, from + 5).some((token) => codeOf(token, 'right', true) !== undefined);

const contexts = new WeakMap<readonly Token[], (Context | undefined)[]>();

/** Reads the words left and right of the number or letter at a place; what was read once is kept with the tokens. */
export function readContext(tokens: readonly Token[], at: number): Context {
  let kept = contexts.get(tokens);
  if (!kept) contexts.set(tokens, (kept = []));
  return (kept[at] ??= contextAt(tokens, at));
}

function contextAt(tokens: readonly Token[], at: number): Context {
  const left = readLeft(tokens, at);
  const right = readRight(tokens, at, left);
  const keepsLeft = left.code !== undefined && (!left.codeFollowsNumber || !right.code || right.codePrecedesNumber);
  const code = keepsLeft ? left.code : right.code;
  const topic = left.topic ?? right.topic;
  const audience = left.audience ?? right.audience;
  const mark = strongerMark(left.mark, right.mark);
  return {
    ...(code ? { code } : {}),
    ...(audience ? { audience } : {}),
    ...(right.unit ? { unit: right.unit } : {}),
    ...(mark ? { mark } : {}),
    ...(topic ? { topic } : {}),
    ...(left.topic ? { topicBefore: left.topic } : {}),
    named: left.named,
    ...(right.isAsked ? { asked: true } : {}),
    spoiled: right.unit || right.code ? false : spoiledAfter(tokens, at),
    closes: closesAfter(tokens, right.last),
    first: keepsLeft || !left.code ? left.first : left.firstWithoutCode,
    last: right.last,
  };
}

function spoiledAfter(tokens: readonly Token[], at: number): Context['spoiled'] {
  const next = tokens[at + 1];
  const role = next?.role;
  if (!next || !role) return false;
  // "7.5M" names a width; metres are written small, or apart.
  if (role.unit === 'm' && next.capital && next.glued) return false;
  if (role.hard || role.unit === 'kg' || role.unit === 'lb' || role.unit === 'm' || role.unit === 'jin') return 'hard';
  if (!role.count || role.mark === 'size' || role.after || role.audience) return false;
  // In one spaceless word a counter may be no more than the beginning of another word.
  return role.available || role.filler ? false : 'soft';
}

function closesAfter(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  if (!next) return true;
  if (next.kind === 'sign') return CLOSING.has(next.text);
  return next.role?.available === true || next.role?.or === true;
}
