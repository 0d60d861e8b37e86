import type { Span } from '../domain/text/span';
import { childrenOf, SILENT } from './composed-text';
import { isTranslatorNode } from './page-translation';
import { isOwn, isVisible } from './visible';

/** A text node that is seen, and how many signs of the stream stand before it. */
interface Piece {
  readonly node: Text;
  readonly from: number;
}

/** All that is seen in an element, without white space: readers and pages break lines in different places. */
interface Stream {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const SPACE = /\s/g;
/** Far above any message; a longer one is not marked. */
const MAX_NODES = 4_000;

function streamOf(start: Element): Stream | null {
  const pieces: Piece[] = [];
  let text = '';
  let visited = 0;
  const visit = (node: Node): void => {
    if (++visited > MAX_NODES) return;
    if (node.nodeType === 3) {
      pieces.push({ node: node as Text, from: text.length });
      text += (node as Text).data.replace(SPACE, '');
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (SILENT.has(element.localName) || isTranslatorNode(element) || !isVisible(element)) return;
    for (const child of childrenOf(element)) visit(child);
  };
  if (!isOwn(start)) visit(start);
  return visited > MAX_NODES ? null : { text, pieces };
}

/** The place in the page of one sign of the stream. */
function placeOf({ pieces }: Stream, at: number): readonly [Text, number] | null {
  const piece = pieces.findLast(({ from, node }) => from <= at && /\S/.test(node.data));
  if (!piece) return null;
  let left = at - piece.from;
  for (let offset = 0; offset < piece.node.length; offset++) {
    if (/\s/.test(piece.node.data[offset]!)) continue;
    if (left-- === 0) return [piece.node, offset];
  }
  return null;
}

/** Where each line begins in the stream, filled from the front or from the back; null when they are not there in this order. */
function fill(stream: string, lines: readonly string[], from: 'front' | 'back'): readonly number[] | null {
  const places: number[] = [];
  let edge = from === 'front' ? 0 : stream.length;
  for (const line of from === 'front' ? lines : [...lines].reverse()) {
    const at =
      from === 'front'
        ? stream.indexOf(line, edge)
        : edge < line.length
          ? -1
          : stream.lastIndexOf(line, edge - line.length);
    if (at < 0) return null;
    edge = from === 'front' ? at + line.length : at;
    places.push(at);
  }
  return from === 'front' ? places : places.reverse();
}

/**
 * Finds spans of a message again in the nodes that show it: the readers compose its text from several nodes and leave out
 * times, names and translations. A span counts only when its line can stand in one place and no other, and is seen.
 *
 * @returns for each span a range, or null when the text can't be mapped exactly.
 */
export function rangesOver(start: Element, text: string, spans: readonly Span[]): readonly (Range | null)[] {
  const none = spans.map(() => null);
  const stream = start.isConnected ? streamOf(start) : null;
  if (!stream) return none;
  // Each line with how many signs of the message stand before it.
  const lines: string[] = [];
  const before: number[] = [];
  let signs = 0;
  for (const line of text.split('\n').map((raw) => raw.replace(SPACE, ''))) {
    if (line === '') continue;
    lines.push(line);
    before.push(signs);
    signs += line.length;
  }
  const first = fill(stream.text, lines, 'front');
  const last = first && fill(stream.text, lines, 'back');
  if (!first || !last) return none;
  const signIn = (sign: number): readonly [Text, number] | null => {
    const line = before.findLastIndex((count) => count <= sign);
    return line >= 0 && first[line] === last[line] ? placeOf(stream, first[line]! + sign - before[line]!) : null;
  };
  return spans.map((span) => {
    const length = text.slice(span.start, span.end).replace(SPACE, '').length;
    const from = text.slice(0, span.start).replace(SPACE, '').length;
    const head = length > 0 && signIn(from);
    const tail = length > 0 && signIn(from + length - 1);
    if (!head || !tail) return null;
    const range = start.ownerDocument.createRange();
    range.setStart(...head);
    range.setEnd(tail[0], tail[1] + 1);
    // Across two roots a range collapses.
    return range.collapsed ? null : range;
  });
}
