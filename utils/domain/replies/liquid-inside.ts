/** What stands between one pair of braces, read piece by piece. */

import { createRecent } from './recent';

/** What a mistake is about. */
export type Why = 'unclosed' | 'unknown-tag' | 'unknown-filter' | 'malformed';

const FILTERS: ReadonlySet<string> = new Set(['day', 'money', 'id', 'default']);
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'contains']);

// Blank, letter and digit as the engine knows them or fewer, so that it never reads a text in another way.
const PIECE =
  /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*(?:("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(-?\d+(?:\.\d+)?(?![\p{L}\p{M}\p{N}_.-]))|([\p{L}_][\p{L}\p{M}\p{N}_-]*)|(==|!=|>=|<=|>|<)|([|:,]))/uy;
const BLANK_END = /^[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

interface Piece {
  readonly kind: 'string' | 'number' | 'name' | 'compare' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Leaves a reading from any depth; `scanLiquid` alone catches it. */
export class Mistake extends Error {
  constructor(
    readonly why: Why,
    readonly at: number,
    readonly end: number,
  ) {
    super(why);
  }
}

const END: Piece = { kind: 'end', text: '', at: 0 };

/** The pieces between one pair of braces, and where something stands that is none. */
interface CutTag {
  /** Units of `at`: from the opening brace. */
  readonly pieces: readonly Piece[];
  readonly stray: number | null;
}

const kindOf = ([, string, number, name, compare]: RegExpExecArray): Piece['kind'] =>
  name !== undefined
    ? 'name'
    : string !== undefined
      ? 'string'
      : number !== undefined
        ? 'number'
        : compare !== undefined
          ? 'compare'
          : 'sign';

function cutFresh(tag: string): CutTag {
  const from = tag[2] === '-' ? 3 : 2;
  const last = tag.length - 3;
  const inside = tag.slice(from, last >= from && tag[last] === '-' ? last : last + 1);
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(inside);
    if (!match) break;
    const text = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    at += match[0].length;
    pieces.push({ kind: kindOf(match), text, at: from + at - text.length });
  }
  const rest = inside.slice(at);
  const stray = BLANK_END.test(rest) ? null : from + at + (rest.length - rest.trimStart().length);
  // The end stands where the braces open: there the whole is quoted.
  return { pieces: [...pieces, END], stray };
}

const CUT_TAGS = 1_000;
const LONGEST_KEPT = 100;
// The same few stand in nearly every text.
const cutTags = createRecent<string, CutTag>(CUT_TAGS);

/** Reads the pieces between one pair of braces. */
export class Inside {
  private next = 0;
  private readonly pieces: readonly Piece[];
  private readonly end: number;

  constructor(
    tag: string,
    private readonly begin: number,
    private readonly meet: (name: string) => void,
  ) {
    const { pieces, stray } = tag.length > LONGEST_KEPT ? cutFresh(tag) : cutTags.get(tag, cutFresh);
    this.pieces = pieces;
    this.end = begin + tag.length;
    if (stray !== null) this.fail('malformed', { at: stray });
  }

  private get piece(): Piece {
    return this.pieces[this.next] ?? END;
  }

  /** Leaves with a mistake at a piece, or where the braces open. */
  fail(why: Why = 'malformed', { at }: Pick<Piece, 'at'> = this.piece): never {
    throw new Mistake(why, this.begin + at, this.end);
  }

  take(kind: Piece['kind'], text?: string): Piece | null {
    const { piece } = this;
    if (piece.kind !== kind || (text !== undefined && piece.text !== text)) return null;
    this.next += 1;
    return piece;
  }

  /** A name, a text or a number; the name when it is one that is asked for. */
  operand(): string | null {
    const { piece } = this;
    if (this.take('string') || this.take('number')) return null;
    if (WORDS.has(piece.text) || !this.take('name')) return this.fail();
    if (CONSTANTS.has(piece.text)) return null;
    this.meet(piece.text);
    return piece.text;
  }

  condition(): void {
    do {
      while (this.take('name', 'not'));
      this.operand();
      if (this.take('compare') || this.take('name', 'contains')) this.operand();
    } while (this.take('name', 'and') || this.take('name', 'or'));
  }

  /** Whether one of them stands in for a missing value. */
  filters(): boolean {
    let hasDefault = false;
    while (this.take('sign', '|')) {
      const { piece } = this;
      if (!this.take('name')) this.fail();
      if (!FILTERS.has(piece.text)) this.fail('unknown-filter', piece);
      if (piece.text !== 'default') continue;
      if (!this.take('sign', ':')) this.fail();
      this.operand();
      hasDefault = true;
    }
    return hasDefault;
  }

  /** What a branch of `case` is for. */
  values(): void {
    do this.operand();
    while (this.take('sign', ',') || this.take('name', 'or'));
  }

  done(): void {
    if (this.piece.kind !== 'end') this.fail();
  }
}
