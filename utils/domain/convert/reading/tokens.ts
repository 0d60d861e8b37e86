import type { Span } from '../../text/span';
import { digitOf, isApostrophe, isLetter, isSpace, plainSign } from './characters';
import { fold, isHangul, isSpaceless } from './fold';
import { readHanNumber } from './han-number';
import { lexicon, type Lexicon, type Role } from './lexicon';
import { readNumberWords } from './number-words';
import { FRACTIONS, readNumber } from './read-number';

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
  return readNumberWords(source, joinPhrases(tokens, lex), lex);
}

/** "37码半": the half takes the mark of size with it. */
const markWithin = (source: string, start: number, end: number): Role | undefined =>
  end - start > 2 && /[码碼号號]/.test(source.slice(start, end)) ? { mark: 'size' } : undefined;

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
