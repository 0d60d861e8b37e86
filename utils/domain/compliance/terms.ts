import { normalise } from '../text/normalise';
import { EXCLUSION, GAP, type TermPart, type TermPath } from './term-path';
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

/** A part whose words are still as somebody wrote them: the number of a line. */
interface RawWords {
  readonly line: number;
}
type RawPart = RawWords | typeof GAP | readonly RawPath[];
type RawPath = readonly RawPart[];

/**
 * Spells lexicon terms out for the page: `(a|b|)` is a choice, `~` a gap of up to three words, `stem*` and `*part*` leave
 * letters open, a leading `-` makes an exclusion. Groups that touch are separate words.
 *
 * Choices stay choices: written out, a term of a few groups makes thousands of lines. Only a group grown together with
 * letters, as in `review(s|)`, is written out, for it makes words and not ways.
 */
export function spellOut(terms: readonly string[]): readonly TermPath[] {
  const lines: string[] = [];
  const drafts = terms.map((term) => {
    const isExclusion = term.startsWith(EXCLUSION);
    return { isExclusion, path: new TermReader(isExclusion ? term.slice(1) : term, lines).path() };
  });
  const words = wordsOfLines(lines).map((line) => line.join(' '));
  const spell = (path: RawPath): TermPath =>
    path.flatMap((part): TermPart[] => {
      if (part === GAP) return [GAP];
      if ('line' in part) return words[part.line] ? [words[part.line] ?? ''] : [];
      return [part.map(spell)];
    });
  return drafts.flatMap(({ isExclusion, path }) => {
    const spelled = spell(path);
    // A term of signs alone would be found everywhere.
    if (spelled.length === 0) return [];
    return [isExclusion ? [EXCLUSION, ...spelled] : spelled];
  });
}

/** Reads one term into its parts, from left to right. */
class TermReader {
  private at = 0;

  constructor(
    private readonly term: string,
    /** Takes every stretch of words, so that all can be normalised in one run. */
    private readonly lines: string[],
  ) {}

  /** Reads until the end of the term or of the choice it stands in. */
  path(): RawPath {
    const parts: RawPart[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) {
      if (next === ' ') this.at++;
      else if (next === '~') {
        this.at++;
        parts.push(GAP);
      } else if (next === '(' && this.isWholeGroup()) parts.push(this.group());
      else parts.push(this.cluster());
    }
    return parts;
  }

  private peek(): string | undefined {
    return this.term[this.at];
  }

  private group(): readonly RawPath[] {
    const choices: RawPath[] = [];
    do {
      this.at++;
      choices.push(this.path());
    } while (this.peek() === '|');
    this.at++;
    return choices;
  }

  /** Letters up to the next space, with the groups that have grown together with them. */
  private cluster(): RawPart {
    const from = this.at;
    while (this.at < this.term.length) {
      const character = this.term[this.at];
      if (character === ' ' || character === '|' || character === ')') break;
      if (character !== '(') this.at++;
      else if (this.at > from && this.startsWord(this.at)) break;
      else {
        const end = this.endOfGroup(this.at);
        const endsWord = this.endsWord(this.at, end);
        this.at = end;
        if (endsWord) break;
      }
    }
    const written = expandChoices(this.term.slice(from, this.at));
    const [only, ...others] = written.map((line) => ({ line: this.lines.push(oneLine(line)) - 1 }));
    return only && others.length === 0 ? only : [only, ...others].map((part) => (part ? [part] : []));
  }

  /** Whether the group here stands by itself: no letter has grown together with it on either side. */
  private isWholeGroup(): boolean {
    return this.startsWord(this.at) && this.endsWord(this.at, this.endOfGroup(this.at));
  }

  /** Whether a new word begins with the group at `open`: after a border, or because all its choices begin with a space. */
  private startsWord(open: number): boolean {
    const before = this.term[open - 1];
    return before === undefined || ' |'.includes(before) || isWordEnd(before) || this.choicesAll(open, /^(?: |$)/);
  }

  private endsWord(open: number, end: number): boolean {
    const next = this.term[end];
    return next === undefined || ' |'.includes(next) || isWordEnd(next) || this.choicesAll(open, /(?:^| )$/);
  }

  /** The place behind the group that opens at `open`; the end of the term where it is never closed. */
  private endOfGroup(open: number): number {
    let depth = 0;
    for (let at = open; at < this.term.length; at++) {
      if (this.term[at] === '(') depth++;
      if (this.term[at] === ')' && --depth === 0) return at + 1;
    }
    return this.term.length;
  }

  private choicesAll(open: number, pattern: RegExp): boolean {
    const inside = this.term.slice(open + 1, this.endOfGroup(open) - 1);
    let depth = 0;
    let choice = '';
    for (const character of `${inside}|`) {
      if (character === '(') depth++;
      if (character === ')') depth--;
      if (character !== '|' || depth > 0) choice += character;
      else {
        if (!pattern.test(choice)) return false;
        choice = '';
      }
    }
    return true;
  }
}

// A line must stay one sentence for the tokeniser, or lines and sentences would no longer agree.
const oneLine = (line: string): string => line.replace(/[.?!\u3002\uff01\uff1f\n]/g, ' ').replaceAll('*', WILDCARD);

const isWordEnd = (character: string | undefined): boolean =>
  character !== undefined && (character === '(' || character === ')' || character > '\u2e80');

// Most lines need no reading character by character, and splitting is native.
const PLAIN_WORDS = /^[a-z0-9 \ue000]*$/;
// A line of signs alone would make no sentence, and all after it would be taken for the line before.
const HAS_WORD = /[\p{L}\p{N}%$€£¥★☆⭐#]/u;
const PLAIN_CHARACTERS = /^[\u3400-\u9fff]*$/;

/** Words of all lines; those that need it are tokenised in one run, many times faster than one by one. */
const wordsOfLines = (lines: readonly string[]): readonly (readonly string[])[] => {
  const rest: number[] = [];
  const words = lines.map((line, at) => {
    const lower = line.toLowerCase();
    if (PLAIN_WORDS.test(lower)) return lower.split(' ').filter(Boolean);
    if (PLAIN_CHARACTERS.test(lower)) return lower.split('');
    if (HAS_WORD.test(line)) rest.push(at);
    return [];
  });
  const tokens = tokenise(normalise(rest.map((at) => lines[at]).join('\n')).text);
  tokens.words.forEach((word, at) => words[rest[tokens.sentenceOf[at] ?? 0] ?? 0]?.push(word));
  return words;
};
