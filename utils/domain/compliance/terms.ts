import { normalise } from '../text/normalise';
import { EXCLUSION, GAP } from './read-term';
import { tokenise, WILDCARD } from './tokens';

/** Writes out `(a|b|)` choices; groups may nest. */
export function expandChoices(text: string): readonly string[] {
  const open = text.lastIndexOf('(');
  const close = text.indexOf(')', open);
  if (open < 0 || close < 0) return [text];
  const head = text.slice(0, open);
  const tail = text.slice(close + 1);
  return text
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expandChoices(head + choice + tail));
}

/**
 * Spells lexicon terms out for the page: `(a|b|)` is a choice, `~` a gap of up to three words, `stem*` and `*part*`
 * leave letters open, a leading `-` makes an exclusion. Groups that touch are separate words. The result is what
 * `readTerm` reads: normalised words, with `/` between the segments and `|` between the choices of one.
 *
 * Choices are written out within one segment only: written out over a whole term, a few groups
 * of ten make thousands of lines.
 */
export function spellOut(terms: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const drafts = terms.map((term) => {
    const isExclusion = term.startsWith(EXCLUSION);
    const segments = splitSegments(isExclusion ? term.slice(1) : term).map((segment) =>
      segment === GAP ? [segment] : expandChoices(segment).map((line) => lines.push(oneLine(line)) - 1),
    );
    return { isExclusion, segments };
  });
  const words = wordsOfLines(lines);
  const spell = (choice: string | number): string =>
    typeof choice === 'string' ? choice : (words[choice] ?? []).join(' ');
  return drafts.map(
    ({ isExclusion, segments }) =>
      (isExclusion ? EXCLUSION : '') + segments.map((choices) => choices.map(spell).join('|')).join('/'),
  );
}

// A line must stay one sentence for the tokeniser, or lines and sentences would no longer agree.
const oneLine = (line: string): string => line.replace(/[.?!\u3002\n]/g, ' ').replaceAll('*', WILDCARD);

/** Splits where one word surely ends: at spaces, between groups, and around groups in Chinese and Japanese. */
const splitSegments = (term: string): readonly string[] => {
  const segments: string[] = [];
  let depth = 0;
  let from = 0;
  const splitAt = (at: number, next: number): void => {
    if (at > from) segments.push(term.slice(from, at));
    from = next;
  };
  for (let at = 0; at < term.length; at++) {
    const character = term[at];
    if (depth === 0 && character === ' ') splitAt(at, at + 1);
    if (depth === 0 && character === '(' && isWordEnd(term[at - 1])) splitAt(at, at);
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth === 0 && character === ')' && isWordEnd(term[at + 1])) splitAt(at + 1, at + 1);
  }
  splitAt(term.length, term.length);
  return segments;
};

const isWordEnd = (character: string | undefined): boolean =>
  character !== undefined && (character === '(' || character === ')' || character > '\u2e80');

// Most lines need no reading character by character, and splitting is native.
const PLAIN_WORDS = /^[a-z0-9 \ue000]*$/;
const PLAIN_CHARACTERS = /^[\u3400-\u9fff]*$/;

/** Words of all lines; those that need it are tokenised in one run, many times faster than one by one. */
const wordsOfLines = (lines: readonly string[]): readonly (readonly string[])[] => {
  const rest: number[] = [];
  const words = lines.map((line, at) => {
    const lower = line.toLowerCase();
    if (PLAIN_WORDS.test(lower)) return lower.split(' ').filter(Boolean);
    if (PLAIN_CHARACTERS.test(lower)) return lower.split('');
    rest.push(at);
    return [];
  });
  const tokens = tokenise(normalise(rest.map((at) => lines[at]).join('\n')).text);
  tokens.words.forEach((word, at) => words[rest[tokens.sentenceOf[at] ?? 0] ?? 0]?.push(word));
  return words;
};
