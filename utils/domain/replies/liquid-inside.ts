/** What stands between one pair of braces, read piece by piece. */

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

const KINDS = ['string', 'number', 'name', 'compare', 'sign'] as const;

/** The pieces of what stands between braces, with an `end` that stands where the braces opened. */
export function cut(text: string, [begin, end]: readonly [number, number]): readonly Piece[] {
  const from = text[begin + 2] === '-' ? begin + 3 : begin + 2;
  const to = end - 3 >= from && text[end - 3] === '-' ? end - 3 : end - 2;
  const inside = text.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(inside);
    if (!match) break;
    const kind = KINDS.findIndex((_, index) => match[index + 1] !== undefined);
    const piece = match[kind + 1] ?? '';
    at += match[0].length;
    pieces.push({ kind: KINDS[kind] ?? 'sign', text: piece, at: from + at - piece.length });
  }
  const rest = inside.slice(at);
  if (!BLANK_END.test(rest)) throw new Mistake('malformed', from + at + (rest.length - rest.trimStart().length), end);
  return [...pieces, { kind: 'end', text: '', at: begin }];
}

/** Reads the pieces between one pair of braces. */
export class Inside {
  private next = 0;
  constructor(
    private readonly pieces: readonly Piece[],
    private readonly end: number,
    private readonly meet: (name: string) => void,
  ) {}

  private get piece(): Piece {
    return this.pieces[this.next] ?? { kind: 'end', text: '', at: this.end };
  }

  fail(why: Why = 'malformed', { at }: Pick<Piece, 'at'> = this.piece): never {
    throw new Mistake(why, at, this.end);
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
