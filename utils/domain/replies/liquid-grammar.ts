/** The part of Liquid that replies are written in, read without an engine: what stands where, and the first mistake. */

/** Longest source of one sentence. Units: UTF-16 units. */
export const LONGEST_SOURCE = 4_000;
const DEEPEST = 20;
const LONGEST_FOUND = 40;

/** The first mistake of a text. Units: `at` in UTF-16 units from its start, `line` and `column` from 1. */
export interface LiquidProblem {
  readonly why: 'unclosed' | 'unknown-tag' | 'unknown-filter' | 'malformed';
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** The words at that place, at most 40 UTF-16 units. */
  readonly found: string;
}

/** What a text without mistakes is made of. */
export interface LiquidReading {
  /** Every name it asks for, in the order of the text. */
  readonly variables: readonly string[];
  /** Names it shows, each as often as it stands there. */
  readonly shown: readonly string[];
  /** Units: UTF-16 units of what is shown as written, all branches together. */
  readonly plainLength: number;
}

type Why = LiquidProblem['why'];
type Scanned = { readonly reading: LiquidReading } | { readonly problem: LiquidProblem };

const FILTERS: ReadonlySet<string> = new Set(['day', 'money', 'id', 'default']);
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'contains']);

/** Characters no reply needs: controls, and the marks `renderDraft` puts around places that are still open. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ue000\ue001]/;
const BRACES = /\{\{|\{%|\}\}|%\}/g;
// Ends at the first closing braces outside quotation marks and never steps over the braces of a next one.
const OUTPUT = /\{\{(?:[^"'{}]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\{(?![{%])|\}(?!\}))*\}\}/y;
// Blank, letter and digit as the engine knows them or fewer, so that it never reads a text in another way.
const PIECE =
  /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*(?:("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(-?\d+(?:\.\d+)?(?![\p{L}\p{M}\p{N}_.-]))|([\p{L}_][\p{L}\p{M}\p{N}_-]*)|(==|!=|>=|<=|>|<)|([|:,]))/uy;
const BLANK_END = /^[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

interface Piece {
  readonly kind: 'string' | 'number' | 'name' | 'compare' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Thrown and caught in this file alone: it leaves a reading from any depth. */
class Mistake extends Error {
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
function cut(text: string, [begin, end]: readonly [number, number]): readonly Piece[] {
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
class Inside {
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

  filters(): void {
    while (this.take('sign', '|')) {
      const { piece } = this;
      if (!this.take('name')) this.fail();
      if (!FILTERS.has(piece.text)) this.fail('unknown-filter', piece);
      if (piece.text !== 'default') continue;
      if (!this.take('sign', ':')) this.fail();
      this.operand();
    }
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

interface OpenTag {
  readonly tag: 'if' | 'unless' | 'case';
  readonly at: number;
  readonly end: number;
  hasBranch: boolean;
  hasElse: boolean;
}

/** Reads one tag; `open` are the tags it stands in, the innermost last. */
function readTag(inside: Inside, span: readonly [number, number], open: OpenTag[]): void {
  const [at, end] = span;
  const piece = inside.take('name') ?? inside.fail('malformed', { at });
  const innermost = open.at(-1);
  const stands = (fits: boolean): void => {
    if (!fits) inside.fail('malformed', { at });
  };
  switch (piece.text) {
    case 'if':
    case 'unless':
      stands(open.length < DEEPEST && innermost?.hasBranch !== false);
      inside.condition();
      inside.filters();
      open.push({ tag: piece.text, at, end, hasBranch: true, hasElse: false });
      break;
    case 'case':
      stands(open.length < DEEPEST && innermost?.hasBranch !== false);
      inside.operand();
      inside.filters();
      open.push({ tag: 'case', at, end, hasBranch: false, hasElse: false });
      break;
    case 'elsif':
      stands(innermost !== undefined && innermost.tag !== 'case' && !innermost.hasElse);
      inside.condition();
      inside.filters();
      break;
    case 'when':
      stands(innermost?.tag === 'case' && !innermost.hasElse);
      inside.values();
      if (innermost) innermost.hasBranch = true;
      break;
    case 'else':
      stands(innermost !== undefined && !innermost.hasElse && innermost.hasBranch);
      if (innermost) innermost.hasElse = true;
      break;
    case 'endif':
    case 'endunless':
    case 'endcase':
      stands(innermost !== undefined && piece.text === `end${innermost.tag}` && innermost.hasBranch);
      open.pop();
      break;
    default:
      inside.fail('malformed', { at });
  }
  inside.done();
}

const TAGS: ReadonlySet<string> = new Set([
  'if',
  'elsif',
  'else',
  'endif',
  'unless',
  'endunless',
  'case',
  'when',
  'endcase',
]);

/** A tag nobody knows may hold anything: it is not read any further. */
function knowTag(text: string, [begin, end]: readonly [number, number]): void {
  const [, name] = /^\{%-?\s*([#\p{L}_][\p{L}\p{M}\p{N}_-]*)/u.exec(text.slice(begin, end)) ?? [];
  if (name !== undefined && !TAGS.has(name.replace(/-$/, ''))) throw new Mistake('unknown-tag', begin, end);
}

/** Where the braces that open at `begin` have closed. */
function endOf(text: string, begin: number): number {
  if (text[begin + 1] === '{') {
    OUTPUT.lastIndex = begin;
    const match = OUTPUT.exec(text);
    if (match) return begin + match[0].length;
  } else {
    const end = text.indexOf('%}', begin + 2);
    if (end >= 0 && !/\{[{%]/.test(text.slice(begin + 2, end))) return end + 2;
  }
  throw new Mistake('unclosed', begin, text.length);
}

function read(text: string): LiquidReading {
  const variables = new Set<string>();
  const shown: string[] = [];
  const open: OpenTag[] = [];
  let plainLength = 0;
  const plain = (from: number, to: number): void => {
    plainLength += to - from;
    // Between a case and its first branch the engine drops what stands there.
    if (open.at(-1)?.hasBranch === false && text.slice(from, to).trim() !== '')
      throw new Mistake('malformed', from, to);
  };
  let from = 0;
  for (;;) {
    BRACES.lastIndex = from;
    const begin = BRACES.exec(text)?.index ?? text.length;
    plain(from, begin);
    if (begin === text.length) break;
    if (text[begin] !== '{') throw new Mistake('malformed', begin, begin + 2);
    const end = endOf(text, begin);
    if (text[begin + 1] === '%') knowTag(text, [begin, end]);
    const inside = new Inside(cut(text, [begin, end]), end, (name) => variables.add(name));
    if (text[begin + 1] === '%') readTag(inside, [begin, end], open);
    else {
      if (open.at(-1)?.hasBranch === false) inside.fail('malformed', { at: begin });
      const name = inside.operand();
      if (name === null) plainLength += end - begin;
      else shown.push(name);
      inside.filters();
      inside.done();
    }
    from = end;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new Mistake('unclosed', unclosed.at, unclosed.end);
  return { variables: [...variables], shown, plainLength };
}

function problemAt(text: string, { why, at, end }: Mistake): LiquidProblem {
  const before = text.slice(0, at);
  return {
    why,
    at,
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    found: text.slice(at, Math.min(end, at + LONGEST_FOUND)),
  };
}

/** Reads a text, or says what its first mistake is. */
export function scanLiquid(text: string): Scanned {
  if (text.length > LONGEST_SOURCE)
    return { problem: problemAt(text, new Mistake('malformed', LONGEST_SOURCE, text.length)) };
  const unfit = text.search(UNFIT);
  try {
    const reading = read(text);
    if (unfit >= 0) throw new Mistake('malformed', unfit, unfit + 1);
    return { reading };
  } catch (mistake) {
    if (mistake instanceof Mistake) return { problem: problemAt(text, mistake) };
    throw mistake;
  }
}
