/** The part of Liquid that replies are written in, read without an engine: what stands where, and the first mistake. */

import { Inside, Mistake, type Why } from './liquid-inside';

/** Longest source of one sentence. Units: UTF-16 units. */
export const LONGEST_SOURCE = 4_000;
const DEEPEST = 20;
const LONGEST_FOUND = 40;

/** The first mistake of a text. Units: `at` in UTF-16 units from its start, `line` and `column` from 1. */
export interface LiquidProblem {
  readonly why: Why;
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
  /** Names without which it still has something to say: those of conditions and those with a default. */
  readonly asked: readonly string[];
  /** Units: UTF-16 units of what is shown as written, all branches together. */
  readonly plainLength: number;
}

type Scanned = { readonly reading: LiquidReading } | { readonly problem: LiquidProblem };

/** Characters no reply needs: controls, and the marks `renderDraft` puts around places that are still open. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ue000\ue001]/;
const BRACES = /\{\{|\{%|\}\}|%\}/g;
// Ends at the first closing braces outside quotation marks and never steps over the braces of a next one.
const OUTPUT = /\{\{(?:[^"'{}]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\{(?![{%])|\}(?!\}))*\}\}/y;
interface OpenTag {
  readonly tag: 'if' | 'unless' | 'case';
  readonly at: number;
  readonly end: number;
  hasBranch: boolean;
  hasElse: boolean;
}

/** Where the braces open, as `Inside` counts. */
const OPENING = { at: 0 } as const;

/** Reads one tag; `open` are the tags it stands in, the innermost last. */
function readTag(inside: Inside, span: readonly [number, number], open: OpenTag[]): void {
  const [at, end] = span;
  const piece = inside.take('name') ?? inside.fail('malformed', OPENING);
  const innermost = open.at(-1);
  const stands = (fits: boolean): void => {
    if (!fits) inside.fail('malformed', OPENING);
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
      inside.fail('malformed', OPENING);
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
  const asked = new Set<string>();
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
    const isTag = text[begin + 1] === '%';
    if (isTag) knowTag(text, [begin, end]);
    const inside = new Inside(text.slice(begin, end), begin, (name) => {
      variables.add(name);
      if (isTag) asked.add(name);
    });
    if (isTag) readTag(inside, [begin, end], open);
    else {
      if (open.at(-1)?.hasBranch === false) inside.fail('malformed', OPENING);
      const name = inside.operand();
      if (name === null) plainLength += end - begin;
      else shown.push(name);
      if (inside.filters() && name !== null) asked.add(name);
      inside.done();
    }
    from = end;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new Mistake('unclosed', unclosed.at, unclosed.end);
  return { variables: [...variables], shown, asked: [...asked], plainLength };
}

function problemAt(text: string, { why, at, end }: Mistake): LiquidProblem {
  const before = text.slice(0, at);
  return {
    why,
    at,
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    // No half of a character at the end.
    found: text.slice(at, Math.min(end, at + LONGEST_FOUND)).replace(/(?<=.)[\ud800-\udbff]$/s, ''),
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
